import Gate
import Ingest
import Judgment
import Knowledge
import Locking

/// By what a file is checked.
public struct CheckPlan: Sendable {
  public var checker: Checker
  /// What the project makes of the findings; nil: what the rules say.
  public var gate: Gate?
}

/// The plans of a run: one for each settings file that holds for files of it. Made when the first file asks.
public final class CheckPlans: Sendable {
  /// What the command line says, which wins over settings files.
  public struct Choices: Sendable {
    public var jurisdictions: [String]?
    public var product: ProductClass?
    public var asOf: String?
    public var encoding: TextEncoding?
    /// The day against which suppressions are held, `yyyy-mm-dd`.
    public var today: String

    public init(
      jurisdictions: [String]? = nil, product: ProductClass? = nil, asOf: String? = nil,
      encoding: TextEncoding? = nil, today: String
    ) {
      self.jurisdictions = jurisdictions
      self.product = product
      self.asOf = asOf
      self.encoding = encoding
      self.today = today
    }
  }

  private let base: Checker
  private let choices: Choices?
  /// By the directory of the settings; "" without.
  private let made = Locked<[String: CheckPlan]>([:])

  /// Every file is checked by the same checker, without a gate.
  public init(checker: Checker) {
    base = checker
    choices = nil
  }

  public init(knowledge: KnowledgeBase, choices: Choices) {
    // Files are held against the limit of their project when they are read.
    base = Checker(knowledge: knowledge)
    self.choices = choices
  }

  public func plan(for file: InputFile) -> CheckPlan {
    guard let choices else { return CheckPlan(checker: base, gate: nil) }
    let key = file.project.directory ?? ""
    return made.withLock { made in
      if let known = made[key] { return known }
      let settings = file.project.settings
      var limits = settings.limits
      // The command line may allow more.
      limits.fileSize = Ingest.greatestSizeLimit
      let jurisdictions = choices.jurisdictions ?? settings.jurisdictions
      let options = Judge.Options(
        jurisdictions: jurisdictions, product: (choices.product ?? settings.product)?.rawValue,
        asOf: choices.asOf)
      let plan = CheckPlan(
        checker: (options == Judge.Options() ? base : base.judging(options))
          .reading(choices.encoding ?? settings.encoding).holding(limits),
        gate: Gate(
          knowledge: base.knowledge, settings: settings, jurisdictions: jurisdictions, today: choices.today))
      made[key] = plan
      return plan
    }
  }

  func checker(for file: InputFile) -> Checker { plan(for: file).checker }
}
