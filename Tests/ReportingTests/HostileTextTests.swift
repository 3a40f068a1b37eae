import Assay
import Foundation
import Ingest
import Judgment
import Reporting
import Testing

/// What a draft may hold to break a report, or the terminal it is shown on.
@Suite struct HostileTextTests {
  static let texts = [
    "Paleol treats gloom \u{1B}[2J\u{1B}]0;owned\u{07} today.",
    "Paleol treats gloom ]]> <script>alert(1)</script> & \"quotes\" 'here'.",
    "Paleol treats gloom \u{202E}desrever\u{2066} \u{9B}31m \u{7F} \u{FEFF}.",
    "Paleol treats gloom \u{FFFE}\u{FFFF} \u{0B}\u{0C}\u{01} \\u0000 \\.",
    "Paleol treats gloom\0\0 now.",
    "::error::Paleol treats gloom\r\n::set-output name=x::y",
  ]
  static let invalid: [UInt8] =
    Array("Paleol treats ".utf8) + [0xFF, 0xC0, 0xAF] + Array(" gloom. \u{C3}".utf8.dropLast())
    + Array("Paleol treats gloom.".utf8)

  func documents() throws -> [CheckedDocument] {
    let checker = try MadeUpRules.checker()
    var documents = try Self.texts.map { text in
      try checker.check(path: "a\u{1B}[31m\"<&>.txt", format: .plainText, bytes: Array(text.utf8))
    }
    documents.append(try checker.check(path: "invalid.txt", format: .plainText, bytes: Self.invalid))
    return documents
  }

  @Test(arguments: Format.allCases) func nothingThatATerminalObeysGetsThrough(format: Format) throws {
    let report = try Reports.write(format, documents(), options: ReportOptions(isVerbose: true))
    for scalar in report.unicodeScalars where scalar != "\n" {
      if [.xml, .bioc, .junit, .checkstyle].contains(format), scalar == "\t" { continue }
      #expect(
        scalar.properties.generalCategory != .control, "U+\(String(scalar.value, radix: 16)) in \(format)")
    }
    #expect(format != .text || !report.unicodeScalars.contains("\u{202E}"))
  }

  @Test func jsonKeepsTheText() throws {
    let report = try JSONValue.parse(Reports.write(.json, documents()))
    for (document, text) in zip(report["documents"].list, Self.texts.prefix(4)) {
      let sentences = document["sentences"].list.compactMap { $0["text"].text }
      #expect(sentences.allSatisfy { text.contains($0) }, "\(sentences)")
    }
  }

  @Test func xmlIsWellFormed() throws {
    for document in try documents() {
      let report = try Reports.write(.xml, [document])
      let tree = try #require(XMLTree(report), "\(document.document.path)")
      #expect(tree.text(of: "body") == XMLTree.allowed(document.document.text))
    }
  }

  @Test func damageIsANote() throws {
    let document = try #require(try documents().last)
    #expect(!document.document.notes.isEmpty)
    #expect(try Reports.write(.text, [document]).contains("invalid.txt:1:15: note: "))
  }
}
