/// Which namespace a prefix stands for, element by element.
struct XMLNamespaces {
  /// Of the open elements.
  private var declarations: [(depth: Int, prefix: String, namespace: String)] = []
  private var depth = 0

  /// Takes the declarations of a start tag.
  mutating func open(_ tag: XMLScanner.Tag, in scanner: XMLScanner) {
    depth += 1
    guard tag.range.end - tag.name.end > 8 else { return }
    var found: [(String, String)] = []
    scanner.forEachAttribute(of: tag) { prefix, name, value in
      if prefix == "xmlns" {
        found.append((name, scanner.decoded(value)))
      } else if prefix.isEmpty, name == "xmlns" {
        found.append(("", scanner.decoded(value)))
      }
    }
    for (prefix, namespace) in found { declarations.append((depth, prefix, namespace)) }
  }

  mutating func close() {
    while let last = declarations.last, last.depth == depth { declarations.removeLast() }
    depth -= 1
  }

  /// The namespace of a prefix, "" for the default one; nil where none is declared.
  subscript(_ prefix: String) -> String? { declarations.last { $0.prefix == prefix }?.namespace }
}
