import Foundation

/// JSON read by another reader than the one that belongs to its writer.
enum FoundationJSON {
  static func object(_ text: String) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
  }
}
