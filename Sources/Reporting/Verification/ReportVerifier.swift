import Ingest

/// Holds an annotated report against its schema and against itself: the source against its hash and length, the body
/// against the clean text that the source gives when it is read again, every quoted piece against the place it names.
public enum ReportVerifier {
  /// Reports above this size in bytes are not read.
  public static let sizeLimit = 256 << 20

  /// What was found.
  public struct Outcome: Equatable, Sendable {
    /// In the order of the report's lines.
    public var faults: [ReportFault]
    public var documents = 0
    public var claims = 0
    public var findings = 0
  }

  /// - Parameter bytes: the report.
  /// - Throws: what is wrong, where it is too large, not well-formed, or declares a document type.
  public static func verify(_ bytes: [UInt8]) throws(UnreadableReport) -> Outcome {
    guard bytes.count <= sizeLimit else {
      throw UnreadableReport(message: "it has \(bytes.count) bytes, more than the limit of \(sizeLimit)")
    }
    let tree = try ReportTree(bytes)
    var outcome = Outcome(faults: ReportSchema.faults(of: tree))
    for document in tree.root?.elements(named: "document") ?? [] {
      outcome.documents += 1
      outcome.claims += document.element(named: "claims")?.elements.count ?? 0
      outcome.findings += document.element(named: "findings")?.elements.count ?? 0
      var check = DocumentVerification(document)
      check.run()
      outcome.faults += check.faults
    }
    withExtendedLifetime(tree) {}
    // Stable: of one line what the schema says comes first.
    outcome.faults = outcome.faults.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }.map(\.element)
    return outcome
  }

  /// The file that a document of a report was written from.
  /// - Returns: nil where there is none: no such document, no source, damaged base64.
  public static func source(ofDocument number: Int, in bytes: [UInt8]) throws(UnreadableReport) -> [UInt8]? {
    let tree = try ReportTree(bytes)
    defer { withExtendedLifetime(tree) {} }
    let documents = tree.root?.elements(named: "document") ?? []
    guard documents.indices.contains(number) else { return nil }
    return documents[number].element(named: "source").flatMap(DocumentVerification.rebuild)
  }
}
