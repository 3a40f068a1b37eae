/// Classes of plain words that reading needs. A word may be in several.
public struct WordClasses: OptionSet, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let be = WordClasses(rawValue: 1 << 0)
  public static let auxiliary = WordClasses(rawValue: 1 << 1)
  public static let modal = WordClasses(rawValue: 1 << 2)
  public static let determiner = WordClasses(rawValue: 1 << 3)
  public static let pronoun = WordClasses(rawValue: 1 << 4)
  public static let preposition = WordClasses(rawValue: 1 << 5)
  public static let subordinator = WordClasses(rawValue: 1 << 6)
  public static let coordinator = WordClasses(rawValue: 1 << 7)
  public static let relative = WordClasses(rawValue: 1 << 8)
  /// A verb in finite form that is in no frame: "resolves", "occurs", "are", "was".
  public static let finiteVerb = WordClasses(rawValue: 1 << 9)
  /// "Dr", "vs", "approx": a full stop after it ends no sentence.
  public static let abbreviation = WordClasses(rawValue: 1 << 10)
  /// "Fig", "No", "p": a full stop after it ends no sentence before a number.
  public static let numberAbbreviation = WordClasses(rawValue: 1 << 11)
  public static let adverb = WordClasses(rawValue: 1 << 12)
  public static let question = WordClasses(rawValue: 1 << 13)
  /// "to" before a verb.
  public static let infinitive = WordClasses(rawValue: 1 << 14)
  /// "you", "your", "we", "our", "I".
  public static let person = WordClasses(rawValue: 1 << 15)
  /// "et", "al", "doi", "pmid", "journal": words of citations.
  public static let citation = WordClasses(rawValue: 1 << 16)
  /// Words that open a sentence and are no subject: "additionally", "however".
  public static let connector = WordClasses(rawValue: 1 << 17)

  /// Prepositions that bring in the agent of a passive or of a noun: "by", "with", "using".
  public static let agentLink = WordClasses(rawValue: 1 << 18)
  /// "of".
  public static let genitive = WordClasses(rawValue: 1 << 19)
  /// Prepositions that bring in what something is good for: "for", "against".
  public static let goal = WordClasses(rawValue: 1 << 20)
  /// "in", "on": where something stands.
  public static let place = WordClasses(rawValue: 1 << 21)
  /// Months, weekdays and other words written with a capital in running text.
  public static let properName = WordClasses(rawValue: 1 << 22)

  // Forms of the common verbs of the language; many are nouns or adjectives as well.
  public static let verbBase = WordClasses(rawValue: 1 << 23)
  public static let verbThird = WordClasses(rawValue: 1 << 24)
  public static let verbIng = WordClasses(rawValue: 1 << 25)
  public static let verbPast = WordClasses(rawValue: 1 << 26)
  public static let anyVerb: WordClasses = [.verbBase, .verbThird, .verbIng, .verbPast]

  /// "Dr", "Mt": an abbreviation that a name follows.
  public static let title = WordClasses(rawValue: 1 << 27)
  /// "etc": an abbreviation that closes what it stands in; a capital after its full stop begins a sentence.
  public static let closingAbbreviation = WordClasses(rawValue: 1 << 28)
  /// Words that begin sentences and hardly ever names: "today", "millions", "unfortunately".
  public static let opener = WordClasses(rawValue: 1 << 29)

  /// "was", "had": tells of what was done, in a passive or a perfect.
  public static let pastAuxiliary = WordClasses(rawValue: 1 << 30)

  /// "patients", "women": people as those who are treated or studied.
  public static let human = WordClasses(rawValue: 1 << 31)

  /// The name of each class in `rules/language`.
  public static let names: [(String, WordClasses)] = [
    ("be", .be), ("auxiliary", .auxiliary), ("modal", .modal), ("determiner", .determiner),
    ("pronoun", .pronoun),
    ("preposition", .preposition), ("subordinator", .subordinator), ("coordinator", .coordinator),
    ("relative", .relative), ("finite-verb", .finiteVerb), ("abbreviation", .abbreviation),
    ("number-abbreviation", .numberAbbreviation), ("adverb", .adverb), ("question", .question),
    ("infinitive", .infinitive), ("person", .person), ("citation", .citation), ("connector", .connector),
    ("agent-link", .agentLink), ("genitive", .genitive), ("goal", .goal), ("place", .place),
    ("proper-name", .properName), ("past-auxiliary", .pastAuxiliary), ("title", .title),
    ("closing-abbreviation", .closingAbbreviation),
    ("opener", .opener), ("human", .human),
  ]
}
