import Knowledge
import Reporting

/// A source in a few words, as tables and lists name it.
enum SourceName {
  /// First author (or title), year and design.
  static func short(_ source: Source) -> String {
    let design = EvidenceWords.name(source.design)
    let year = source.year.map { " \($0)" } ?? ""
    return "\(name(source))\(year) (\(design))"
  }

  private static func name(_ source: Source) -> String {
    guard let authors = source.authors, !authors.isEmpty else { return source.title }
    let first = authors.prefix { $0 != "," && $0 != ";" }
    return first.utf8.count < authors.utf8.count ? "\(first) et al." : String(first)
  }
}
