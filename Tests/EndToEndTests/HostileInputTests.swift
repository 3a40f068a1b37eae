import Foundation
import Testing

/// Files, names and words that somebody made to do harm.
@Suite struct HostileInputTests {
  private static let escape = "\u{1B}[31m"

  /// Nothing that a terminal obeys, and no line that a log takes for a command.
  private func expectHarmless(_ text: String, _ place: SourceLocation = #_sourceLocation) {
    for scalar in text.unicodeScalars where scalar != "\n" {
      let isObeyed =
        scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
      #expect(
        !isObeyed, "U+\(String(scalar.value, radix: 16)) in \(text.debugDescription)", sourceLocation: place)
    }
    #expect(
      !text.split(separator: "\n").contains { $0.hasPrefix("::error::x") }, "\(text)", sourceLocation: place)
  }

  static let evil = "e\u{1B}[31m\u{9B}1m\u{7F}\u{202E}\u{2066}\n::error::x"

  @Test(arguments: [
    ["explain", evil], [evil], ["check", "--" + evil], ["check", "x.md", "--format", evil],
    ["check", "-", "--jurisdiction", evil], ["check", evil + ".md"], ["check", evil],
    ["claims", evil + ".md"],
    ["report", evil + ".md"], ["report", "x.md", "--timestamp", evil], ["verify", evil],
    ["check", "-", "--baseline", evil], ["check", Tool.repository + "/README.md", "--changed-since", evil],
    ["check", "-", "--output", evil + "/x"],
    ["check", "-", "--as-of", evil], ["check", "-", "--rules", evil], ["init", evil],
    ["eval", "articles", evil],
    ["eval", "cues", evil], ["rules", "list", "--kind", evil], ["rules", "list", "--about", evil],
    ["rules", "validate", evil], ["rules", "test", evil], ["rules", "compile", evil, "-o", "x"],
    ["baseline", "prune", evil, "x"], ["check", "-", "--stdin-path", evil + ".odd", "--min-score", evil],
    ["check", "-", "--max-file-size", evil],
  ]) func whatIsEchoedIsHarmless(arguments: [String]) throws {
    let result = try Tool.run(arguments, input: "Wear a hat.\n")
    #expect(result.code == 2, "\(result)")
    expectHarmless(result.errors)
    expectHarmless(result.output)
  }

  @Test(arguments: ["text", "github"]) func namesAndDraftsAreHarmlessInWhatPeopleRead(format: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "d/" + Self.evil.replacing("\n", with: "\u{B}") + ".md",
      "\(Self.evil) Kojic acid treats hypopigmentation \(Self.evil).\n")
    try scratch.write(
      "d/b.md",
      "<!-- assay-ignore-next \(Self.evil) reason=\"\(Self.evil)\" -->\n\nKojic acid treats hypopigmentation.\n"
    )
    for arguments in [
      ["check", scratch.path + "/d", "--format", format, "-v"], ["claims", scratch.path + "/d", "--explain"],
    ] {
      let result = try Tool.run(arguments)
      expectHarmless(result.output)
      expectHarmless(result.errors)
    }
  }

  @Test func settingsAndBaselinesAreHarmlessInMessages() throws {
    let scratch = try Scratch()
    try scratch.write("d/good.md", ExitCodeTests.good)
    try scratch.write(
      "d/.assay.yml", "severity: {\"e\\e[31m\\n::error::x\": off}\nformat: \"\\x9b\\u202e\"\n")
    let settings = try Tool.run(["check", scratch.path + "/d"])
    #expect(settings.code == 2 && settings.errors.split(separator: "\n").count == 2, "\(settings.errors)")
    expectHarmless(settings.errors)
    try scratch.write("d/.assay.yml", "")
    try scratch.write(
      "base.json",
      #"{"schemaVersion": 1, "entries": [{"path": "d/good.md", "rule": "\u001b[31m", "claim": "a\n::error::x\u202e", "sentence": "s", "occurrence": 1, "rules": "r"}]}"#
    )
    let baseline = try Tool.run(["check", scratch.path + "/d", "--baseline", scratch.path + "/base.json"])
    #expect(baseline.errors.contains("which is not there any more"))
    expectHarmless(baseline.errors)
  }

  @Test func noLinkLeadsOutOfADirectory() throws {
    let scratch = try Scratch()
    try scratch.write("d/good.md", ExitCodeTests.good)
    try scratch.write("outside/secret.md", ExitCodeTests.bad)
    let result = try Tool.shell(
      """
      cd d && ln -s /etc/passwd passwd.md && ln -s .. parent && ln -s ../outside dir && ln -s ../outside/secret.md s.md
      ln -s . self && ln -s b.md a.md && ln -s a.md b.md && ln -s good.md inside.md && ln -s gone.md dangling.md
      ln -s ../outside out.md
      cd .. && "$assay" check d --format jsonl
      """, in: scratch)
    #expect(result.code == 0 && result.errors == "", "\(result)")
    let paths = result.output.split(separator: "\n").compactMap {
      $0.split(separator: "\"").dropFirst(3).first
    }
    #expect(result.output.contains("d/good.md") && result.output.contains("d/inside.md"))
    #expect(!result.output.contains("secret") && !result.output.contains("root:"), "\(paths)")
    let named = try Tool.run(["check", scratch.path + "/d/a.md"])
    #expect(named.code == 2 && named.errors.contains("symbolic links go in a circle"), "\(named.errors)")
  }

  @Test func whatIsNoFileIsToldAndTheRestIsChecked() throws {
    let scratch = try Scratch()
    try scratch.write("d/bad.md", ExitCodeTests.bad)
    let result = try Tool.shell(
      """
      mkfifo fifo.md d/fifo.md; printf 'Wear a hat.\\n' > "$(printf 'd/a\\377.md')"; mkdir d/dir.md; : > d/empty.md
      ln -s /dev/zero zero.md
      "$assay" check fifo.md zero.md /dev/null gone.md d --format json >out; echo "code $?"
      """, in: scratch)
    #expect(result.output == "code 2\n")
    let lines = result.errors.split(separator: "\n").map(String.init).sorted()
    #expect(lines.count == 5, "\(lines)")
    #expect(lines.contains("fifo.md: this is no regular file; pass its text on standard input, as '-'"))
    #expect(lines.contains("zero.md: this is no regular file; pass its text on standard input, as '-'"))
    #expect(lines.contains("d/a\u{FFFD}.md: its name is not UTF-8; rename it"))
    let report = try scratch.read("out")
    #expect(
      report.contains("\"d/bad.md\"") && report.contains("\"d/empty.md\"")
        && !report.contains("\"path\":\"fifo.md\",\"format\""))
  }

  @Test func whatMayNotBeReadIsToldAndTheRestIsChecked() throws {
    // The administrator may read everything.
    guard geteuid() != 0 else { return }
    let scratch = try Scratch()
    try scratch.write("d/bad.md", ExitCodeTests.bad)
    try scratch.write("d/closed.md", ExitCodeTests.good)
    try scratch.write("d/shut/x.md", ExitCodeTests.good)
    let result = try Tool.shell(
      "chmod 0 d/closed.md d/shut; \"$assay\" check d; code=$?; chmod 700 d/shut; exit $code", in: scratch)
    #expect(result.code == 2 && result.output.contains("d/bad.md:1:1: error"))
    #expect(result.errors.split(separator: "\n").count == 2, "\(result.errors)")
  }

  @Test func aFailingFileEndsNoRun() throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    try scratch.write("big.md", String(repeating: "Wear a hat. ", count: 100_000))
    try scratch.write("articles/a.md", "Wear a hat.\n")
    try scratch.write("articles/a.json", "no JSON \u{1B}[31m")
    try scratch.write("articles/b.md", "Kojic acid treats hypopigmentation.\n")
    try scratch.write("articles/b.json", #"{"kind": "blog", "sentences": []}"#)
    let script = """
      mkfifo articles/c.md; printf '{"kind": "blog", "sentences": []}' > articles/c.json
      set -- gone.md big.md bad.md /dev/null
      "$assay" check --max-file-size 1 "$@" >check; echo $?
      "$assay" claims --max-file-size 1 "$@" >claims; echo $?
      "$assay" baseline write --max-file-size 1 "$@" -o base.json >/dev/null; echo $?
      "$assay" report --max-file-size 1 big.md -o report.xml; echo $?
      "$assay" eval articles articles >eval; echo $?
      """
    let result = try Tool.shell(script, in: scratch)
    #expect(result.output == "2\n2\n2\n2\n2\n")
    #expect(try scratch.read("check").contains("bad.md:1:1: error"))
    #expect(try scratch.read("claims").contains("hypopigmentation"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/base.json"))
    #expect(try scratch.read("eval").contains("articles/b.md: "))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/report.xml"))
    // Three for each of three commands, one of the baseline, one of the report, two of the articles.
    #expect(result.errors.split(separator: "\n").count == 13, "\(result.errors)")
    #expect(result.errors.contains("big.md: the file has 1200000 bytes, more than the limit of 1048576"))
    expectHarmless(result.errors)
  }

  @Test func theLimitOfSizesIsThatOfTheSettingsOrTheCommandLine() throws {
    let scratch = try Scratch()
    try scratch.write("d/big.md", String(repeating: "Wear a hat. ", count: 100_000))
    #expect(try Tool.run(["check", scratch.path + "/d"]).code == 0)
    try scratch.write("d/.assay.yml", "limits:\n  file_size_mb: 1\n")
    let refused = try Tool.run(["check", scratch.path + "/d"])
    #expect(refused.code == 2 && refused.errors.contains("--max-file-size"), "\(refused.errors)")
    #expect(try Tool.run(["check", scratch.path + "/d", "--max-file-size", "2"]).code == 0)
    let long = String(repeating: "Wear a hat. ", count: 100_000)
    #expect(try Tool.run(["check", "-", "--max-file-size", "1"], input: long).code == 2)
    for wrong in ["0", "257", "-1", "x"] {
      #expect(try Tool.run(["check", scratch.path + "/d", "--max-file-size=\(wrong)"]).code == 2)
    }
  }
}
