import Knowledge

extension Judge {
  /// What the one who asks knows of a text that the text itself does not say.
  public struct Options: Sendable, Hashable {
    /// The markets that a text is meant for, in lower case ("us", "uk"); none: not known.
    public var jurisdictions: [String]
    /// The class of products whose class the rules do not know ("our serum"): drug, device, cosmetic, supplement or
    /// procedure; nil: not known.
    public var product: String?
    /// The day to judge the age of evidence by, `yyyy-mm-dd`; nil: the review date of the rules, so that no clock decides.
    public var asOf: String?

    public init(jurisdictions: [String] = [], product: String? = nil, asOf: String? = nil) {
      self.jurisdictions = jurisdictions
      self.product = product
      self.asOf = asOf
    }

    /// What the examples of a finding rule are judged by: those of outdated evidence on a day when all evidence is, those
    /// of rules of advertising with all markets chosen.
    public static func forExamples(of rule: FindingRule, in knowledge: KnowledgeBase) -> Options {
      switch rule.check {
      case RuleBook.Check.outdated.rawValue: Options(asOf: "9999-12-31")
      case RuleBook.Check.regulation.rawValue: Options(jurisdictions: knowledge.regulation.jurisdictions)
      default: Options()
      }
    }
  }
}
