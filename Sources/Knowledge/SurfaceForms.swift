/// Expands a written form into all forms in which it is looked for: plurals, inflections, spellings.
struct SurfaceForms {
  let inflection: Inflection
  let spelling: Spelling
  /// Last words of the names of procedures that stand for each other.
  let procedureWords: [(String, String)]
  /// Words after which a noun phrase goes on with something else: its head stands before them.
  let prepositions: Set<String>

  struct Form: Equatable {
    var form: FormWords
    var inflected: WordForm = .fixed
  }

  // MARK: Concepts

  /// The generated forms of a concept's form, without the form itself.
  func generated(from form: FormWords, isProcedure: Bool) -> [FormWords] {
    var bases = [form]
    if let joined = joined(form) { bases.append(joined) }
    if isProcedure { bases += bases.compactMap(interchanged) }
    var result: [FormWords] = []
    for base in bases + bases.flatMap(numbers) {
      for variant in spelled(base) + percentInWords(base) where variant.key != form.key {
        if !result.contains(where: { $0.key == variant.key }) { result.append(variant) }
      }
    }
    return result
  }

  /// An acronym takes a plain "s", whatever its last letter.
  func acronymPlural(_ form: FormWords) -> [FormWords] {
    [replacing(form, form.words.count - 1, with: (form.words.last?.text ?? "") + "s")]
  }

  /// Plural and singular of the last word, and of the head where a preposition follows it ("loss of X").
  private func numbers(of form: FormWords) -> [FormWords] {
    var places = [form.words.count - 1]
    if let head = head(form), head != places[0] { places.append(head) }
    return places.flatMap { place in
      let word = form.words[place]
      guard !word.isNumber, !word.text.hasPrefix("'") else { return [FormWords]() }
      return [inflection.plural(of: word.text), inflection.singular(of: word.text)].compactMap { other in
        other.map { replacing(form, place, with: $0) }
      }
    }
  }

  /// The place of the word before the first preposition, if there is one.
  private func head(_ form: FormWords) -> Int? {
    let place = form.words.firstIndex { prepositions.contains($0.text) }
    return place.flatMap { $0 > 0 ? $0 - 1 : nil }
  }

  /// The form with its hyphenated pairs written as one word; nil where it has none. Both parts have two letters or more
  /// and no digit, and chains of three are left alone.
  private func joined(_ form: FormWords) -> FormWords? {
    var words: [FormWords.Word] = []
    var place = 0
    var hasJoined = false
    func isPlain(_ word: FormWords.Word) -> Bool {
      word.text.utf8.count >= 2 && word.text.utf8.allSatisfy { 0x61...0x7A ~= $0 } && word.spellings.isEmpty
    }
    while place < form.words.count {
      var word = form.words[place]
      let next = place + 1
      let isPair =
        next < form.words.count && form.words[next].hyphenBefore && !word.hyphenBefore
        && !(next + 1 < form.words.count && form.words[next + 1].hyphenBefore)
      if isPair, isPlain(word), isPlain(form.words[next]) {
        word.text += form.words[next].text
        hasJoined = true
        place += 1
      }
      words.append(word)
      place += 1
    }
    return hasJoined ? FormWords(words: words) : nil
  }

  private func interchanged(_ form: FormWords) -> FormWords? {
    guard form.words.count > 1, let last = form.words.last?.text else { return nil }
    for (one, other) in procedureWords {
      if last == one { return replacing(form, form.words.count - 1, with: other) }
      if last == other { return replacing(form, form.words.count - 1, with: one) }
    }
    return nil
  }

  /// "100%" as "100 percent" and "100 per cent".
  private func percentInWords(_ form: FormWords) -> [FormWords] {
    guard let number = form.words.firstIndex(where: { $0.isNumber && $0.text.hasSuffix("%") }) else {
      return []
    }
    return [["percent"], ["per", "cent"]].map { names in
      var words = form.words
      words[number].text.removeLast()
      words.insert(contentsOf: names.map { FormWords.Word(text: $0) }, at: number + 1)
      return FormWords(words: words)
    }
  }

  private func replacing(_ form: FormWords, _ place: Int, with text: String) -> FormWords {
    var result = form
    let hyphen = form.words[place].hyphenBefore
    result.words[place] = FormWords.Word(text: text, hyphenBefore: hyphen)
    return result
  }

  // MARK: Spellings

  /// The form and its other spellings; at most 16.
  func spelled(_ form: FormWords) -> [FormWords] {
    var result = [form]
    for place in form.words.indices where !form.words[place].isNumber {
      let variants = spelling.variants(of: form.words[place].text)
      for base in result where result.count < 16 {
        for variant in variants where result.count < 16 {
          result.append(replacing(base, place, with: variant))
        }
      }
    }
    return result
  }

  // MARK: Cues and frames

  /// All forms of a cue's form, itself first.
  func ofCue(_ form: FormWords, _ inflection: Cue.Inflection) -> [Form] {
    switch inflection {
    case .none: (spelled(form) + percentInWords(form)).map { Form(form: $0) }
    case .verb: ofFrame(form, .verb)
    case .noun: ofFrame(form, .noun)
    }
  }

  /// All forms of a frame's word, itself first.
  func ofFrame(_ form: FormWords, _ shape: Frame.Shape) -> [Form] {
    var result: [Form] = []
    func add(_ base: FormWords, _ inflected: WordForm) {
      for variant in spelled(base) {
        let new = Form(form: variant, inflected: inflected)
        let isThere = result.contains { $0.inflected == inflected && $0.form.key == variant.key }
        if !isThere { result.append(new) }
      }
    }
    switch shape {
    case .verb, .patientVerb, .topicVerb, .adviceVerb, .topicCause, .blame, .split:
      // "not affect": the verb is the second word; "re-pigment": its last part carries the ending.
      var verb = form.words.count > 1 && form.words[0].text == "not" ? 1 : 0
      while verb + 1 < form.words.count, form.words[verb + 1].hyphenBefore { verb += 1 }
      for (text, inflected) in inflection.forms(of: form.words[verb].text) {
        add(replacing(form, verb, with: text), inflected)
      }
    case .noun:
      add(form, .fixed)
      let noun = head(form) ?? form.words.count - 1
      if let plural = inflection.plural(of: form.words[noun].text) {
        add(replacing(form, noun, with: plural), .fixed)
      }
    case .adjective, .preposition, .cause, .effectOf, .definition:
      add(form, .fixed)
    }
    return result
  }
}
