import FoundationEssentials

/// An annotated article: what a reader of the field marked in it, sentence by sentence.
public struct ArticleGold: Decodable, Sendable {
  public struct Flag: Decodable, Sendable {
    /// `contradiction`, `definition`, `self-contradiction`, `overstated`, `absolute`, `insufficient-evidence`,
    /// `vague-citation`, `safety-absolute`, `regulatory`.
    public var type: String
    /// To be found; other flags are arguable and count neither way.
    public var must: Bool
  }

  public struct GoldClaim: Decodable, Sendable {
    public var interventions: [String]
    public var relation: String
    public var target: String
    public var negated: Bool
    public var certainty: String
    public var strength: String
    public var attribution: String
  }

  public struct GoldSentence: Decodable, Sendable {
    /// The clean text of the sentence, white space as single spaces.
    public var text: String
    public var claims: [GoldClaim]
    public var flags: [Flag]
  }

  /// `good`, `marketing`, `blog` or `abstract`.
  public var kind: String
  public var sentences: [GoldSentence]

  /// Reads the annotation of one article.
  /// - Throws: `DecodingError` where the bytes are no such JSON.
  public init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(ArticleGold.self, from: Data(json))
  }

  /// The family of a flag's type; flags of one family answer each other.
  public static func family(ofFlag type: String) -> String {
    switch type {
    case "contradiction", "definition", "self-contradiction": "contradiction"
    case "safety-absolute": "safety"
    case "regulatory": "regulation"
    default: "evidence"
    }
  }

  /// The same for a finding rule's id.
  public static func family(ofRule id: String) -> String {
    let family = id.prefix { $0 != "/" }
    switch family {
    case "contradiction": return "contradiction"
    case "safety": return "safety"
    case "regulation": return "regulation"
    default: return "evidence"
    }
  }
}
