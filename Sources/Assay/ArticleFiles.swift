import FoundationEssentials
import Ingest

/// An article and the file with its annotation beside it: `NAME.txt` (or `.md`, `.html`) and `NAME.json`.
public struct ArticleFiles: Sendable {
  public var path: String
  public var format: DocumentFormat
  private var goldPath: String

  /// The articles of a directory in the order of their names. A JSON file without a text is no article.
  /// - Throws: a Foundation error where the directory cannot be read.
  public static func all(in directory: String) throws -> [ArticleFiles] {
    let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    var articles: [ArticleFiles] = []
    for gold in names where gold.hasSuffix(".json") {
      let stem = gold.dropLast(".json".count)
      for name in names where !name.hasSuffix(".json") && name.hasPrefix(stem + ".") {
        guard let format = Ingest.format(ofFileNamed: name) else { continue }
        articles.append(
          ArticleFiles(path: directory + "/" + name, format: format, goldPath: directory + "/" + gold))
        break
      }
    }
    return articles
  }

  public func textBytes() throws(FileProblem) -> [UInt8] { try FileContents.read(path) }

  public func goldBytes() throws(FileProblem) -> [UInt8] { try FileContents.read(goldPath) }
}
