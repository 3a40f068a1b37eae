/// The places of records by id, and the faults of ids: given twice, or unknown.
struct RecordIndex {
  private(set) var concepts: [String: Int] = [:]
  private(set) var sources: [String: Int] = [:]
  private let lost: Set<String>
  private let faults: FaultCollector

  /// Keeps the first record of each id in `drafts` and reports the others. Statements and definitions share their ids.
  init(_ drafts: inout RuleDrafts, faults: FaultCollector) {
    self.faults = faults
    lost = drafts.lost
    var first: [String: DraftPlace] = [:]
    func unique<D: Draft>(_ records: [D], _ what: String) -> [D] {
      records.filter { record in
        guard let known = first[record.id.text] else {
          first[record.id.text] = record.place
          return true
        }
        faults.report(
          record.place.path, record.id.at, "the \(what) '\(record.id.text)' is defined twice",
          "the first is in \(known.path):\(known.at.line); rename or remove one")
        return false
      }
    }
    func start() { first = [:] }
    drafts.packs = unique(drafts.packs, "pack")
    start()
    drafts.concepts = unique(drafts.concepts, "concept")
    start()
    drafts.sources = unique(drafts.sources, "source")
    start()
    drafts.statements = unique(drafts.statements, "statement")
    drafts.definitions = unique(drafts.definitions, "definition")
    start()
    drafts.cues = unique(drafts.cues, "cue")
    start()
    drafts.frames = unique(drafts.frames, "frame")
    start()
    drafts.findings = unique(drafts.findings, "finding rule")
    start()
    drafts.regulation.faults = unique(drafts.regulation.faults, "fault")
    start()
    drafts.regulation.rules = unique(drafts.regulation.rules, "rule of a jurisdiction")
    for (place, draft) in drafts.concepts.enumerated() { concepts[draft.id.text] = place }
    for (place, draft) in drafts.sources.enumerated() { sources[draft.id.text] = place }
  }

  /// The place of a concept; an unknown id is reported, one of a record that was left out is not.
  func concept(_ id: PlacedText, in path: String) -> Int? {
    find(id, path, concepts, "concept")
  }

  /// The place of a source.
  func source(_ id: PlacedText, in path: String) -> Int? {
    find(id, path, sources, "source")
  }

  private func find(_ id: PlacedText, _ path: String, _ table: [String: Int], _ what: String) -> Int? {
    if let place = table[id.text] { return place }
    if !lost.contains(id.text) {
      let remedy = Suggestion.remedy(for: id.text, among: table.keys) ?? "add it, or correct the id"
      faults.report(path, id.at, "no \(what) '\(id.text)'", remedy)
    }
    return nil
  }
}
