internal import CLibXML2

/// Asks libxml2 whether a file is well-formed XML, so that our own scanner may trust its shape.
///
/// Nothing is loaded, no entity is expanded, nothing is built: parsing goes on events that nobody listens to.
enum XMLCheck {
  /// What keeps a file from being read.
  struct Fault: Equatable, Sendable {
    /// From 1.
    var line: Int
    /// From 1, in bytes.
    var column: Int
    /// One sentence without a full stop.
    var message: String
  }

  /// The first fault of a file; nil where there is none.
  /// - Parameter depth: how many elements may stand inside each other; the parser itself stops at 256.
  static func fault(in bytes: [UInt8], depth: Int) -> Fault? {
    guard !bytes.isEmpty else { return Fault(line: 1, column: 1, message: "the file is empty") }
    XMLParsing.begin()
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    // With no handler for entities libxml2 has none but the five of XML: those of a DTD are told by our own list.
    handler.getEntity = { _, _ in nil }
    let found = Found(limit: depth)
    let user = Unmanaged.passUnretained(found).toOpaque()
    handler.startElementNs = { user, _, _, _, _, _, _, _, _ in
      guard let user else { return }
      Unmanaged<Found>.fromOpaque(user).takeUnretainedValue().open()
    }
    handler.endElementNs = { user, _, _, _ in
      guard let user else { return }
      Unmanaged<Found>.fromOpaque(user).takeUnretainedValue().depth -= 1
    }
    handler.serror = { user, error in
      guard let user, let error, error.pointee.level == XML_ERR_FATAL else { return }
      let found = Unmanaged<Found>.fromOpaque(user).takeUnretainedValue()
      guard found.fault == nil else { return }
      let message = error.pointee.message.map { String(cString: $0) } ?? "it is not well-formed"
      found.fault = Fault(
        line: Int(error.pointee.line), column: Int(error.pointee.int2), message: Self.oneLine(message))
    }
    return bytes.withUnsafeBytes { buffer -> Fault? in
      guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else {
        return nil
      }
      guard let parser = xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else {
        return Fault(line: 1, column: 1, message: "no parser could be made; is memory exhausted?")
      }
      defer {
        if let tree = parser.pointee.myDoc { xmlFreeDoc(tree) }
        xmlFreeParserCtxt(parser)
      }
      found.parser = parser
      // The bytes are UTF-8 by now, whatever the file declares.
      xmlCtxtUseOptions(parser, XMLParsing.xmlTextOptions)
      xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
      var offset = 0
      while offset < buffer.count, found.fault == nil {
        let count = min(1 << 16, buffer.count - offset)
        xmlParseChunk(parser, base + offset, Int32(count), 0)
        offset += count
      }
      if found.fault == nil { xmlParseChunk(parser, nil, 0, 1) }
      return withExtendedLifetime(found) { found.fault }
    }
  }

  private final class Found {
    var fault: Fault?
    var depth = 0
    /// Of the run.
    var parser: xmlParserCtxtPtr?
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func open() {
      depth += 1
      guard depth > limit, fault == nil, let parser else { return }
      fault = Fault(
        line: Int(xmlSAX2GetLineNumber(parser)), column: Int(xmlSAX2GetColumnNumber(parser)),
        message: "elements stand inside each other more than \(limit) deep")
      xmlStopParser(parser)
    }
  }

  private static func oneLine(_ message: String) -> String {
    String(message.prefix { $0 != "\n" })
  }
}
