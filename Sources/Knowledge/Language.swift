/// A word or phrase that is no concept and changes what is said.
public struct Cue: Equatable, Sendable {
  public enum Category: String, CaseIterable, Sendable {
    /// Denies what stands in its scope: "not", "never", "fails to", "without".
    case negation
    /// Says of a thing, not of what it does, that it is not there: "denies", "negative for", "is absent".
    case absence
    /// Looks like another cue and is none ("not only", "no doubt"): cues inside it do not act.
    case pseudo
    /// Lowers certainty: "may", "promising", "is thought to".
    case hedge
    /// Nothing is known: "no evidence that", "it is unclear whether".
    case unknown
    /// Makes a claim strong: "highly", "significantly", "proven".
    case booster
    /// Makes a claim weak: "mild", "some", "partly".
    case weakener
    /// Leaves no exception: "always", "permanent", "100%", "guaranteed", "cure".
    case absolute
    /// Somebody found or says it: "found that", "has been shown to".
    case reported
    /// Evidence that nobody can look up: "studies show", "experts agree", "clinically proven".
    case vagueSource = "vague-source"
    /// Evidence, or people who may have it: "research", "experts". With a report verb, and no name, a vague source.
    case sourceNoun = "source-noun"
    /// Says that evidence speaks: "shows", "confirm", "proves".
    case reportVerb = "report-verb"
    /// Points to a source named before: "the researchers", "the same trial".
    case sourceReference = "source-reference"
    /// A named journal, trial, body or person.
    case namedSource = "named-source"
    /// Stands where a reference is to be put in: "citation needed", "insert reference".
    case placeholder
    /// Opens a condition: "if", "when", "unless".
    case condition
    /// What follows is denied: "it is a myth that", "contrary to popular belief".
    case denial
    /// What stands in its scope is warned against: "avoid", "should not be used", "stay away from".
    case warning
    /// Ends a scope and a clause: "but", "although", "whereas", ";".
    case scopeEnd = "scope-end"
    /// Joins two interventions into one: "combined with", "plus", "alongside".
    case combination
    /// Opens something held up for comparison: "versus", "than", "unlike", "instead of".
    case comparison
    /// Points to something named before: "this procedure", "these treatments", "it".
    case reference
    /// Offered as good for a person: "benefit", "enhance", "for best results".
    case benefit
    /// Advice to do or use something: "we recommend", "should", "try".
    case advice
    /// Says how a quantity stands when it touches one: "excess", "lack of", "loss of", "low levels of".
    case deviation
    /// Says that an agent moves a quantity when it is joined to one: "melanin-stimulating serum".
    case mover
    /// Safety: "safe", "no side effects", "painless".
    case safety
    /// What becomes of the object of a split verb: "worse", "back", "under control".
    case result
    /// A person has or sees something on the skin: "you may notice", "is common", "can occur".
    case experience
    /// Sends to somebody who can judge the case: "consult a dermatologist", "a patch test".
    case consultation
    /// Without any treatment: "on its own", "untreated".
    case naturalCourse = "natural-course"
    /// Names an approval: "FDA approved", "licensed for".
    case approval
    /// A wording that rules of advertising look at: the value is what they call it.
    case wording
    /// Shows that a text sells: `offer`, or `hint`, two of which make an offer.
    case promotion
    /// Holds up a good example list: "such as", "including", "like".
    case listing
    /// A common noun for a kind of intervention that takes its meaning from the words before it: "cream", "serum".
    case carrier
    /// Words for people who have a condition: "patients with", "people with".
    case population
    /// The part of the text that speaks of sources or methods rather than making claims.
    case studyDesign = "study-design"
    /// Evidence that is not of people, or that nobody has reviewed: "in mice", "in a lab dish", "preprint".
    case preclinical
    /// Draws a conclusion from what stands before: "therefore", "this means".
    case inference
    /// Skin that does not have the condition: "the unaffected skin".
    case otherSite = "other-site"
    /// Ties two things without saying that one brings about the other: "associated with", "predictor of".
    case association
    /// Says that one thing brings about another: "prevents", "leads to", "effect of", "beneficial".
    case effect
    /// Tells groups or times apart: "higher in", "differed between", "improvement in".
    case difference
    /// A tie is possible, not certain: "may", "appears to", "possible".
    case possibility
    /// The subject of the verb is what does the infinitive behind it: "helps to", "was able to", "failed to".
    case raising
    /// What is still to be studied, or what a study set out to do: "further studies", "to evaluate", "whether".
    case inquiry
    /// Something that people do for health: "monitoring", "may be used", "try".
    case care

    // Words that are read only where a sentence names an agent and a condition that no frame ties.

    /// Holds something up as the answer in words that tie no object to it: "deserves a place", "is my go-to".
    case offer
    /// Objects to what a sentence might offer, tells of harm or of something else: "the advice is wrong", "compared".
    case objection
    /// Takes back what the sentence before said: "That is a myth.", "It doesn't."
    case retraction
    /// Says yes to what the sentence before asked: "Absolutely.", "It does."
    case affirmation
    /// Says that a change goes on the way that is wrong already: "even paler", "further", "the opposite".
    case deepening
    /// Over a section, a list or a column: what stands there is not what the text holds: "What to avoid", "Myths".
    case disowning

    // Words that are read only where a sentence names a circumstance of patients or a precaution.

    /// Lets people have an intervention: "can be used", "is fine", "no need to stop".
    case admission
    /// Limits for whom or when: "except in", "contraception", "after".
    case restriction
    /// Calls a precaution needless, where a sentence names one: "no need for", "can be skipped".
    case waiver

    // Words of promises without exception; they are looked for last, and make a promise only together.

    /// Leaves no exception: "not one", "nobody", "each and every", "for all time".
    case totality
    /// What a total word makes a promise of, or what takes it out of the text's own mouth: "harm", "flawless", "claimed".
    case promise

    // Words of the reports of trials; they are read only where a report is asked about, and change no claim.

    /// Says that an outcome went up or down: "increased", "decline".
    case change
    /// Compares how an outcome stands: "higher", "fewer", "faster".
    case degree
    /// Calls an outcome better or worse: "improved", "superior".
    case evaluation
    /// Speaks of a difference, of its absence or of its significance: "differed", "similar", "significant".
    case sameness
    /// Names an arm of a trial: "placebo", "the intervention group", "both groups".
    case arm
    /// Stands before a statistic: "P", "hazard ratio", "95% CI".
    case statistic
    /// Names an outcome by whether more of it is good: "survival", "pain".
    case worth
    /// Says how an outcome or an arm is measured rather than what it is: "mean", "level", "mg".
    case measure

    // Words of what can be counted of a treatment, and of what limits a statement; they change no claim.

    /// What is counted, or how: "downtime", "sessions", "apart", "results".
    case fact
    /// A number in words; the value tells it, or a range ("2-6").
    case number
    /// A length of time or of space; the value tells its days, or `mm`.
    case unit
    /// Limits what is said to some people, places, times or ways of use: "in dark skin", "at first".
    case limit
  }

  /// What a cue acts on.
  public enum Scope: String, CaseIterable, Sendable {
    /// From the cue to the end of its clause.
    case clause
    /// The noun phrase that follows.
    case phrase
    /// The noun phrase that follows, with all that hangs on it: up to the verb it is the subject of.
    case noun
    /// Its clause with the subject: the cue speaks of the subject ("X seems to …", "X is unclear").
    case withSubject = "with-subject"
    /// What stands before it in its clause.
    case before
    /// The whole sentence.
    case sentence
    /// Only the words of the cue.
    case here
  }

  /// How the forms of a cue change when the rules are compiled.
  enum Inflection { case none, verb, noun }

  /// Words that tie cause and effect are given in their base form; other cues as they stand.
  var inflection: Inflection {
    switch category.phraseSet {
    case .linking, .offering, .totality, .promise: break
    case .always, .trialReports, .facts, .admission: return .none
    }
    switch value {
    case "verb", "change", "harms", "brings", "delivers", "yields", "returns", "fails", "sheds": return .verb
    case "noun", "hazard", "untoward", "worry", "people", "skins", "ailment": return .noun
    default: return .none
    }
  }

  public var id: String
  public var category: Category
  public var scope: Scope
  /// A further distinction inside the category, e.g. `low` or `high` of a deviation, `plural` of a reference; may be "".
  public var value: String
  public var forms: [String] { list.texts }
  private let list: TextList
  /// What the cue means, for `assay explain`.
  public var means: String
  public var examples: [String]
  public var place: RulePlace

  init(
    id: String, category: Category, scope: Scope, value: String, forms: TextList, means: String,
    examples: [String],
    place: RulePlace
  ) {
    self.id = id
    self.category = category
    self.scope = scope
    self.value = value
    list = forms
    self.means = means
    self.examples = examples
    self.place = place
  }
}

extension Cue.Category {
  /// When its phrases are looked for. A statistic ("P = 0.03") marks a result in any text.
  public var phraseSet: PhraseSet {
    switch self {
    case .association, .effect, .difference, .possibility, .raising, .inquiry, .care: .linking
    case .change, .degree, .evaluation, .sameness, .arm, .worth, .measure: .trialReports
    case .offer, .objection, .retraction, .affirmation, .disowning, .deepening: .offering
    case .admission, .restriction, .waiver: .admission
    case .fact, .number, .unit, .limit: .facts
    case .totality: .totality
    case .promise: .promise
    default: .always
    }
  }
}

/// How a relation is put into words.
public struct Frame: Equatable, Sendable {
  public enum Shape: String, CaseIterable, Sendable {
    /// A verb; subject and object, or the passive.
    case verb
    /// A verb whose subject is the target: "melasma responds to", "spots fade with".
    case patientVerb = "patient-verb"
    /// A verb or phrase without an object, said of what was spoken of before: "X can help", "X is the answer".
    case topicVerb = "topic-verb"
    /// A verb whose object is the agent: "use", "apply", "recommend", "combine".
    case adviceVerb = "advice-verb"
    /// A noun: "treatment of", "reduction in".
    case noun
    /// An adjective: "effective for".
    case adjective
    /// A preposition between an agent and a target: "for", "against".
    case preposition
    /// Words that make what stands before them the cause: "responsible for", "leads to".
    case cause
    /// Words that make what stands after them the cause: "due to", "caused by".
    case effectOf = "effect-of"
    /// A verb or phrase that makes its subject a cause of what is spoken of: "play a part (in)", "be involved (in)".
    case topicCause = "topic-cause"
    /// A verb that makes its object a cause of what is spoken of: "blame".
    case blame
    /// A verb whose object is followed by what becomes of it: "make … worse", "bring … back".
    case split
    /// What stands before is by definition what stands after: "is", "means", "is characterised by".
    case definition
  }

  /// What happens to the target.
  public enum Effect: String, CaseIterable, Sendable {
    case improves, increases, decreases, causes, prevents, worsens, safe, equals
    case noEffect = "no-effect"
  }

  public var id: String
  public var shape: Shape
  public var effect: Effect
  /// Base forms of verbs (inflected when compiled), nouns (plural added), or whole phrases.
  public var words: [String]
  /// Prepositions that may stand between the frame's word and its target ("in", "of", "for"); empty: a direct object.
  public var targetLinks: [String]
  /// Prepositions that may introduce the agent after the frame's word ("with", "by", "after").
  public var agentLinks: [String]
  /// A quantity that the frame's word moves by its own meaning ("lighten"), as a concept id, or "".
  public var movesQuantity: String
  public var movesDirection: Concept.Direction?
  /// The strength that the word alone gives: "", "weak", "strong" or "absolute".
  public var strength: String
  public var means: String
  /// Sentences that it reads, its word between « and ».
  public var examples: [String]
  public var place: RulePlace

  public init(
    id: String, shape: Shape, effect: Effect, words: [String], targetLinks: [String], agentLinks: [String],
    movesQuantity: String, movesDirection: Concept.Direction?, strength: String, means: String,
    examples: [String],
    place: RulePlace
  ) {
    self.id = id
    self.shape = shape
    self.effect = effect
    self.words = words
    self.targetLinks = targetLinks
    self.agentLinks = agentLinks
    self.movesQuantity = movesQuantity
    self.movesDirection = movesDirection
    self.strength = strength
    self.means = means
    self.examples = examples
    self.place = place
  }
}

/// The form in which a frame's word stands in the text.
public enum WordForm: UInt8, Sendable {
  /// "treat", "treats": also every form of phrases that do not inflect.
  case base, third
  /// "treating".
  case ing
  /// "treated", "shown": past or participle.
  case past
  /// A noun, an adjective, a preposition, a fixed phrase.
  case fixed
}
