import Assay
import Knowledge
import Testing

/// Sentences crossed from the rules' own vocabulary: agents that move pigment, conditions that have too little or too much.
@Suite struct CrossedTests {
  /// Pairs of an agent and a condition, by their labels.
  struct Pairs {
    var lighteningForPale: [(String, String)]
    var lighteningForDark: [(String, String)]
    var darkeningForDark: [(String, String)]

    init() throws {
      // The quantity that most agents and conditions of the rules are about.
      let vocabulary = Vocabulary(try RealRules.checker.get().knowledge, quantity: "melanin")
      let lightening = vocabulary.agents(that: .decreases)
      let dark = vocabulary.conditions(with: .high)
      lighteningForPale = vocabulary.pairs(lightening, vocabulary.conditions(with: .low, .absent))
      lighteningForDark = vocabulary.pairs(lightening, dark)
      darkeningForDark = vocabulary.pairs(vocabulary.agents(that: .increases), dark)
    }
  }

  static let pairs = Result { try Pairs() }

  private func expect(
    _ template: String, _ path: KeyPath<Pairs, [(String, String)]>, contradicted expected: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let pairs = try Self.pairs.get()[keyPath: path]
    // A quarter of the pairs for each template, another one for the next.
    let texts = pairs.enumerated()
      .filter { ($0.offset + template.utf8.count) % 4 == 0 }
      .map { template.filled(agent: $0.element.0, target: $0.element.1) }
    try #require(texts.count >= 8)
    let wrong = try texts.filter { try Checked($0).isContradicted != expected }
    #expect(
      wrong.isEmpty,
      "\(wrong.count) of \(texts.count) \(expected ? "not " : "")contradicted: \(wrong.prefix(4).joined(separator: " | "))",
      sourceLocation: sourceLocation)
  }

  @Test func theTemplatesAreMany() {
    #expect(Templates.recommending.count >= 60 && Templates.notRecommending.count >= 70)
    #expect(
      Set(Templates.recommending + Templates.notRecommending).count
        == Templates.recommending.count + Templates.notRecommending.count)
  }

  @Test(arguments: Templates.recommending + Templates.offering)
  func lighteningIsNotForPaleSkin(template: String) throws {
    try expect(template, \.lighteningForPale, contradicted: true)
  }

  @Test(arguments: (Templates.recommending + Templates.offering).filter { !$0.contains("repigmentation") })
  func darkeningIsNotForDarkSkin(template: String) throws {
    try expect(template, \.darkeningForDark, contradicted: true)
  }

  @Test(arguments: (Templates.recommending + Templates.offering).filter { !$0.contains("repigmentation") })
  func lighteningIsForDarkSkin(template: String) throws {
    try expect(template, \.lighteningForDark, contradicted: false)
  }

  @Test(arguments: Templates.notRecommending + Templates.namingBoth)
  func whatIsNotRecommendedContradictsNothing(template: String) throws {
    try expect(template, \.lighteningForPale, contradicted: false)
  }

  @Test(arguments: Templates.notRecommending + Templates.namingBoth)
  func whatIsNotRecommendedForDarkSkinContradictsNothing(template: String) throws {
    try expect(template, \.darkeningForDark, contradicted: false)
  }
}
