import Linguistics

/// The surface forms of all concepts, written and generated, each naming one concept.
struct ConceptForms {
  struct Form {
    var form: FormWords
    var concept: Int
    var flags: PhraseEntry.Flags
  }
  private(set) var forms: [Form] = []
  /// How many forms were written.
  private(set) var written = 0

  /// Forms that are written like one of `forms` but for marks ("é"): their words are spellings of the same words.
  private(set) var respelled: [FormWords] = []

  private struct Claim {
    var concept: Int
    /// Place in `forms`.
    var place: Int
    var form: PlacedText
    var needsContext: Bool
  }

  private let drafts: [ConceptDraft]
  private let surface: SurfaceForms
  private let faults: FaultCollector
  private let vocabulary: PlainEnglish
  private var literal: [String: Claim] = [:]

  /// Words that are no names of concepts.
  struct PlainEnglish {
    /// Common nouns and adjectives: no synonyms, but forms that need context.
    var common: Set<String>
    /// "of", "can", "it": never a form.
    var grammar: Set<String>
    /// Words of all classes: never a generated form.
    var others: Set<String>
  }

  init(
    _ drafts: [ConceptDraft], _ surface: SurfaceForms, _ vocabulary: PlainEnglish, faults: FaultCollector
  ) {
    self.drafts = drafts
    self.surface = surface
    self.vocabulary = vocabulary
    self.faults = faults
    claimWritten()
    generate()
  }

  // MARK: Written forms

  private mutating func claimWritten() {
    for (concept, draft) in drafts.enumerated() {
      let all =
        [(draft.label, false)] + draft.synonyms.map { ($0, false) } + draft.needsContext.map { ($0, true) }
      for (text, needsContext) in all {
        written += 1
        let form = FormWords(text.text)
        guard isUsable(form, text, draft, needsContext: needsContext) else { continue }
        if let known = literal[form.key] {
          claimAgain(text, form, known, draft, concept, needsContext: needsContext)
          continue
        }
        literal[form.key] = Claim(
          concept: concept, place: forms.count, form: text, needsContext: needsContext)
        forms.append(Form(form: form, concept: concept, flags: flags(text.text, needsContext)))
      }
    }
  }

  private func isUsable(
    _ form: FormWords, _ text: PlacedText, _ draft: ConceptDraft, needsContext: Bool
  ) -> Bool {
    let path = draft.place.path
    let owner = "of '\(draft.id.text)'"
    let opening = text.text.utf8.count { $0 == 0x28 }
    let closing = text.text.utf8.count { $0 == 0x29 }
    if opening != closing {
      faults.report(path, text.at, "the form '\(text.text)' \(owner) has an unmatched bracket", "mend it")
      return false
    }
    if form.words.isEmpty {
      faults.report(path, text.at, "the form '\(text.text)' \(owner) has no word", "remove it")
      return false
    }
    if form.words.count > PhraseLimits.words {
      faults.report(
        path, text.at, "the form '\(text.text)' \(owner) has more than \(PhraseLimits.words) words",
        "shorten it")
      return false
    }
    if vocabulary.grammar.contains(form.key) {
      faults.report(
        path, text.at, "the form '\(text.text)' \(owner) is a word of plain English", "remove it")
      return false
    }
    guard !needsContext, text.at != draft.label.at else { return true }
    let letters = form.words.reduce(form.words.count - 1) { $0 + $1.text.count }
    if letters <= 2 {
      faults.report(
        path, text.at, "the form '\(text.text)' \(owner) is too short to stand alone",
        "put it under 'needs_context'")
    } else if vocabulary.common.contains(form.key) {
      faults.report(
        path, text.at, "the form '\(text.text)' \(owner) is too common a word to stand alone",
        "put it under 'needs_context'")
    }
    return true
  }

  private mutating func claimAgain(
    _ text: PlacedText, _ form: FormWords, _ known: Claim, _ draft: ConceptDraft, _ concept: Int,
    needsContext: Bool
  ) {
    if known.concept == concept {
      respelled.append(form)
      // An acronym that is written in small letters too counts in any.
      if !flags(text.text, needsContext).contains(.needsCapitals) {
        forms[known.place].flags.remove(.needsCapitals)
      }
      if known.needsContext != needsContext {
        faults.report(
          draft.place.path, text.at,
          "the form '\(text.text)' of '\(draft.id.text)' both stands alone and needs context",
          "keep it in one of the two lists")
      }
      return
    }
    let other = drafts[known.concept]
    faults.report(
      draft.place.path, text.at,
      "the form '\(text.text)' names both '\(other.id.text)' and '\(draft.id.text)'",
      "keep it at one of them; the other is in \(other.place.path):\(known.form.at.line)")
  }

  /// An acronym of two to four capital letters counts only in capitals.
  private func flags(_ text: String, _ needsContext: Bool) -> PhraseEntry.Flags {
    var flags: PhraseEntry.Flags = needsContext ? .needsContext : []
    if 2...4 ~= text.utf8.count, text.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) { flags.insert(.needsCapitals) }
    return flags
  }

  // MARK: Generated forms

  /// Adds the generated forms that nobody wrote. One that follows from the forms of two concepts is reported and names
  /// neither; within one concept the form that stands alone goes before the one that needs context.
  private mutating func generate() {
    struct Generated {
      var form: Form
      var from: PlacedText
      var isAmbiguous = false
    }
    var order: [String] = []
    var table: [String: Generated] = [:]
    for (concept, draft) in drafts.enumerated() {
      let all =
        [(draft.label, false)] + draft.synonyms.map { ($0, false) } + draft.needsContext.map { ($0, true) }
      for (text, needsContext) in all {
        let base = FormWords(text.text)
        guard literal[base.key]?.concept == concept else { continue }
        let flags = flags(text.text, needsContext)
        let variants =
          flags.contains(.needsCapitals)
          ? surface.acronymPlural(base) : surface.generated(from: base, isProcedure: draft.kind == .procedure)
        for form in variants {
          guard literal[form.key] == nil, isDistinct(form, needsContext) else { continue }
          guard let known = table[form.key] else {
            order.append(form.key)
            table[form.key] = Generated(
              form: Form(form: form, concept: concept, flags: flags), from: text)
            continue
          }
          guard known.form.concept != concept, !known.isAmbiguous else { continue }
          table[form.key]?.isAmbiguous = true
          let other = drafts[known.form.concept]
          faults.report(
            draft.place.path, text.at,
            "'\(form.key)' follows from the form '\(known.from.text)' of '\(other.id.text)' and from "
              + "'\(text.text)' of '\(draft.id.text)'",
            "write it at the one that it names; the other is in \(other.place.path):\(known.from.at.line)")
        }
      }
    }
    forms += order.compactMap { key in table[key].flatMap { $0.isAmbiguous ? nil : $0.form } }
  }

  /// Whether a generated form is more than a common word or a stub. Common words may be forms that need context.
  private func isDistinct(_ form: FormWords, _ needsContext: Bool) -> Bool {
    guard form.words.count == 1 else { return true }
    return form.words[0].text.utf8.count > 2 && !vocabulary.others.contains(form.key)
      && (needsContext || !vocabulary.common.contains(form.key))
  }
}

enum PhraseLimits {
  /// The longest phrase that can be compiled.
  static let words = 40
}
