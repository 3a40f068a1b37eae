import Knowledge

/// A publication as people cite it.
public enum Citation {
  /// Authors, title, journal and year, and where to find it. Parts that are not known are left out.
  public static func text(_ source: Source) -> String {
    var text = ""
    func add(_ part: String?) {
      guard let part, !part.isEmpty else { return }
      if !text.isEmpty { text += text.hasSuffix(".") ? " " : ". " }
      text += part
    }
    add(source.authors)
    add(source.title)
    let year = source.year.map(String.init)
    add([source.journal, year].compactMap { $0 }.joined(separator: " "))
    add(address(of: source))
    return text
  }

  /// The DOI as an address, else the PubMed entry, else the address where it was read.
  public static func address(of source: Source) -> String {
    if let doi = source.doi { return "https://doi.org/\(doi)" }
    if let pmid = source.pmid { return "https://pubmed.ncbi.nlm.nih.gov/\(pmid)/" }
    return source.url
  }
}
