import Claims
import Ingest
import Knowledge

/// The statements and definitions whose review no longer holds.
struct OutdatedEvidence: Sendable {
  let freshness: Freshness
  private let statements: Set<Int32>
  private let definitions: Set<Int32>

  init(knowledge: KnowledgeBase, asOf: String?) {
    let freshness = Freshness(packs: knowledge.packs, asOf: asOf.flatMap { ReviewDate($0) })
    // Records of one file, most of them reviewed on one day, stand side by side.
    var last: (reviewed: String, path: String, isOutdated: Bool)?
    func isOutdated(_ reviewed: String, _ place: RulePlace) -> Bool {
      if let last, last.reviewed == reviewed, last.path == place.path { return last.isOutdated }
      let answer = freshness.isOutdated(reviewed, at: place)
      last = (reviewed, place.path, answer)
      return answer
    }
    var statements = Set<Int32>()
    for index in knowledge.statements.indices
    where isOutdated(knowledge.statements[index].reviewed, knowledge.statements[index].place) {
      statements.insert(Int32(index))
    }
    var definitions = Set<Int32>()
    for (index, definition) in knowledge.definitions.enumerated()
    where isOutdated(definition.reviewed, definition.place) {
      definitions.insert(Int32(index))
    }
    self.freshness = freshness
    self.statements = statements
    self.definitions = definitions
  }

  var isEmpty: Bool { statements.isEmpty && definitions.isEmpty }

  /// The outdated statement or definition that a step rests on.
  func record(of step: DerivationStep) -> Record? {
    switch step {
    case .statement(let place, _, _): statements.contains(place) ? .statement(place) : nil
    case .definition(let place): definitions.contains(place) ? .definition(place) : nil
    default: nil
    }
  }

  /// A place in `KnowledgeBase.statements` or `KnowledgeBase.definitions`.
  enum Record: Hashable {
    case statement(Int32)
    case definition(Int32)
  }
}

extension Judge {
  /// Notes where claims of a sentence are judged by evidence whose review no longer holds: once in a document for each
  /// statement and definition.
  func noteOutdated(
    _ sentence: Int32, _ document: Document, _ reading: DocumentReading,
    _ noted: inout Set<OutdatedEvidence.Record>, _ judgment: inout Judgment
  ) {
    let place = reading.sentences[Int(sentence)]
    let start = judgment.findings.lastIndex { $0.sentence != sentence }.map { $0 + 1 } ?? 0
    let reported = judgment.findings[start...].flatMap(\.claims)
    for claim in place.claims where reading.claims[Int(claim)].isPutForward || reported.contains(claim) {
      for step in judgment.claims[Int(claim)].derivation {
        guard let record = outdated.record(of: judgment.steps[Int(step)]), noted.insert(record).inserted
        else { continue }
        var candidate = rules.candidate(.outdated)
        guard candidate.rule >= 0 else { return }
        candidate.claims = [claim]
        candidate.agents = [reading.claims[Int(claim)].agent]
        candidate.target = reading.claims[Int(claim)].target
        switch record {
        case .statement(let statement): candidate.statements = [statement]
        case .definition(let definition): candidate.definitions = [definition]
        }
        judgment.findings.append(finding(candidate, sentence, document, reading))
      }
    }
    judgment.findings[start...].sort {
      ($0.range.start, $0.range.end, $0.rule) < ($1.range.start, $1.range.end, $1.rule)
    }
  }
}
