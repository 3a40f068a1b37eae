import Ingest
import Linguistics

/// Reads single texts about concepts that the rules do not know: the given phrases are taken as concepts of an unknown
/// kind, and everything else goes the way that documents go.
public struct TextProbe: Sendable {
  public let grammar: Grammar

  public init(grammar: Grammar) {
    self.grammar = grammar
  }

  /// Reads a document with the given phrases as mentions, and hands the reader of each sentence to `body` after it was read.
  ///
  /// - Parameter phrases: Bytes of the clean text; where they overlap names of the rules, they hold.
  func read(_ document: Document, phrases: [GivenPhrase] = [], _ body: (SentenceReader) -> Void) {
    let scan = DocumentScan(document, grammar: grammar, readsTrialReports: true)
    let reader = SentenceReader(grammar: grammar, document: document, scan: scan, given: phrases)
    reader.readAll { body(reader) }
  }

  /// Bytes of the clean text of each sentence, from its first token to its last. The mark of a list item in plain text,
  /// which its block leaves out, belongs to the item's first sentence.
  public func sentences(of document: Document) -> [ByteRange] {
    let scan = DocumentScan(document, grammar: grammar)
    return scan.sentences.map { span in
      var start = Int(scan.tokens[Int(span.first)].start)
      let block = document.blocks[Int(span.block)]
      if block.kind == .listItem, document.format == .plainText, start == block.range.start {
        var cursor = start
        while cursor > 0, document.text[cursor - 1] != 0x0A, document.text[cursor - 1] != 0x0D {
          cursor -= 1
          if document.text[cursor] > 0x20 { start = cursor }
        }
      }
      return ByteRange(start, Int(scan.tokens[Int(span.end) - 1].end))
    }
  }

  // MARK: What single texts say

  /// Whether the text denies the phrase.
  public func isNegated(_ phrase: ByteRange, in document: Document) -> Bool {
    var negated = false
    read(document, phrases: [GivenPhrase(range: phrase, roles: .any)]) { reader in
      if let place = reader.mentions.firstIndex(where: { $0.isGiven }) {
        negated = reader.isNegated(mention: Int32(place))
      }
    }
    return negated
  }

  /// The cues of negation and speculation, in the order of the text, each with its scope.
  public func assertionCues(in document: Document) -> [AssertionCue] {
    var found: [AssertionCue] = []
    read(document) { reader in found += reader.assertionCues() }
    return found
  }

  /// How firmly the text ties a cause to an effect: the firmest of its sentences.
  public func causality(of document: Document) -> Claim.Causality {
    var found = Claim.Causality.none
    read(document) { reader in found = max(found, reader.sentenceCausality()) }
    return found
  }

  /// What the text tells its readers to do: the firmest of its sentences.
  public func advice(in document: Document) -> Claim.Advice {
    var found = Claim.Advice.none
    read(document) { reader in found = max(found, reader.sentenceAdvice()) }
    return found
  }

  /// What the text reports of an outcome under an intervention against a comparator.
  ///
  /// The three are named in the words of a protocol, which need not stand in the text.
  public func direction(in document: Document, of outcome: String, intervention: String, comparator: String)
    -> ReportedDirection
  {
    let question = TrialQuestion(
      outcome: outcome, intervention: intervention, comparator: comparator, grammar: grammar)
    var found: DirectionReading?
    read(document) { reader in
      guard let reading = reader.reportedDirection(question) else { return }
      if reading.takesBack, found != nil {
        found?.direction = reading.direction
      } else if reading.weight > found?.weight ?? .min {
        found = reading
      }
    }
    return found?.direction ?? .noDifference
  }

  /// Whether the text says that the first phrase treats, or causes, the second.
  public func relation(in document: Document, from agent: ByteRange, to target: ByteRange) -> (
    treats: Bool, causes: Bool
  ) {
    var treats = false
    var causes = false
    let given = [GivenPhrase(range: agent, roles: .agent), GivenPhrase(range: target, roles: .condition)]
    read(document, phrases: given) { reader in
      for claim in reader.result.claims where !claim.negated && claim.certainty != .unknown {
        guard claim.agent.range.overlaps(agent), claim.target.range.overlaps(target) else { continue }
        switch claim.relation {
        case .treats, .prevents, .decreases: treats = true
        case .causes, .worsens, .increases: causes = true
        case .noEffect, .safe, .other: break
        }
      }
    }
    return (treats, causes)
  }
}

/// A word that denies or doubts, with the words it acts on.
public struct AssertionCue: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable { case negation, speculation }
  public var kind: Kind
  /// Bytes of the clean text.
  public var range: ByteRange
  /// Bytes of the clean text, the cue's own among them (as the BioScope corpus counts a scope).
  public var scope: ByteRange
}

/// What is reported of an outcome under one intervention against another.
public enum ReportedDirection: String, CaseIterable, Sendable {
  case increased, decreased
  case noDifference = "no_difference"
}

/// A phrase of a text that stands for a concept of an unknown kind, and what it may be in a claim.
struct GivenPhrase {
  /// Bytes of the clean text.
  var range: ByteRange
  var roles: Grammar.Roles
}
