/// Figures of runs that take turns: the clock of a shared machine drifts, so that only what ran side by side compares.
struct Measure {
  /// Runs every piece of work once in each round, and gives for each the results of all rounds.
  static func inTurns<Result>(rounds: Int, _ work: [() throws -> Result]) throws -> [[Result]] {
    var results = [[Result]](repeating: [], count: work.count)
    for _ in 0..<rounds {
      for (index, piece) in work.enumerated() { results[index].append(try piece()) }
    }
    return results
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The median of the ratios of two series, round by round.
  static func ratio(_ values: [Double], to base: [Double]) -> Double {
    median(zip(values, base).map { $0 / $1 })
  }
}

extension Double {
  /// With a number of decimals.
  func text(_ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((self * scale).rounded())
    guard decimals > 0 else { return "\(scaled)" }
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (scaled < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
