import Ingest
import Judgment

/// The findings that one word of suppressions names, so that a comment finds those it reaches without looking at all others.
///
/// Each finding is given to one suppression only and passed over from then on: the work grows with the number of findings and
/// of suppressions, not with their product.
final class SuppressedFindings {
  private struct Entry {
    var range: ByteRange
    /// Place among the findings of the document.
    var finding: Int
    /// The word names the finding's own rule, not only one that is attached to it.
    var isOwn: Bool
  }

  private var entries: [Entry] = []
  /// Of each entry the last end of a range up to it.
  private var furthestEnds: [Int] = []
  /// Of each entry the next one from there on that is still to be given away.
  private var next: [Int] = []

  func add(_ range: ByteRange, finding: Int, isOwn: Bool) {
    entries.append(Entry(range: range, finding: finding, isOwn: isOwn))
  }

  /// Sorts what was added; to be called once, before anything is asked.
  func arrange() {
    entries.sort { ($0.range.start, $0.finding) < ($1.range.start, $1.finding) }
    var end = 0
    for entry in entries {
      end = max(end, entry.range.end)
      furthestEnds.append(end)
    }
    next = Array(0...entries.count)
    for (place, entry) in entries.enumerated() where !entry.isOwn { next[place] = place + 1 }
  }

  /// Whether a range overlaps with that of a finding.
  func isMet(by reach: ByteRange) -> Bool {
    let end = firstPlace { entries[$0].range.start >= reach.end }
    return end > 0 && furthestEnds[end - 1] > reach.start
  }

  /// Gives the findings in a range away; of those that were given away before none is told again.
  func take(in reach: ByteRange, _ body: (Int) -> Void) {
    var place = following(firstPlace { furthestEnds[$0] > reach.start })
    while place < entries.count, entries[place].range.start < reach.end {
      if entries[place].range.end > reach.start {
        next[place] = place + 1
        body(entries[place].finding)
      }
      place = following(place + 1)
    }
  }

  /// The first place for which a condition holds that holds for all after it; the number of entries where it holds for none.
  private func firstPlace(where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The first place from `place` on that is still to be given away; shortens the way for the next time.
  private func following(_ place: Int) -> Int {
    var end = place
    while next[end] != end { end = next[end] }
    var step = place
    while next[step] != end, next[step] != step { (next[step], step) = (end, next[step]) }
    return end
  }
}
