/// What is wrong with a line of labelled texts.
package struct EvaluationFault: Error, Equatable {
  /// From 1, in code points; nil where the line as a whole is meant.
  var column: Int?
  var problem: String
  var remedy: String

  init(column: Int? = nil, problem: String, remedy: String) {
    self.column = column
    self.problem = problem
    self.remedy = remedy
  }

  /// The fault in one line, with its place.
  func problem(in path: String, line: Int) -> FileProblem {
    let place = column.map { "\(path):\(line):\($0)" } ?? "\(path):\(line)"
    return FileProblem(path: place, message: "error: \(problem); \(remedy)")
  }
}
