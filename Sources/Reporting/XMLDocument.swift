import Claims
import Ingest
import Judgment
import Knowledge

/// Writes one document with its annotated text. Offsets are bytes of the source file, end exclusive.
struct XMLDocument {
  private let checked: CheckedDocument
  private let knowledge: KnowledgeBase
  private let steps: StepText
  private let drain: Drain?
  private var cursor: SourceCursor
  private var xml = XMLBytes()

  init(_ checked: CheckedDocument, knowledge: KnowledgeBase, drain: Drain?) {
    self.checked = checked
    self.knowledge = knowledge
    self.drain = drain
    steps = StepText(knowledge: knowledge)
    cursor = SourceCursor(checked.document)
  }

  private var document: Document { checked.document }
  private var reading: DocumentReading { checked.reading }

  mutating func write(to output: inout [UInt8]) {
    swap(&xml.bytes, &output)
    defer { swap(&xml.bytes, &output) }
    var hash = SHA256()
    hash.update(document.source)
    xml.open("document", at: 1)
    xml.attribute("path", document.path)
    xml.attribute("format", document.format.rawValue)
    xml.attribute("bytes", document.source.count)
    xml.attribute("sha256", hash.finish())
    xml.attribute("score", Int(checked.judgment.score))
    xml.attribute("wordCount", reading.wordCount)
    xml.endTag()
    appendBody()
    xml.open("claims", at: 2)
    xml.endTag()
    for index in reading.claims.indices where checked.judgment.claims[index].isListed { appendClaim(index) }
    xml.close("claims", at: 2)
    xml.open("findings", at: 2)
    xml.endTag()
    appendFindings()
    xml.close("findings", at: 2)
    xml.open("notes", at: 2)
    xml.endTag()
    for note in document.notes { append(note) }
    xml.close("notes", at: 2)
    xml.close("document", at: 1)
  }

  private mutating func drainIfLong() {
    guard xml.bytes.count >= 1 << 17, let drain else { return }
    drain(&xml.bytes)
  }

  // MARK: Places

  private mutating func attributes(range clean: ByteRange) {
    let range = document.sourceRange(of: clean)
    xml.attribute("start", range.start)
    xml.attribute("end", range.end)
  }

  private mutating func attributes(placesOf clean: ByteRange) {
    attributes(range: clean)
    attributes(places: document.sourceRange(of: clean))
  }

  private mutating func attributes(places range: ByteRange) {
    let start = cursor.place(of: range.start)
    let end = cursor.place(of: range.end)
    xml.attribute("line", start.line)
    xml.attribute("column", start.column)
    xml.attribute("endLine", end.line)
    xml.attribute("endColumn", end.column)
  }

  private mutating func append(text range: ByteRange) {
    guard !range.isEmpty else { return }
    let text = document.text
    text.withUnsafeBufferPointer {
      xml.append(escaped: UnsafeBufferPointer(rebasing: $0[range.start..<range.end]))
    }
  }

  // MARK: Body

  /// The clean text, in blocks and sentences: the text content of `body` is the clean text, less what XML cannot hold.
  private mutating func appendBody() {
    xml.open("body", at: 2)
    xml.endTag()
    var position = 0
    var sentence = 0
    for (number, block) in document.blocks.enumerated() {
      append(text: ByteRange(position, block.range.start))
      position = block.range.start
      xml.open("block")
      xml.attribute("kind", block.kind.rawValue)
      if block.level > 0 { xml.attribute("level", block.level) }
      attributes(range: block.range)
      xml.endTag()
      while sentence < reading.sentences.count, Int(reading.sentences[sentence].block) == number {
        let range = reading.sentences[sentence].range
        append(text: ByteRange(position, range.start))
        append(sentence: sentence)
        position = range.end
        sentence += 1
      }
      append(text: ByteRange(position, block.range.end))
      position = block.range.end
      xml.close("block")
      drainIfLong()
    }
    append(text: ByteRange(position, max(position, document.text.count)))
    xml.close("body")
  }

  /// A mention or a cue inside a sentence.
  private struct Annotation {
    var range: ByteRange
    var place: Int
    var isMention: Bool
  }

  private mutating func append(sentence index: Int) {
    let sentence = reading.sentences[index]
    xml.open("sentence")
    xml.attribute("id", "s\(index + 1)")
    attributes(range: sentence.range)
    xml.attribute("attribution", sentence.attribution.rawValue)
    xml.endTag()
    var position = sentence.range.start
    for annotation in annotations(of: sentence) where annotation.range.start >= position {
      append(text: ByteRange(position, annotation.range.start))
      if annotation.isMention {
        append(mention: annotation.place)
      } else {
        append(cue: annotation.place)
      }
      position = annotation.range.end
    }
    append(text: ByteRange(position, sentence.range.end))
    xml.close("sentence")
  }

  /// In the order of the text; of two that begin at one place the longer one first, a mention before a cue. One that
  /// begins inside another is left out of the text.
  private func annotations(of sentence: Sentence) -> [Annotation] {
    var annotations: [Annotation] = []
    for place in sentence.mentions {
      annotations.append(
        Annotation(range: reading.mentions[Int(place)].range, place: Int(place), isMention: true))
    }
    for place in sentence.cues {
      annotations.append(
        Annotation(range: reading.cues[Int(place)].range, place: Int(place), isMention: false))
    }
    annotations.removeAll { $0.range.start < sentence.range.start || $0.range.end > sentence.range.end }
    return annotations.sorted {
      ($0.range.start, -$0.range.end, $0.isMention ? 0 : 1, $0.place)
        < ($1.range.start, -$1.range.end, $1.isMention ? 0 : 1, $1.place)
    }
  }

  private mutating func append(mention place: Int) {
    let mention = reading.mentions[place]
    xml.open("mention")
    if mention.concept >= 0 { xml.attribute("concept", knowledge.concepts[Int(mention.concept)].id) }
    attributes(range: mention.range)
    xml.endTag()
    append(text: mention.range)
    xml.close("mention")
  }

  private mutating func append(cue place: Int) {
    let record = reading.cues[place]
    let cue = knowledge.cues[Int(record.cue)]
    xml.open("cue")
    xml.attribute("cue", cue.id)
    xml.attribute("category", cue.category.rawValue)
    attributes(range: record.range)
    xml.endTag()
    append(text: record.range)
    xml.close("cue")
  }

  // MARK: Claims

  private mutating func appendClaim(_ index: Int) {
    drainIfLong()
    let claim = reading.claims[index]
    let judged = checked.judgment.claims[index]
    xml.open("claim", at: 3)
    xml.attribute("id", "c\(index + 1)")
    xml.attribute("sentence", "s\(claim.sentence + 1)")
    attributes(placesOf: claim.range)
    if let agent = claim.agent.id(in: knowledge) { xml.attribute("interventions", agent) }
    if !claim.partners.isEmpty {
      let partners = claim.partners.compactMap { reading.partners[Int($0)].id(in: knowledge) }
      xml.attribute("partners", partners.joined(separator: " "))
    }
    xml.attribute("relation", claim.relation.rawValue)
    if let target = claim.target.id(in: knowledge) { xml.attribute("target", target) }
    if let state = claim.agent.deviation { xml.attribute("agentState", state.rawValue) }
    if let state = claim.target.deviation { xml.attribute("targetState", state.rawValue) }
    xml.attribute("negated", claim.negated ? "true" : "false")
    xml.attribute("certainty", claim.certainty.rawValue)
    xml.attribute("strength", claim.strength.rawValue)
    xml.attribute("causality", claim.causality.rawValue)
    xml.attribute("advice", claim.advice.rawValue)
    xml.attribute("attribution", claim.attribution.rawValue)
    xml.attribute("verdict", judged.verdict.rawValue)
    xml.attribute("score", Int(judged.score))
    if judged.statement >= 0 { xml.attribute("evidence", knowledge.statements[Int(judged.statement)].id) }
    xml.endTag()
    xml.open("derivation", at: 4)
    xml.endTag()
    for place in judged.derivation { append(step: checked.judgment.steps[Int(place)]) }
    xml.close("derivation", at: 4)
    xml.close("claim", at: 3)
  }

  private mutating func append(step: DerivationStep) {
    var because: [UInt8] = []
    steps.appendReason(step, of: checked, to: &because)
    xml.open("step", at: 5)
    xml.attribute("because", String(decoding: because, as: UTF8.self))
    xml.endTag()
    var words: [UInt8] = []
    steps.appendStep(step, of: checked, to: &words)
    words.withUnsafeBufferPointer { xml.append(escaped: $0) }
    xml.close("step")
  }

  // MARK: Findings

  private mutating func appendFindings() {
    var fingerprints = Fingerprints(knowledge: knowledge)
    for finding in checked.judgment.findings {
      drainIfLong()
      xml.open("finding", at: 3)
      xml.attribute("rule", knowledge.findingRules[Int(finding.rule)].id)
      xml.attribute("severity", finding.severity.rawValue)
      if finding.sentence >= 0 { xml.attribute("sentence", "s\(finding.sentence + 1)") }
      attributes(range: finding.range)
      attributes(places: checked.sourceRange(of: finding))
      xml.attribute("standing", finding.standing.name)
      list("claims", finding.claims.map { "c\($0 + 1)" })
      list("evidence", finding.statements.map { knowledge.statements[Int($0)].id })
      list("definitions", finding.definitions.map { knowledge.definitions[Int($0)].id })
      list("references", finding.sources.map { knowledge.sources[Int($0)].id })
      list("regulations", finding.regulations.map { knowledge.regulation.rules[Int($0)].id })
      var fingerprint: [UInt8] = []
      fingerprint.append(hex: fingerprints.next(finding, in: checked))
      xml.attribute("fingerprint", String(decoding: fingerprint, as: UTF8.self))
      xml.endTag()
      xml.element("message", finding.message, at: 4)
      xml.element("suggestion", finding.suggestion, at: 4)
      for related in finding.related {
        xml.open("related", at: 4)
        if let elsewhere = related.elsewhere {
          xml.attribute("path", elsewhere.path)
          xml.attribute("start", elsewhere.range.start)
          xml.attribute("end", elsewhere.range.end)
          xml.attribute("line", elsewhere.line)
          xml.attribute("column", elsewhere.column)
          xml.attribute("endLine", elsewhere.endLine)
          xml.attribute("endColumn", elsewhere.endColumn)
        } else {
          attributes(placesOf: related.range)
        }
        xml.endTag()
        xml.text(related.message)
        xml.close("related")
      }
      for attached in finding.attached {
        xml.open("attached", at: 4)
        xml.attribute("rule", knowledge.findingRules[Int(attached.rule)].id)
        xml.attribute("severity", attached.severity.rawValue)
        xml.endTag()
        xml.text(attached.message)
        xml.close("attached")
      }
      if let fix = finding.fix {
        xml.open("fix", at: 4)
        attributes(placesOf: fix.range)
        xml.endTag()
        xml.text(fix.text)
        xml.close("fix")
      }
      xml.close("finding", at: 3)
    }
  }

  /// Ids, one space between two; no attribute where there is none.
  private mutating func list(_ name: StaticString, _ ids: [String]) {
    if !ids.isEmpty { xml.attribute(name, ids.joined(separator: " ")) }
  }

  private mutating func append(_ note: IngestNote) {
    let place = cursor.place(of: note.offset)
    xml.open("note", at: 3)
    xml.attribute("offset", note.offset)
    xml.attribute("line", place.line)
    xml.attribute("column", place.column)
    xml.endTag()
    xml.text(note.message)
    xml.close("note")
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
