/// What the readers of all kinds of records share.
struct RecordLoader {
  let path: String
  let faults: FaultCollector
  var drafts: RuleDrafts

  /// Reads the list of records under `key`. `body` reads one record and returns whether it is complete; the id of one
  /// that is not counts as lost. Ids that stand twice are found later, over all files.
  mutating func eachRecord(
    of file: RecordReader, _ key: String, _ what: String, idRule: IDRule = .plain,
    _ body: (inout RecordLoader, RecordReader, PlacedText) -> Bool
  ) {
    for record in file.records(key, what, required: true) {
      guard let id = record.text("id") else {
        // The other fields are unknown only because nobody asked for them.
        continue
      }
      record.name = "\(what) '\(id.text)'"
      if !idRule.holds(id.text) { record.damage(id.at, "'\(id.text)' is no id", idRule.remedy) }
      let isComplete = body(&self, record, id)
      record.finish()
      if !isComplete || record.isDamaged { drafts.lost.insert(id.text) }
    }
  }

  func place(_ record: RecordReader) -> DraftPlace { DraftPlace(path: path, at: record.at) }

  /// How ids look.
  enum IDRule {
    /// `lower-case-words`
    case plain
    /// `family/name`
    case family

    var remedy: String {
      switch self {
      case .plain: "write lower-case words and digits joined by hyphens"
      case .family: "write 'family/name', both lower-case words joined by hyphens"
      }
    }

    func holds(_ id: String) -> Bool {
      let parts = id.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == (self == .plain ? 1 : 2) else { return false }
      return parts.allSatisfy { part in
        guard let first = part.utf8.first, first != 0x2D else { return false }
        return part.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
      }
    }
  }
}

extension RecordReader {
  /// A date; one that is none is reported.
  func date(_ key: String, required: Bool) -> PlacedText? {
    guard let text = required ? text(key) : optionalText(key) else { return nil }
    guard ReviewDate(text.text) != nil else {
      damage(text.at, "'\(text.text)' is no date", "write 'yyyy-mm-dd'")
      return nil
    }
    return text
  }
}
