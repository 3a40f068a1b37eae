import Foundation
import Testing

/// The formats for gates of other hosts, from the command line.
@Suite struct GateFormatTests {
  @Test func githubAppendsToTheSummaryOfTheJob() throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    try scratch.write("summary.md", "before\n")
    let arguments = ["check", scratch.path + "/bad.md", "--format", "github"]
    let environment = ["GITHUB_STEP_SUMMARY": scratch.path + "/summary.md"]
    let result = try Tool.run(arguments, environment: environment)
    #expect(result.code == 1 && result.errors == "")
    #expect(result.output.hasPrefix("::error file="))
    let summary = try scratch.read("summary.md")
    #expect(summary.hasPrefix("before\n### Assay\n\n1 document, "))
    #expect(summary.contains("| error | "))
    let other = ["check", scratch.path + "/bad.md", "--format", "json"]
    _ = try Tool.run(other, environment: environment)
    #expect(try scratch.read("summary.md") == summary, "other formats leave it alone")
  }

  @Test func aSummaryThatCannotBeWrittenIsAProblem() throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    let result = try Tool.run(
      ["check", scratch.path + "/bad.md", "--format", "github"],
      environment: ["GITHUB_STEP_SUMMARY": scratch.path + "/none/summary.md"])
    #expect(result.code == 2 && result.output.hasPrefix("::error file="))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func suppressedResultsAreForSARIFOnly() throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    let path = scratch.path + "/bad.md"
    #expect(try Tool.run(["check", path, "--sarif-suppressed"]).code == 2)
    let result = try Tool.run(["check", path, "--format", "sarif", "--sarif-suppressed"])
    #expect(result.code == 1 && result.output.contains("\"suppressions\":[]"))
    let plain = try Tool.run(["check", path, "--format", "sarif"])
    #expect(!plain.output.contains("suppressions"))
  }
}

/// The script of the GitHub action, with the variables that GitHub sets.
@Suite struct GitHubActionTests {
  @Test(arguments: [("Our peel has no side effects.\n", "1"), ("Wear a hat.\n", "0")])
  func theScriptReportsAndLeavesTheCode(text: String, code: String) throws {
    let scratch = try Scratch()
    try scratch.write("site/a b.md", text)
    try scratch.write("out", "")
    try scratch.write("summary", "")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [Tool.repository + "/ci/github-action.sh"]
    process.currentDirectoryURL = URL(filePath: scratch.path)
    var environment = ProcessInfo.processInfo.environment
    environment.merge([
      "ASSAY_EXECUTABLE": Tool.path, "ASSAY_RULES": Tool.repository + "/rules",
      "ASSAY_PATHS": "site/a b.md\n",
      "ASSAY_SARIF": "r.sarif", "ASSAY_CATEGORY": "copy", "GITHUB_OUTPUT": scratch.path + "/out",
      "GITHUB_STEP_SUMMARY": scratch.path + "/summary",
      "XDG_CACHE_HOME": NSTemporaryDirectory() + "assay-tests-cache",
    ]) { $1 }
    process.environment = environment
    try scratch.write("log", "")
    process.standardOutput = try FileHandle(forWritingTo: scratch.url("log"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try scratch.read("out") == "sarif=r.sarif\nexit-code=\(code)\n")
    #expect(try scratch.read("r.sarif").contains("\"automationDetails\":{\"id\":\"copy/\"}"))
    #expect(try scratch.read("log").contains("::error file=site/a b.md,line=1") == (code == "1"))
    #expect(try scratch.read("summary").contains("safety/absolute") == (code == "1"))
  }
}
