internal import CLibXML2
import Ingest

/// Why bytes are no report that could be looked at.
public struct UnreadableReport: Error, Equatable, Sendable, CustomStringConvertible {
  /// 1-based; nil where no line is to blame.
  public var line: Int?
  public var message: String

  public var description: String { line.map { "line \($0): \(message)" } ?? message }
}

/// A report read by libxml2. Nothing that it names is fetched or opened: a document type declaration, which alone could
/// declare entities, ends the reading before its contents are looked at, and the loader of external entities refuses all.
final class ReportTree {
  let document: xmlDocPtr

  /// - Throws: what is wrong, where it is not well-formed or has a document type declaration.
  init(_ bytes: [UInt8]) throws(UnreadableReport) {
    XMLParsing.begin()
    guard bytes.count <= Int(Int32.max), let context = xmlNewParserCtxt() else {
      throw UnreadableReport(message: "it is too large to be read")
    }
    defer { xmlFreeParserCtxt(context) }
    let trouble = Trouble()
    context.pointee._private = Unmanaged.passUnretained(trouble).toOpaque()
    context.pointee.sax.pointee.internalSubset = { context, _, _, _ in
      guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      Trouble.of(parser)?.note(
        "a document type declaration, which a report has none of", line: parser.pointee.input?.pointee.line)
      xmlStopParser(parser)
    }
    context.pointee.sax.pointee.serror = { context, error in
      guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self), let error else { return }
      guard error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      Trouble.of(parser)?.note(ReportTree.text(of: error.pointee), line: error.pointee.line)
    }
    let parsed = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
        XMLParsing.xmlOptions)
    }
    if let fault = trouble.first {
      xmlFreeDoc(parsed)
      throw fault
    }
    guard let parsed else { throw UnreadableReport(message: "it is no XML") }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  var root: ReportNode? { xmlDocGetRootElement(document).map { ReportNode(node: $0) } }

  /// What the parser found wrong first; what follows from it tells nobody anything.
  private final class Trouble {
    var first: UnreadableReport?

    func note(_ message: String, line: Int32?) {
      if first == nil { first = UnreadableReport(line: line.map { Int($0) }, message: message) }
    }

    static func of(_ parser: UnsafeMutablePointer<xmlParserCtxt>) -> Trouble? {
      parser.pointee._private.map { Unmanaged<Trouble>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  /// libxml2's words without their line end.
  static func text(of error: xmlError) -> String {
    guard let message = error.message else { return "it is not well-formed" }
    var text = String(cString: message)
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}

/// An element of a report. Not to be used after its tree is gone.
struct ReportNode {
  let node: xmlNodePtr

  var name: String { String(cString: node.pointee.name) }
  var line: Int { Int(xmlGetLineNo(node)) }

  func isNamed(_ wanted: StaticString) -> Bool {
    wanted.withUTF8Buffer { wanted in
      guard let name = node.pointee.name else { return false }
      for (index, byte) in wanted.enumerated() where name[index] != byte { return false }
      return name[wanted.count] == 0
    }
  }

  subscript(attribute: String) -> String? {
    guard let value = xmlGetNoNsProp(node, attribute) else { return nil }
    defer { assay_xmlFree(value) }
    return String(cString: value)
  }

  /// The value of an attribute that holds a number.
  func number(_ attribute: String) -> Int? { self[attribute].flatMap { Int($0) } }

  /// The elements inside, in their order.
  var elements: [ReportNode] {
    var elements: [ReportNode] = []
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE { elements.append(ReportNode(node: current)) }
      child = current.pointee.next
    }
    return elements
  }

  func elements(named name: StaticString) -> [ReportNode] { elements.filter { $0.isNamed(name) } }
  func element(named name: StaticString) -> ReportNode? { elements.first { $0.isNamed(name) } }

  /// The text content, in UTF-8.
  var text: [UInt8] {
    var text: [UInt8] = []
    append(textTo: &text) { _, _ in }
    return text
  }

  /// Appends the text content.
  /// - Parameter visit: called with each element inside and the range of its text in `text`, inner ones first.
  func append(textTo text: inout [UInt8], visit: (ReportNode, Range<Int>) -> Void) {
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = current.pointee.content {
          text.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
        }
      case XML_ELEMENT_NODE:
        let start = text.count
        let element = ReportNode(node: current)
        element.append(textTo: &text, visit: visit)
        visit(element, start..<text.count)
      default: break
      }
      child = current.pointee.next
    }
  }
}
