import Linguistics

/// Everything that checking needs to know, compiled: the vocabulary, the evidence, the language and the finding rules.
/// Read-only; built once and shared by all threads.
public struct KnowledgeBase: Equatable, Sendable {
  public var packs: [Pack]
  public var concepts: [Concept]
  public var sources: [Source]
  public var statements: [EvidenceStatement]
  public var definitions: [Definition]
  public var cues: [Cue]
  public var frames: [Frame]
  public var findingRules: [FindingRule]
  public var regulation: Regulation
  /// Every word of the rules; the tokenizer looks words of a text up here.
  public var words: WordTable
  /// Classes of each word, by word number; `[0]` (unknown words) is empty.
  public var wordClasses: [WordClasses]
  public var phrases: PhraseAutomaton
  /// Hash of the bytes of all rule files, in lower-case hexadecimal (SHA-256).
  public var sha256: String
  /// Headings under which a text lists its references, in lower case.
  public var referenceHeadings: [String]
  public var figures: Figures

  /// How much the rules hold.
  public struct Figures: Equatable, Sendable {
    /// Surface forms of concepts, forms of cues and words of frames, as written.
    public var formsWritten: Int32
    /// Phrases with all inflections, plurals and spellings.
    public var phrasesCompiled: Int32
    public init(formsWritten: Int32 = 0, phrasesCompiled: Int32 = 0) {
      self.formsWritten = formsWritten
      self.phrasesCompiled = phrasesCompiled
    }
  }

  public init(
    packs: [Pack], concepts: [Concept], sources: [Source], statements: [EvidenceStatement],
    definitions: [Definition],
    cues: [Cue], frames: [Frame], findingRules: [FindingRule], regulation: Regulation, words: WordTable,
    wordClasses: [WordClasses],
    phrases: PhraseAutomaton, sha256: String,
    referenceHeadings: [String] = [], figures: Figures = Figures()
  ) {
    self.packs = packs
    self.concepts = concepts
    self.sources = sources
    self.statements = statements
    self.definitions = definitions
    self.cues = cues
    self.frames = frames
    self.findingRules = findingRules
    self.regulation = regulation
    self.words = words
    self.wordClasses = wordClasses
    self.phrases = phrases
    self.sha256 = sha256
    self.referenceHeadings = referenceHeadings
    self.figures = figures
  }
}
