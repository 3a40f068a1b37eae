import Foundation
import Knowledge

/// Finds the settings that hold for a text.
public enum SettingsFile {
  /// Reads `.assay.yml` of the text's directory, or of the nearest directory above that has one.
  ///
  /// - Parameters:
  ///   - path: A file or a directory; nil or "-": the current directory.
  ///   - jurisdictions: Those that there are rules for.
  /// - Returns: the settings, empty where there is no such file, and what is wrong with them.
  public static func settings(
    for path: String?, jurisdictions: [String]
  ) -> (settings: ProjectSettings, faults: [RuleFault]) {
    let manager = FileManager.default
    let start = path.flatMap { $0 == "-" ? nil : $0 } ?? "."
    var directory = URL(fileURLWithPath: start).standardizedFileURL
    var isDirectory: ObjCBool = false
    if !manager.fileExists(atPath: directory.path, isDirectory: &isDirectory) || !isDirectory.boolValue {
      directory.deleteLastPathComponent()
    }
    while true {
      let file = directory.appendingPathComponent(ProjectSettings.fileName)
      if let bytes = manager.contents(atPath: file.path) {
        return ProjectSettings.read(Array(bytes), path: file.path, jurisdictions: jurisdictions)
      }
      let above = directory.deletingLastPathComponent().standardizedFileURL
      if above.path == directory.path { return (ProjectSettings(), []) }
      directory = above
    }
  }
}
