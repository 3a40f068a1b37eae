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

  /// An element.
  struct Node {
    var name: String
    var attributes: [String: String] = [:]
    var children: [Node] = []
    /// All text inside.
    var text = ""
    /// Whether text stands beside the elements inside.
    var hasOwnText = false

    func children(named name: String) -> [Node] { children.filter { $0.name == name } }
  }

  var root: Node? { xmlDocGetRootElement(document).map(Self.copy) }

  private static func copy(_ node: xmlNodePtr) -> Node {
    var copied = Node(name: String(cString: node.pointee.name))
    var attribute = node.pointee.properties
    while let current = attribute {
      let name = String(cString: current.pointee.name)
      if let value = xmlGetNoNsProp(node, current.pointee.name) {
        copied.attributes[name] = String(cString: value)
        assay_xmlFree(value)
      }
      attribute = current.pointee.next
    }
    if let content = xmlNodeGetContent(node) {
      copied.text = String(cString: content)
      assay_xmlFree(content)
    }
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE {
        copied.children.append(copy(current))
      } else if current.pointee.type == XML_TEXT_NODE, xmlIsBlankNode(current) == 0 {
        copied.hasOwnText = true
      }
      child = current.pointee.next
    }
    return copied
  }

  /// The text content of the first element with a name.
  func text(of name: String) -> String? {
    find(name, xmlDocGetRootElement(document)).flatMap { node in
      guard let content = xmlNodeGetContent(node) else { return nil }
      defer { assay_xmlFree(content) }
      return String(cString: content)
    }
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
