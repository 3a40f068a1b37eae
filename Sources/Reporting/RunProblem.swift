/// A file that a run did not check, for formats whose readers would else take its silence for praise.
public struct RunProblem: Sendable, Equatable {
  /// As the user gave it.
  public var path: String
  public var message: String

  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }
}
