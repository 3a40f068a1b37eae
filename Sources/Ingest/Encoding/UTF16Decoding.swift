/// Decodes UTF-16.
struct UTF16Decoding {
  private let file: [UInt8]
  private let isBigEndian: Bool

  init(_ file: [UInt8], isBigEndian: Bool) {
    self.file = file
    self.isBigEndian = isBigEndian
  }

  /// The text in UTF-8, the way back, and where in it things stand that are no UTF-16: a lone surrogate, and half a unit
  /// at the end, which become U+FFFD.
  /// - Parameter start: bytes of the byte order mark.
  func decode(from start: Int) -> (source: [UInt8], origin: SourceOrigin, damage: [Int]) {
    var source: [UInt8] = []
    source.reserveCapacity(file.count / 2 + file.count / 16)
    var origin = SourceOrigin()
    var damage: [Int] = []
    var place = start
    while place < file.count {
      guard let unit = unit(at: place) else {
        damage.append(source.count)
        append(0xFFFD, place, 1, &source, &origin)
        break
      }
      if unit < 0x80 {
        origin.append(source: source.count, file: place, sourceUnit: 1, fileUnit: 2)
        source.append(UInt8(truncatingIfNeeded: unit))
        place += 2
      } else if unit & 0xFC00 == 0xD800, let low = self.unit(at: place + 2), low & 0xFC00 == 0xDC00 {
        append(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)), place, 4, &source, &origin)
        place += 4
      } else {
        let isSurrogate = unit & 0xF800 == 0xD800
        if isSurrogate { damage.append(source.count) }
        append(isSurrogate ? 0xFFFD : UInt32(unit), place, 2, &source, &origin)
        place += 2
      }
    }
    return (source, origin, damage)
  }

  private func unit(at place: Int) -> UInt16? {
    guard place + 1 < file.count else { return nil }
    let first = UInt16(file[place])
    let second = UInt16(file[place + 1])
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  private func append(
    _ code: UInt32, _ place: Int, _ count: Int, _ source: inout [UInt8], _ origin: inout SourceOrigin
  ) {
    let before = source.count
    if let scalar = Unicode.Scalar(code) { source += Array(String(scalar).utf8) }
    origin.append(source: before, file: place, sourceUnit: source.count - before, fileUnit: count)
  }
}
