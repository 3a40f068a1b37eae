import Ingest
import Knowledge

/// Writes the file that was checked, so that it can be taken out of the report again byte for byte.
struct XMLSource {
  /// Bytes of an element, for parsers refuse very long texts. A multiple of three, so that a piece of base64 has no padding.
  static let pieceLength = 3 << 20

  let file: SourceFile
  private var bytes: [UInt8] { file.bytes }

  init(file: SourceFile) {
    self.file = file
  }

  func append(to xml: inout XMLBytes, drain: Drain?) {
    var hash = SHA256()
    hash.update(bytes)
    let isText = XMLBytes.holds(bytes)
    xml.open("source", at: 2)
    xml.attribute("bytes", bytes.count)
    xml.attribute("sha256", hash.finish())
    if let encoding = file.encoding {
      xml.attribute("encoding", encoding.rawValue)
      if encoding == .utf8 {
        xml.attribute("valid", isText || (try? UTF8Span(validating: bytes.span)) != nil ? "true" : "false")
      }
      xml.attribute("byteOrderMark", file.hasByteOrderMark ? "true" : "false")
    }
    if let extraction = file.extraction {
      xml.attribute("extractedBy", extraction.tool)
      xml.attribute("fileBytes", extraction.byteCount)
      xml.attribute("fileSha256", extraction.sha256)
    }
    xml.endTag()
    var start = 0
    repeat {
      var end = min(start + Self.pieceLength, bytes.count)
      if isText {
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        xml.open("text")
        xml.endTag()
        bytes.withUnsafeBufferPointer {
          xml.append(escaped: UnsafeBufferPointer(rebasing: $0[start..<end]))
        }
        xml.close("text")
      } else {
        xml.open("base64")
        xml.endTag()
        Base64.append(bytes[start..<end], to: &xml.bytes)
        xml.close("base64")
      }
      start = end
      drain?(&xml.bytes)
    } while start < bytes.count
    xml.close("source")
  }
}
