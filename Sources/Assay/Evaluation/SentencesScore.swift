/// Scores divisions into sentences: whole items, and single boundaries.
package struct SentencesScore: EvaluationScore {
  private let countsRewritten: Bool
  private var right = 0
  private var count = 0
  private var goldenRight = 0
  private var goldenCount = 0
  private var leftOut = 0
  private var boundaries = Agreement()

  init(countsRewritten: Bool) { self.countsRewritten = countsRewritten }

  package mutating func add(_ answer: SentencesAnswer, to item: EvaluationItem, gold: JSONValue)
    throws(EvaluationFault) -> EvaluationComparison?
  {
    let label = try GoldSentences(gold, of: item)
    if item["rewrites"]?.truth == true, !countsRewritten {
      leftOut += 1
      return nil
    }
    let isRight = label.sentences.map(Self.folded) == answer.sentences.map(Self.folded)
    count += 1
    if isRight { right += 1 }
    if item["golden"]?.truth == true {
      goldenCount += 1
      if isRight { goldenRight += 1 }
    }
    if let wanted = label.boundaries {
      let ink = Ink(item.points)
      let given = Set(answer.spans.dropLast().map { ink.amount(before: $0.end) })
      boundaries.right += wanted.intersection(given).count
      boundaries.extra += given.subtracting(wanted).count
      boundaries.missed += wanted.subtracting(given).count
    }
    return EvaluationComparison(
      isRight: isRight, gold: .array(label.sentences.map { .string($0) }), given: answer.label)
  }

  /// A sentence with its white space as single spaces.
  private static func folded(_ sentence: String) -> String {
    sentence.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }
      .joined(separator: " ")
  }

  package var figures: EvaluationFigures {
    var figures = EvaluationFigures()
    figures.addTable(of: "inner ends", [("boundaries", boundaries)], counting: "gold")
    figures.add("items right", right, of: count)
    if goldenCount > 0 { figures.add("golden right", goldenRight, of: goldenCount) }
    if leftOut > 0 {
      figures.addNote("\(leftOut) items that rewrite their text are left out; --all counts them")
    }
    figures.setMain("items right", share(right, of: count))
    return figures
  }
}

/// The amount of text before each place, white space not counted: ends of sentences agree whatever white space they take
/// along.
private struct Ink {
  private var amounts: [Int] = [0]

  init(_ text: CodePoints) {
    amounts.reserveCapacity(text.count + 1)
    var amount = 0
    for scalar in text.scalars {
      if !scalar.properties.isWhitespace { amount += 1 }
      amounts.append(amount)
    }
  }

  func amount(before point: Int) -> Int { amounts[point] }
}

/// The sentences of a label.
private struct GoldSentences {
  var sentences: [String] = []
  /// The text before the end of each sentence but the last, white space not counted; nil where the sentences do not make
  /// up the text.
  var boundaries: Set<Int>?

  init(_ label: JSONValue, of item: EvaluationItem) throws(EvaluationFault) {
    let fault = EvaluationFault(
      problem: "the label is none of this task",
      remedy: "write a list of sentences, all as strings or all as [start, end] spans")
    guard let values = label.array else { throw fault }
    let texts = values.compactMap(\.string)
    if texts.count == values.count {
      sentences = texts
      boundaries = Self.boundaries(of: texts, in: item.points)
      return
    }
    guard texts.isEmpty else { throw fault }
    let ink = Ink(item.points)
    var ends: Set<Int> = []
    for (place, value) in values.enumerated() {
      let range = try item.range(value, in: "label")
      sentences.append(item.points.text(range))
      if place + 1 < values.count { ends.insert(ink.amount(before: range.end)) }
    }
    boundaries = ends
  }

  private static func boundaries(of sentences: [String], in text: CodePoints) -> Set<Int>? {
    var ends: Set<Int> = []
    var inked: [Unicode.Scalar] = []
    for sentence in sentences {
      if !inked.isEmpty { ends.insert(inked.count) }
      inked += sentence.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
    return inked.elementsEqual(text.scalars.lazy.filter { !$0.properties.isWhitespace }) ? ends : nil
  }
}
