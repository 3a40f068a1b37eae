internal import CLibXML2

/// A page of HTML read back by libxml2: as XML, which forgives nothing, and as HTML.
struct HTMLTree {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text: String
  }

  /// All elements in the order of the text.
  let elements: [Element]
  /// What libxml2's reader of HTML objects to, besides elements that are younger than it is.
  let faults: [String]

  /// Nil where the text is not well-formed.
  init?(_ bytes: [UInt8]) {
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let parsed = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8", options)
    }
    guard let parsed else { return nil }
    defer { xmlFreeDoc(parsed) }
    var elements: [Element] = []
    Self.collect(xmlDocGetRootElement(parsed), &elements)
    self.elements = elements
    faults = Self.faults(of: bytes)
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private static func collect(_ first: xmlNodePtr?, _ elements: inout [Element]) {
    var node = first
    while let current = node {
      if current.pointee.type == XML_ELEMENT_NODE {
        var attributes: [String: String] = [:]
        var attribute = current.pointee.properties
        while let known = attribute {
          if let value = xmlGetProp(current, known.pointee.name) {
            attributes[String(cString: known.pointee.name)] = String(cString: value)
            assay_xmlFree(value)
          }
          attribute = known.pointee.next
        }
        var text = ""
        if let content = xmlNodeGetContent(current) {
          text = String(cString: content)
          assay_xmlFree(content)
        }
        elements.append(
          Element(name: String(cString: current.pointee.name), attributes: attributes, text: text))
        collect(current.pointee.children, &elements)
      }
      node = current.pointee.next
    }
  }

  private final class Collector {
    var messages: [String] = []
  }

  private static func faults(of bytes: [UInt8]) -> [String] {
    let collector = Collector()
    let pointer = Unmanaged.passUnretained(collector).toOpaque()
    xmlSetStructuredErrorFunc(pointer) { data, error in
      guard let data, let error, error.pointee.code != Int32(XML_HTML_UNKNOWN_TAG.rawValue) else { return }
      let message = error.pointee.message.map { String(cString: $0) } ?? ""
      Unmanaged<Collector>.fromOpaque(data).takeUnretainedValue().messages.append(
        "\(error.pointee.line): \(message)")
    }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    let document = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
        Int32(HTML_PARSE_NONET.rawValue))
    }
    if let document { xmlFreeDoc(document) }
    return collector.messages
  }
}
