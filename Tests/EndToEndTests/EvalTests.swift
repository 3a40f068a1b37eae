import Foundation
import Testing

/// `assay eval` on lines of labelled texts.
@Suite struct EvalTests {
  static let tasks = ["negation", "cues", "causality", "advice", "direction", "relation", "sentences"]

  /// Lines that every task can answer.
  static let lines = #"""
    {"id": "a.1", "text": "Café guests — 😀 — had no rash.", "concept": "rash", "term1": "guests", "term2": [26, 30]}
    {"id": 2, "text": "The gel may calm a rash. It stings.", "concept": "rash", "span": [19, 23], "term1": [4, 7], "term2": {"span": [19, 23]}}
    {"id": "b \"x\"", "text": "", "concept": "rash", "term1": "gel", "term2": "rash", "outcome": null}

    """#

  private func objects(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private func label(_ line: String, of task: String) throws -> String {
    let result = try Tool.run(["eval", task, "-"], input: line + "\n")
    #expect(result.code == 0 && result.errors == "", "\(result.errors)")
    return result.output
  }

  @Test(arguments: tasks) func answersEachLineInOrder(task: String) throws {
    let result = try Tool.run(["eval", task, "-"], input: Self.lines)
    #expect(result.code == 0 && result.errors == "", "\(result.errors)")
    let answers = try objects(result.output)
    #expect(answers.map { "\($0["id"] ?? "")" } == ["a.1", "2", "b \"x\""])
    #expect(result.output.contains(#"{"id": 2, "label": "#))
  }

  /// Scoring a task's own answers finds nothing wrong.
  @Test(arguments: tasks) func ownAnswersAreRight(task: String) throws {
    let answers = try objects(try Tool.run(["eval", task, "-"], input: Self.lines).output)
    let items = try zip(try objects(Self.lines), answers).map { item, answer in
      let labelled = item.merging(answer) { $1 }
      return String(decoding: try JSONSerialization.data(withJSONObject: labelled), as: UTF8.self)
    }
    let extra = task == "cues" ? ["--scopes"] : task == "sentences" ? ["--all"] : []
    let result = try Tool.run(
      ["eval", task, "-", "--score", "--errors", "--min", "1"] + extra,
      input: items.joined(separator: "\r\n"))
    #expect(result.code == 0 && result.errors == "", "\(result.errors)\(result.output)")
    #expect(result.output.hasPrefix("\(task): 3 items scored\n"), "\(result.output)")
  }

  @Test(arguments: tasks) func helpTellsWhatALineHolds(task: String) throws {
    let result = try Tool.run(["eval", task, "--help"])
    #expect(result.code == 0)
    for word in ["\"id\"", "\"text\"", "abel", "--score", "--part", "--errors", "--min"] {
      #expect(result.output.contains(word))
    }
    #expect(result.output.contains("--scopes") == (task == "cues"))
    #expect(result.output.contains("--all") == (task == "sentences"))
  }

  @Test func helpListsTheTasksThatAreTested() throws {
    let help = try Tool.run(["eval", "--help"]).output
    let list = help.split(separator: "SUBCOMMANDS:\n").last ?? ""
    let names = list.split(separator: "\n").filter { $0.hasPrefix("  ") && $0.dropFirst(2).first != " " }
      .compactMap {
        $0.split(separator: " ").first.map(String.init)
      }
    #expect(names.filter { $0 != "See" } == ["articles"] + Self.tasks)
  }

  @Test func spansCountCodePoints() throws {
    let negated = #"{"id": 1, "text": "😀 — é: no rash, but itch.", "span": [10, 14]}"#
    #expect(try label(negated, of: "negation") == "{\"id\": 1, \"label\": \"Negated\"}\n")
    let affirmed = #"{"id": 1, "text": "😀 — é: no rash, but itch.", "span": [20, 24]}"#
    #expect(try label(affirmed, of: "negation") == "{\"id\": 1, \"label\": \"Affirmed\"}\n")
    let sentences = #"{"id": 1.0, "text": "Très bien — 😀 dit-il. C’est ça."}"#
    #expect(
      try label(sentences, of: "sentences")
        == #"{"id": 1.0, "label": ["Très bien — 😀 dit-il.", "C’est ça."], "spans": [[0, 21], [22, 31]]}"#
        + "\n")
    let answer = try #require(
      try objects(try label(#"{"id": 1, "text": "Ça va — 😀: no rash."}"#, of: "cues")).first)
    let cues = try #require(answer["cues"] as? [[String: Any]])
    #expect(answer["label"] as? [String] == ["negation"])
    #expect(cues.first?["cue"] as? [[Int]] == [[11, 13]])
  }

  @Test func aConceptWithoutSpanIsLookedFor() throws {
    for (concept, expected) in [("RED  Rash", "Negated"), ("itch", "Affirmed"), ("not there", "Affirmed")] {
      let line =
        #"{"id": 1, "text": "There was no red\nrash. The itch stayed.", "concept": "\#(concept)", "span": null}"#
      #expect(try label(line, of: "negation").contains("\"\(expected)\""), "\(concept)")
    }
  }

  @Test func badLinesAreToldAndTheOthersGoOn() throws {
    let scratch = try Scratch()
    let lines = [
      #"{"id": 1, "text": "No rash.", "concept": "rash"}"#, #"{"id": 2, "text": "é" "concept": "x"}"#, "",
      #"{"id": 3, "text": "No rash.", "span": [3, 99]}"#, #"{"id": 4, "concept": "x"}"#,
      #"{"text": "x", "concept": "x"}"#, "[]", #"{"id": 5, "text": "No rash."}"#,
      #"{"id": 6, "text": "A rash.", "concept": "rash"}"#,
    ]
    try scratch.write("lines.jsonl", "\u{FEFF}" + lines.joined(separator: "\n"))
    let path = scratch.path + "/lines.jsonl"
    let result = try Tool.run(["eval", "negation", path])
    #expect(result.code == 2)
    #expect(
      result.output == "{\"id\": 1, \"label\": \"Negated\"}\n{\"id\": 6, \"label\": \"Affirmed\"}\n")
    let errors = result.errors.split(separator: "\n")
    #expect(errors.count == 6)
    for (error, place) in zip(errors, ["2:23", "4", "5", "6", "7", "8"]) {
      #expect(error.hasPrefix("\(path):\(place): error: "), "\(error)")
      #expect(error.contains("; "), "\(error)")
    }
  }

  static let labelled = #"""
    {"id": "t1", "text": "No rash.", "concept": "rash", "label": "Negated"}
    {"id": "t2", "text": "A rash — \"red\".", "concept": "rash", "label": "Negated"}
    {"id": "t3", "text": "A rash.", "concept": "rash", "label": "Affirmed"}
    {"id": "t4", "text": "A rash.", "concept": "rash"}

    """#

  @Test func printsFigures() throws {
    let result = try Tool.run(["eval", "negation", "-", "--score"], input: Self.labelled)
    #expect(result.code == 0 && result.errors == "")
    #expect(
      result.output == """
        negation: 3 items scored, 1 without a label
        label                  P       R      F1   items
        Affirmed           0.500   1.000   0.667       1
        Negated            1.000   0.500   0.667       2
        macro F1           0.667
        accuracy           0.667  2 of 3
        main figure: F1 of Negated 0.667

        """)
  }

  @Test func listsErrorsBeforeTheFigures() throws {
    let result = try Tool.run(["eval", "negation", "-", "--score", "--errors"], input: Self.labelled)
    #expect(
      result.output.hasPrefix(
        #"{"id": "t2", "gold": "Negated", "given": "Affirmed", "concept": "rash", "text": "A rash — \"red\"."}"#
          + "\nnegation: "))
  }

  @Test func thePartsMakeUpTheWhole() throws {
    let lines = (0..<20).map {
      #"{"id": "n\#($0 / 2).\#($0)", "text": "No rash.", "concept": "rash"}"# + "\n"
    }
    let input = lines.joined()
    let parts = try ["look", "held"].map {
      Set(try Tool.run(["eval", "negation", "-", "--part", $0], input: input).output.split(separator: "\n"))
    }
    let all = try Tool.run(["eval", "negation", "-"], input: input).output.split(separator: "\n")
    #expect(parts[0].isDisjoint(with: parts[1]))
    #expect(parts[0].union(parts[1]) == Set(all) && all.count == 20)
    #expect(!parts[0].isEmpty && !parts[1].isEmpty)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var input = EvalTests.labelled
    var code: Int32
    /// What standard error must hold; "": nothing.
    var errors = ""
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Case(arguments: ["negation", "-", "--min", "0.6"], code: 0),
    Case(arguments: ["negation", "-", "--min", "0.7"], code: 1),
    Case(
      arguments: ["negation", "-", "--min", "0.7"], input: labelled + "x", code: 2,
      errors: "<stdin>:5:1: error"),
    Case(arguments: ["negation", "-", "--min", "1.5"], code: 2, errors: "--min goes from 0 to 1"),
    Case(arguments: ["negation", "-", "--scopes"], code: 2, errors: "--scopes is of 'eval cues'"),
    Case(arguments: ["cues", "-", "--all"], code: 2, errors: "--all is of 'eval sentences'"),
    Case(arguments: ["negation", "-", "--part", "third"], code: 2, errors: "'third' is invalid"),
    Case(
      arguments: ["negation", "-", "--score"], input: "", code: 2, errors: "<stdin>: no line has a label"),
    Case(
      arguments: ["sentences", "-", "--min", "0.1"],
      input: #"{"id": 1, "text": "so..it is", "label": ["So it is."], "rewrites": true}"#, code: 2,
      errors: "<stdin>: no line has a label"),
    Case(arguments: ["negation", "-"], input: "", code: 0),
    Case(
      arguments: ["advice", "-", "--score"], code: 2,
      errors: "the label is none of this task; write none, weak, strong"),
    Case(
      arguments: ["negation", "/nowhere/x.jsonl"], code: 2, errors: "/nowhere/x.jsonl: there is no such file"),
    Case(arguments: ["negation"], code: 2, errors: "Missing expected argument"),
    Case(arguments: ["negations", "-"], code: 2, errors: "Error:"),
  ]) func endsAsPromised(run: Case) throws {
    let result = try Tool.run(["eval"] + run.arguments, input: run.input)
    #expect(result.code == run.code, "\(result.errors)\(result.output)")
    if run.errors.isEmpty {
      #expect(result.errors == "")
    } else {
      #expect(result.errors.contains(run.errors), "\(result.errors)")
    }
  }
}
