/// Writes HTML that is well-formed XML too: every element is closed, every text escaped.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []
  /// Leads from the page to the book's directory: "" or "../".
  let root: String

  init(root: String) { self.root = root }

  mutating func doctype() { append("<!DOCTYPE html>\n") }

  /// An element with what `body` writes in it. Elements that are no part of a line are followed by a line end.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    append(">")
    body(&self)
    append("</")
    append(name)
    append(">")
    if !Self.isInline(name) { append("\n") }
  }

  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

  /// An element that cannot have content.
  mutating func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
    open(name, attributes)
    append("/>\n")
  }

  /// A link inside of the book.
  mutating func link(_ text: String, to path: String) {
    element("a", ["href": path.hasPrefix("#") ? path : root + path], text)
  }

  /// A link to the web, or the text alone where the address is none that a page may link to.
  mutating func link(_ text: String, toWeb address: String) {
    guard let address = SafeLink.web(address) else { return self.text(text) }
    element("a", ["href": address, "rel": "noreferrer", "class": "out"], text)
  }

  mutating func text(_ text: String) { append(escaped: text) }

  // MARK: Bytes

  private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    append("<")
    append(name)
    for (key, value) in attributes {
      append(" ")
      append(key)
      append("=\"")
      append(escaped: value)
      append("\"")
    }
  }

  private mutating func append(_ literal: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Text as it may stand between tags and in attributes. Control characters and those that turn the direction of writing
  /// become U+FFFD: neither HTML nor a reader has a use for them.
  private mutating func append(escaped text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: append("&amp;")
      case 0x3C: append("&lt;")
      case 0x3E: append("&gt;")
      case 0x22: append("&quot;")
      case 0x27: append("&#39;")
      case 0x0A, 0x09: bytes.append(0x20)
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
        0xFFFE, 0xFFFF:
        append("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private static func isInline(_ name: StaticString) -> Bool {
    switch name.description {
    case "a", "abbr", "b", "cite", "code", "em", "mark", "q", "span", "strong", "time": true
    default: false
    }
  }
}
