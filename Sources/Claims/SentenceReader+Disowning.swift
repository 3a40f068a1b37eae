import Ingest
import Knowledge
import Linguistics

/// Headings, lines before a list, heads of columns, labels and crosses that say of what stands under or behind them that the text
/// does not hold it: "What to avoid", "Do not believe these:", a column "Myth", "Mistake 2: …", "✗ …".
extension SentenceReader {
  /// What of the document so far disowns what follows.
  struct Disowning {
    /// The level of the heading of the section.
    var section: Int?
    /// Place in `Document.blocks` of the heading that is a label as a whole ("Myth 1"), which speaks of the paragraph below it.
    var label: Int32?
    /// Place of the line before a list, or of the last item of it.
    var list: Int32?
    /// Places of the heads of columns.
    var columns: Set<Int> = []
    /// The block whose first sentence was read.
    var begun: Int32?
  }

  /// Whether what this sentence says is disowned; takes note of what the sentence itself disowns.
  func readDisowning(_ kind: Block.Kind) -> Bool {
    let isFirst = disowning.begun != block
    disowning.begun = block
    switch kind {
    case .heading, .title:
      readHeading(isTitle: kind == .title)
      return isFirst && isMarkedWrong
    case .tableCell: return isFirst && isDisownedCell() || isMarkedWrong
    case .listItem:
      let follows = disowning.list == block || disowning.list == block - 1
      disowning.list = follows ? block : nil
      readLeadIn()
      return isFirst && (follows || disowning.section != nil) || isMarkedWrong
    default:
      disowning.list = nil
      readLeadIn()
      return isFirst && disowning.label == block - 1 || isMarkedWrong
    }
  }

  private func readHeading(isTitle: Bool) {
    let level = document.blocks[Int(block)].level
    if let section = disowning.section, level <= section { disowning.section = nil }
    disowning.list = nil
    guard let found = disownment(from: first, to: end) else { return }
    // What a title names ("Five myths") is not all that its text is: only what stands right below it.
    if disowning.section == nil { disowning.section = isTitle || level <= 1 ? Int.max : level }
    if found == .whole { disowning.label = block }
  }

  /// "Never use any of these:"
  private func readLeadIn() {
    guard mark(end - 1) == 0x3A, disownment(from: first, to: end) != nil else { return }
    disowning.list = block
  }

  /// A cell under a head that disowns its column.
  private func isDisownedCell() -> Bool {
    guard let head = document.blocks[Int(block)].header else {
      if disownment(from: first, to: end) != nil { disowning.columns.insert(Int(block)) }
      return false
    }
    return disowning.columns.contains(head) || disowning.section != nil
  }

  /// "✗ …", "Mistake #2: …", "Don't – …", "What we never do: …".
  private var isMarkedWrong: Bool {
    if mark(first) == 0x58 { return true }
    var token = first
    // Emoji and the like.
    while token < end, scan.tokens[Int(token)].kind == .punctuation { token += 1 }
    let label = token
    while token < end, token - label < 8, mark(token) != 0x3A, mark(token) != 0x2D || isHyphenated(token) {
      token += 1
    }
    guard token < end, token > label, mark(token) == 0x3A || mark(token) == 0x2D else { return false }
    guard let found = disownment(from: label, to: token) else { return false }
    return found == .whole || mark(token) == 0x3A
  }

  private func isHyphenated(_ token: Int32) -> Bool { !scan.tokens[Int(token)].flags.contains(.spaceBefore) }

  /// How some tokens disown something; nil where they do not.
  private func disownment(from: Int32, to: Int32) -> Grammar.CueRole.Value? {
    var from = from
    var to = to
    func isWord(_ token: Int32) -> Bool { scan.tokens[Int(token)].kind == .word }
    while from < to, !isWord(from) { from += 1 }
    while to > from, !isWord(to - 1) { to -= 1 }
    var found: Grammar.CueRole.Value?
    var isOwned = false
    scan.forEachPhrase(of: .offering, from: Int(from), to: Int(to), grammar, &begunPhrases) { hit in
      let role = role(of: hit)
      guard role.category == .disowning else { return }
      switch role.value {
      case .owned: isOwned = true
      case .whole: if hit.first == from, hit.end == to { found = .whole }
      default: if found == nil { found = .part }
      }
    }
    return isOwned ? nil : found
  }

  /// Takes back all that the sentence put forward.
  func disown(_ sentence: Int32, since starts: Starts) {
    for index in starts.claims..<result.claims.count { debunk(index) }
    result.promises.removeSubrange(starts.promises...)
    result.admissions.removeSubrange(starts.admissions...)
    result.waivers.removeSubrange(starts.waivers...)
    while result.facts.last?.sentence == sentence { result.facts.removeLast() }
  }
}
