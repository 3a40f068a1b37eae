/// Reads one line of JSON (RFC 8259).
///
/// Foundation's reader tells no columns in a form to rely on, and makes other numbers of long ones; ids are to be given
/// back as they came.
struct JSONLineReader {
  private let bytes: [UInt8]
  private var place = 0

  /// Deeper nesting is refused: no item has it, and the reader calls itself for each level.
  private static let depthLimit = 64

  /// - Throws: what is wrong, with its column.
  static func read(_ line: some Sequence<UInt8>) throws(EvaluationFault) -> JSONValue {
    var reader = JSONLineReader(bytes: Array(line))
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.place < reader.bytes.count { throw reader.fault("there is more behind the JSON value") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { place += 1 }
  }

  /// Passes a mark, if it stands here.
  private mutating func takes(_ mark: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: mark) else { return false }
    place += 1
    return true
  }

  private func fault(
    _ problem: String, remedy: String = "write one JSON object on each line", at offset: Int? = nil
  ) -> EvaluationFault {
    // Columns count code points: every byte but those that continue one.
    let column = bytes[..<(offset ?? place)].count { $0 & 0xC0 != 0x80 } + 1
    return EvaluationFault(column: column, problem: problem, remedy: remedy)
  }

  private mutating func value(depth: Int) throws(EvaluationFault) -> JSONValue {
    guard depth < Self.depthLimit else { throw fault("the JSON nests deeper than \(Self.depthLimit) levels") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"): return try number()
    case let digit? where digit >= 0x30 && digit <= 0x39: return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw fault("the line ends where a JSON value is expected")
    default: throw fault("no JSON value begins here")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(EvaluationFault) -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else { throw fault("no JSON value begins here") }
    place += word.utf8.count
    return value
  }

  private mutating func object(depth: Int) throws(EvaluationFault) -> JSONValue {
    place += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if takes("}") { return .object(members) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes is expected") }
      let key = try string()
      skipSpace()
      guard takes(":") else { throw fault("a ':' is expected") }
      members.append(JSONValue.Member(key, try value(depth: depth + 1)))
      skipSpace()
      if takes("}") { return .object(members) }
      guard takes(",") else { throw fault("a ',' or '}' is expected") }
    }
  }

  private mutating func array(depth: Int) throws(EvaluationFault) -> JSONValue {
    place += 1
    var values: [JSONValue] = []
    skipSpace()
    if takes("]") { return .array(values) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if takes("]") { return .array(values) }
      guard takes(",") else { throw fault("a ',' or ']' is expected") }
    }
  }

  private mutating func digits() throws(EvaluationFault) {
    let start = place
    while let byte = next, byte >= 0x30, byte <= 0x39 { place += 1 }
    if place == start { throw fault("a digit is expected") }
  }

  private mutating func number() throws(EvaluationFault) -> JSONValue {
    let start = place
    _ = takes("-")
    if !takes("0") { try digits() }
    if takes(".") { try digits() }
    if takes("e") || takes("E") {
      if !takes("+") { _ = takes("-") }
      try digits()
    }
    return .number(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  private mutating func string() throws(EvaluationFault) -> String {
    let start = place
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw fault("this string is not UTF-8", remedy: "save the file as UTF-8", at: start)
        }
        return string
      case UInt8(ascii: "\\"):
        place += 1
        try escape(into: &text)
      case 0..<0x20:
        throw fault("a control character stands in a string", remedy: "write it as an escape (\\t, \\u0001)")
      default:
        text.append(byte)
        place += 1
      }
    }
    throw fault("this string has no closing quote", at: start)
  }

  /// What stands behind a backslash.
  private mutating func escape(into text: inout [UInt8]) throws(EvaluationFault) {
    guard let mark = next else { throw fault("the line ends within a string") }
    place += 1
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(mark)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try escapedScalar()).utf8
    default:
      place -= 1
      throw fault("a backslash has no meaning before this character", remedy: "double the backslash")
    }
  }

  /// The code point of `\uXXXX`, with its second half where there is one. A lone half becomes U+FFFD: one code point, so
  /// that the spans behind it hold.
  private mutating func escapedScalar() throws(EvaluationFault) -> Unicode.Scalar {
    let unit = try hexUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let behind = place
    if unit < 0xDC00, takes("\\"), takes("u") {
      let low = try hexUnit()
      if low >= 0xDC00, low < 0xE000,
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        return scalar
      }
    }
    place = behind
    return "\u{FFFD}"
  }

  private mutating func hexUnit() throws(EvaluationFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault(
          "four hexadecimal digits are expected here", remedy: "write \\uXXXX, or the character itself")
      }
      unit = unit << 4 + UInt32(digit)
      place += 1
    }
    return unit
  }
}
