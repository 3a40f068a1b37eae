import Claims
import Ingest
import Judgment
import Knowledge

/// Writes one document as a JSON object. Keys stand in a fixed order.
struct JSONDocument {
  let tables: JSONTables
  let checked: CheckedDocument
  let steps: StepText
  var output: ByteBuffer
  private var cursor: SourceCursor
  /// What stands before `output`: the beginning of the report that was handed in.
  private var pending: [UInt8] = []
  private var scratch: [UInt8] = []
  private let drain: Drain?

  init(_ checked: CheckedDocument, tables: JSONTables, drain: Drain?) {
    self.tables = tables
    self.drain = drain
    self.checked = checked
    steps = StepText(knowledge: tables.knowledge)
    cursor = SourceCursor(checked.document)
    // Some twelve bytes for each of the text; no more than is drained at once, and a bit.
    output = ByteBuffer(capacity: min(max(1 << 12, checked.document.text.count * 12), 1 << 18))
  }

  /// Appends the members of the object without its braces.
  mutating func appendMembers(to bytes: inout [UInt8]) {
    pending = bytes
    bytes.removeAll()
    output.append("\"path\":")
    output.append(json: checked.document.path)
    output.append(",\"format\":\"")
    output.append(text: checked.document.format.rawValue)
    output.append("\",\"score\":")
    output.append(decimal: Int(checked.judgment.score))
    output.append(",\"wordCount\":")
    output.append(decimal: checked.reading.wordCount)
    output.append(",\"sentences\":[")
    appendSentences()
    output.append("],\"claims\":[")
    var isFirst = true
    for index in checked.reading.claims.indices where checked.judgment.claims[index].isListed {
      if !isFirst { output.append(",") }
      isFirst = false
      appendClaim(index)
    }
    output.append("],\"findings\":[")
    appendFindings()
    output.append("],\"notes\":[")
    appendNotes()
    output.append("]")
    output.empty(into: &pending)
    bytes = pending
    pending = []
  }

  /// Hands over what is written, now and then.
  @inline(__always)
  mutating func drainIfLong() {
    guard output.count >= 1 << 17, let drain else { return }
    output.empty(into: &pending)
    drain(&pending)
  }

  // MARK: Places

  private mutating func append(place: SourcePosition, _ lineKey: StaticString, _ columnKey: StaticString) {
    output.append(lineKey)
    output.append(decimal: place.line)
    output.append(columnKey)
    output.append(decimal: place.column)
  }

  /// Appends the source range of a piece of the clean text.
  mutating func append(range clean: ByteRange) {
    append(sourceRange: checked.document.sourceRange(of: clean))
  }

  mutating func append(sourceRange range: ByteRange) {
    let place = checked.document.filePlace(of: range)
    output.append("{\"start\":")
    output.append(decimal: place.range.start)
    output.append(",\"end\":")
    output.append(decimal: place.range.end)
    append(place: cursor.place(of: range.start), ",\"line\":", ",\"column\":")
    append(place: cursor.place(of: range.end), ",\"endLine\":", ",\"endColumn\":")
    append(part: place.part, page: checked.document.page(of: range.start))
    output.append("}")
  }

  /// Appends what only containers and files with pages have.
  mutating func append(part: String?, page: Int?) {
    if let part {
      output.append(",\"part\":")
      output.append(json: part)
    }
    if let page {
      output.append(",\"page\":")
      output.append(decimal: page)
    }
  }

  private mutating func append(text range: ByteRange) {
    checked.document.text.withUnsafeBufferPointer {
      output.append(json: UnsafeBufferPointer(rebasing: $0[range.start..<range.end]))
    }
  }

  // MARK: Sentences

  private mutating func appendSentences() {
    for (index, sentence) in checked.reading.sentences.enumerated() {
      drainIfLong()
      output.append(index == 0 ? "{\"index\":" : ",{\"index\":")
      output.append(decimal: index)
      output.append(",\"range\":")
      append(range: sentence.range)
      output.append(",\"text\":")
      append(text: sentence.range)
      output.append(",\"block\":\"")
      output.append(text: checked.document.blocks[Int(sentence.block)].kind.rawValue)
      output.append("\",\"attribution\":\"")
      output.append(text: sentence.attribution.rawValue)
      output.append("\"}")
    }
  }

  // MARK: Claims

  private mutating func appendClaim(_ index: Int) {
    drainIfLong()
    let claim = checked.reading.claims[index]
    let judged = checked.judgment.claims[index]
    output.append("{\"id\":\"c")
    output.append(decimal: index + 1)
    output.append("\",\"sentence\":")
    output.append(decimal: Int(claim.sentence))
    output.append(",\"range\":")
    append(range: claim.range)
    output.append(",\"interventions\":[")
    append(participant: claim.agent)
    output.append("],\"partners\":[")
    for (place, partner) in claim.partners.enumerated() {
      if place > 0 { output.append(",") }
      append(participant: checked.reading.partners[Int(partner)])
    }
    output.append("],\"relation\":\"")
    output.append(text: claim.relation.rawValue)
    output.append("\",\"target\":")
    if claim.target.concept < 0 && claim.target.movesQuantity < 0 {
      output.append("null")
    } else {
      append(participant: claim.target)
    }
    if let comparison = claim.comparison {
      output.append(",\"comparator\":")
      tables.concepts.append(Int(comparison.concept), to: &output)
      output.append(",\"comparison\":\"")
      output.append(text: comparison.result.rawValue)
      output.append("\"")
    }
    append(state: claim.agent.deviation, ",\"agentState\":\"")
    append(state: claim.target.deviation, ",\"targetState\":\"")
    output.append(
      claim.negated ? ",\"negated\":true,\"certainty\":\"" : ",\"negated\":false,\"certainty\":\"")
    output.append(text: claim.certainty.rawValue)
    output.append("\",\"strength\":\"")
    output.append(text: claim.strength.rawValue)
    output.append("\",\"wording\":\"")
    output.append(text: claim.wording.rawValue)
    output.append("\",\"causality\":\"")
    output.append(text: claim.causality.rawValue)
    output.append("\",\"advice\":\"")
    output.append(text: claim.advice.rawValue)
    output.append("\",\"attribution\":\"")
    output.append(text: claim.attribution.rawValue)
    output.append("\",\"verdict\":\"")
    output.append(text: judged.verdict.rawValue)
    output.append("\",\"score\":")
    output.append(decimal: Int(judged.score))
    output.append(",\"evidence\":[")
    appendEvidence(of: judged)
    output.append("],\"derivation\":[")
    for place in judged.derivation {
      output.append(place == judged.derivation.lowerBound ? "{\"step\":\"" : ",{\"step\":\"")
      append(step: checked.judgment.steps[Int(place)])
    }
    output.append("]}")
  }

  /// Appends the id of who acts or is acted on; nothing where nobody is named.
  private mutating func append(participant: Participant) {
    if participant.concept >= 0 {
      tables.concepts.append(Int(participant.concept), to: &output)
    } else if participant.movesQuantity >= 0, let direction = participant.moves {
      tables.concepts.append(Int(participant.movesQuantity), to: &output)
      output.removeLast()
      output.append(":")
      output.append(text: direction.rawValue)
      output.append("\"")
    } else if participant.movesQuantity >= 0 {
      tables.concepts.append(Int(participant.movesQuantity), to: &output)
    }
  }

  private mutating func append(state: Concept.State?, _ key: StaticString) {
    guard let state else { return }
    output.append(key)
    output.append(text: state.rawValue)
    output.append("\"")
  }

  /// The statement that the claim was judged by comes first, then others of its derivation.
  private mutating func appendEvidence(of judged: JudgedClaim) {
    var isFirst = true
    if judged.statement >= 0 {
      tables.statements.append(Int(judged.statement), to: &output)
      isFirst = false
    }
    for place in judged.derivation {
      guard case .statement(let statement, _, _) = checked.judgment.steps[Int(place)],
        statement != judged.statement
      else { continue }
      if !isFirst { output.append(",") }
      tables.statements.append(Int(statement), to: &output)
      isFirst = false
    }
  }

  /// Appends the rest of a step's object behind `{"step":"`.
  private mutating func append(step: DerivationStep) {
    switch step {
    case .frame(let frame):
      tables.frameSteps.append(Int(frame), to: &output)
      return
    case .cue(let place):
      let record = checked.reading.cues[Int(place)]
      // Words over a line's end are put on one line by the general way below.
      let isPlain = checked.document.text.withUnsafeBufferPointer { text in
        text[record.range.start..<record.range.end].allSatisfy { $0 >= 0x20 }
      }
      guard isPlain else { break }
      output.append("\\\"")
      checked.document.text.withUnsafeBufferPointer {
        output.append(
          escapedForJSON: UnsafeBufferPointer(rebasing: $0[record.range.start..<record.range.end]))
      }
      tables.cueSteps.append(Int(record.cue), to: &output)
      return
    default: break
    }
    scratch.removeAll(keepingCapacity: true)
    steps.appendStep(step, of: checked, to: &scratch)
    let middle = scratch.count
    steps.appendReason(step, of: checked, to: &scratch)
    scratch.withUnsafeBufferPointer { text in
      output.append(escapedForJSON: UnsafeBufferPointer(rebasing: text[..<middle]))
      output.append("\",\"because\":\"")
      output.append(escapedForJSON: UnsafeBufferPointer(rebasing: text[middle...]))
    }
    output.append("\"}")
  }

  // MARK: Notes

  private mutating func appendNotes() {
    for (index, note) in checked.document.notes.enumerated() {
      output.append(index == 0 ? "{\"offset\":" : ",{\"offset\":")
      output.append(decimal: checked.document.filePlace(of: ByteRange(note.offset, note.offset)).range.start)
      append(place: cursor.place(of: note.offset), ",\"line\":", ",\"column\":")
      output.append(",\"message\":")
      output.append(json: note.message)
      output.append("}")
    }
  }
}
