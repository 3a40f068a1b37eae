/// Finds a phrase in a text without regard to case and to the kind and amount of white space.
struct PhraseSearch {
  private var folded: [Unicode.Scalar] = []
  /// The code point of the text that each folded one came from.
  private var places: [Int] = []
  private let scalars: [Unicode.Scalar]

  init(_ text: CodePoints) {
    scalars = text.scalars
    for (place, scalar) in text.scalars.enumerated() {
      Self.fold(scalar, into: &folded)
      while places.count < folded.count { places.append(place) }
    }
  }

  /// The first place of the phrase: one between word boundaries before one within a word, and one that leaves `taken`
  /// alone before one that does not.
  func find(_ phrase: String, besides taken: CodePointRange? = nil) -> CodePointRange? {
    var wanted: [Unicode.Scalar] = []
    for scalar in phrase.unicodeScalars { Self.fold(scalar, into: &wanted) }
    if wanted.first == " " { wanted.removeFirst() }
    if wanted.last == " " { wanted.removeLast() }
    guard let first = wanted.first, folded.count >= wanted.count else { return nil }
    var best: CodePointRange?
    var bestRank = -1
    for start in 0...(folded.count - wanted.count) where folded[start] == first {
      let end = start + wanted.count
      guard folded[start..<end].elementsEqual(wanted) else { continue }
      let found = CodePointRange(start: places[start], end: places[end - 1] + 1)
      let isFree = taken.map { $0.overlap(found) == 0 } ?? true
      let rank = (isFree ? 2 : 0) + (standsAlone(found) ? 1 : 0)
      if rank > bestRank {
        best = found
        bestRank = rank
      }
      if rank == 3 { break }
    }
    return best
  }

  private func standsAlone(_ range: CodePointRange) -> Bool {
    !(range.start > 0 && Self.isWordPart(scalars[range.start - 1]) && Self.isWordPart(scalars[range.start]))
      && !(range.end < scalars.count && Self.isWordPart(scalars[range.end])
        && Self.isWordPart(scalars[range.end - 1]))
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func fold(_ scalar: Unicode.Scalar, into folded: inout [Unicode.Scalar]) {
    if scalar.properties.isWhitespace {
      if folded.last != " " { folded.append(" ") }
    } else {
      folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
}
