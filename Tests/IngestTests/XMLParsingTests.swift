import CLibXML2
import Foundation
import Testing

@testable import Ingest

/// What XML may ask for, read with the options of this project and its loader.
struct XMLParsingTests {
  private func text(of xml: String) -> String? {
    XMLParsing.begin()
    let document = xml.withCString { xmlReadMemory($0, Int32(strlen($0)), nil, nil, XMLParsing.xmlOptions) }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let content = xmlNodeGetContent(xmlDocGetRootElement(document)) else { return "" }
    defer { assay_xmlFree(content) }
    return String(cString: content)
  }

  @Test func plainXMLIsRead() {
    #expect(text(of: "<a>one <b>two &amp; three</b></a>") == "one two & three")
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
    "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a>x</a>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]><a>x</a>",
    "<!DOCTYPE a PUBLIC \"-//x//y\" \"http://127.0.0.1:9/x.dtd\"><a>&x;</a>",
    "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\" parse=\"text\"/></a>",
  ]) func nothingThatItNamesIsOpened(xml: String) {
    let text = text(of: xml) ?? ""
    #expect(!text.contains("root:"), "\(text)")
  }

  @Test func laughsAreRefusedOrStaySmall() {
    let entities = (1..<12).map { level in
      "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
    }
    let xml = "<!DOCTYPE a [<!ENTITY e0 \"haha\">\(entities.joined())]><a>&e11;</a>"
    #expect((text(of: xml) ?? "").utf8.count < 1 << 20)
  }

  /// The loader holds for the whole process: not even a parser with other options gets a file.
  @Test func theLoaderRefusesWhateverTheOptions() throws {
    XMLParsing.begin()
    let xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
    let careless = Int32(XML_PARSE_NOENT.rawValue | XML_PARSE_DTDLOAD.rawValue) | XMLParsing.xmlOptions
    let document = xml.withCString { xmlReadMemory($0, Int32(strlen($0)), nil, nil, careless) }
    defer { xmlFreeDoc(document) }
    let content = document.flatMap { xmlNodeGetContent(xmlDocGetRootElement($0)) }
    defer { assay_xmlFree(content) }
    #expect(content.map { String(cString: $0).contains("root:") } != true)
  }
}
