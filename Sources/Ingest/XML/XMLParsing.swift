internal import CLibXML2

/// How libxml2 is used on what nobody vouches for: the one place for its options.
///
/// Nothing that a file names is opened or fetched. Entities are not put in place, external ones are refused by the loader of the
/// whole process, and the parser's own limits (256 levels of XML, names of 50,000 bytes, tenfold growth by entities) stay. So of the
/// options never: `NOENT`, which puts local files in place even with `NONET`; `DTDLOAD`, `DTDATTR`, `DTDVALID`, which open what a
/// document type names; `XINCLUDE`; `HUGE`, which lifts the limits.
///
/// A reader calls `begin` before it makes its first parser and gives it `xmlOptions` or `htmlOptions`, and no others.
package enum XMLParsing {
  /// For `xmlCtxtReadMemory`, `xmlCtxtUseOptions` and the like.
  package static let xmlOptions = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_BIG_LINES.rawValue)

  /// The same for text that is UTF-8 whatever it says of itself.
  static let xmlTextOptions = xmlOptions | Int32(XML_PARSE_IGNORE_ENC.rawValue)

  /// For `htmlCtxtUseOptions`. The text is UTF-8 whatever it says of itself.
  package static let htmlOptions = Int32(
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)

  /// Makes the library ready and lets it load no external entity, whoever asks: documents, schemas, style sheets. To be called any
  /// number of times, by any thread.
  package static func begin() { _ = isReady }

  private static let isReady: Void = {
    xmlInitParser()
    xmlSetExternalEntityLoader { _, _, _ in nil }
  }()
}
