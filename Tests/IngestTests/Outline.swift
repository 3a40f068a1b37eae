import Testing

@testable import Ingest

func read(
  _ text: String, _ format: DocumentFormat, options: IngestOptions = IngestOptions()
) throws -> Document {
  try Ingest.document(path: "test", format: format, bytes: Array(text.utf8), options: options)
}

extension Document {
  func string(_ range: ByteRange) -> String { String(decoding: text[range.start..<range.end], as: UTF8.self) }

  /// One line for each block: its kind, its level if it has one, its text with line ends as `⏎`.
  var outline: [String] {
    blocks.map { block in
      let level = block.level > 0 ? "\(block.level)" : ""
      let text = string(block.range).replacing("\r\n", with: "⏎").replacing("\n", with: "⏎")
      return "\(block.kind.rawValue)\(level): \(text)"
    }
  }

  /// The source of the first place where the clean text holds a phrase.
  func source(of phrase: String) -> String? {
    guard let found = text.firstRange(of: Array(phrase.utf8)) else { return nil }
    let range = sourceRange(of: ByteRange(found.lowerBound, found.upperBound))
    return String(decoding: source[range.start..<range.end], as: UTF8.self)
  }
}

/// Expects what holds for the segments and blocks of any document.
func expectLaw(_ document: Document, _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation) {
  var clean = 0
  var faults: [String] = []
  for segment in document.segments {
    if segment.clean < clean { faults.append("segments overlap at clean byte \(segment.clean)") }
    if segment.cleanCount <= 0 { faults.append("an empty segment at clean byte \(segment.clean)") }
    clean = segment.cleanEnd
    guard segment.source >= 0, segment.sourceRange.end <= document.source.count, clean <= document.text.count
    else {
      faults.append("a segment leaves the text or the source at clean byte \(segment.clean)")
      continue
    }
    guard segment.isVerbatim else { continue }
    let text = document.text[segment.clean..<clean]
    let source = document.source[segment.sourceRange.start..<segment.sourceRange.end]
    if !text.elementsEqual(source) {
      faults.append("a verbatim segment differs at clean byte \(segment.clean)")
    }
  }
  var end = 0
  for block in document.blocks {
    if block.range.start < end || block.range.isEmpty {
      faults.append("blocks overlap or are empty at \(block.range)")
    }
    end = block.range.end
    let covered = document.segments.reduce(0) {
      $0 + max(0, min($1.cleanEnd, block.range.end) - max($1.clean, block.range.start))
    }
    if covered != block.range.count { faults.append("a block is not covered by segments at \(block.range)") }
  }
  if String(validating: document.text, as: UTF8.self) == nil, !document.isIdentity {
    faults.append("the clean text is no UTF-8")
  }
  #expect(faults.isEmpty, comment, sourceLocation: sourceLocation)
}

typealias Comment = Testing.Comment

extension Document {
  var isIdentity: Bool { text == source }
}

/// A small generator of equal numbers from equal seeds (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}
