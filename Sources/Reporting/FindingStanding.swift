import Judgment

extension Finding.Standing {
  /// Why a finding does not count, for people; nil where it counts.
  var justification: String? {
    switch self {
    case .reported: nil
    case .suppressed(let reason, let until): reason + (until.map { " (until \($0))" } ?? "")
    case .approved(let reference, let market):
      "approved: \(reference)" + (market.map { " (\($0.uppercased()))" } ?? "")
    case .accepted: "listed in the baseline"
    case .untouched: "not touched by the changes"
    }
  }
}
