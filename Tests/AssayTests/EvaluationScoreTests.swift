import Claims
import Testing

@testable import Assay

/// The arithmetic of scores, on answers that are made up.
@Suite struct EvaluationScoreTests {
  /// Counts an answer against a line of JSON.
  @discardableResult
  private func add<Score: EvaluationScore>(_ answer: Score.Answer, _ line: String, to score: inout Score)
    throws
    -> EvaluationComparison?
  {
    let item = try EvaluationItem(line: line.utf8)
    return try score.add(answer, to: item, gold: try #require(item.gold))
  }

  /// The cells of the printed line that begins with a name.
  private func cells(_ name: String, _ figures: EvaluationFigures) -> [Substring] {
    let line = figures.text.split(separator: "\n").first { $0.hasPrefix(name + " ") } ?? ""
    return line.dropFirst(name.count).split(separator: " ")
  }

  private func range(_ start: Int, _ end: Int) -> CodePointRange { CodePointRange(start: start, end: end) }

  // MARK: One label an item

  @Test func labelsGivePrecisionRecallAndF1() throws {
    var score = LabelScore(labels: ["none", "weak", "strong"])
    for (gold, given, count) in [
      ("none", "none", 5), ("none", "weak", 1), ("weak", "weak", 2), ("weak", "none", 2),
    ] {
      for _ in 0..<count {
        let comparison = try add(
          LabelAnswer(value: given), #"{"id": 1, "text": "x", "label": "\#(gold)"}"#, to: &score)
        #expect(comparison?.isRight == (gold == given))
      }
    }
    let figures = score.figures
    #expect(cells("none", figures) == ["0.714", "0.833", "0.769", "6"])
    #expect(cells("weak", figures) == ["0.667", "0.500", "0.571", "4"])
    // Neither in labels nor in answers: nothing to measure, and no part of the mean.
    #expect(cells("strong", figures) == ["-", "-", "-", "0"])
    #expect(cells("macro F1", figures) == ["0.670"])
    #expect(cells("accuracy", figures) == ["0.700", "7", "of", "10"])
    let main = try #require(figures.main)
    #expect(abs(main - (10.0 / 13 + 4.0 / 7) / 2) < 1e-12)
  }

  @Test func negationLooksAtTheNegated() throws {
    var score = NegationTask.score([])
    for (gold, given) in [("Negated", "Negated"), ("Affirmed", "Negated"), ("Affirmed", "Affirmed")] {
      try add(LabelAnswer(value: given), #"{"id": 1, "text": "x", "label": "\#(gold)"}"#, to: &score)
    }
    #expect(score.figures.main == 2.0 / 3)
    #expect(score.figures.text.hasSuffix("main figure: F1 of Negated 0.667\n"))
  }

  @Test func aLabelOfAnotherTaskIsAFault() {
    var score = NegationTask.score([])
    #expect(throws: EvaluationFault.self) {
      try add(LabelAnswer(value: "Affirmed"), #"{"id": 1, "text": "x", "label": "negated"}"#, to: &score)
    }
    #expect(score.figures.main == nil)
  }

  // MARK: Relations

  @Test func relationsAreScoredOneByOne() throws {
    var score = RelationTask.score([])
    let right = try add(
      RelationAnswer(treats: true, causes: false),
      #"{"id": 1, "text": "x", "label": {"treat": 1, "cause": 0}}"#, to: &score)
    let wrong = try add(
      RelationAnswer(treats: true, causes: false),
      #"{"id": 2, "text": "x", "label": {"treat": 0, "cause": true}}"#, to: &score)
    // What the label leaves out is neither right nor wrong.
    let half = try add(
      RelationAnswer(treats: true, causes: true), #"{"id": 3, "text": "x", "label": {"treat": 1}}"#,
      to: &score)
    #expect(right?.isRight == true && wrong?.isRight == false && half?.isRight == true)
    #expect(cells("treat", score.figures) == ["0.667", "1.000", "0.800", "2"])
    #expect(cells("cause", score.figures) == ["-", "0.000", "0.000", "1"])
    #expect(score.figures.main == 0.4)
    #expect(throws: EvaluationFault.self) {
      try add(
        RelationAnswer(treats: true, causes: true), #"{"id": 3, "text": "x", "label": {"treat": 2}}"#,
        to: &score)
    }
  }

  // MARK: Cues

  private func cue(
    _ kind: String, _ parts: [CodePointRange], scope: CodePointRange
  ) throws -> CuesAnswer.Cue {
    CuesAnswer.Cue(kind: try #require(.init(rawValue: kind)), parts: parts, scope: scope)
  }

  @Test func kindsOfCuesAreScoredByText() throws {
    var score = CuesTask.score([])
    let no = try cue("negation", [range(0, 2)], scope: range(0, 7))
    let may = try cue("speculation", [range(3, 6)], scope: range(3, 9))
    try add(CuesAnswer(cues: [no, no]), #"{"id": 1, "text": "x", "label": ["negation"]}"#, to: &score)
    try add(CuesAnswer(cues: [no, may]), #"{"id": 2, "text": "x", "label": ["speculation"]}"#, to: &score)
    try add(CuesAnswer(cues: []), #"{"id": 3, "text": "x", "label": []}"#, to: &score)
    try add(CuesAnswer(cues: []), #"{"id": 4, "text": "x", "label": ["negation"]}"#, to: &score)
    #expect(cells("negation", score.figures) == ["0.500", "0.500", "0.500", "2"])
    #expect(cells("speculation", score.figures) == ["1.000", "1.000", "1.000", "1"])
    #expect(cells("accuracy", score.figures) == ["0.500", "2", "of", "4"])
    #expect(score.figures.main == 0.75)
    #expect(!score.figures.text.contains("scopes"))
  }

  @Test func scopesAreHeldAgainstTheCueThatSharesMost() throws {
    var score = CuesTask.score(.scopes)
    let line = #"""
      {"id": 1, "text": "neither red nor sore, or so it may seem", "label": ["negation", "speculation"], "cues": [
      {"type": "negation", "cue": [[0, 7], [12, 15]], "scope": [0, 20]},
      {"type": "speculation", "cue": [[31, 34]], "scope": [28, 39]},
      {"type": "speculation", "cue": [[35, 39]], "scope": [28, 39]}]}
      """#
    let given = [
      try cue("negation", [range(0, 3)], scope: range(0, 11)),
      try cue("negation", [range(12, 16)], scope: range(0, 20)),
      // Of another kind, though at the place.
      try cue("negation", [range(35, 39)], scope: range(28, 39)),
      try cue("speculation", [range(31, 34)], scope: range(31, 39)),
    ]
    let comparison = try add(
      CuesAnswer(cues: given), line.replacing("\n", with: " "), to: &score)
    #expect(comparison?.isRight == false)
    // Both kinds have two lines: that of the texts, and that of the scopes, here cues, found, exact and the two shares.
    let lines = score.figures.text.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.contains(["negation", "1", "1", "1", "1.000", "1.000"]))
    #expect(lines.contains(["speculation", "2", "1", "0", "0.000", "0.000"]))
  }

  @Test func aFaultInCuesCountsNowhere() {
    var score = CuesTask.score(.scopes)
    #expect(throws: EvaluationFault.self) {
      try add(
        CuesAnswer(cues: []),
        #"{"id": 1, "text": "no", "label": ["negation"], "cues": [{"type": "negation", "cue": [[0, 3]], "scope": [0, 2]}]}"#,
        to: &score)
    }
    #expect(cells("accuracy", score.figures) == ["-", "0", "of", "0"])
  }

  // MARK: Sentences

  private func answer(_ text: String, _ spans: [CodePointRange]) -> SentencesAnswer {
    let points = CodePoints(Array(text.utf8))
    return SentencesAnswer(sentences: spans.map(points.text), spans: spans)
  }

  @Test(arguments: [
    #"["Très bon 😀.", "Or  not."]"#, #"[[0, 12], [13, 21]]"#, #"[[0, 13], [13, 21]]"#,
  ]) func sentencesAgreeButForWhiteSpace(label: String) throws {
    var score = SentencesTask.score([])
    let text = "Très bon 😀.  Or not."
    let comparison = try add(
      answer(text, [range(0, 11), range(13, 20)]),
      #"{"id": 1, "text": "Très bon 😀.  Or not. ", "label": \#(label)}"#, to: &score)
    #expect(comparison?.isRight == true)
    #expect(cells("boundaries", score.figures) == ["1.000", "1.000", "1.000", "1"])
    #expect(score.figures.main == 1)
  }

  @Test func boundariesAreCountedOneByOne() throws {
    var score = SentencesTask.score([])
    let text = "A is. B is. C is. D is."
    let comparison = try add(
      answer(text, [range(0, 5), range(6, 7), range(8, 17), range(18, 23)]),
      #"{"id": 1, "text": "\#(text)", "golden": true, "label": ["A is.", "B is.", "C is.", "D is."]}"#,
      to: &score)
    #expect(comparison?.isRight == false)
    // Right: behind A and C; one too many within B; missed: behind B.
    #expect(cells("boundaries", score.figures) == ["0.667", "0.667", "0.667", "3"])
    #expect(cells("golden right", score.figures) == ["0.000", "0", "of", "1"])
  }

  @Test func rewrittenItemsCountOnlyOnRequest() throws {
    let line = #"{"id": 1, "text": "so .. it is", "rewrites": true, "label": ["So it is."]}"#
    var usual = SentencesTask.score([])
    #expect(try add(answer("so .. it is", [range(0, 11)]), line, to: &usual) == nil)
    #expect(usual.figures.text.contains("1 items that rewrite"))
    #expect(usual.figures.main == nil)
    var all = SentencesTask.score(.rewritten)
    #expect(try add(answer("so .. it is", [range(0, 11)]), line, to: &all)?.isRight == false)
    // Its sentences do not make up the text: no boundary can be placed.
    #expect(cells("boundaries", all.figures) == ["-", "-", "-", "0"])
  }
}
