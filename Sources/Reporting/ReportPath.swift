/// Names of files as other tools want them.
enum ReportPath {
  /// Without `./` at its start: tools compare paths with those of a repository, letter by letter.
  static func relative(_ path: String) -> String {
    var bytes = path.utf8[...]
    while bytes.starts(with: [0x2E, 0x2F]) {
      bytes = bytes.dropFirst(2).drop { $0 == 0x2F }
    }
    return bytes.isEmpty ? path : String(Substring(bytes))
  }

  /// As the URI of an artifact (RFC 3986): a relative reference for a relative path, `file:` for an absolute one.
  /// Everything but unreserved characters and the slash is percent-encoded.
  static func uri(_ path: String) -> String {
    let path = relative(path)
    var bytes: [UInt8] = path.utf8.first == 0x2F ? Array("file://".utf8) : []
    for byte in path.utf8 {
      switch byte {
      case 0x2D...0x2F, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E: bytes.append(byte)
      default:
        bytes.append(0x25)
        bytes.append(upperHexDigit: byte >> 4)
        bytes.append(upperHexDigit: byte & 15)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ByteSink {
  /// A digit of percent-encoding, where capitals are the normal form.
  fileprivate mutating func append(upperHexDigit value: UInt8) {
    append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10)
  }
}
