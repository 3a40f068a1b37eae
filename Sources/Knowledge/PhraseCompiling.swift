import Linguistics

/// Compiles words and phrases into numbers.
struct PhraseCompiler {
  private let drafts: RuleDrafts
  private let faults: FaultCollector
  private let surface: SurfaceForms
  private let inflection: Inflection
  private(set) var words = WordTable()
  private(set) var wordClasses: [WordClasses] = [[]]
  private(set) var phrases: [(words: [Int32], entry: PhraseEntry)] = []
  private(set) var formsWritten = 0

  init(_ drafts: RuleDrafts, faults: FaultCollector) {
    self.drafts = drafts
    self.faults = faults
    let language = drafts.language
    let classWords = language.classWords
    inflection = Inflection(irregularVerbs: language.irregularVerbs, plurals: language.plurals)
    let linking: WordClasses = [.preposition, .infinitive]
    surface = SurfaceForms(
      inflection: inflection, spelling: Spelling(pairs: language.spellings),
      procedureWords: language.procedureWords,
      prepositions: Set(classWords.filter { !$0.classes.isDisjoint(with: linking) }.map(\.word.text)))
    addClasses(classWords)
    addConcepts()
    addCues()
    addFrames()
    addVerbs()
    wordClasses += [WordClasses](repeating: [], count: Int(words.count) + 1 - wordClasses.count)
  }

  func automaton() -> PhraseAutomaton {
    PhraseAutomaton(phrases: phrases, wordCount: words.count) { entry in
      entry.kind == .cue ? drafts.cues[Int(entry.index)].cue.category.phraseSet : .always
    }
  }

  private mutating func number(_ word: FormWords.Word) -> Int32 {
    let number = words.add(word.text.utf8)
    for spelling in word.spellings { words.add(spelling.utf8, as: number) }
    return number
  }

  private mutating func add(
    _ form: FormWords, _ kind: PhraseEntry.Kind, _ index: Int, _ inflected: WordForm = .fixed,
    _ flags: PhraseEntry.Flags = []
  ) {
    let numbers = form.words.map { number($0) }
    let entry = PhraseEntry(
      kind: kind, form: inflected, flags: flags, length: UInt8(truncatingIfNeeded: numbers.count),
      index: Int32(truncatingIfNeeded: index))
    phrases.append((numbers, entry))
  }

  private mutating func addClasses(_ classWords: [LanguageDraft.ClassWord]) {
    for entry in classWords {
      let form = FormWords(entry.word.text)
      guard form.words.count == 1 else {
        let problem =
          form.words.isEmpty
          ? "'\(entry.word.text)' is no word"
          : "'\(entry.word.text)' is \(form.words.count) words to the tokenizer"
        faults.warn(
          drafts.language.path, entry.word.at, "\(problem), and has no effect here",
          "remove it, or write the parts that are words")
        continue
      }
      let number = Int(number(form.words[0]))
      while wordClasses.count <= number { wordClasses.append([]) }
      wordClasses[number].insert(entry.classes)
    }
  }

  private mutating func addVerbs() {
    for verb in drafts.language.verbs {
      for (text, form) in inflection.forms(of: verb.text) {
        let value: WordClasses
        switch form {
        case .base: value = .verbBase
        case .third: value = .verbThird
        case .ing: value = .verbIng
        case .past: value = .verbPast
        case .fixed: continue
        }
        for word in [text] + surface.spelling.variants(of: text) {
          let number = Int(words.add(word.utf8))
          while wordClasses.count <= number { wordClasses.append([]) }
          wordClasses[number].insert(value)
        }
      }
    }
  }

  private mutating func addConcepts() {
    let open: WordClasses = [.adverb, .finiteVerb, .connector, .citation, .abbreviation, .numberAbbreviation]
    let classWords = drafts.language.classWords
    let vocabulary = ConceptForms.PlainEnglish(
      common: Set(drafts.language.commonWords.map { FormWords($0.text).key }),
      grammar: Set(
        classWords.filter { open.isDisjoint(with: $0.classes) }.map { FormWords($0.word.text).key }),
      others: Set(classWords.map { FormWords($0.word.text).key }))
    let forms = ConceptForms(drafts.concepts, surface, vocabulary, faults: faults)
    formsWritten += forms.written
    for form in forms.respelled {
      for word in form.words { _ = number(word) }
    }
    for form in forms.forms { add(form.form, .concept, form.concept, .fixed, form.flags) }
  }

  /// The words of a form; nil, with a fault, where it cannot be compiled.
  private func form(_ text: PlacedText, of owner: String, _ path: String) -> FormWords? {
    let form = FormWords(text.text)
    if form.words.isEmpty {
      faults.report(path, text.at, "the form '\(text.text)' of \(owner) has no word", "remove it")
      return nil
    }
    if form.words.count > PhraseLimits.words {
      faults.report(
        path, text.at, "the form '\(text.text)' of \(owner) has more than \(PhraseLimits.words) words",
        "shorten it")
      return nil
    }
    return form
  }

  private mutating func addCues() {
    var said: [String: String] = [:]
    for (index, draft) in drafts.cues.enumerated() {
      for text in draft.forms {
        formsWritten += 1
        guard let form = form(text, of: "the cue '\(draft.id.text)'", draft.place.path) else { continue }
        // One form may act over two scopes, before it and after it, and be a verb as well as a noun.
        let key =
          "\(draft.cue.category.rawValue) \(draft.cue.scope.rawValue) \(draft.cue.inflection) \(form.key)"
        if let known = said[key] {
          reportTwice(text, "\(draft.cue.category.rawValue) cues", known, draft.id.text, draft.place.path)
          if known == draft.id.text { continue }
        }
        said[key] = draft.id.text
        for variant in surface.ofCue(form, draft.cue.inflection) {
          add(variant.form, .cue, index, variant.inflected)
        }
      }
    }
  }

  private mutating func addFrames() {
    var said: [String: String] = [:]
    for (index, draft) in drafts.frames.enumerated() {
      for text in draft.words {
        formsWritten += 1
        guard let form = form(text, of: "the frame '\(draft.id.text)'", draft.place.path) else { continue }
        // One word may open two frames of different effects ("restore"); the kind of the target chooses.
        let key = "\(draft.frame.shape.rawValue) \(draft.frame.effect.rawValue) \(form.key)"
        if let known = said[key] {
          reportTwice(text, "\(draft.frame.shape.rawValue) frames", known, draft.id.text, draft.place.path)
          if known == draft.id.text { continue }
        }
        said[key] = draft.id.text
        for variant in surface.ofFrame(form, draft.frame.shape) {
          add(variant.form, .frame, index, variant.inflected)
        }
      }
    }
  }

  /// Within one record a repetition has no effect; in two records it says two things of one form, and both stay.
  private func reportTwice(
    _ text: PlacedText, _ what: String, _ known: String, _ id: String, _ path: String
  ) {
    if known == id {
      faults.warn(path, text.at, "the form '\(text.text)' stands twice in '\(id)'", "remove one")
    } else {
      faults.warn(
        path, text.at, "the form '\(text.text)' stands in two \(what), '\(known)' and '\(id)'",
        "keep it in one of them")
    }
  }
}
