import Reporting

/// Addresses outside of the book.
enum SafeLink {
  /// An address that a page may link to: http or https, without white space or control characters; nil for all others,
  /// which a page shows as text.
  static func web(_ address: String) -> String? {
    WebAddress.isSafe(address) ? address : nil
  }

  /// The resolver's address of a DOI.
  static func doi(_ doi: String) -> String { "https://doi.org/" + escaped(doi) }

  /// The entry of PubMed; nil where the text is no number.
  static func pubMed(_ pmid: String) -> String? {
    guard !pmid.isEmpty, pmid.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return "https://pubmed.ncbi.nlm.nih.gov/\(pmid)/"
  }

  /// What an address shows of itself: its host.
  static func host(_ address: String) -> String {
    let rest = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst().first
    guard let rest else { return address }
    return String(rest.hasPrefix("www.") ? rest.dropFirst(4) : rest)
  }

  /// Escapes what may not stand in the path of an address (RFC 3986), and what would end it.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: result.unicodeScalars.append(UnicodeScalar(byte))
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","):
        result.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
