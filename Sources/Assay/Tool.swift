/// What this build is called.
public enum Tool {
  public static let name = "assay"
  /// Semantic version; shown by `--version` and in every report.
  public static let version = "0.1.0"
}
