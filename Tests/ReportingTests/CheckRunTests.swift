import Assay
import Foundation
import Ingest
import Reporting
import Testing

@Suite struct CheckRunTests {
  /// A directory of its own, removed with the test.
  final class Scratch {
    let path: String

    init() throws {
      path = NSTemporaryDirectory() + "assay-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
      let url = URL(filePath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: false, encoding: .utf8)
    }

    func read(_ name: String) throws -> String {
      try String(contentsOf: URL(filePath: path + "/" + name), encoding: .utf8)
    }
  }

  func run(
    _ input: InputFiles, _ format: Format, to output: ReportOutput, jobs: Int
  ) throws -> (CheckRun.Outcome, [FileProblem]) {
    let checker = try MadeUpRules.checker()
    let run = CheckRun(
      checker: checker, reporter: format.reporter(knowledge: checker.knowledge),
      settings: CheckRun.Settings(jobs: jobs))
    var problems: [FileProblem] = []
    let outcome = run.run(input, to: output) { problems.append($0) }
    return (outcome, problems)
  }

  @Test(arguments: Format.allCases) func oneThreadAndManyGiveTheSameBytes(format: Format) throws {
    let scratch = try Scratch()
    for number in 0..<40 {
      try scratch.write("d/\(number).md", String(repeating: MadeUpRules.draft, count: number % 7 * 5))
    }
    var reports: [String] = []
    for jobs in [1, 2, 5] {
      let output = try ReportOutput.file(scratch.path + "/report")
      let (outcome, problems) = try run(
        InputFiles(paths: [scratch.path + "/d"]), format, to: output, jobs: jobs)
      #expect(outcome == .findings && problems.isEmpty)
      reports.append(try scratch.read("report"))
    }
    #expect(reports[0] == reports[1] && reports[0] == reports[2])
  }

  /// A reader of a report alone would take the silence on a file for praise.
  @Test func whatCouldNotBeCheckedIsToldInTheReport() throws {
    let scratch = try Scratch()
    try scratch.write("good.md", MadeUpRules.draft)
    let bad = scratch.path + "/bad.docx"
    try "no archive {0}".write(toFile: bad, atomically: false, encoding: .utf8)
    func report(_ format: Format) throws -> String {
      let output = try ReportOutput.file(scratch.path + "/report")
      let (outcome, problems) = try run(
        InputFiles(paths: [bad, scratch.path + "/good.md"]), format, to: output, jobs: 2)
      #expect(outcome == .failed && problems.count == 1)
      return try scratch.read("report")
    }
    let log = try JSONValue.parse(report(.sarif))
    // Files outside of the working directory have whole addresses.
    #expect(SARIFProfile.faults(of: log).filter { !$0.hasPrefix("URI file:///") } == [])
    let invocation = try #require(log["runs"].list.first?["invocations"].list.first)
    #expect(invocation["executionSuccessful"] == .bool(false))
    #expect(invocation["toolExecutionNotifications"].list.count == 1)
    let suites = try #require(XMLTree(report(.junit))?.root).all("testsuite")
    #expect(suites.map { $0.all("error").count } == [0, 1])
    #expect(suites.last?["errors"] == "1")
    let json = try JSONValue.parse(report(.json))
    #expect(json["problems"].list.map { $0["path"].text } == [bad])
    #expect(try report(.github).contains("title=not checked::"))
  }

  @Test func directoriesAreWalkedInTheOrderOfNames() throws {
    let scratch = try Scratch()
    for name in ["b.md", "a.txt", "Z.html", "sub/c.md", "also/d.htm", ".hidden/e.md", "picture.png", ".f.md"]
    {
      try scratch.write(name, "x")
    }
    let input = InputFiles(paths: [scratch.path + "/"])
    #expect(input.problems.isEmpty)
    #expect(
      input.files.map { String($0.path.dropFirst(scratch.path.count + 1)) }
        == ["Z.html", "a.txt", "b.md", "also/d.htm", "sub/c.md"])
    #expect(input.files.map(\.format) == [.html, .plainText, .markdown, .html, .markdown])
  }

  @Test func whatCannotBeCheckedIsAProblem() throws {
    let scratch = try Scratch()
    try scratch.write("a.docy", "x")
    try scratch.write("empty/readme", "x")
    let input = InputFiles(paths: ["a.docy", "empty", "missing.md"].map { scratch.path + "/" + $0 })
    #expect(input.files.isEmpty)
    #expect(
      input.problems.map(\.message) == [
        "the type of this file is not known; name it \(Ingest.fileTypes), or pass its text on standard input "
          + "with '--stdin-path NAME'",
        "the directory holds no .txt, .md, .html, .docx, .pdf or .nxml file; name one that does",
        "there is no such file; check the spelling",
      ])
  }

  @Test func aReportThatCannotBeWrittenLeavesNothingBehind() throws {
    let scratch = try Scratch()
    #expect(throws: FileProblem.self) { try ReportOutput.file(scratch.path + "/none/report") }
    try scratch.write("report", "old")
    do {
      let output = try ReportOutput.file(scratch.path + "/report")
      output.write(Array("half".utf8))
    }
    #expect(try scratch.read("report") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["report"])
  }
}
