import Foundation
import Testing

/// Files that are no text in UTF-8, from the file to the report.
@Suite struct FormatTests {
  private static let fixtures = Tool.repository + "/Tests/IngestTests/Fixtures/"

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try Tool.run(["check", "--format", "json", "--fail-on", "never"] + arguments)
    #expect(result.code == 0 && result.errors == "", "\(result.errors)")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    return try #require((report["documents"] as? [[String: Any]])?.first)
  }

  private func sentence(_ text: String, of document: [String: Any]) throws -> [String: Any] {
    let sentences = try #require(document["sentences"] as? [[String: Any]])
    let found = try #require(sentences.first { $0["text"] as? String == text }, "\(sentences)")
    return try #require(found["range"] as? [String: Any])
  }

  @Test func placesInWordAreParagraphCharacterAndPart() throws {
    let range = try sentence("Results often last.", of: json([Self.fixtures + "brochure.docx"]))
    #expect(range["line"] as? Int == 7 && range["column"] as? Int == 1 && range["endColumn"] as? Int == 20)
    #expect(range["part"] as? String == "word/document.xml")
    #expect(range["page"] == nil)
  }

  @Test(.enabled(if: PDF.canBeRead, "pdftotext (poppler-utils) is not installed"))
  func placesInPDFHavePages() throws {
    let document = try json([Self.fixtures + "leaflet.pdf"])
    #expect(try sentence("Peels may lighten melasma1.", of: document)["page"] as? Int == 1)
    let text = try Tool.run(["check", "--verbose", Self.fixtures + "leaflet.pdf", "--fail-on", "never"])
    #expect(text.output.contains("leaflet.pdf:2:1, page 1: "), "\(text.output)")
  }

  @Test func reportsOfContainersHold() throws {
    let scratch = try Scratch()
    for name in ["brochure.docx", "leaflet.docx"] + (PDF.canBeRead ? ["leaflet.pdf"] : []) {
      let path = scratch.path + "/\(name).xml"
      let written = try Tool.run(["report", Self.fixtures + name, "-o", path])
      #expect(written.code == 0 && written.errors == "", "\(written.errors)")
      let result = try Tool.run(["verify", path])
      #expect(result.code == 0 && result.errors == "", "\(result.output)")
    }
  }

  @Test func textInOtherEncodingsIsCheckedAndItsReportHolds() throws {
    let scratch = try Scratch()
    let draft = "Crème — kojic acid treats vitiligo."
    try #require(draft.data(using: .utf16LittleEndian)).write(to: scratch.url("a.txt"))
    try #require(draft.data(using: .windowsCP1252)).write(to: scratch.url("b.txt"))
    for (name, encoding, start) in [("a.txt", "utf-16le", 16), ("b.txt", "cp1252", 8)] {
      let document = try json([scratch.path + "/" + name, "--encoding", encoding])
      let finding = try #require((document["findings"] as? [[String: Any]])?.first)
      #expect(finding["rule"] as? String == "contradiction/opposes-condition")
      let range = try #require(finding["range"] as? [String: Any])
      #expect(range["start"] as? Int == start && range["column"] as? Int == 9, "\(range)")
      let path = scratch.path + "/report.xml"
      _ = try Tool.run(["report", scratch.path + "/" + name, "--encoding", encoding, "-o", path])
      let result = try Tool.run(["verify", path])
      #expect(result.code == 0 && result.errors == "", "\(result.output)")
    }
  }

  @Test func theSettingsNameAnEncoding() throws {
    let scratch = try Scratch()
    try scratch.write(".assay.yml", "encoding: windows-1252\n")
    try #require("Crème is nice.".data(using: .windowsCP1252)).write(to: scratch.url("a.txt"))
    _ = try sentence("Crème is nice.", of: json([scratch.path + "/a.txt"]))
    try scratch.write(".assay.yml", "encoding: ebcdic\n")
    let result = try Tool.run(["check", scratch.path + "/a.txt"])
    #expect(result.code == 2)
    #expect(
      result.errors.contains(".assay.yml:1:11: error: text in 'ebcdic' cannot be read; write utf-8"),
      "\(result.errors)")
  }

  /// A number that cites is as good as the citation itself: its entry in the references is held against the claim.
  @Test func theReferencesOfAnArticleAreHeldAgainstItsClaims() throws {
    let scratch = try Scratch()
    try scratch.write(
      "a.nxml",
      """
      <article><body><p>Kojic acid may help melasma [<xref ref-type="bibr" rid="B1">1</xref>].</p></body>
      <back><ref-list><ref id="B1"><element-citation><name><surname>Doe</surname></name><year>2019</year>
      <pub-id pub-id-type="doi">10.1000/none</pub-id></element-citation></ref></ref-list></back></article>
      """)
    let document = try json([scratch.path + "/a.nxml"])
    let claim = try #require((document["claims"] as? [[String: Any]])?.first)
    #expect(claim["attribution"] as? String == "full-citation")
  }

  @Test func oneUnreadableFileDoesNotEndTheRun() throws {
    let scratch = try Scratch()
    try scratch.write("a.docx", "no archive")
    try scratch.write("b.xml", "<urlset/>")
    try scratch.write("c.pdf", "no PDF")
    try scratch.write("d.txt", "Kojic acid treats vitiligo.")
    let result = try Tool.run(["check", scratch.path, scratch.path + "/b.xml"])
    #expect(result.code == 2)
    #expect(result.output.contains("d.txt:1:1: error"))
    let lines = result.errors.split(separator: "\n").map { $0.dropFirst(scratch.path.count + 1) }
    #expect(lines.count == 3, "\(result.errors)")
    #expect(lines.contains { $0.hasPrefix("a.docx: it is no ZIP archive") })
    #expect(lines.contains { $0.hasPrefix("b.xml: this XML is no JATS article") })
    #expect(lines.contains { $0.hasPrefix("c.pdf: this is no PDF file") })
  }

  /// A sitemap is no article, and Word's locks are no documents: a directory is not searched for them.
  @Test func directoriesAreNotSearchedForUnclearFiles() throws {
    let scratch = try Scratch()
    try scratch.write("sitemap.xml", "<urlset/>")
    try scratch.write("~$draft.docx", "lock")
    try scratch.write("d.txt", "Some words.")
    let result = try Tool.run(["check", scratch.path])
    #expect(result.code == 0 && result.errors == "", "\(result.errors)")
  }

  @Test func aMissingProgramIsNamed() throws {
    // Without a path the leak checker of a sanitized build finds no program to name functions by, and knows no exception.
    let result = try Tool.run(
      ["check", Self.fixtures + "leaflet.pdf"],
      environment: ["PATH": "/nowhere", "ASAN_OPTIONS": "detect_leaks=0"])
    #expect(result.code == 2)
    #expect(
      result.errors.contains("pdftotext, which is not installed; install poppler-utils"), "\(result.errors)")
  }
}

/// Whether PDF files can be read here.
enum PDF {
  static let canBeRead = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext")
  }
}
