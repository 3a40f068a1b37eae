import Ingest
import Knowledge
import Linguistics

/// A phrase of the rules that stands in the text.
struct PhraseHit: Equatable {
  /// First token, and the one after the last.
  var first: Int32
  var end: Int32
  var entry: PhraseEntry
}

/// The first pass over a document: its tokens, its sentences, and every phrase of the rules in them.
struct DocumentScan {
  struct Span {
    /// Tokens.
    var first: Int32
    var end: Int32
    /// Place in `Document.blocks`.
    var block: Int32
    /// Slice of `hits`.
    var hits: Range<Int32>
  }

  private(set) var tokens: [Token] = []
  /// Of each token the classes of its word.
  private(set) var classes: [WordClasses] = []
  /// Of each token the sets of phrases that may begin with it (`PhraseAutomaton.beginnings`).
  private var beginnings: [UInt8] = []
  private(set) var sentences: [Span] = []
  /// Sorted by first token; of those that begin together the longest first.
  private(set) var hits: [PhraseHit] = []
  /// How often each concept is named by a form that needs no context.
  private(set) var named: [Int32]
  private(set) var wordCount = 0
  /// Tokens at which sentences that are too long were cut.
  private(set) var cuts: [Int] = []
  /// The phrases that begin at one token; kept to use its storage again.
  private var begun: [PhraseHit] = []

  init(_ document: Document, grammar: Grammar, readsTrialReports: Bool = false) {
    named = [Int32](repeating: 0, count: grammar.knowledge.concepts.count)
    let text = document.text.span
    tokens.reserveCapacity(text.count / 5 + 16)
    classes.reserveCapacity(text.count / 5 + 16)
    beginnings.reserveCapacity(text.count / 5 + 16)
    sentences.reserveCapacity(text.count / 100 + 4)
    hits.reserveCapacity(text.count / 20 + 16)
    var bounds: [(Int, Int)] = []
    for (index, block) in document.blocks.enumerated() {
      let first = tokens.count
      grammar.tokenizer.tokenize(text, from: block.range.start, to: block.range.end, into: &tokens)
      for index in first..<tokens.count {
        let word = tokens[index].word
        if tokens[index].kind == .word { wordCount += 1 }
        classes.append(grammar.classes(tokens[index]))
        beginnings.append(word == 0 ? 0 : grammar.knowledge.phrases.beginnings[Int(word)])
      }
      bounds.removeAll(keepingCapacity: true)
      cuts += grammar.splitter.split(
        tokens, from: first, to: tokens.count, text: text, limit: document.limits.sentenceTokens
      ) { bounds.append(($0, $1)) }
      for (start, end) in bounds {
        let firstHit = hits.count
        match(start, end, grammar, readsTrialReports)
        sentences.append(
          Span(
            first: Int32(start), end: Int32(end), block: Int32(index),
            hits: Int32(firstHit)..<Int32(hits.count)))
      }
    }
    dropFormsWithoutContext(grammar)
  }

  /// Finds the phrases that begin at each token of a sentence.
  private mutating func match(_ start: Int, _ end: Int, _ grammar: Grammar, _ readsTrialReports: Bool) {
    var found: [PhraseHit] = []
    var begun: [PhraseHit] = []
    swap(&found, &hits)
    swap(&begun, &self.begun)
    let first = found.count
    forEachPhrase(of: .always, from: start, to: end, grammar, &begun) { found.append($0) }
    if readsTrialReports {
      forEachPhrase(of: .trialReports, from: start, to: end, grammar, &begun) { found.append($0) }
      found[first...].sort { ($0.first, -$0.end) < ($1.first, -$1.end) }
    }
    swap(&found, &hits)
    swap(&begun, &self.begun)
    for place in first..<hits.count {
      let entry = hits[place].entry
      if entry.kind == .concept && !entry.flags.contains(.needsContext) { named[Int(entry.index)] += 1 }
    }
  }

  /// Calls `body` with the phrases of a set in a sentence, sorted by first token; of those that begin together the longest
  /// first, and of one length in the order of the rules. `begun` is storage to work in.
  @inline(__always)
  func forEachPhrase(
    of set: PhraseSet, from start: Int, to end: Int, _ grammar: Grammar, _ begun: inout [PhraseHit],
    _ body: (PhraseHit) -> Void
  ) {
    let mark: UInt8 = 1 << UInt8(set.rawValue)
    let automaton = grammar.knowledge.phrases
    let firstRoot = automaton.firstRoot(of: set)
    for index in start..<end where beginnings[index] & mark != 0 {
      let token = tokens[index]
      var node = automaton.roots[firstRoot + Int(token.word)]
      if !begun.isEmpty { begun.removeAll(keepingCapacity: true) }
      var cursor = index + 1
      while true {
        for place in automaton.entries(at: node) {
          let entry = automaton.entries[place]
          if entry.flags.contains(.needsCapitals), !token.flags.contains(.uppercase), !isPlural(token) {
            continue
          }
          begun.append(PhraseHit(first: Int32(index), end: Int32(cursor), entry: entry))
        }
        if automaton.states[Int(node)].following == 0 { break }
        // A full stop in an abbreviated name ("P. alba") and marks inside a word ("Nd:YAG") are passed over.
        while cursor + 1 < end, tokens[cursor].kind == .punctuation,
          !tokens[cursor].flags.contains(.spaceBefore),
          tokens[cursor].mark == 0x2E && tokens[cursor - 1].end - tokens[cursor - 1].start <= 2
            || !tokens[cursor + 1].flags.contains(.spaceBefore)
        {
          cursor += 1
        }
        guard cursor < end, tokens[cursor].word != 0 else { break }
        node = automaton.step(from: node, by: tokens[cursor].word)
        if node < 0 { break }
        cursor += 1
      }
      if begun.count == 1 {
        body(begun[0])
        continue
      }
      // They were found shortest first: given from the end, those of one length in their own order.
      var stop = begun.count
      while stop > 0 {
        var from = stop - 1
        while from > 0, begun[from - 1].end == begun[stop - 1].end { from -= 1 }
        for place in from..<stop { body(begun[place]) }
        stop = from
      }
    }
  }

  /// "AHAs": an acronym's plural.
  private func isPlural(_ token: Token) -> Bool {
    token.end - token.start >= 3 && token.flags.contains(.capitalized) && token.end - token.start <= 5
  }

  /// Takes out ambiguous forms ("spots") of concepts that the document does not name otherwise, themselves or by a class
  /// or member of theirs.
  private mutating func dropFormsWithoutContext(_ grammar: Grammar) {
    guard hits.contains(where: { $0.entry.kind == .concept && $0.entry.flags.contains(.needsContext) }) else {
      return
    }
    var context = [Bool](repeating: false, count: named.count)
    for (index, count) in named.enumerated() where count > 0 {
      context[index] = true
      for ancestor in grammar.knowledge.concepts[index].ancestors { context[ancestor.concept.int] = true }
    }
    var kept: [PhraseHit] = []
    kept.reserveCapacity(hits.count)
    for sentence in sentences.indices {
      let range = sentences[sentence].hits
      let first = kept.count
      for place in range {
        let hit = hits[Int(place)]
        if hit.entry.kind == .concept, hit.entry.flags.contains(.needsContext) {
          let concept = grammar.knowledge.concepts[Int(hit.entry.index)]
          guard
            context[Int(hit.entry.index)] || concept.ancestors.contains(where: { named[$0.concept.int] > 0 })
          else { continue }
        }
        kept.append(hit)
      }
      sentences[sentence].hits = Int32(first)..<Int32(kept.count)
    }
    hits = kept
  }
}
