import Reporting

/// Reads reports for `assay verify`.
public enum ReportFile {
  /// Holds the report in a file against its schema and its own source.
  /// - Throws: what keeps it from being read: the file, its size, XML that is not well-formed.
  public static func verify(_ path: String) throws(FileProblem) -> ReportVerifier.Outcome {
    let bytes = try FileContents.read(path, limit: ReportVerifier.sizeLimit)
    do throws(UnreadableReport) {
      return try ReportVerifier.verify(bytes)
    } catch {
      throw FileProblem(path: path, message: error.description)
    }
  }
}
