/// What the styles of a document say of a paragraph's part in it.
struct WordStyles {
  /// The part that a paragraph plays.
  enum Role: Equatable {
    case body
    case title
    /// From 1 to 6.
    case heading(Int)
    case listItem
    case caption
    case quote
    /// An entry of a bibliography.
    case reference
    /// A line of a table of contents, which repeats what stands elsewhere.
    case contents
  }

  private struct Style {
    var role: Role?
    var base: String?
  }

  private var styles: [String: Style] = [:]
  private var defaultStyle: String?

  init() {}

  /// - Parameter xml: the part of styles, well-formed.
  init(_ xml: [UInt8]) {
    var scanner = XMLScanner(xml, from: TextEncoding.mark(of: xml)?.count ?? 0)
    var id: String?
    var style = Style()
    while let event = scanner.next() {
      switch event {
      case .open(let tag):
        let attributes = XMLAttributes(of: tag, in: scanner)
        switch scanner.localName(of: tag) {
        case "style":
          id = attributes["type"] == "paragraph" ? attributes["styleId"] : nil
          style = Style()
          if let id, attributes["default"] == "1" || attributes["default"] == "true" { defaultStyle = id }
        case "name": style.role = attributes["val"].flatMap(Self.role(named:)) ?? style.role
        case "basedOn": style.base = attributes["val"]
        case "outlineLvl":
          if style.role == nil, let level = attributes["val"].flatMap({ Int($0) }), level < 9 {
            style.role = .heading(min(level + 1, 6))
          }
        case "numPr": if style.role == nil { style.role = .listItem }
        default: break
        }
        if let id { styles[id] = style }
      default: break
      }
    }
  }

  /// The role of a style, its own or that of the style it is based on.
  /// - Parameter id: nil for the default style.
  func role(of id: String?) -> Role {
    var next = id ?? defaultStyle
    // A chain that goes in a circle ends all the same.
    for _ in 0..<32 {
      guard let id = next, let style = styles[id] else { return .body }
      if let role = style.role { return role }
      next = style.base
    }
    return .body
  }

  /// Word writes the names of its own styles in English in every language.
  private static func role(named name: String) -> Role? {
    let name = name.lowercased()
    if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)) {
      return .heading(min(max(level, 1), 6))
    }
    if name.hasPrefix("toc ") || name == "table of figures" { return .contents }
    if name.hasPrefix("list bullet") || name.hasPrefix("list number") || name.hasPrefix("list continue") {
      return .listItem
    }
    switch name {
    case "title": return .title
    case "subtitle": return .heading(2)
    case "caption": return .caption
    case "quote", "intense quote", "block text": return .quote
    case "bibliography": return .reference
    default: return nil
    }
  }
}
