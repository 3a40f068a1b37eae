/// Holds the sources against each other, and dates against the day of the check.
struct SourceChecker {
  let drafts: RuleDrafts
  let index: RecordIndex
  let faults: FaultCollector

  /// One publication has one id; a second extract of it says `part_of`.
  func checkPublications() {
    var first: [String: SourceDraft] = [:]
    for draft in drafts.sources {
      if let partOf = draft.partOf {
        if index.source(partOf, in: draft.place.path) != nil, partOf.text == draft.id.text {
          faults.report(
            draft.place.path, partOf.at, "the source '\(draft.id.text)' is part of itself",
            "name the other one")
        }
        continue
      }
      for (key, text) in draft.addresses {
        var address = text.text.lowercased()
        while address.hasSuffix("/") { address.removeLast() }
        let known = first["\(key) \(address)"]
        if let known, known.id.text != draft.id.text {
          faults.report(
            draft.place.path, text.at,
            "the sources '\(known.id.text)' and '\(draft.id.text)' have the same \(key)",
            "make them one, or say 'part_of: \(known.id.text)' if this is a second extract")
        } else {
          first["\(key) \(address)"] = draft
        }
      }
    }
  }

  /// Warns of sources that nothing rests on.
  func checkUse() {
    var used: Set<String> = []
    for draft in drafts.concepts { used.formUnion(draft.effects.map(\.source.text)) }
    for draft in drafts.statements { used.formUnion(draft.judged.sources.map(\.text)) }
    for draft in drafts.definitions { used.formUnion(draft.judged.sources.map(\.text)) }
    for draft in drafts.findings { used.formUnion(draft.sources.map(\.text)) }
    for draft in drafts.regulation.rules { used.formUnion(draft.sources.map(\.text)) }
    used.formUnion(drafts.sources.compactMap(\.partOf?.text))
    for draft in drafts.sources where draft.partOf == nil && !used.contains(draft.id.text) {
      faults.warn(
        draft.place.path, draft.id.at, "nothing cites the source '\(draft.id.text)'",
        "cite it, or remove it")
    }
  }

  /// Warns of reviews that are older than their pack allows, or lie after `asOf` (`yyyy-mm-dd`).
  func checkReviews(asOf: String) {
    guard let asOf = ReviewDate(asOf) else { return }
    var ages: [Substring: Int] = [:]
    for draft in drafts.packs {
      let directory = draft.place.path.prefix { $0 != "/" }
      ages[directory] = Int(draft.pack.maximumAgeYears)
      check(draft.reviewed, "the pack '\(draft.id.text)'", draft.place.path, ages, asOf)
    }
    let judged =
      drafts.statements.map { ($0.id.text, $0.judged, $0.place) }
      + drafts.definitions.map { ($0.id.text, $0.judged, $0.place) }
    for (id, verdict, place) in judged {
      // The date of a file is reported once, at its own place.
      let isOwn = verdict.reviewed.at.line >= place.at.line
      check(verdict.reviewed, isOwn ? "'\(id)'" : "this file", place.path, ages, asOf)
    }
  }

  private func check(
    _ reviewed: PlacedText, _ what: String, _ path: String, _ ages: [Substring: Int], _ asOf: ReviewDate
  ) {
    guard let date = ReviewDate(reviewed.text) else { return }
    let age = ages[path.prefix { $0 != "/" }] ?? Pack.defaultMaximumAge
    if date.hasPassed(after: age, by: asOf) {
      faults.warn(
        path, reviewed.at, "the review of \(what) on \(date.text) is more than \(age) years old",
        "review it again and set the date")
    } else if date > asOf {
      faults.warn(
        path, reviewed.at, "the review of \(what) is dated \(date.text), after \(asOf)", "correct the date")
    }
  }
}
