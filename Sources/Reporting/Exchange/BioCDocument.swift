import Claims
import Ingest
import Judgment
import Knowledge

/// Writes one document as BioC. White space stands in `text` only, as the format asks.
struct BioCDocument {
  private let checked: CheckedDocument
  private let knowledge: KnowledgeBase
  private let unit: BioCUnit
  private let offsets: TextOffsets
  private let drain: Drain?
  /// Findings of each block, in their order; the last entry holds those that are about no sentence.
  private var findings: [[Int]]
  private var xml = XMLBytes()

  init(_ checked: CheckedDocument, knowledge: KnowledgeBase, unit: BioCUnit, drain: Drain?) {
    self.checked = checked
    self.knowledge = knowledge
    self.unit = unit
    self.drain = drain
    offsets = TextOffsets(checked.document.text)
    findings = Array(repeating: [], count: checked.document.blocks.count + 1)
    for (index, finding) in checked.judgment.findings.enumerated() {
      let block =
        finding.sentence >= 0
        ? Int(checked.reading.sentences[Int(finding.sentence)].block) : checked.document.blocks.count
      findings[block].append(index)
    }
  }

  mutating func write(to output: inout [UInt8]) {
    swap(&xml.bytes, &output)
    defer { swap(&xml.bytes, &output) }
    var hash = SHA256()
    hash.update(checked.document.file.bytes)
    xml.append("\n<document><id>")
    xml.text(checked.document.path)
    xml.append("</id>")
    xml.infon("format", checked.document.format.rawValue)
    xml.infon("sha256", hash.finish())
    xml.infon("score", String(checked.judgment.score))
    var sentence = 0
    for (number, block) in checked.document.blocks.enumerated() {
      let first = sentence
      while sentence < checked.reading.sentences.count,
        Int(checked.reading.sentences[sentence].block) == number
      {
        sentence += 1
      }
      append(block, number, sentences: first..<sentence)
      if xml.bytes.count >= 1 << 17, let drain { drain(&xml.bytes) }
    }
    if checked.document.blocks.isEmpty {
      // A document has to have a passage.
      xml.append("<passage><infon key=\"type\">empty</infon><offset>0</offset></passage>")
    }
    for index in findings[checked.document.blocks.count] { append(findingWithoutText: index) }
    xml.append("</document>")
  }

  private func offset(_ byte: Int) -> Int { unit == .bytes ? byte : offsets.at(byte).codePoints }

  // MARK: Passages

  private mutating func append(_ block: Block, _ number: Int, sentences: Range<Int>) {
    xml.append("<passage>")
    xml.infon("type", block.kind.rawValue)
    if block.level > 0 { xml.infon("level", String(block.level)) }
    xml.append("<offset>")
    xml.bytes.append(decimal: offset(block.range.start))
    xml.append("</offset>")
    append(text: block.range)
    let claims = sentences.flatMap { checked.reading.sentences[$0].claims }.map { Int($0) }
      .filter { checked.judgment.claims[$0].isListed }
    for sentence in sentences { appendWords(of: checked.reading.sentences[sentence]) }
    for claim in claims { append(claim: claim) }
    for finding in findings[number] { append(finding: finding) }
    for claim in claims { append(relationOf: claim) }
    for finding in findings[number] { append(relationOfFinding: finding) }
    xml.append("</passage>")
  }

  private mutating func append(text range: ByteRange) {
    xml.append("<text>")
    let text = checked.document.text
    text.withUnsafeBufferPointer {
      xml.append(escaped: UnsafeBufferPointer(rebasing: $0[range.start..<range.end]))
    }
    xml.append("</text>")
  }

  // MARK: Annotations

  private mutating func begin(annotation prefix: StaticString, _ place: Int) {
    xml.append("<annotation id=\"")
    xml.append(prefix)
    xml.bytes.append(decimal: place + 1)
    xml.append("\">")
  }

  private mutating func end(annotation range: ByteRange) {
    let start = offset(range.start)
    xml.append("<location")
    xml.attribute("offset", start)
    xml.attribute("length", offset(range.end) - start)
    xml.append("/>")
    append(text: range)
    xml.append("</annotation>")
  }

  private mutating func appendWords(of sentence: Sentence) {
    for place in sentence.mentions {
      let mention = checked.reading.mentions[Int(place)]
      begin(annotation: "m", Int(place))
      if mention.concept >= 0 {
        let concept = knowledge.concepts[Int(mention.concept)]
        xml.infon("type", concept.kind.rawValue)
        xml.infon("concept", concept.id)
      } else {
        xml.infon("type", "unnamed")
      }
      end(annotation: mention.range)
    }
    for place in sentence.cues {
      let record = checked.reading.cues[Int(place)]
      let cue = knowledge.cues[Int(record.cue)]
      begin(annotation: "q", Int(place))
      xml.infon("type", "cue")
      xml.infon("category", cue.category.rawValue)
      xml.infon("cue", cue.id)
      end(annotation: record.range)
    }
  }

  private mutating func append(claim index: Int) {
    let claim = checked.reading.claims[index]
    let judged = checked.judgment.claims[index]
    begin(annotation: "c", index)
    xml.infon("type", "claim")
    xml.infon("verdict", judged.verdict.rawValue)
    xml.infon("score", String(judged.score))
    xml.infon("certainty", claim.certainty.rawValue)
    xml.infon("strength", claim.strength.rawValue)
    xml.infon("negated", claim.negated ? "true" : "false")
    for place in judged.evidence(in: checked.judgment) {
      xml.infon("evidence", knowledge.statements[Int(place)].id)
    }
    end(annotation: claim.range)
  }

  private mutating func append(finding index: Int) {
    let finding = checked.judgment.findings[index]
    begin(annotation: "f", index)
    xml.infon("type", "finding")
    appendInfons(of: finding)
    end(annotation: finding.range)
  }

  private mutating func appendInfons(of finding: Finding) {
    xml.infon("rule", knowledge.findingRules[Int(finding.rule)].id)
    xml.infon("severity", finding.severity.rawValue)
    xml.infon("standing", finding.standing.name)
    xml.infon("message", finding.message)
    if !finding.suggestion.isEmpty { xml.infon("suggestion", finding.suggestion) }
  }

  // MARK: Relations

  private mutating func begin(relation prefix: StaticString, _ place: Int) {
    xml.append("<relation id=\"")
    xml.append(prefix)
    xml.bytes.append(decimal: place + 1)
    xml.append("\">")
  }

  private mutating func node(_ prefix: StaticString, _ place: Int, _ role: StaticString) {
    xml.append("<node refid=\"")
    xml.append(prefix)
    xml.bytes.append(decimal: place + 1)
    xml.append("\" role=\"")
    xml.append(role)
    xml.append("\"/>")
  }

  /// What a claim ties together: concepts as infons, words as nodes where they stand in the sentence.
  private mutating func append(relationOf index: Int) {
    let claim = checked.reading.claims[index]
    begin(relation: "r", index)
    xml.infon("type", claim.relation.rawValue)
    if let agent = claim.agent.id(in: knowledge) { xml.infon("intervention", agent) }
    for partner in claim.partners {
      if let id = checked.reading.partners[Int(partner)].id(in: knowledge) { xml.infon("partner", id) }
    }
    if let target = claim.target.id(in: knowledge) { xml.infon("target", target) }
    node("c", index, "claim")
    appendNode(of: claim.agent, in: claim.sentence, "intervention")
    for partner in claim.partners {
      appendNode(of: checked.reading.partners[Int(partner)], in: claim.sentence, "partner")
    }
    appendNode(of: claim.target, in: claim.sentence, "target")
    xml.append("</relation>")
  }

  private mutating func appendNode(of participant: Participant, in sentence: Int32, _ role: StaticString) {
    guard participant.origin == .named, !participant.range.isEmpty else { return }
    let mentions = checked.reading.sentences[Int(sentence)].mentions
    let place = mentions.first { checked.reading.mentions[Int($0)].range == participant.range }
    if let place { node("m", Int(place), role) }
  }

  private mutating func append(relationOfFinding index: Int) {
    let finding = checked.judgment.findings[index]
    guard !finding.claims.isEmpty else { return }
    begin(relation: "g", index)
    xml.infon("type", "finding")
    node("f", index, "finding")
    for claim in finding.claims { node("c", Int(claim), "claim") }
    xml.append("</relation>")
  }

  /// A finding about something that is no part of the text.
  private mutating func append(findingWithoutText index: Int) {
    begin(relation: "g", index)
    xml.infon("type", "finding")
    appendInfons(of: checked.judgment.findings[index])
    xml.append("</relation>")
  }
}

extension Participant {
  /// The id of the concept; of an agent made of a quantity and a mover `quantity:direction`; nil where nobody is named.
  func id(in knowledge: KnowledgeBase) -> String? {
    if concept >= 0 { return knowledge.concepts[Int(concept)].id }
    guard movesQuantity >= 0 else { return nil }
    let quantity = knowledge.concepts[Int(movesQuantity)].id
    return moves.map { "\(quantity):\($0.rawValue)" } ?? quantity
  }
}
