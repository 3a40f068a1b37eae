import Linguistics

extension RecordLoader {
  /// Reads a file of cues.
  mutating func loadCues(_ file: RecordReader) {
    eachRecord(of: file, "cues", "cue") { loader, record, id in
      let category: Cue.Category? = record.choice("category")
      let scope: Cue.Scope? = record.choice("scope", .clause)
      let value = record.textOrEmpty("value")
      let forms = record.texts("forms", required: true)
      let means = record.text("means")
      let examples = record.texts("examples")
      guard let category, let scope, let means else { return false }
      let place = loader.place(record)
      let cue = Cue(
        id: id.text, category: category, scope: scope, value: value, forms: TextList(forms.map(\.text)),
        means: means.text, examples: examples.map(\.text), place: place.rulePlace)
      loader.keep(examples, of: record, id, .cue, .found, marking: .allowed)
      loader.drafts.cues.append(CueDraft(id: id, cue: cue, forms: forms, place: place))
      return true
    }
    file.finish()
  }

  /// Reads a file of frames.
  mutating func loadFrames(_ file: RecordReader) {
    eachRecord(of: file, "frames", "frame") { loader, record, id in
      let shape: Frame.Shape? = record.choice("shape")
      let effect: Frame.Effect? = record.choice("effect")
      let words = record.texts("words", required: true)
      let targetLinks = record.texts("target_links")
      let agentLinks = record.texts("agent_links")
      let moves = loader.moves(of: record)
      let strength = loader.strength(of: record)
      let means = record.text("means")
      let reads = loader.loadReads(of: record, id)
      let passes = record.texts("passes")
      loader.keep(passes, of: record, id, .frame, .passed, marking: .required)
      guard let shape, let effect, let means, let strength else { return false }
      let place = loader.place(record)
      let frame = Frame(
        id: id.text, shape: shape, effect: effect, words: words.map(\.text),
        targetLinks: targetLinks.map(\.text), agentLinks: agentLinks.map(\.text),
        movesQuantity: moves?.quantity.text ?? "", movesDirection: moves?.direction, strength: strength,
        means: means.text, examples: reads, place: place.rulePlace)
      loader.drafts.frames.append(
        FrameDraft(id: id, frame: frame, words: words, quantity: moves?.quantity, place: place))
      return true
    }
    file.finish()
  }

  private func moves(of record: RecordReader) -> (quantity: PlacedText, direction: Concept.Direction)? {
    guard let moves = record.record("moves", "'moves' of \(record.name)") else { return nil }
    let quantity = moves.text("quantity")
    let direction: Concept.Direction? = moves.choice("direction")
    moves.finish()
    guard let quantity, let direction else { return nil }
    return (quantity, direction)
  }

  private enum Strength: String, CaseIterable { case weak, moderate, strong, absolute }

  /// The strength of a frame's word, "" where none is written; nil where it is no strength.
  private func strength(of record: RecordReader) -> String? {
    let text = record.textOrEmpty("strength")
    guard !text.isEmpty else { return "" }
    let strength: Strength? = record.choice("strength")
    return strength?.rawValue
  }

  /// Reads a file of finding rules.
  mutating func loadFindings(_ file: RecordReader) {
    eachRecord(of: file, "findings", "finding rule", idRule: .family) { loader, record, id in
      let severity: FindingRule.Severity? = record.choice("severity")
      let check = record.optionalText("check")?.text ?? id.text
      let rank = record.integer("rank", in: -1_000_000...1_000_000) ?? 0
      let message = record.text("message")
      let suggestion = record.textOrEmpty("suggestion")
      let fixes = loader.fixes(of: record)
      let why = record.text("why")
      let sources = record.texts("sources")
      let agents = record.texts("agents")
      let flags = record.texts("flags")
      let passes = record.texts("passes")
      guard let severity, let message, let why, !record.isDamaged else { return false }
      let place = loader.place(record)
      loader.keep(flags, of: record, id, .finding, .flagged, marking: .allowed)
      loader.keep(passes, of: record, id, .finding, .passed, marking: .refused)
      let rule = FindingRule(
        id: id.text, severity: severity, check: check, rank: rank, message: message.text,
        suggestion: suggestion, fixes: fixes, why: why.text, sources: [], agents: [],
        flags: flags.map(\.text),
        passes: passes.map(\.text), place: place.rulePlace)
      loader.drafts.findings.append(
        FindingDraft(id: id, rule: rule, sources: sources, agents: agents, place: place))
      return true
    }
    file.finish()
  }

  /// The replacements of a finding rule.
  private func fixes(of record: RecordReader) -> [FindingRule.Replacement] {
    var result: [FindingRule.Replacement] = []
    for fix in record.records("fix", "a fix") {
      let words = fix.text("words")
      let with = fix.text("with")
      fix.finish()
      guard let words, let with else { continue }
      if words.text.lowercased() == with.text.lowercased() {
        record.damage(
          with.at, "a fix of \(record.name) puts '\(words.text)' in its own place", "write other words")
      } else if result.contains(where: { $0.words.lowercased() == words.text.lowercased() }) {
        record.damage(words.at, "'\(words.text)' has two fixes in \(record.name)", "remove one")
      } else {
        result.append(FindingRule.Replacement(words: words.text, with: with.text))
      }
    }
    return result
  }

  /// Reads `words.yaml`.
  mutating func loadWords(_ file: RecordReader) {
    file.name = "the words"
    drafts.language.path = path
    if let classes = file.record("classes", "the word classes") {
      let known = Dictionary(uniqueKeysWithValues: WordClasses.names)
      for name in classes.freeKeys {
        let words = classes.texts(name.text)
        guard let value = known[name.text] else {
          let names = WordClasses.names.map(\.0)
          faults.report(
            path, name.at, "no word class '\(name.text)'",
            Suggestion.remedy(for: name.text, among: names)
              ?? "choose one of \(names.joined(separator: ", "))")
          continue
        }
        drafts.language.classWords += words.map { LanguageDraft.ClassWord(word: $0, classes: value) }
      }
    }
    if let verbs = file.record("irregular_verbs", "the irregular verbs") {
      for base in verbs.freeKeys {
        let forms = verbs.texts(base.text).map(\.text)
        if forms.count < 3 {
          faults.report(
            path, base.at, "the verb '\(base.text)' has \(forms.count) forms",
            "write third person, -ing form and past, e.g. [goes, going, went, gone]")
        } else {
          drafts.language.irregularVerbs[base.text] = forms
        }
      }
    }
    if let plurals = file.record("plurals", "the plurals") {
      for singular in plurals.freeKeys {
        if let plural = plurals.text(singular.text) { drafts.language.plurals[singular.text] = plural.text }
      }
    }
    drafts.language.spellings += pairs(file, "spelling")
    drafts.language.procedureWords += pairs(file, "procedure_words")
    drafts.language.verbs += file.texts("verbs")
    drafts.language.commonWords += file.texts("common_words")
    drafts.language.referenceHeadings += file.texts("reference_headings").map(\.text)
    file.finish()
  }

  private func pairs(_ file: RecordReader, _ key: String) -> [(String, String)] {
    file.lists(key).compactMap { pair in
      guard pair.count == 2 else {
        faults.report(
          path, pair.first?.at ?? file.at, "an entry of '\(key)' has \(pair.count) words",
          "write pairs, e.g. [one, other]")
        return nil
      }
      return (pair[0].text, pair[1].text)
    }
  }
}
