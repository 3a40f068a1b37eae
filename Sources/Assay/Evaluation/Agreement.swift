/// How often something was rightly said, wrongly said and wrongly left unsaid.
struct Agreement: Equatable {
  var right = 0
  var extra = 0
  var missed = 0

  mutating func count(gold: Bool, given: Bool) {
    if gold && given { right += 1 }
    if given && !gold { extra += 1 }
    if gold && !given { missed += 1 }
  }

  /// How often it is so in the labels.
  var gold: Int { right + missed }
  /// Nil where it was never said.
  var precision: Double? { share(right, of: right + extra) }
  /// Nil where it is in no label.
  var recall: Double? { share(right, of: gold) }
  /// The harmonic mean of both; nil where it is neither in labels nor in answers.
  var f1: Double? { share(2 * right, of: 2 * right + extra + missed) }
}

/// Part of a whole; nil where the whole is nothing.
func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }

/// The mean of the figures that there are; nil where there are none.
func mean(_ values: [Double?]) -> Double? {
  let known = values.compactMap { $0 }
  return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
}
