import Ingest
import Knowledge
import Linguistics

/// Reads the sentences of one document one after the other, and remembers what later ones may refer to.
///
/// The steps for each sentence: mentions (nesting, composition, coordination), clauses, frames' words, scopes of cues, then
/// a claim for every frame's word that finds its roles. Buffers are used again from sentence to sentence; a class, because
/// its many small closures would copy a struct.
final class SentenceReader {
  let grammar: Grammar
  let document: Document
  let scan: DocumentScan
  /// Phrases of the text that stand for concepts of an unknown kind; while any are given every sentence is read.
  let given: [GivenPhrase]
  private let readsEverything: Bool

  var result = DocumentReading()
  var discourse = Discourse()

  // Of the sentence at hand.
  var first: Int32 = 0
  var end: Int32 = 0
  /// The phrases of the sentence: places in `DocumentScan.hits`.
  var hitRange: Range<Int> = 0..<0
  var mentions: [Mention] = []
  var cues: [ActiveCue] = []
  var indicators: [Indicator] = []
  var clauses: [Clause] = []
  /// Of each token (from `first`): the place in `mentions` of the mention that covers it, or -1.
  var mentionAt: [Int32] = []
  /// Of each token: what part it has in the verb groups.
  var verbs: [VerbPart] = []
  /// Of each token: the place in `indicators` that begins there, or -1.
  var indicatorAt: [Int32] = []
  /// First tokens of the cues that open a clause.
  var openers: [(first: Int32, isCondition: Bool)] = []
  /// What the sentence ties together, once it was asked for.
  var linking: LinkingReading?
  /// The advice of statements that were asked about, by their first token.
  var statementAdvice: [(first: Int32, advice: Claim.Advice, cue: Int?)] = []
  /// Past forms that may be participles, while verbs are told; kept to use its storage again.
  var openVerbs: [Int32] = []
  /// Storage for `DocumentScan.forEachPhrase`.
  var begunPhrases: [PhraseHit] = []
  /// Storage for `FactSentence`.
  var factHits: [FactSentence.Hit] = []
  /// Whether a cue that ends scopes stands in the sentence.
  var hasScopeEnds = false
  /// What the sentence before left open.
  var openQuestion = OpenQuestion()
  var totalQuestion = TotalQuestion()
  /// Words that leave no exception, and those that they make promises of.
  var totals: [TotalWord] = []
  var isQuestion = false
  /// What the sentence before asked.
  var asked = Asked()
  var disowning = Disowning()
  var isHeading = false
  /// Place in `Document.blocks`.
  var block: Int32 = 0
  /// An item of a list or a cell of a table.
  var isItem = false
  var attribution = Claim.Attribution.none

  /// What a fact without a named treatment is about.
  private(set) lazy var onlyTreatment = OnlyTreatment(scan: scan, grammar: grammar)

  enum VerbPart: UInt8 { case none, finite, nonfinite, participle }

  init(grammar: Grammar, document: Document, scan: DocumentScan, given: [GivenPhrase]? = nil) {
    self.given = given ?? []
    readsEverything = given != nil
    self.grammar = grammar
    self.document = document
    self.scan = scan
    result.wordCount = scan.wordCount
    result.cuts = scan.cuts.map { Int(scan.tokens[$0].start) }
    discourse.prepare(scan: scan, grammar: grammar)
  }

  /// Reads every sentence in its order; calls `afterEach` while what was found in it is at hand.
  @discardableResult
  func readAll(afterEach: () -> Void = {}) -> DocumentReading {
    result.sentences.reserveCapacity(scan.sentences.count)
    result.claims.reserveCapacity(scan.sentences.count)
    result.mentions.reserveCapacity(scan.hits.count / 3)
    result.cues.reserveCapacity(scan.hits.count / 2)
    result.claimCues.reserveCapacity(scan.sentences.count)
    for index in scan.sentences.indices {
      read(index)
      afterEach()
    }
    return result
  }

  private func read(_ index: Int) {
    let span = scan.sentences[index]
    let block = document.blocks[Int(span.block)]
    first = span.first
    end = span.end
    hitRange = Int(span.hits.lowerBound)..<Int(span.hits.upperBound)
    let firstMention = Int32(result.mentions.count)
    let firstCue = Int32(result.cues.count)
    var starts = Starts(result)
    var isRestricted = false
    attribution = .none
    linking = nil
    if !statementAdvice.isEmpty { statementAdvice.removeAll(keepingCapacity: true) }
    let before = claimsBefore(span)
    if block.kind != .reference {
      isHeading = block.kind == .heading || block.kind == .title || block.kind == .button
      self.block = span.block
      isItem = block.kind == .listItem || block.kind == .tableCell
      collect(span)
      let isDisowned = readDisowning(block.kind)
      readAnswer(to: before)
      starts = Starts(result)
      if !mentions.isEmpty || !cues.isEmpty || readsEverything {
        recordMentionsAndCues()
        attribution = readAttribution()
        let worthReading =
          readsEverything || hasReference
          || mentions.contains { !$0.roles.isEmpty && $0.reference == .none || isPrecaution($0) }
        if worthReading {
          findVerbs()
          findClauses()
          joinMentions()
          findScopes()
          recordScopes()
          readFrames(sentence: Int32(index))
          readTotality(sentence: Int32(index), firstClaim: starts.claims)
          isRestricted = readAdmissions(firstMention: Int(firstMention))
          readWaivers(firstMention: Int(firstMention))
          readOwnRetraction(since: starts, answers: before)
          readFacts(Int32(index), firstMention: Int(firstMention))
          discourse.update(
            after: self, claims: starts.claims..<result.claims.count, sentence: Int32(index), block: block)
        } else {
          // "For good.", "Results guaranteed.": a promise may name nothing.
          readTotality(sentence: Int32(index), firstClaim: starts.claims)
          readFacts(Int32(index), firstMention: Int(firstMention))
        }
      } else {
        readFacts(Int32(index), firstMention: Int(firstMention))
      }
      if isDisowned { disown(Int32(index), since: starts) }
    } else {
      readPlaceholders(span)
    }
    if isQuestion, block.kind != .reference { asked.block = span.block }
    result.sentences.append(
      Sentence(
        range: byteRange(span.first, span.end), block: span.block,
        mentions: firstMention..<Int32(result.mentions.count), cues: firstCue..<Int32(result.cues.count),
        claims: Int32(starts.claims)..<Int32(result.claims.count),
        promises: Int32(starts.promises)..<Int32(result.promises.count),
        admissions: Int32(starts.admissions)..<Int32(result.admissions.count),
        waivers: Int32(starts.waivers)..<Int32(result.waivers.count), isRestricted: isRestricted,
        isQuestion: isQuestion && block.kind != .reference, attribution: attribution,
        vagueSource: cues.first { $0.category == .vagueSource }?.record ?? -1))
  }

  /// The claims of the sentence before, where it stands in the same block.
  private func claimsBefore(_ span: DocumentScan.Span) -> Range<Int32> {
    guard let last = result.sentences.last, last.block == span.block else { return 0..<0 }
    return last.claims
  }

  private var hasReference: Bool { mentions.contains { $0.reference != .none } }

  // MARK: Tokens

  /// Bytes of the clean text from one token to the one before `end`.
  func byteRange(_ first: Int32, _ end: Int32) -> ByteRange {
    guard end > first else { return ByteRange(0, 0) }
    return ByteRange(Int(scan.tokens[Int(first)].start), Int(scan.tokens[Int(end) - 1].end))
  }

  @inline(__always)
  func classes(_ token: Int32) -> WordClasses { scan.classes[Int(token)] }

  @inline(__always)
  func mark(_ token: Int32) -> UInt8 { scan.tokens[Int(token)].mark }

  @inline(__always)
  func word(_ token: Int32) -> Int32 { scan.tokens[Int(token)].word }

  @inline(__always)
  func verb(_ token: Int32) -> VerbPart { verbs[Int(token - first)] }

  @inline(__always)
  func mention(at token: Int32) -> Int32 { mentionAt[Int(token - first)] }

  @inline(__always)
  func indicator(at token: Int32) -> Int32 { indicatorAt[Int(token - first)] }

  /// Whether a word of the sentence is a finite verb.
  var hasFiniteVerb: Bool { verbs.prefix(Int(end - first)).contains(.finite) }

  func clause(of token: Int32) -> Int {
    for (index, clause) in clauses.enumerated() where token < clause.end { return index }
    return clauses.count - 1
  }

  /// Of an entry of the references only what was to be put in counts.
  private func readPlaceholders(_ span: DocumentScan.Span) {
    collect(span)
    mentions.removeAll(keepingCapacity: true)
    cues.removeAll { $0.category != .placeholder }
    recordMentionsAndCues()
  }

  private func recordMentionsAndCues() {
    for mention in mentions where mention.reference == .none {
      result.mentions.append(
        MentionRecord(range: byteRange(mention.first, mention.end), concept: mention.concept))
    }
    for place in cues.indices {
      cues[place].record = Int32(result.cues.count)
      result.cues.append(
        CueRecord(range: byteRange(cues[place].first, cues[place].end), cue: cues[place].cue))
    }
  }

  private func recordScopes() {
    for cue in cues where cue.scopeEnd > cue.scopeFirst {
      result.cues[Int(cue.record)].scope = byteRange(cue.scopeFirst, cue.scopeEnd)
    }
  }
}

extension Array {
  /// Makes the first elements equal to a value, growing where there are fewer. What lies behind them is left from sentences
  /// before: no token of this one asks for it.
  mutating func refill(_ count: Int, with value: Element) {
    if self.count < count { append(contentsOf: repeatElement(value, count: count - self.count)) }
    for index in 0..<count { self[index] = value }
  }
}
