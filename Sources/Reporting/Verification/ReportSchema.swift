internal import CLibXML2
internal import CReportSchema

/// The XML Schema of the annotated report, as the executable carries it.
public enum ReportSchema {
  /// The schema itself, in UTF-8.
  public static var bytes: [UInt8] {
    [UInt8](UnsafeBufferPointer(start: assay_report_schema(), count: assay_report_schema_length()))
  }

  /// What of a report the schema does not allow, in the order of its lines.
  static func faults(of tree: ReportTree) -> [ReportFault] {
    let size = Int32(assay_report_schema_length())
    let faults = Faults()
    let unusable = [ReportFault(line: 0, message: "the schema cannot be used; is memory exhausted?")]
    let parsing = UnsafeRawPointer(assay_report_schema()).flatMap {
      xmlSchemaNewMemParserCtxt($0.assumingMemoryBound(to: CChar.self), size)
    }
    guard let parsing else { return unusable }
    defer { xmlSchemaFreeParserCtxt(parsing) }
    guard let schema = xmlSchemaParse(parsing) else { return unusable }
    defer { xmlSchemaFree(schema) }
    guard let validating = xmlSchemaNewValidCtxt(schema) else { return unusable }
    defer { xmlSchemaFreeValidCtxt(validating) }
    xmlSchemaSetValidStructuredErrors(
      validating,
      { faults, error in
        guard let faults, let error else { return }
        Unmanaged<Faults>.fromOpaque(faults).takeUnretainedValue().note(error.pointee)
      }, Unmanaged.passUnretained(faults).toOpaque())
    let result = withExtendedLifetime(faults) { xmlSchemaValidateDoc(validating, tree.document) }
    if result != 0, faults.all.isEmpty { return unusable }
    return faults.all
  }

  private final class Faults {
    var all: [ReportFault] = []

    func note(_ error: xmlError) {
      // The line of an error is capped at 65,535; that of its node is not.
      let node = error.node?.assumingMemoryBound(to: xmlNode.self)
      let line = node.map { Int(xmlGetLineNo($0)) } ?? Int(error.line)
      // The namespace is the same everywhere and says nothing.
      let message = ReportTree.text(of: error).replacing("{\(XMLReporter.namespace)}", with: "")
      all.append(ReportFault(line: line, message: message))
    }
  }
}

/// One thing that does not hold in a report.
public struct ReportFault: Equatable, Sendable {
  /// 1-based line of the report; 0 where no line is to blame.
  public var line: Int
  public var message: String

  public init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}
