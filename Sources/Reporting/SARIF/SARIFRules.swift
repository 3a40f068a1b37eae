import Knowledge

/// The finding rules as SARIF's descriptors, in the order of the knowledge base: the place of one is its `ruleIndex`.
struct SARIFRules {
  private let knowledge: KnowledgeBase

  /// The longest description that GitHub shows, in characters.
  private static let descriptionLimit = 1024

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// Appends the items of the array, without its brackets.
  func append(to output: inout [UInt8]) {
    for (index, rule) in knowledge.findingRules.enumerated() {
      output.append(index == 0 ? "\n" : ",\n")
      append(rule, to: &output)
    }
  }

  private func append(_ rule: FindingRule, to output: inout [UInt8]) {
    let reason = rule.why.isEmpty ? rule.id : rule.why
    output.append("{\"id\":")
    output.append(json: rule.id)
    output.append(",\"name\":")
    output.append(json: Self.name(of: rule.id))
    output.append(",\"shortDescription\":{\"text\":")
    output.append(json: Self.limited(Self.firstSentence(of: reason)))
    output.append("},\"fullDescription\":{\"text\":")
    output.append(json: Self.limited(reason))
    output.append("},\"help\":{\"text\":")
    output.append(json: help(rule, reason, isMarkdown: false))
    output.append(",\"markdown\":")
    output.append(json: help(rule, reason, isMarkdown: true))
    output.append("},\"defaultConfiguration\":{\"level\":\"")
    output.append(text: rule.severity.rawValue)
    output.append("\"},\"properties\":{\"tags\":[")
    output.append(json: String(rule.family))
    output.append("],\"problem.severity\":\"")
    output.append(text: rule.severity == .note ? "recommendation" : rule.severity.rawValue)
    output.append("\",\"precision\":\"")
    // What is an error rests on a rule or on evidence that says the contrary; the rest weighs words.
    output.append(rule.severity == .error ? "high" : "medium")
    output.append("\"}}")
  }

  /// `contradiction/opposes-condition` as `ContradictionOpposesCondition`.
  private static func name(of id: String) -> String {
    id.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func firstSentence(of text: String) -> String {
    var previous: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      if previous == 0x2E, byte == 0x20 { return String(decoding: text.utf8.prefix(offset), as: UTF8.self) }
      previous = byte
    }
    return text
  }

  private static func limited(_ text: String) -> String {
    guard text.unicodeScalars.count > descriptionLimit else { return text }
    var start = String.UnicodeScalarView(text.unicodeScalars.prefix(descriptionLimit - 1))
    start.append("…")
    return String(start)
  }

  // MARK: Help

  private func help(_ rule: FindingRule, _ reason: String, isMarkdown: Bool) -> String {
    func shown(_ text: String) -> String { isMarkdown ? MarkdownText.escaped(text) : text }
    var text = shown(reason)
    func list(_ title: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      text += isMarkdown ? "\n\n**\(title)**\n" : "\n\n\(title):"
      for item in items { text += "\n- " + item }
    }
    list("Flagged", rule.flags.map { Self.marked(shown($0), isMarkdown: isMarkdown) })
    list("Passed", rule.passes.map(shown))
    list("Sources", rule.sources.map { citation(knowledge.sources[Int($0)], isMarkdown: isMarkdown) })
    return text
  }

  /// In Markdown the address is a link.
  private func citation(_ source: Source, isMarkdown: Bool) -> String {
    let text = Citation.text(source)
    guard isMarkdown else { return text }
    let address = Citation.address(of: source)
    guard text.hasSuffix(address), address.hasPrefix("https://"),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E })
    else { return MarkdownText.escaped(text) }
    return MarkdownText.escaped(text.dropLast(address.count)) + "<\(address)>"
  }

  /// An example with its marked words in bold, or as they are.
  private static func marked(_ example: String, isMarkdown: Bool) -> String {
    guard isMarkdown else { return example }
    return example.replacing("«", with: "**").replacing("»", with: "**")
  }
}
