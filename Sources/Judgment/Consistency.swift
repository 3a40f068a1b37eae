import Claims
import Ingest
import Knowledge

/// Holds each sentence of a document against those before it, and against other documents.
///
/// One pass: the assertions are found once, and each is looked up by its kind, agent and target.
struct Consistency {
  private let judge: Judge
  private let document: Document
  private let others: Others?
  private let text: AssertionText
  private let assertions: [Assertion]
  private var next = 0
  private var seen = AssertionIndex<Void>()
  private var lines: LineTable?

  init(judge: Judge, _ document: Document, _ reading: DocumentReading, _ others: Others?) {
    self.judge = judge
    self.document = document
    self.others = others
    text = AssertionText(knowledge: judge.knowledge)
    let isAsked = judge.rules.candidate(.inside).rule >= 0 || others != nil
    assertions =
      isAsked ? AssertionReading(judge: judge, document: document, reading: reading).assertions : []
  }

  /// Adds the contradictions of a sentence to its faults. Where the place before is known to be the wrong one the
  /// contradiction is told with the finding that says so.
  mutating func check(_ sentence: Int32, _ judgment: inout Judgment, _ candidates: inout [Candidate]) {
    while next < assertions.count, assertions[next].sentence <= sentence {
      let assertion = assertions[next]
      next += 1
      if let earlier = seen.first(
        against: assertion, where: { assertion.contradicts($0.assertion, inOneDocument: true) })?.assertion
      {
        if earlier.isRefuted, !assertion.isRefuted,
          let place = judgment.findings.firstIndex(where: { $0.claims.contains(earlier.claim) })
        {
          judge.attach(candidate(earlier, against: assertion), to: &judgment.findings[place], document)
        } else {
          candidates.append(candidate(assertion, against: earlier))
        }
      }
      if let others, let entry = others.first(against: assertion) {
        candidates.append(candidate(assertion, against: entry))
      }
      seen.add(assertion, at: ())
    }
  }

  /// The contradiction of `assertion` to another one of the same document.
  private mutating func candidate(_ assertion: Assertion, against other: Assertion) -> Candidate {
    let own = names(in: assertion)
    let clash = Clash(
      here: text.sentence(assertion, own), place: "at line \(line(of: other.range))",
      there: text.sentence(other, names(in: other).pronoun(after: own)))
    let message = text.sentence(other, names(in: other))
    return candidate(
      .inside, assertion, against: other, clash, Finding.Related(range: other.range, message: message))
  }

  private func candidate(_ assertion: Assertion, against entry: Others.Entry) -> Candidate {
    let place = entry.place
    let own = names(in: assertion)
    let other = text.names(of: entry.assertion)
    let clash = Clash(
      here: text.sentence(assertion, own), place: "in \(place.path), line \(place.line),",
      there: text.sentence(entry.assertion, other.pronoun(after: own)))
    return candidate(
      .across, assertion, against: entry.assertion, clash,
      Finding.Related(
        range: ByteRange(0, 0), message: text.sentence(entry.assertion, other), elsewhere: place))
  }

  /// What the document itself calls agent and target, where it names them.
  private func names(in assertion: Assertion) -> AssertionText.Names {
    var names = text.names(of: assertion)
    if !assertion.agentRange.isEmpty {
      let words = EnglishName.words(assertion.agentRange, in: document)
      names = AssertionText.Names(agent: text.inSentence(words, assertion.key.agent), target: names.target)
    }
    if !assertion.targetRange.isEmpty {
      names.target = EnglishName.words(assertion.targetRange, in: document)
    }
    return names
  }

  private func candidate(
    _ check: RuleBook.Check, _ assertion: Assertion, against other: Assertion, _ clash: Clash,
    _ related: Finding.Related
  ) -> Candidate {
    var candidate = judge.rules.candidate(check)
    candidate.clash = clash
    candidate.related = [related]
    candidate.cueRange = assertion.range
    // Both places are explained where both are at hand.
    candidate.claims = [assertion.claim, check == .inside ? other.claim : -1].filter { $0 >= 0 }
    if check == .inside, assertion.isOpposite(to: other), candidate.severity == .warning {
      candidate.severity = .error
    }
    if let statement = statement(on: assertion) { candidate.statements = [statement] }
    return candidate
  }

  /// What is known of the matter, where that settles which place holds.
  private func statement(on assertion: Assertion) -> Int32? {
    let accepted: [EvidenceStatement.Relation]
    switch assertion.key.kind {
    case .moves: accepted = [.increases, .decreases, .noEffect]
    case .treats: accepted = [.treats]
    case .prevents: accepted = [.prevents]
    case .harms: accepted = [.causes]
    case .suited: accepted = [.contraindicated]
    case .anyHarm, .state, .member, .pain, .downtime, .sessions, .lasting, .onset,
      .interval, .concentration, .depth:
      return nil
    }
    guard assertion.key.agent >= 0, assertion.key.target >= 0,
      let match = judge.lookup.find(
        agent: assertion.key.agent, partners: [], target: assertion.key.target,
        accepts: { accepted.contains($0) })
    else { return nil }
    switch judge.knowledge.statements[Int(match.statement)].verdict {
    case .supported, .refuted, .harmful: return match.statement
    case .mixed, .insufficient: return nil
    }
  }

  private mutating func line(of range: ByteRange) -> Int {
    let lines = self.lines ?? document.makeLineTable()
    self.lines = lines
    return lines.position(of: document.sourceRange(of: range).start).line
  }
}

/// What two places say that contradict each other.
struct Clash {
  var here: String
  /// Where the other one stands: "at line 4".
  var place: String
  var there: String
}
