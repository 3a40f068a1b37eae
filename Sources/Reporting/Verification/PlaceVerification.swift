import Ingest

/// Holds places of a report against the document read again from its source.
struct PlaceVerification {
  private let document: Document
  /// The clean text as a report holds it.
  let text: [UInt8]
  private let offsets: TextOffsets
  private var cursor: SourceCursor
  /// Byte offset of each code point of `text`, and of its end; nil where all of it is ASCII.
  private let codePoints: [Int]?
  private(set) var faults: [ReportFault] = []

  init(_ document: Document) {
    self.document = document
    var text = document.text
    XMLBytes.putStandIns(into: &text)
    self.text = text
    offsets = TextOffsets(text)
    cursor = SourceCursor(document)
    if text.allSatisfy({ $0 < 0x80 }) {
      codePoints = nil
    } else {
      codePoints = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
    }
  }

  private mutating func fault(_ node: ReportNode, _ message: String) {
    faults.append(ReportFault(line: node.line, message: "\(node.name): \(message)"))
  }

  /// Checks an element of the body.
  /// - Parameter clean: bytes of the clean text where it stands.
  mutating func check(inline node: ReportNode, _ clean: ByteRange) {
    checkSource(node, document.sourceRange(of: clean))
    let start = offsets.at(clean.start)
    let end = offsets.at(clean.end)
    check(
      node,
      [
        ("textCodePointStart", start.codePoints), ("textCodePointEnd", end.codePoints),
        ("textUTF16Start", start.utf16), ("textUTF16End", end.utf16),
      ])
  }

  /// Checks a span: that its words are the piece of the text that it names.
  mutating func check(span node: ReportNode) {
    guard let exact = node.element(named: "exact") else { return }
    if node["of"] == XMLSpanText.source.rawValue {
      checkSourceSpan(node, exact)
      return
    }
    guard let start = node.number("textCodePointStart"), let end = node.number("textCodePointEnd"),
      let first = byte(ofCodePoint: start), let last = byte(ofCodePoint: end), first <= last
    else {
      return fault(node, "its offsets name no piece of the clean text")
    }
    let clean = ByteRange(first, last)
    guard exact.text.elementsEqual(text[first..<last]) else {
      return fault(node, "its words are not those of code points \(start) to \(end) of the clean text")
    }
    check(inline: node, clean)
  }

  /// Checks a span of what is no part of the clean text.
  private mutating func checkSourceSpan(_ node: ReportNode, _ exact: ReportNode) {
    guard let start = node.number("sourceByteStart"), let end = node.number("sourceByteEnd"), start <= end,
      start >= 0, let range = document.source(of: FilePlace(part: node["part"], range: ByteRange(start, end)))
    else {
      return fault(node, "its offsets name no piece of the source")
    }
    var words = Array(String(decoding: document.source[range.start..<range.end], as: UTF8.self).utf8)
    XMLBytes.putStandIns(into: &words)
    guard exact.text == words else {
      return fault(node, "its words are not those of bytes \(start) to \(end) of the source")
    }
    checkSource(node, range)
  }

  private func byte(ofCodePoint offset: Int) -> Int? {
    guard let codePoints else { return offset >= 0 && offset <= text.count ? offset : nil }
    return codePoints.indices.contains(offset) ? codePoints[offset] : nil
  }

  private mutating func checkSource(_ node: ReportNode, _ source: ByteRange) {
    let start = cursor.place(of: source.start)
    let end = cursor.place(of: source.end)
    let place = document.filePlace(of: source)
    if node["part"] != place.part {
      fault(node, "part is \(node["part"] ?? "left out") and ought to be \(place.part ?? "left out")")
    }
    check(
      node,
      [
        ("sourceByteStart", place.range.start), ("sourceByteEnd", place.range.end), ("line", start.line),
        ("column", start.column), ("endLine", end.line), ("endColumn", end.column),
      ])
  }

  /// Checks those of the attributes that an element has.
  private mutating func check(_ node: ReportNode, _ expected: [(name: String, value: Int)]) {
    for (name, value) in expected {
      if let named = node[name], Int(named) != value {
        fault(node, "\(name) is \(named) and ought to be \(value)")
      }
    }
  }
}
