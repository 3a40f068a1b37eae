import Reporting

/// Reports that `assay verify` is given.
enum ReportInput {
  static func run(_ bytes: [UInt8]) throws(BrokenLaw) {
    guard let outcome = try? ReportVerifier.verify(bytes) else { return }
    for number in 0..<min(outcome.documents, 2) {
      _ = try? ReportVerifier.source(ofDocument: number, in: bytes)
    }
  }
}
