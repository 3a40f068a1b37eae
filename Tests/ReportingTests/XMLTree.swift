internal import CLibXML2

/// A report read back by libxml2.
final class XMLTree {
  private let document: xmlDocPtr

  /// Nil where the text is not well-formed.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let parsed = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8", options)
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  /// The text content of the first element with a name.
  func text(of name: String) -> String? {
    find(name, xmlDocGetRootElement(document)).flatMap { node in
      guard let content = xmlNodeGetContent(node) else { return nil }
      defer { assay_xmlFree(content) }
      return String(cString: content)
    }
  }

  /// An element with what it holds itself.
  struct Element: Equatable {
    var name: String
    var attributes: [String: String]
    /// Its text content with that of all elements in it.
    var text: String
    var children: [Element]
    /// Whether text stands beside the elements inside.
    var hasOwnText = false

    func children(named name: String) -> [Element] { children.filter { $0.name == name } }

    subscript(attribute: String) -> String? { attributes[attribute] }

    /// All elements of a name in it, in their order.
    func all(_ name: String) -> [Element] {
      children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }
  }

  var root: Element? { xmlDocGetRootElement(document).map { Self.element($0) } }

  private static func element(_ node: xmlNodePtr) -> Element {
    var attributes: [String: String] = [:]
    var attribute = node.pointee.properties
    while let current = attribute {
      if let value = xmlGetNoNsProp(node, current.pointee.name) {
        attributes[String(cString: current.pointee.name)] = String(cString: value)
        assay_xmlFree(value)
      }
      attribute = current.pointee.next
    }
    var children: [Element] = []
    var hasOwnText = false
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE {
        children.append(element(current))
      } else if current.pointee.type == XML_TEXT_NODE, xmlIsBlankNode(current) == 0 {
        hasOwnText = true
      }
      child = current.pointee.next
    }
    var text = ""
    if let content = xmlNodeGetContent(node) {
      text = String(cString: content)
      assay_xmlFree(content)
    }
    return Element(
      name: String(cString: node.pointee.name), attributes: attributes, text: text, children: children,
      hasOwnText: hasOwnText)
  }

  private func find(_ name: String, _ node: xmlNodePtr?) -> xmlNodePtr? {
    var node = node
    while let current = node {
      if current.pointee.type == XML_ELEMENT_NODE, String(cString: current.pointee.name) == name {
        return current
      }
      if let found = find(name, current.pointee.children) { return found }
      node = current.pointee.next
    }
    return nil
  }

  /// The text with the stand-ins for what XML 1.0 cannot hold.
  static func allowed(_ text: [UInt8]) -> String {
    var allowed = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: allowed.append(scalar)
      case 0xFFFE, 0xFFFF: allowed.append("\u{FFFD}")
      default: allowed.append(" ")
      }
    }
    return String(allowed)
  }
}
