import Knowledge
import Linguistics

/// A knowledge base made ready for reading: what each concept, cue and frame can do, as flat tables.
///
/// A class, since every sentence asks it and a copy of a struct would count up each of its tables.
public final class Grammar: Sendable {
  public let knowledge: KnowledgeBase
  let roles: [Roles]
  /// Of each concept whether it is a circumstance of patients, such as pregnancy.
  let isCircumstance: [Bool]
  /// Of each concept whether evidence names it, or a class of it, as a precaution.
  let isPrecaution: [Bool]
  let cues: [CueRole]
  let frames: [FrameRole]
  /// The class of harms of the pack, or -1.
  let harmConcept: Int32
  /// The frame of nouns of harm ("risk of"), which speaks for harms said without any frame's word.
  let harmFrame: Int32?
  let tokenizer: Tokenizer
  let splitter: SentenceSplitter

  /// What a concept can be in a claim.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt8
    static let agent = Roles(rawValue: 1)
    static let condition = Roles(rawValue: 2)
    static let quantity = Roles(rawValue: 4)
    static let outcome = Roles(rawValue: 8)
    /// A harm of treatments (a kind of `adverse-effect`).
    static let harm = Roles(rawValue: 16)
    /// A cause or trigger that is no treatment (a kind of `exposure`).
    static let exposure = Roles(rawValue: 32)
    static let any: Roles = [.agent, .condition, .quantity, .outcome]
    static let target: Roles = [.condition, .quantity, .outcome]
  }

  struct CueRole: Sendable {
    var category: Cue.Category
    var scope: Cue.Scope
    var value: Value
    /// The concept that a mover stands for, or -1.
    var concept: Int32
    /// What the cue is to the reading of facts.
    var fact: FactWord?

    enum Value: Sendable {
      case none, low, lower, high, higher, increases, decreases, concept, it, they, intervention,
        interventions, condition, former, latter, combination
      case strong, weak, cure, guarantee, permanent, universal, everyone, standalone, noun, ability, safe,
        absolute, approved, cleared
      /// What follows or stands before is said not to be there; what is said is in doubt.
      case absence, doubt
      /// In doubt, and more likely than not.
      case probable
      /// Ends a scope where a clause follows.
      case clause
      /// Said of a finding in a patient.
      case clinical
      /// Denies by its own meaning, without a word of negation.
      case lexical
      /// What becomes of the object of a split verb.
      case improves, worsens, prevents, lightens, darkens
      case verb, change, adjective, loose, measure, report, copula, soft, need, quiet, gentle,
        action
      // Of the words of trial reports.
      case up, down, fast, slow, better, worse, same, insignificant, significant, differs, control, tested,
        every, against, contrast, respectively, until, from, before, both, point, between, hazard, time,
        without, invites, others, short,
        label, probability, ratio, interval, difference, good, bad, duration
      // Of promises without exception.
      case nothing, emphatic, nobody, never, denied, any, excluded, carefree, whatever, always, endless, gone,
        expelled, only, equal
      case worry, harms, brings, partial, people, delivers, yields, returns, fails, cured, frees, surgery,
        telling, duty, service, passing, needs, again, sheds, practice, harmed, skins, ailment, untoward,
        anything, anybody, mostly, neverAgain
      // Of admissions.
      case may, object, near
      // Of waivers.
      case after, fit, exempt
      /// Of what a business keeps safe.
      case keeping
      /// Of headings that disown: all of it, some words of it, and words that take it back.
      case whole, part, owned
    }
  }

  struct FrameRole: Sendable {
    var shape: Frame.Shape
    var effect: Frame.Effect
    var strength: Claim.Strength
    /// Word numbers of the links, sorted.
    var targetLinks: [Int32]
    var agentLinks: [Int32]
    var movesQuantity: Int32
    var moves: Concept.Direction?
  }

  public init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    tokenizer = Tokenizer(words: knowledge.words)
    splitter = SentenceSplitter(classes: knowledge.wordClasses)
    var places: [String: Int32] = [:]
    for (index, concept) in knowledge.concepts.enumerated() { places[concept.id] = Int32(index) }
    let harmClass = places[Self.harmClass] ?? -1
    harmConcept = harmClass
    let circumstanceClass = places[Self.circumstanceClass] ?? -1
    let exposureClass = places[Self.exposureClass] ?? -1
    let isCircumstance = knowledge.concepts.map { concept in
      concept.ancestors.contains { $0.concept.rawValue == circumstanceClass }
    }
    self.isCircumstance = isCircumstance
    var isCalledFor = [Bool](repeating: false, count: knowledge.concepts.count)
    for statement in knowledge.statements where statement.relation == .precaution {
      isCalledFor[statement.target.int] = true
    }
    isPrecaution = knowledge.concepts.indices.map { index in
      isCalledFor[index] || knowledge.concepts[index].ancestors.contains { isCalledFor[$0.concept.int] }
    }
    let precautionClass = places[Self.precautionClass] ?? -1
    roles = knowledge.concepts.enumerated().map { index, concept in
      var roles: Roles
      switch concept.kind {
      case .substance, .drug, .procedure, .device, .class: roles = .agent
      case .condition: roles = .condition
      case .quantity, .structure: roles = .quantity
      case .outcome: roles = .outcome
      }
      if Int32(index) == harmClass || concept.ancestors.contains(where: { $0.concept.rawValue == harmClass })
      {
        roles.insert(.harm)
      }
      // Pregnancy is nothing to treat, whatever stands beside it.
      if isCircumstance[index] { roles = [] }
      // A pregnancy test treats nothing.
      if concept.ancestors.contains(where: { $0.concept.rawValue == precautionClass }) { roles = [] }
      if concept.ancestors.contains(where: { $0.concept.rawValue == exposureClass }) {
        roles.insert(.exposure)
      }
      return roles
    }
    cues = knowledge.cues.map { cue in
      let value = Self.values[cue.value] ?? (places[cue.value] != nil ? .concept : CueRole.Value.none)
      return CueRole(
        category: cue.category, scope: cue.scope, value: value, concept: places[cue.value] ?? -1,
        fact: FactWord(cue))
    }
    harmFrame = knowledge.frames.firstIndex { $0.shape == .noun && $0.effect == .causes }.map { Int32($0) }
    frames = knowledge.frames.map { frame in
      FrameRole(
        shape: frame.shape, effect: frame.effect,
        strength: Claim.Strength(rawValue: frame.strength) ?? .moderate,
        targetLinks: frame.targetLinks.compactMap { knowledge.words.find(Array($0.utf8)) }.sorted(),
        agentLinks: frame.agentLinks.compactMap { knowledge.words.find(Array($0.utf8)) }.sorted(),
        movesQuantity: places[frame.movesQuantity] ?? -1, moves: frame.movesDirection)
    }
  }

  /// The class of harms in every pack.
  static let harmClass = "adverse-effect"
  /// The class of what makes a treatment unsuitable and is no disease, in every pack.
  static let circumstanceClass = "patient-circumstance"
  /// The class of what is done so that a treatment harms nobody, in every pack.
  static let precautionClass = "precaution"
  /// The class of what is no treatment in every pack.
  static let exposureClass = "exposure"
  /// The quantity that stands high where the skin is irritated.
  static let irritation = "inflammation"

  private static let values: [String: CueRole.Value] = [
    "low": .low, "lower": .lower, "high": .high, "higher": .higher, "increases": .increases,
    "decreases": .decreases, "it": .it, "they": .they,
    "intervention": .intervention, "named": .intervention, "interventions": .interventions,
    "condition": .condition, "former": .former, "latter": .latter, "combination": .combination,
    "strong": .strong,
    "weak": .weak, "cure": .cure, "guarantee": .guarantee, "permanent": .permanent, "universal": .universal,
    "everyone": .everyone, "noun": .noun, "ability": .ability, "invites": .invites, "others": .others,
    "short": .short,
    "standalone": .standalone,
    "safe": .safe, "absolute": .absolute, "approved": .approved, "cleared": .cleared,
    "absence": .absence, "doubt": .doubt, "probable": .probable, "clause": .clause, "clinical": .clinical,
    "lexical": .lexical,
    "improves": .improves, "worsens": .worsens, "prevents": .prevents, "lightens": .lightens,
    "darkens": .darkens,
    "verb": .verb, "change": .change, "adjective": .adjective, "loose": .loose,
    "measure": .measure, "report": .report, "need": .need, "none": .quiet,
    "gentle": .gentle, "action": .action, "copula": .copula, "soft": .soft,
    "up": .up, "down": .down, "fast": .fast, "slow": .slow, "better": .better, "worse": .worse, "same": .same,
    "insignificant": .insignificant, "significant": .significant, "differs": .differs, "control": .control,
    "tested": .tested, "every": .every, "against": .against, "contrast": .contrast,
    "respectively": .respectively, "until": .until,
    "from": .from, "both": .both,
    "point": .point,
    "between": .between, "time": .time, "without": .without, "before": .before,
    "label": .label, "probability": .probability, "ratio": .ratio,
    "interval": .interval, "difference": .difference, "good": .good, "bad": .bad, "duration": .duration,
    "nothing": .nothing, "emphatic": .emphatic, "nobody": .nobody, "never": .never, "denied": .denied,
    "any": .any, "excluded": .excluded, "carefree": .carefree, "whatever": .whatever,
    "always": .always, "endless": .endless, "gone": .gone, "expelled": .expelled, "only": .only,
    "equal": .equal, "hazard": .hazard, "worry": .worry, "harms": .harms, "brings": .brings,
    "partial": .partial, "people": .people, "delivers": .delivers, "yields": .yields, "returns": .returns,
    "fails": .fails, "cured": .cured, "frees": .frees, "surgery": .surgery, "telling": .telling,
    "duty": .duty, "service": .service, "passing": .passing, "needs": .needs, "again": .again,
    "practice": .practice, "harmed": .harmed,
    "skins": .skins, "ailment": .ailment, "untoward": .untoward,
    "anything": .anything, "mostly": .mostly, "never-again": .neverAgain, "anybody": .anybody,
    "sheds": .sheds,
    "may": .may, "object": .object, "near": .near, "after": .after, "fit": .fit,
    "exempt": .exempt, "keeping": .keeping, "whole": .whole, "part": .part, "owned": .owned,
  ]

  @inline(__always)
  func classes(_ token: Token) -> WordClasses { knowledge.wordClasses[Int(token.word)] }
}
