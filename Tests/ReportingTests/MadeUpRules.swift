import Assay
import Ingest
import Judgment
import Knowledge
import Reporting
import Testing

/// A few rules on things that do not exist, so that reports of tests change only when reports do.
enum MadeUpRules {
  static let directory = TestFiles.directory + "/Rules"
  static let loaded = RulesLoader.load(directory: directory)

  static func checker() throws -> Checker {
    let errors = loaded.faults.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors)")
    return Checker(knowledge: try #require(loaded.knowledge))
  }

  /// A draft with an error, a warning, a supported claim and two that no rule covers.
  static let draft = """
    # Shades & "tints"

    Paleol treats **gloom**, they say, and it
    does so in every season. Brightol treats glare. Brightol may treat gloom!

    - Paleol does not treat gloom.
    - Brightol treats tint.

    """

  static func check(_ text: String, as format: DocumentFormat = .markdown, path: String = "draft.md") throws
    -> CheckedDocument
  {
    try checker().check(path: path, format: format, bytes: Array(text.utf8))
  }
}

/// Reports as Strings.
enum Reports {
  static let options = ReportOptions(version: "1.2.3")

  static func write(
    _ format: Format, _ documents: [CheckedDocument], options: ReportOptions = options
  ) throws -> String {
    let reporter = format.reporter(knowledge: try MadeUpRules.checker().knowledge, options: options)
    var output: [UInt8] = []
    var total = Tally()
    reporter.begin(to: &output)
    var hasWritten = false
    for document in documents {
      var bytes: [UInt8] = []
      total.add(reporter.write(document, to: &bytes))
      if hasWritten, !bytes.isEmpty { output += Array(reporter.separator.description.utf8) }
      hasWritten = hasWritten || !bytes.isEmpty
      output += bytes
    }
    reporter.end(total, to: &output)
    return try #require(String(validating: output, as: UTF8.self))
  }
}

/// Files beside the tests.
enum TestFiles {
  static let directory: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast()
    return parts.joined(separator: "/")
  }()
}
