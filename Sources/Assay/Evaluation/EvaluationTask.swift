import Claims

/// A question that can be put to the engine about single texts, with its labels and figures.
///
/// A new task is a type of its own and a place in `EvaluationTasks.all`; the command line and the tests find it there.
package protocol EvaluationTask: SendableMetatype {
  associatedtype Answer: EvaluationAnswer
  associatedtype Score: EvaluationScore where Score.Answer == Answer

  /// The task's word on the command line.
  static var name: String { get }
  /// One line of help.
  static var abstract: String { get }
  /// What a line holds, what the answer is and how it is scored.
  static var discussion: String { get }
  /// Fields of a line that make the question, shown with errors.
  static var questionFields: [String] { get }
  /// What can be asked for in the score.
  static var choices: EvaluationChoices { get }

  /// Answers the question of an item.
  /// - Throws: what the item lacks.
  static func answer(_ item: EvaluationItem, by probe: TextProbe) throws(EvaluationFault) -> Answer
  /// A score with nothing counted.
  static func score(_ choices: EvaluationChoices) -> Score
}

extension EvaluationTask {
  package static var questionFields: [String] { [] }
  package static var choices: EvaluationChoices { [] }
}

/// The tasks in the order of the help.
package enum EvaluationTasks {
  package static let all: [any EvaluationTask.Type] = [
    NegationTask.self, CuesTask.self, CausalityTask.self, AdviceTask.self, DirectionTask.self,
    RelationTask.self,
    SentencesTask.self,
  ]
}

/// What the engine says of an item.
package protocol EvaluationAnswer {
  var label: JSONValue { get }
  /// What stands behind the label on the line of the answer.
  var details: [JSONValue.Member] { get }
}

extension EvaluationAnswer {
  package var details: [JSONValue.Member] { [] }
}

/// Options of single tasks.
package struct EvaluationChoices: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Hold the scopes of cues against gold, too.
  package static let scopes = EvaluationChoices(rawValue: 1)
  /// Count items whose label is no division of the text, too.
  package static let rewritten = EvaluationChoices(rawValue: 2)
}

/// Counts answers against labels.
package protocol EvaluationScore {
  associatedtype Answer: EvaluationAnswer

  /// Counts one answer.
  /// - Returns: how it compares with the label; nil where the item does not count.
  /// - Throws: what is wrong with the label; nothing is counted then.
  mutating func add(_ answer: Answer, to item: EvaluationItem, gold: JSONValue) throws(EvaluationFault)
    -> EvaluationComparison?

  var figures: EvaluationFigures { get }
}

/// An answer beside the label of its item.
package struct EvaluationComparison {
  var isRight: Bool
  var gold: JSONValue
  var given: JSONValue
}
