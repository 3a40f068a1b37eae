import Foundation
import Testing

/// `assay rules test` with a few made-up rules.
@Suite struct RulesTestTests {
  /// A copy of the made-up rules, with one text of a file replaced.
  private func rules(
    in scratch: Scratch, replacing old: String = "", of path: String = "", with new: String = ""
  ) throws -> String {
    let directory = scratch.path + "/rules"
    try FileManager.default.copyItem(
      atPath: Tool.repository + "/Tests/ReportingTests/Rules", toPath: directory)
    if !path.isEmpty {
      let text = try String(contentsOfFile: "\(directory)/\(path)", encoding: .utf8)
      try #require(text.contains(old))
      try scratch.write("rules/" + path, text.replacing(old, with: new))
    }
    return directory
  }

  @Test func examplesThatHoldEndWell() throws {
    let scratch = try Scratch()
    let result = try Tool.run(["rules", "test", "--rules", try rules(in: scratch)])
    #expect(result.code == 0 && result.errors == "")
    #expect(result.output.contains("finding contradiction/opposes-condition: 2 of 2 hold\n"))
    #expect(result.output.contains("frame treat: 2 of 2 hold\n"))
    #expect(result.output.contains("cue may: 1 of 1 hold\n"))
    #expect(result.output.hasSuffix("0 fail, 0 skipped\n"), "\(result.output)")
  }

  @Test func wrongExampleIsNamedWithItsPlace() throws {
    let scratch = try Scratch()
    let directory = try rules(
      in: scratch, replacing: "Brightol treats gloom.", of: "policy/findings.yaml",
      with: "Paleol treats gloom.")
    let result = try Tool.run(["rules", "test", "--rules", directory])
    #expect(result.code == 1)
    #expect(
      result.output.contains(
        "\n  \(directory)/policy/findings.yaml:9:14: error: “Paleol treats gloom.”: "
          + "expected contradiction/opposes-condition is silent; found “Paleol treats gloom” reported; "),
      "\(result.output)")
    #expect(result.output.contains("finding: 2 of 3 examples of 2 records hold, 1 fail, 0 skipped\n"))
  }

  @Test func namedRecordsOnly() throws {
    let scratch = try Scratch()
    let directory = try rules(in: scratch)
    let result = try Tool.run(["rules", "test", "--rules", directory, "brightol-glare", "not"])
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("cue not: 1 of 1 hold\nstatement brightol-glare: 2 of 2 hold\n"))
    let unknown = try Tool.run(["rules", "test", "--rules", directory, "brightol-glere"])
    #expect(
      unknown.code == 2 && unknown.errors == "no record 'brightol-glere'; did you mean 'brightol-glare'?\n")
  }

  @Test func jsonHoldsEveryExample() throws {
    let scratch = try Scratch()
    let directory = try rules(
      in: scratch, replacing: "It may fade.", of: "language/en/cues/cues.yaml", with: "It fades.")
    let result = try Tool.run(["rules", "test", "--rules", directory, "--format", "json"])
    #expect(result.code == 1)
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let totals = try #require(root["totals"] as? [String: Int])
    #expect(totals["failed"] == 1)
    let records = try #require(root["records"] as? [[String: Any]])
    let cue = try #require(records.first { $0["id"] as? String == "may" })
    let example = try #require((cue["examples"] as? [[String: Any]])?.first)
    #expect(example["text"] as? String == "It fades." && example["result"] as? String == "fails")
    #expect(example["line"] as? Int == 13 && example["column"] as? Int == 16)
    #expect(example["expected"] as? String == "the cue may" && example["found"] as? String == "no cue")
  }

  @Test func rulesWithFaultsAreRefused() throws {
    let scratch = try Scratch()
    let directory = try rules(
      in: scratch, replacing: "«Brightol treats glare.»", of: "policy/findings.yaml",
      with: "«Brightol treats glare.")
    let result = try Tool.run(["rules", "test", "--rules", directory])
    #expect(result.code == 2 && result.output == "")
    #expect(
      result.errors
        == "\(directory)/policy/findings.yaml:16:13: error: the marks in an example of finding rule "
        + "'evidence/insufficient' do not pair; put one « before the words it is about and one » behind them\n"
    )
  }
}
