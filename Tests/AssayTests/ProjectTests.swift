import Foundation
import Gate
import Ingest
import Judgment
import Knowledge
import Testing

@testable import Assay

struct ProjectTests {
  @Test(arguments: [
    ("*.md", "a.md", true), ("*.md", "a/b.md", true), ("*.md", "a/b.txt", false),
    ("site/*.md", "site/a.md", true), ("site/*.md", "site/b/a.md", false),
    ("site/**/*.md", "site/b/c/a.md", true),
    ("site/**/*.md", "site/a.md", true), ("**/drafts", "x/drafts/a.md", true),
    ("drafts/", "x/drafts/a.md", true),
    ("drafts/", "drafts", false), ("/drafts", "x/drafts/a.md", false), ("a?c.md", "abc.md", true),
    ("a?c.md", "a/c.md", false), ("[a-c].md", "b.md", true), ("[!a-c].md", "b.md", false),
    ("\\*.md", "*.md", true), ("\\*.md", "a.md", false), ("a**b", "axxb", true), ("**", "x/y", true),
    ("x/**", "x/y/z", true), ("é*.md", "école.md", true),
    ("**/b", "ab", false), ("a/**/**/b", "a/b", true), ("[b-a].md", "a.md", false), ("[.md", "[.md", true),
    ("*a*a*a*a*a*a*a*b", String(repeating: "a", count: 60), false),
    ("**a**a**a**a**a**a**a**a**b", String(repeating: "a", count: 200), false),
    ("**/a/**/a/**/a/**/a/**/a/**/a/**/b", String(repeating: "a/", count: 100) + "c", false),
    ("**/a/**/a/**/a/**/a/**/a/**/a/**/b", String(repeating: "a/", count: 100) + "b", true),
    ("**/*a*/*b", "x/cad/ab", true), ("**/*a*/*b", "x/cad/y/ab", false), ("a/**/b*c", "a/b/bxc", true),
    ("[", "[", true), ("[]", "[]", true), ("[z-a]", "m", false), ("[!/]", "x", true), ("a**/b", "ab", false),
    (String(repeating: "[", count: 2_000) + "]", "x", false),
    (String(repeating: "**a", count: 30) + "b", String(repeating: "a/", count: 200), false),
  ])
  func patternsSpeakOfPaths(pattern: String, path: String, matches: Bool) {
    #expect(PathPattern(pattern).covers(Array(path.utf8)) == matches)
  }

  @Test func whereASentenceWasCutIsNoted() throws {
    var limits = ReadingLimits()
    limits.sentenceTokens = 16
    let checker = try Repository.checker.get().holding(limits)
    let text =
      "The path is still. " + String(repeating: "Grey stones of this old path lie still and ", count: 3)
    let notes = try checker.check(path: "x", format: .plainText, bytes: Array(text.utf8)).document.notes
    #expect(notes.map(\.message) == ["a sentence of more than 16 words and marks, cut here"])
    #expect(notes.map(\.offset) == [19 + 43 + 33])
  }

  @Test func theLastLineOfGitignoreDecides() {
    let rules = IgnoreRules()
      .adding(Array("# drafts\n*.md\r\n!keep.md\nbuild/\n/top.txt\n".utf8), in: "/r")
      .adding(Array("!b.md\n".utf8), in: "/r/sub")
    #expect(rules.leavesOut("/r/a.md", isDirectory: false))
    #expect(!rules.leavesOut("/r/keep.md", isDirectory: false))
    #expect(!rules.leavesOut("/r/sub/b.md", isDirectory: false))
    #expect(rules.leavesOut("/r/b.md", isDirectory: false))
    #expect(
      rules.leavesOut("/r/x/build", isDirectory: true) && !rules.leavesOut("/r/x/build", isDirectory: false))
    #expect(
      rules.leavesOut("/r/top.txt", isDirectory: false)
        && !rules.leavesOut("/r/x/top.txt", isDirectory: false))
  }

  @Test func aDiffIsReadByItsHunks() {
    let diff = """
      diff --git a/old.md b/new.md
      similarity index 90%
      rename from old.md
      rename to new.md
      --- a/old.md
      +++ b/new.md
      @@ -3 +3 @@ heading
      -+++ b/other.md
      +--- a/other.md
      @@ -9,0 +10,2 @@
      +one
      +two
      diff --git "a/caf\\303\\251 \\"x\\".md" "b/caf\\303\\251 \\"x\\".md"
      --- "a/caf\\303\\251 \\"x\\".md"
      +++ "b/caf\\303\\251 \\"x\\".md"
      @@ -5,2 +4,0 @@
      -gone
      -gone
      diff --git a/moved.md b/there.md
      similarity index 100%
      rename from moved.md
      rename to there.md

      """
    var changes = ChangedLines()
    GitDiff(Array(diff.utf8)).add(
      to: &changes,
      files: ["new.md": "n", "café \"x\".md": "c", "there.md": "t", "other.md": "o"])
    var expected = ChangedLines()
    expected.addUntouched("n")
    expected.add(3...3, of: "n")
    expected.add(10...11, of: "n")
    expected.add(4...5, of: "c")
    expected.addUntouched("t")
    #expect(changes == expected)
  }

  @Test func pathsAreSeenFromADirectory() {
    #expect(AbsolutePath.relative("/a/b/c.md", to: "/a") == "b/c.md")
    #expect(AbsolutePath.relative("/a/b/c.md", to: "/a/d/e") == "../../b/c.md")
    #expect(AbsolutePath.of("/a/./b/../c/") == "/a/c")
  }

  @Test func aBaselineFileReadsWhatItWrote() throws {
    let path = NSTemporaryDirectory() + "assay-\(UUID().uuidString).json"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var file = BaselineFile(path: path)
    for (occurrence, claim) in [(2, "é \"quoted\""), (1, "a/b"), (1, "é \"quoted\"")] {
      let entry = Baseline.Entry(
        path: "x.md", rule: "language/cure", claim: claim, sentence: "00ff", occurrence: occurrence)
      file.baseline.entries[entry] = "1+abc"
    }
    try Data(file.bytes).write(to: URL(filePath: path))
    let read = try BaselineFile.read(path)
    #expect(read.baseline == file.baseline && read.bytes == file.bytes)
    try Data("{}".utf8).write(to: URL(filePath: path))
    #expect(throws: FileProblem.self) { try BaselineFile.read(path) }
  }
}
