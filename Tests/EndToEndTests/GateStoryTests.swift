import Foundation
import Testing

/// The gate as a project meets it, from the first day on.
@Suite struct GateStoryTests {
  private static let draft = "# Vitiligo\n\nKojic acid clears vitiligo.\n\nOur peel has no side effects.\n"

  @Test func fromTheFirstCheckToAnExpiredException() throws {
    let scratch = try Scratch()
    let site = scratch.path + "/site"
    try scratch.write("site/page.md", Self.draft)
    func run(_ arguments: String...) throws -> Tool.Result { try Tool.run(arguments) }

    #expect(try run("init", scratch.path).code == 0)
    #expect(try run("init", scratch.path).errors.contains("there is one already"))
    let first = try run("check", site)
    #expect(first.code == 1 && first.errors == "", "\(first)")

    let file = scratch.path + "/baseline.json"
    let written = try run("baseline", "write", site, "--output", file)
    #expect(written.code == 0 && written.output.contains("of 1 files"))
    let json = try scratch.read("baseline.json")
    #expect(json.contains("\"path\" : \"site/page.md\"") && !json.contains("line"))
    #expect(try run("check", site, "--baseline", file).code == 0)

    // Words elsewhere keep it, and a new bad sentence fails.
    try scratch.write("site/page.md", "Hello there.\n\n" + Self.draft)
    #expect(try run("check", site, "--baseline", file).code == 0)
    let bad = "\nMicroneedling cures vitiligo.\n"
    try scratch.write("site/page.md", Self.draft + bad)
    let failing = try run("check", site, "--baseline", file)
    #expect(failing.code == 1 && failing.output.contains("[language/cure]"))
    #expect(!failing.output.contains("[safety/absolute]"))

    func allowed(until day: String) -> String {
      Self.draft + "\n<!-- assay-ignore-next language/cure reason=\"an old advert\" until=\(day) -->\n" + bad
    }
    try scratch.write("site/page.md", allowed(until: "2999-12-31"))
    #expect(try run("check", site, "--baseline", file).code == 0)
    let report = try run("check", site, "--baseline", file, "--format", "json").output
    #expect(report.contains("\"suppression\":{\"reason\":\"an old advert\",\"until\":\"2999-12-31\"}"))
    try scratch.write("site/page.md", allowed(until: "2001-12-31"))
    let expired = try run("check", site, "--baseline", file)
    #expect(expired.code == 1 && expired.output.contains("[suppression/expired]"))

    // A mended sentence leaves its entry unused, and prune takes it out.
    try scratch.write("site/page.md", "# Vitiligo\n\nKojic acid clears vitiligo.\n")
    let mended = try run("check", site, "--baseline", file)
    #expect(mended.code == 0 && mended.errors.contains("which is not there any more"))
    #expect(try run("baseline", "prune", file, site).code == 0)
    #expect(try run("check", site, "--baseline", file).errors == "")
  }

  @Test func settingsHoldFromTheirDirectoryDown() throws {
    let scratch = try Scratch()
    try scratch.write("uk/.assay.yml", "jurisdictions: [uk]\nexclude: [drafts/]\nformats: {njk: html}\n")
    let sale = "Botox from 99 pounds this month only.\n"
    try scratch.write("uk/page.md", sale)
    try scratch.write("uk/drafts/page.md", sale)
    try scratch.write("uk/page.njk", "<p>\(sale)</p>")
    try scratch.write("us/.assay.yml", "jurisdictions: [us]\n")
    try scratch.write("us/page.md", sale)
    let result = try Tool.run(["check", scratch.path, "--fail-on", "never"])
    #expect(
      result.output.contains("uk/page.md:1:22: error: Botox is a prescription medicine"), "\(result.output)")
    #expect(result.output.contains("uk/page.njk:1"))
    #expect(
      !result.output.contains("drafts") && !result.output.contains("us/page.md:1:22: error: Botox is a pres"))
    let named = try Tool.run(["check", scratch.path + "/uk/drafts/page.md", "--fail-on", "never"])
    #expect(named.errors.contains("left out"))
  }

  @Test func rulesOfOnesOwnAreAddedToTheOthers() throws {
    let scratch = try Scratch()
    try scratch.write("draft.md", "Palvorine soothes eczema.\n")
    try scratch.write(
      "own/dermatology/concepts/own.yaml",
      "concepts:\n  - id: palvorine\n    kind: substance\n    label: palvorine\n")
    #expect(try Tool.run(["claims", scratch.path + "/draft.md"]).output.contains("palvorine") == false)
    try scratch.write(".assay.yml", "rules: [own]\n")
    let claims = try Tool.run(["claims", scratch.path + "/draft.md"])
    #expect(claims.output.contains("palvorine"), "\(claims)")
    try scratch.write("own/dermatology/concepts/own.yaml", "concepts:\n  - id: palvorine\n    kind: sort\n")
    let faulty = try Tool.run(["check", scratch.path + "/draft.md"])
    #expect(faulty.code == 2 && faulty.errors.contains("own/dermatology/concepts/own.yaml:3:"), "\(faulty)")
  }

  @Test func onlyWhatGitSeesChangedCounts() throws {
    let scratch = try Scratch()
    try scratch.write("site/page.md", Self.draft)
    try scratch.write("site/same.md", Self.draft)
    func git(_ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments =
        ["git", "-C", scratch.path, "-c", "user.email=a@b.c", "-c", "user.name=a"] + arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0, "\(arguments)")
    }
    let site = scratch.path + "/site"
    let outside = try Tool.run(["check", site, "--changed-since", "HEAD"])
    #expect(outside.code == 2 && outside.errors.contains("is in no git repository"))
    try git("init", "-q")
    try git("add", "-A")
    try git("commit", "-q", "-m", "first")
    #expect(try Tool.run(["check", site, "--changed-since", "HEAD"]).code == 0)
    // Renamed, with one more bad sentence; the old ones do not count.
    try git("mv", "site/page.md", "site/new page é.md")
    try scratch.write("site/new page é.md", Self.draft + "\nMicroneedling cures vitiligo.\n")
    let renamed = try Tool.run(["check", site, "--changed-since", "HEAD"])
    #expect(renamed.code == 1 && renamed.output.contains("1 error"), "\(renamed)")
    try scratch.write("site/untracked.md", "Our cream cures eczema.\n")
    #expect(try Tool.run(["check", site, "--changed-since", "HEAD"]).output.contains("untracked.md:1:11"))
    let unknown = try Tool.run(["check", site, "--changed-since", "v9"])
    #expect(unknown.code == 2 && unknown.errors.contains("knows no commit 'v9'"))
  }

  @Test func aWalkObeysGitignoreAndStaysInside() throws {
    let scratch = try Scratch()
    try scratch.write("outside.md", Self.draft)
    try scratch.write("site/.gitignore", "skip.md\nout/\n")
    for name in ["skip.md", "out/a.md", "a.md"] { try scratch.write("site/" + name, "Wear a hat.\n") }
    let site = scratch.path + "/site"
    try FileManager.default.createSymbolicLink(
      atPath: site + "/link.md", withDestinationPath: scratch.path + "/outside.md")
    try FileManager.default.createSymbolicLink(atPath: site + "/inside.md", withDestinationPath: "a.md")
    let result = try Tool.run(["check", site, site + "/a.md", site])
    #expect(result.code == 0 && result.output.contains("2 documents"), "\(result)")
  }

  @Test func aRunStopsAtSoManyFindings() throws {
    let scratch = try Scratch()
    for number in 1...4 { try scratch.write("site/\(number).md", Self.draft) }
    for jobs in ["1", "2"] {
      let result = try Tool.run(["check", scratch.path + "/site", "--max-findings", "3", "--jobs", jobs])
      #expect(
        result.code == 1 && result.output.contains("1 document,") == (result.errors.contains("nor the 2")),
        "\(result)")
      #expect(result.errors.contains("not checked"))
    }
  }
}
