/// British and American spellings of words.
struct Spelling {
  private var others: [String: [String]] = [:]

  /// - Parameter pairs: whole words, British and American, in lower case.
  init(pairs: [(String, String)] = []) {
    for (one, other) in pairs {
      others[one, default: []].append(other)
      others[other, default: []].append(one)
    }
  }

  private static let endings = [
    ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ises", "izes"), ("ised", "ized"),
    ("ising", "izing"), ("iser", "izer"), ("isers", "izers"),
  ]

  /// The other spellings of a word, without the word itself.
  func variants(of word: String) -> [String] {
    var result = others[word] ?? []
    if result.isEmpty, word.hasSuffix("s"), let stems = others[String(word.dropLast())] {
      result += stems.map { $0 + "s" }
    }
    for (british, american) in Self.endings {
      for (from, to) in [(british, american), (american, british)]
      where word.hasSuffix(from) && word.utf8.count >= from.utf8.count + 3 {
        result.append(word.dropLast(from.utf8.count) + to)
      }
    }
    var unique: [String] = []
    for variant in result where variant != word && !unique.contains(variant) { unique.append(variant) }
    return unique
  }
}
