import Foundation
import Testing

@Suite struct CheckTests {
  @Test func readsStandardInputAsTheNamedType() throws {
    let page = "<p>Kojic acid treats <b>hypo</b>pigmentation.</p>"
    let result = try Tool.run(["check", "-", "--stdin-path", "page.html"], input: page)
    #expect(result.code == 1)
    #expect(result.output.contains("page.html:1:4: error: "))
    #expect(result.output.contains("    Kojic acid treats hypopigmentation."))
  }

  @Test func readableFilesAreCheckedBesideUnreadableOnes() throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    let result = try Tool.run(["check", scratch.path + "/none.md", scratch.path + "/bad.md"])
    #expect(result.code == 2)
    #expect(result.output.contains("bad.md:1:1: error: "))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func invalidBytesAndNulAreNotes() throws {
    let scratch = try Scratch()
    try scratch.write("nul.txt", "Wear a hat\0 in the sun.\n")
    let result = try Tool.run(["check", scratch.path + "/nul.txt"])
    #expect(result.code == 0)
    #expect(result.output.contains("nul.txt:1:11: note: "))
    #expect(!result.output.utf8.contains(0))
  }

  @Test(arguments: [
    "text", "json", "jsonl", "xml", "sarif", "junit", "gitlab", "github", "checkstyle", "rdjsonl",
  ]) func oneJobAndTwoGiveTheSameBytes(format: String) throws {
    let corpus = Tool.repository + "/corpus"
    let one = try Tool.run(["check", corpus, "--format", format, "--jobs", "1"])
    let two = try Tool.run(["check", corpus, "--format", format, "--jobs", "2"])
    #expect(one.output == two.output)
    #expect(one.code == 1 && !one.output.isEmpty)
  }

  @Test func writesTheReportToAFile() throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    let report = scratch.path + "/report.json"
    let result = try Tool.run(["check", scratch.path + "/bad.md", "--format", "json", "--output", report])
    #expect(result.code == 1 && result.output == "" && result.errors == "")
    #expect(try scratch.read("report.json").hasPrefix("{\"schemaVersion\":1,"))
  }

  @Test func aCompiledPackIsWritten() throws {
    let scratch = try Scratch()
    let pack = scratch.path + "/rules.pack"
    let result = try Tool.run(["rules", "compile", Tool.repository + "/rules", "-o", pack])
    #expect(result.code == 0, "\(result.errors)")
    #expect(try Data(contentsOf: scratch.url("rules.pack")).count > 100_000)
  }

  @Test func aReaderThatGoesAwayIsNoCrash() throws {
    let script =
      "'\(Tool.path)' rules list | head -1; '\(Tool.path)' check '\(Tool.repository)/corpus' | head -1"
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["ASSAY_RULES": Tool.repository + "/rules"]) { $1 }
    for name in ["out", "err"] { try scratch.write(name, "") }
    process.standardOutput = try FileHandle(forWritingTo: scratch.url("out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url("err"))
    try process.run()
    process.waitUntilExit()
    #expect(try scratch.read("err") == "")
    #expect(try scratch.read("out").split(separator: "\n").count == 2)
  }
}
