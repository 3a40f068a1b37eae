/// The ids of one document's parts. Their first half is a hash of the document's name (FNV-1a, 64 bits), so that documents
/// that are written apart can be joined, and can be linked to from each other by name.
struct HTMLAnchors {
  private let prefix: [UInt8]

  /// The kinds of parts that have ids with a number.
  enum Part: String {
    /// A block of the text.
    case block = "b"
    /// A finding beside the text, its words in the text, its line in the summary, its message.
    case finding = "f"
    case mark = "m"
    case line = "i"
    case message = "t"
    case setAside = "s"
  }

  init(path: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var prefix: [UInt8] = [UInt8(ascii: "d")]
    prefix.append(hex: hash)
    self.prefix = prefix
  }

  /// Appends the id of the document.
  func append(to html: inout HTMLBytes) { html.bytes += prefix }

  /// Appends the id of a part that there is once, by its letter.
  func append(_ name: StaticString, to html: inout HTMLBytes) {
    html.bytes += prefix
    html.append("-")
    html.append(name)
  }

  /// Appends the id of a numbered part.
  func append(_ part: Part, _ number: Int, to html: inout HTMLBytes) {
    html.bytes += prefix
    html.append("-")
    html.bytes.append(text: part.rawValue)
    html.append(decimal: number)
  }
}
