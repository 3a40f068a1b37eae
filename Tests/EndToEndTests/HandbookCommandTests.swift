import Foundation
import Testing

/// `assay rules handbook` and the directories that it writes to.
@Suite struct HandbookCommandTests {
  private static let rules = Tool.repository + "/Tests/ReportingTests/Rules"

  private func run(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["rules", "handbook"] + arguments, rules: Self.rules)
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
  }

  @Test func aNewDirectoryAppearsWhole() throws {
    let scratch = try Scratch()
    let result = try run("-o", scratch.path + "/book/")
    #expect(result.code == 0 && result.errors == "", "\(result.errors)")
    #expect(
      result.output.hasPrefix(scratch.path + "/book/index.html: 5 concepts, 2 statements, 2 sources on "))
    #expect(try names(scratch.path).contains("book/concepts/gloom.html"))
    #expect(try names(scratch.path).allSatisfy { $0.hasPrefix("book") && !$0.contains("unfinished") })
  }

  @Test func theSameRulesGiveTheSameBytes() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] { #expect(try run("-o", "\(scratch.path)/\(name)").code == 0) }
    for name in try names(scratch.path + "/a") where name.contains(".") {
      #expect(try scratch.read("a/" + name) == scratch.read("b/" + name), "\(name)")
    }
  }

  @Test func aHandbookIsBroughtUpToDate() throws {
    let scratch = try Scratch()
    #expect(try run("-o", scratch.path + "/book").code == 0)
    let before = try names(scratch.path + "/book")
    // A page of the older book, one that nobody listed, and a list that names files elsewhere.
    try scratch.write("book/concepts/gone.html", "old")
    try scratch.write("book/notes.txt", "mine")
    try scratch.write("precious.html", "mine")
    let list = try scratch.read("book/handbook.files")
    try scratch.write("book/handbook.files", list + "concepts/gone.html\n../precious.html\nnotes.txt\n")
    try scratch.write("book/index.html", "torn")
    #expect(try run("-o", scratch.path + "/book").code == 0)
    #expect(try names(scratch.path + "/book") == (before + ["notes.txt"]).sorted())
    #expect(try scratch.read("precious.html") == "mine")
    #expect(try scratch.read("book/index.html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test func otherFilesAreNotMixedWithABookUnasked() throws {
    let scratch = try Scratch()
    try scratch.write("site/about.html", "mine")
    let refused = try run("-o", scratch.path + "/site")
    #expect(refused.code == 2 && refused.output == "")
    #expect(refused.errors.hasPrefix(scratch.path + "/site: ") && refused.errors.contains("--force"))
    #expect(try names(scratch.path + "/site") == ["about.html"])
    let forced = try run("-o", scratch.path + "/site", "--force")
    #expect(forced.code == 0, "\(forced.errors)")
    #expect(try scratch.read("site/about.html") == "mine")
    #expect(try names(scratch.path + "/site").contains("index.html"))
  }

  @Test func whatIsInTheWayIsNamed() throws {
    let scratch = try Scratch()
    try scratch.write("file", "mine")
    for (path, words) in [
      ("/file", "there is a file of this name"), ("/none/book", "there is no directory \(scratch.path)/none"),
    ] {
      let result = try run("-o", scratch.path + path)
      #expect(result.code == 2)
      #expect(
        result.errors.contains(words) && result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
    let noDay = try run("-o", scratch.path + "/book", "--as-of", "2026-02-30")
    #expect(noDay.code == 2 && noDay.errors.contains("'2026-02-30' is no day"))
    #expect(try names(scratch.path) == ["file"])
  }
}
