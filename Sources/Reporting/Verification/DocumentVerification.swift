import Ingest
import Knowledge

/// Holds one document of a report against its own source. What an attribute lacks the schema has told of.
struct DocumentVerification {
  private let node: ReportNode
  private(set) var faults: [ReportFault] = []

  init(_ node: ReportNode) {
    self.node = node
  }

  mutating func run() {
    guard let sourceNode = node.element(named: "source") else { return }
    guard let source = Self.rebuild(sourceNode) else {
      return fault(sourceNode, "the source is no base64")
    }
    check(source, sourceNode)
    guard let format = node["format"].flatMap(DocumentFormat.init(rawValue:)) else { return }
    let document: Document
    do throws(IngestError) {
      var options = IngestOptions(
        encoding: sourceNode["encoding"].flatMap(TextEncoding.init(rawValue:)))
      options.limits.fileSize = Ingest.greatestSizeLimit
      options.limits.unpackedSize = Ingest.greatestSizeLimit
      options.limits.archiveEntries = .max
      if let extraction = Self.extraction(sourceNode) {
        document = try Ingest.document(path: "", text: source, extraction: extraction, options: options)
      } else {
        document = try Ingest.document(path: "", format: format, bytes: source, options: options)
      }
    } catch {
      return fault(sourceNode, "the source cannot be read again: \(error.description)")
    }
    var places = PlaceVerification(document)
    checkBody(&places)
    for claim in node.element(named: "claims")?.elements ?? [] { checkSpans(of: claim, &places) }
    for finding in node.element(named: "findings")?.elements ?? [] {
      checkSpans(of: finding, &places)
      for name in ["related", "fix"] as [StaticString] {
        for part in finding.elements(named: name) { checkSpans(of: part, &places) }
      }
    }
    faults += places.faults
  }

  private static func extraction(_ source: ReportNode) -> SourceFile.Extraction? {
    guard let tool = source["extractedBy"], let count = source.number("fileBytes"),
      let hash = source["fileSha256"]
    else { return nil }
    return SourceFile.Extraction(tool: tool, byteCount: count, sha256: hash)
  }

  /// The bytes of the file that a `source` element holds; nil where its base64 is damaged.
  static func rebuild(_ source: ReportNode) -> [UInt8]? {
    var bytes: [UInt8] = []
    for piece in source.elements {
      if piece.isNamed("text") {
        bytes += piece.text
      } else if let decoded = Base64.decode(piece.text) {
        bytes += decoded
      } else {
        return nil
      }
    }
    return bytes
  }

  private mutating func fault(_ node: ReportNode, _ message: String) {
    faults.append(ReportFault(line: node.line, message: message))
  }

  private mutating func check(_ source: [UInt8], _ node: ReportNode) {
    var hash = SHA256()
    hash.update(source)
    let actual = hash.finish()
    if let named = node["sha256"], named != actual {
      fault(node, "the source has the SHA-256 \(actual), and the report names \(named)")
    }
    if let count = node.number("bytes"), count != source.count {
      fault(node, "the source has \(source.count) bytes, and the report names \(count)")
    }
    let isValid = (try? UTF8Span(validating: source.span)) != nil
    if let named = node["valid"], (named == "true" || named == "1") != isValid {
      fault(node, isValid ? "the source is valid UTF-8" : "the source is not valid UTF-8")
    }
    let hasMark = TextEncoding.mark(of: source)?.encoding.rawValue == node["encoding"]
    if let named = node["byteOrderMark"], (named == "true" || named == "1") != hasMark {
      fault(node, hasMark ? "the source has a byte order mark" : "the source has no byte order mark")
    }
  }

  private mutating func checkBody(_ places: inout PlaceVerification) {
    guard let body = node.element(named: "body") else { return }
    var text: [UInt8] = []
    var elements: [(ReportNode, Range<Int>)] = []
    body.append(textTo: &text) { elements.append(($0, $1)) }
    guard text == places.text else {
      return fault(body, "the text of the body is not the clean text of the source")
    }
    for (element, range) in elements {
      places.check(inline: element, ByteRange(range.lowerBound, range.upperBound))
    }
  }

  private func checkSpans(of element: ReportNode, _ places: inout PlaceVerification) {
    for span in element.elements(named: "span") { places.check(span: span) }
  }
}
