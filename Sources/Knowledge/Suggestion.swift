/// Finds the allowed word that a mistyped one was most likely meant to be.
package enum Suggestion {
  /// `did you mean 'x'?` for the nearest candidate, or nil where none is near.
  package static func remedy(for word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// The candidate with the smallest edit distance, if that is at most a third of the word's length (at least 1, at
  /// most 4). Of equally near ones the first in alphabetical order.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    near(to: word, among: candidates, limit: 1).first
  }

  /// The candidates that are as near as that, and not much further than the nearest of them; nearest first, then in
  /// alphabetical order, each once.
  package static func near(
    to word: String, among candidates: some Sequence<String>, limit count: Int
  ) -> [String] {
    let wanted = Array(word.utf8)
    let limit = min(4, max(1, wanted.count / 3))
    var near: [(distance: Int, word: String)] = []
    for candidate in candidates {
      let bytes = Array(candidate.utf8)
      guard abs(bytes.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, bytes)
      guard distance <= limit, distance > 0, !near.contains(where: { $0.word == candidate }) else { continue }
      near.append((distance, candidate))
    }
    near.sort { $0 < $1 }
    // Much further than the nearest, nothing was meant.
    guard let best = near.first?.distance else { return [] }
    return near.prefix(count).filter { $0.distance <= best + 1 }.map(\.word)
  }

  /// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other (optimal string
  /// alignment).
  static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in a.indices {
      current[0] = i + 1
      for j in b.indices {
        var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        current[j + 1] = cost
      }
      (before, last, current) = (last, current, before)
    }
    return last[b.count]
  }
}
