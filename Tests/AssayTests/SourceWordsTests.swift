import Foundation
import Testing

/// Clinical knowledge stands in `rules/`, none of it in the program.
@Suite struct SourceWordsTests {
  static let clinicalWords = [
    "melanin", "melasma", "vitiligo", "pigment", "kojic", "hydroquinone", "azelaic", "microneedl", "tyrosin",
    "collagen", "retinol", "botox", "minoxidil",
  ]

  @Test func noSourceNamesSomethingClinical() throws {
    let root = URL(filePath: Repository.path + "/Sources")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      count += 1
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let code = Self.code(of: line).lowercased()
        let words = Self.clinicalWords.filter { code.contains($0) }
        #expect(words.isEmpty, "\(file.lastPathComponent):\(index + 1): \(words.joined(separator: ", "))")
      }
    }
    #expect(count > 50)
  }

  /// A line without the comment that ends it.
  private static func code(of line: Substring) -> Substring {
    let trimmed = line.drop { $0 == " " }
    if trimmed.hasPrefix("//") { return "" }
    return line.range(of: " // ").map { line[..<$0.lowerBound] } ?? line
  }
}
