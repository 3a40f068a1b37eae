import Claims
import Ingest
import Judgment
import Knowledge

/// Writes the annotations of one document.
///
/// The quote and the text position are of the clean text, in code points, as the model asks for text with its markup
/// taken away; the data position is of the file's bytes.
struct AnnotationDocument {
  /// Code points of context before and behind a quote, by which it is found again in a later draft.
  static let context = 32

  private let checked: CheckedDocument
  private let knowledge: KnowledgeBase
  private let options: ReportOptions
  private let offsets: TextOffsets
  private let drain: Drain?
  /// Names the file's bytes in the ids of annotations.
  private let sha256: String
  private var output: [UInt8] = []

  init(_ checked: CheckedDocument, knowledge: KnowledgeBase, options: ReportOptions, drain: Drain?) {
    self.checked = checked
    self.knowledge = knowledge
    self.options = options
    self.drain = drain
    offsets = TextOffsets(checked.document.text)
    var hash = SHA256()
    hash.update(checked.document.file.bytes)
    sha256 = hash.finish()
  }

  mutating func write(to bytes: inout [UInt8]) {
    swap(&output, &bytes)
    defer { swap(&output, &bytes) }
    begin("document", motivation: "assessing")
    tag("score:\(checked.judgment.score)", isFirst: true)
    output.append("],\"target\":\"")
    appendIRI()
    output.append("\"}")
    for index in checked.reading.claims.indices where checked.judgment.claims[index].isListed {
      append(claim: index)
    }
    for index in checked.judgment.findings.indices { append(finding: index) }
  }

  /// Begins an annotation, up to the elements of its body.
  private mutating func begin(_ name: String, motivation: StaticString) {
    if output.count >= 1 << 17, let drain { drain(&output) }
    output.append("{\"id\":\"urn:assay:annotation:")
    output.append(text: sha256)
    output.append(":")
    output.append(text: name)
    output.append("\",\"type\":\"Annotation\",\"motivation\":\"")
    output.append(motivation)
    output.append("\"")
    if let timestamp = options.timestamp {
      output.append(",\"created\":")
      output.append(json: timestamp)
    }
    output.append(
      ",\"generator\":{\"id\":\"urn:assay:tool\",\"type\":\"Software\",\"name\":")
    output.append(json: "assay \(options.version)")
    output.append("},\"body\":[")
  }

  private mutating func tag(_ value: String, isFirst: Bool = false) {
    if !isFirst { output.append(",") }
    output.append("{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":")
    output.append(json: value)
    output.append("}")
  }

  private mutating func comment(_ value: String, _ purpose: StaticString, isFirst: Bool = false) {
    if !isFirst { output.append(",") }
    output.append("{\"type\":\"TextualBody\",\"purpose\":\"")
    output.append(purpose)
    output.append("\",\"format\":\"text/plain\",\"language\":\"en\",\"value\":")
    output.append(json: value)
    output.append("}")
  }

  private mutating func append(claim index: Int) {
    let claim = checked.reading.claims[index]
    let judged = checked.judgment.claims[index]
    output.append(",\n")
    begin("c\(index + 1)", motivation: "classifying")
    tag("verdict:\(judged.verdict.rawValue)", isFirst: true)
    tag("relation:\(claim.relation.rawValue)")
    if let agent = claim.agent.id(in: knowledge) { tag("intervention:\(agent)") }
    for partner in claim.partners {
      if let id = checked.reading.partners[Int(partner)].id(in: knowledge) { tag("partner:\(id)") }
    }
    if let target = claim.target.id(in: knowledge) { tag("target:\(target)") }
    for place in judged.evidence(in: checked.judgment) {
      tag("evidence:\(knowledge.statements[Int(place)].id)")
    }
    end(claim.range)
  }

  private mutating func append(finding index: Int) {
    let finding = checked.judgment.findings[index]
    output.append(",\n")
    begin("f\(index + 1)", motivation: "assessing")
    comment(finding.message, "commenting", isFirst: true)
    if !finding.suggestion.isEmpty { comment(finding.suggestion, "editing") }
    tag("rule:\(knowledge.findingRules[Int(finding.rule)].id)")
    tag("severity:\(finding.severity.rawValue)")
    tag("standing:\(finding.standing.name)")
    for claim in finding.claims { tag("claim:c\(claim + 1)") }
    if let place = finding.place { end(source: place) } else { end(finding.range) }
  }

  // MARK: Targets

  private mutating func beginTarget() {
    output.append("],\"target\":{\"type\":\"SpecificResource\",\"source\":\"")
    appendIRI()
    output.append("\",\"selector\":[")
  }

  /// Ends an annotation of a piece of the clean text.
  private mutating func end(_ range: ByteRange) {
    let text = checked.document.text
    beginTarget()
    output.append("{\"type\":\"TextQuoteSelector\",\"exact\":")
    append(text: range)
    output.append(",\"prefix\":")
    var start = range.start
    for _ in 0..<Self.context where start > 0 {
      repeat { start -= 1 } while start > 0 && text[start] & 0xC0 == 0x80
    }
    append(text: ByteRange(start, range.start))
    output.append(",\"suffix\":")
    var contextEnd = range.end
    for _ in 0..<Self.context where contextEnd < text.count {
      repeat { contextEnd += 1 } while contextEnd < text.count && text[contextEnd] & 0xC0 == 0x80
    }
    append(text: ByteRange(range.end, contextEnd))
    output.append("},{\"type\":\"TextPositionSelector\",\"start\":")
    output.append(decimal: offsets.at(range.start).codePoints)
    output.append(",\"end\":")
    output.append(decimal: offsets.at(range.end).codePoints)
    output.append("}")
    let source = checked.document.sourceRange(of: range)
    // A place in a part of a container is none in the file.
    guard checked.document.filePlace(of: source).part == nil else {
      output.append("]}}")
      return
    }
    output.append(",")
    end(data: source)
  }

  /// Ends an annotation of something that is no part of the clean text.
  private mutating func end(source range: ByteRange) {
    beginTarget()
    end(data: range)
  }

  private mutating func end(data source: ByteRange) {
    let range = checked.document.filePlace(of: source).range
    output.append("{\"type\":\"DataPositionSelector\",\"start\":")
    output.append(decimal: range.start)
    output.append(",\"end\":")
    output.append(decimal: range.end)
    output.append("}]}}")
  }

  private mutating func append(text range: ByteRange) {
    let text = checked.document.text
    text.withUnsafeBufferPointer {
      output.append(json: UnsafeBufferPointer(rebasing: $0[range.start..<range.end]))
    }
  }

  /// Appends the path as a relative reference (RFC 3986): what is not unreserved is percent-encoded, a colon too, which
  /// would make a scheme of what stands before it.
  private mutating func appendIRI() {
    for byte in checked.document.path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: output.append(byte)
      default:
        output.append("%")
        output.append(upperHexDigit: byte >> 4)
        output.append(upperHexDigit: byte & 15)
      }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(upperHexDigit value: UInt8) {
    append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10)
  }
}
