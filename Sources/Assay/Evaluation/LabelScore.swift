/// An answer that is one of the labels of its task.
package struct LabelAnswer: EvaluationAnswer {
  var value: String
  package var label: JSONValue { .string(value) }
}

/// Scores tasks where each item has one out of several labels.
package struct LabelScore: EvaluationScore {
  /// What a gate looks at.
  enum Main {
    /// The mean of the F1 of all labels that occur in gold or answers.
    case macroF1
    case f1(of: String)
  }

  private let labels: [String]
  private let main: Main
  /// By label.
  private var agreements: [Agreement]
  private var right = 0
  private var count = 0

  init(labels: [String], main: Main = .macroF1) {
    self.labels = labels
    self.main = main
    agreements = Array(repeating: Agreement(), count: labels.count)
  }

  package mutating func add(_ answer: LabelAnswer, to item: EvaluationItem, gold: JSONValue)
    throws(EvaluationFault)
    -> EvaluationComparison?
  {
    guard let wanted = gold.string, labels.contains(wanted) else {
      throw EvaluationFault(
        problem: "the label is none of this task", remedy: "write \(labels.joined(separator: ", "))")
    }
    for (place, label) in labels.enumerated() {
      agreements[place].count(gold: wanted == label, given: answer.value == label)
    }
    count += 1
    if wanted == answer.value { right += 1 }
    return EvaluationComparison(isRight: wanted == answer.value, gold: gold, given: answer.label)
  }

  package var figures: EvaluationFigures {
    var figures = EvaluationFigures()
    figures.addTable(of: "label", zip(labels, agreements).map { ($0, $1) }, counting: "items")
    let macro = mean(agreements.map(\.f1))
    figures.add("macro F1", macro)
    figures.add("accuracy", right, of: count)
    switch main {
    case .macroF1: figures.setMain("macro F1", macro)
    case .f1(let label):
      let place = labels.firstIndex(of: label)
      figures.setMain("F1 of \(label)", place.flatMap { agreements[$0].f1 })
    }
    return figures
  }
}
