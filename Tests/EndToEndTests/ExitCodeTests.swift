import Testing

@Suite struct ExitCodeTests {
  static let bad = "Kojic acid treats hypopigmentation.\n"
  static let good = "Wear a hat in the sun.\n"

  struct Case: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var code: Int32
    /// What standard error must hold; "": nothing.
    var errors = ""
    var testDescription: String { arguments.joined(separator: " ") }
  }

  /// `@` stands for a directory with bad.md, good.md, odd.xyz and an empty directory.
  static let cases = [
    Case(arguments: ["check", "@/good.md"], code: 0),
    Case(arguments: ["check", "@/bad.md"], code: 1),
    Case(arguments: ["check", "@/bad.md", "--fail-on", "never"], code: 0),
    Case(arguments: ["check", "@/good.md", "--fail-on", "note"], code: 0),
    Case(
      arguments: ["check", "@/bad.md", "--fail-on", "never", "--min-score", "90"], code: 1,
      errors: "the lowest score is 0"),
    Case(arguments: ["check", "@"], code: 1),
    Case(arguments: ["check", "@/missing.md"], code: 2, errors: "@/missing.md: there is no such file"),
    Case(
      arguments: ["check", "@/missing.md", "@/bad.md"], code: 2, errors: "@/missing.md: there is no such file"
    ),
    Case(
      arguments: ["check", "@/odd.xyz"], code: 2, errors: "@/odd.xyz: the type of this file is not known"),
    Case(arguments: ["check", "@/empty"], code: 2, errors: "@/empty: the directory holds no"),
    Case(arguments: ["check"], code: 2, errors: "Missing expected argument"),
    Case(arguments: ["check", "@/good.md", "--format", "jsn"], code: 2, errors: "'jsn' is invalid"),
    Case(arguments: ["check", "@/good.md", "--jobs", "0"], code: 2, errors: "--jobs must be 1 or more"),
    Case(arguments: ["check", "@/good.md", "--min-score", "101"], code: 2, errors: "from 0 to 100"),
    Case(
      arguments: ["check", "@/good.md", "--rules", "@/none"], code: 2,
      errors: "there is no rules directory here"),
    Case(
      arguments: ["check", "@/good.md", "--output", "@/none/r"], code: 2, errors: "there is no such directory"
    ),
    Case(arguments: ["chek"], code: 2, errors: "Error:"),
    Case(
      arguments: ["check", "@/good.md", "--max-findings", "0"], code: 2, errors: "--max-findings must be 1"),
    Case(
      arguments: ["check", "@/good.md", "--baseline", "@/none.json"], code: 2, errors: "there is no such file"
    ),
    Case(
      arguments: ["check", "@/good.md", "--baseline", "@/bad.md"], code: 2, errors: "this is no baseline"),
    Case(
      arguments: ["check", "@/good.md", "--changed-since", "HEAD"], code: 2,
      errors: "is in no git repository"),
    Case(
      arguments: ["check", "@/good.md", "--changed-since=-x"], code: 2, errors: "is no revision"),
    Case(arguments: ["check", "@/bad.md", "--fail-on", "all"], code: 2, errors: "'all' is invalid"),
    Case(arguments: ["init", "@/none"], code: 2, errors: "there is no such directory"),
    Case(arguments: ["baseline", "write", "@/bad.md", "--output", "@/new.json"], code: 0),
    Case(arguments: ["baseline", "prune", "@/none.json", "@/bad.md"], code: 2, errors: "there is no such"),
    Case(arguments: ["--version"], code: 0),
    Case(arguments: ["--help"], code: 0),
    Case(arguments: ["check", "--help"], code: 0),
    Case(arguments: ["claims", "@/bad.md"], code: 0),
    Case(arguments: ["report", "@/bad.md"], code: 0),
    Case(arguments: ["report", "@/bad.md", "--format", "csl"], code: 0),
    Case(arguments: ["report", "@/bad.md", "--format", "text"], code: 2, errors: "choose one of xml, "),
    Case(arguments: ["report", "@"], code: 2, errors: "name one"),
    Case(arguments: ["report", "@/missing.md"], code: 2, errors: "@/missing.md: there is no such file"),
    Case(
      arguments: ["report", "@/bad.md", "--timestamp", "now"], code: 2, errors: "'now' is no time in UTC"),
    Case(arguments: ["verify", "@/missing.xml"], code: 2, errors: "@/missing.xml: there is no such file"),
    Case(arguments: ["verify", "@/bad.md"], code: 2, errors: "@/bad.md: line 1: "),
    Case(arguments: ["explain", "score"], code: 0),
    Case(arguments: ["explain", "kojic-acid"], code: 0),
    Case(arguments: ["explain", "kojic-acyd"], code: 2, errors: "did you mean 'kojic-acid'?"),
    Case(arguments: ["rules", "list", "--kind", "finding"], code: 0),
    Case(arguments: ["rules", "list", "--kind", "nothing"], code: 2, errors: "'nothing' is invalid"),
    Case(arguments: ["rules", "list", "--kind", "concpets"], code: 2, errors: "did you mean 'concepts'?"),
    Case(arguments: ["rules", "list", "--verdict", "refuded"], code: 2, errors: "did you mean 'refuted'?"),
    Case(
      arguments: ["rules", "list", "--design", "trial"], code: 2, errors: "choose one of meta-analysis, "),
    Case(arguments: ["rules", "list", "--about", "melsama"], code: 2, errors: "did you mean 'melasma'?"),
    Case(
      arguments: ["rules", "list", "--kind", "cues", "--verdict", "mixed"], code: 2, errors: "cues have none"),
    Case(arguments: ["rules", "list", "--reviewed-before", "2026"], code: 2, errors: "'2026' is no day"),
    Case(
      arguments: ["rules", "list", "--about", "vitamin C", "--certainty", "low", "--format", "json"], code: 0),
    Case(arguments: ["explain", "refuted"], code: 0),
    Case(arguments: ["explain", "kojic-acid", "--format", "json"], code: 0),
    Case(arguments: ["check", "@/bad.md", "--as-of", "2100-01-01"], code: 1),
    Case(arguments: ["check", "@/good.md", "--as-of", "tomorrow"], code: 2, errors: "'tomorrow' is no day"),
    Case(arguments: ["claims", "@/bad.md", "--as-of", "2100-01-01"], code: 0),
    Case(
      arguments: ["rules", "validate", "--as-of", "2026-02-30"], code: 2, errors: "'2026-02-30' is no day"),
    Case(arguments: ["rules", "validate", "@/none"], code: 2),
    Case(arguments: ["rules", "test", "treat"], code: 0),
    Case(
      arguments: ["rules", "test", "--rules", "@/none"], code: 2, errors: "there is no rules directory here"),
    Case(arguments: ["rules", "test", "--format", "xml"], code: 2, errors: "'xml' is invalid"),
  ]

  @Test(arguments: cases) func endsAsPromised(run: Case) throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", Self.bad)
    try scratch.write("good.md", Self.good)
    try scratch.write("odd.xyz", Self.good)
    try scratch.write("empty/readme", "")
    let result = try Tool.run(run.arguments.map { $0.replacing("@", with: scratch.path) })
    #expect(result.code == run.code, "\(result.errors)\(result.output)")
    if run.errors.isEmpty {
      #expect(result.errors == "")
    } else {
      #expect(result.errors.contains(run.errors.replacing("@", with: scratch.path)), "\(result.errors)")
    }
  }

  @Test func faultsOfRulesAreToldWithTheirPlaces() throws {
    let scratch = try Scratch()
    try scratch.write("good.md", Self.good)
    try scratch.write(
      "rules/p/pack.yaml",
      "id: p\ntitle: P\nversion: \"1\"\nreviewed: 2026-11-01\nlanguage: en\nabout: made up\n")
    try scratch.write("rules/p/concepts/c.yaml", "concepts:\n  - id: x\n    kind: thing\n    label: x\n")
    for arguments in [["check", scratch.path + "/good.md"], ["rules", "validate", scratch.path + "/rules"]] {
      let result = try Tool.run(arguments, rules: scratch.path + "/rules")
      #expect(result.code == 2)
      #expect(
        (result.errors + result.output).contains("\(scratch.path)/rules/p/concepts/c.yaml:3:11: error: "),
        "\(result.errors)\(result.output)")
    }
  }
}
