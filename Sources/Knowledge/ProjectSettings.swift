/// What a project says of its texts in its `.assay.yml`.
public struct ProjectSettings: Equatable, Sendable {
  /// The markets that the texts are meant for, in lower case.
  public var jurisdictions: [String] = []
  /// The class of products whose class the rules do not know.
  public var product: ProductClass?

  public init() {}

  /// The name of the file.
  public static let fileName = ".assay.yml"

  /// Reads the bytes of a settings file. Whatever is unknown or wrong is reported with its place.
  ///
  /// - Parameters:
  ///   - path: The file's path as it is shown in faults.
  ///   - known: The jurisdictions that there are rules for.
  public static func read(
    _ bytes: [UInt8], path: String, jurisdictions known: [String]
  ) -> (settings: ProjectSettings, faults: [RuleFault]) {
    var settings = ProjectSettings()
    let faults = FaultCollector(root: "")
    guard let text = String(validating: bytes, as: UTF8.self) else {
      faults.report(path, .start, "the file is not UTF-8", "save it as UTF-8")
      return (settings, faults.sorted)
    }
    let yaml = YAMLText(text, path: path, faults: faults)
    guard let root = yaml.root, let record = RecordReader(root, "the settings", path: path, faults: faults)
    else { return (settings, faults.sorted) }
    for value in record.texts("jurisdictions") {
      if let found = jurisdiction(value.text, among: known) {
        settings.jurisdictions.append(found)
      } else {
        faults.report(
          path, value.at, "there are no rules for '\(value.text)'", remedy(for: value.text, among: known))
      }
    }
    if record.has("product") { settings.product = record.choice("product", nil as ProductClass?) }
    record.finish()
    return (settings, faults.sorted)
  }

  /// The jurisdiction that a text names, in lower case; nil where there are no rules for it.
  public static func jurisdiction(_ text: String, among known: [String]) -> String? {
    let name = text.lowercased()
    return known.contains(name) ? name : nil
  }

  /// What to write instead of a jurisdiction that there are no rules for.
  public static func remedy(for text: String, among known: [String]) -> String {
    Suggestion.remedy(for: text.lowercased(), among: known) ?? "choose from \(known.joined(separator: ", "))"
  }
}
