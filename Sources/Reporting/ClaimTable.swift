import Claims
import Ingest
import Judgment
import Knowledge

/// The claims of documents as a table: one line each, with how its verdict was reached if wanted.
public struct ClaimTable: Reporter {
  private let knowledge: KnowledgeBase
  private let showsDerivations: Bool
  private let steps: StepText
  private let freshness: Freshness

  /// - Parameter asOf: the day to hold reviews of evidence against; nil: that of the review of the rules.
  public init(knowledge: KnowledgeBase, showsDerivations: Bool, asOf: ReviewDate? = nil) {
    freshness = Freshness(packs: knowledge.packs, asOf: asOf)
    self.knowledge = knowledge
    self.showsDerivations = showsDerivations
    steps = StepText(knowledge: knowledge)
  }

  public func begin(to output: inout [UInt8]) {}

  public func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    let tally = Tally(checked)
    TerminalText.append(checked.document.path, to: &output)
    output.append(text: ": " + TextReporter.claims(tally) + "\n")
    let listed = checked.judgment.claims.indices.filter { checked.judgment.claims[$0].isListed }
    let rows = rows(listed, checked)
    guard !rows.isEmpty else { return tally }
    let head = ["line", "agents", "relation", "target", "said", "verdict", "score"]
    var widths = head.map(\.utf8.count)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], Self.columns(cell)) }
    }
    append(head, widths, to: &output)
    for (index, row) in rows.enumerated() {
      append(row, widths, to: &output)
      if showsDerivations { appendDerivation(of: listed[index], checked, to: &output) }
    }
    return tally
  }

  public var separator: StaticString { "\n" }

  public func end(_ tally: Tally, to output: inout [UInt8]) {}

  // MARK: Rows

  private func rows(_ listed: [Int], _ checked: CheckedDocument) -> [[String]] {
    var cursor = SourceCursor(checked.document)
    return listed.map { index in
      let claim = checked.reading.claims[index]
      let judged = checked.judgment.claims[index]
      let start = checked.document.sourceRange(of: claim.range).start
      var agents = [name(claim.agent)]
      for partner in claim.partners { agents.append(name(checked.reading.partners[Int(partner)])) }
      return [
        String(cursor.place(of: start).line), agents.joined(separator: " + "), claim.relation.rawValue,
        name(claim.target), Self.said(claim), verdict(of: judged), String(judged.score),
      ]
    }
  }

  /// The verdict, and whether the evidence behind it was reviewed too long ago.
  private func verdict(of judged: JudgedClaim) -> String {
    guard judged.statement >= 0 else { return judged.verdict.rawValue }
    let statement = knowledge.statements[Int(judged.statement)]
    let isOutdated = freshness.isOutdated(statement.reviewed, at: statement.place)
    return judged.verdict.rawValue + (isOutdated ? " (outdated)" : "")
  }

  /// The id with the state that is named; a dash where nobody is.
  private func name(_ participant: Participant) -> String {
    guard let id = participant.id(in: knowledge) else { return "-" }
    return participant.deviation.map { "\(id) (\($0.rawValue))" } ?? id
  }

  private static func said(_ claim: Claim) -> String {
    var words = claim.negated ? ["negated"] : []
    words.append(claim.certainty.rawValue)
    words.append(claim.strength.rawValue)
    return words.joined(separator: " ")
  }

  // MARK: Lines

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + TerminalText.width(of: $1) }
  }

  private func append(_ cells: [String], _ widths: [Int], to output: inout [UInt8]) {
    for (column, cell) in cells.enumerated() {
      output.append("  ")
      let padding = widths[column] - Self.columns(cell)
      // The line number stands to the right.
      if column == 0 { output.append(contentsOf: repeatElement(0x20, count: padding)) }
      TerminalText.append(cell, to: &output)
      if column > 0, column + 1 < cells.count {
        output.append(contentsOf: repeatElement(0x20, count: padding))
      }
    }
    output.append("\n")
  }

  private func appendDerivation(of claim: Int, _ checked: CheckedDocument, to output: inout [UInt8]) {
    for place in checked.judgment.claims[claim].derivation {
      let step = checked.judgment.steps[Int(place)]
      var text: [UInt8] = []
      steps.appendStep(step, of: checked, to: &text)
      text.append(" (")
      steps.appendReason(step, of: checked, to: &text)
      steps.appendPlace(step, ofClaim: claim, of: checked, to: &text)
      text.append(")")
      output.append("          ")
      TerminalText.append(String(decoding: text, as: UTF8.self), to: &output)
      output.append("\n")
    }
  }
}
