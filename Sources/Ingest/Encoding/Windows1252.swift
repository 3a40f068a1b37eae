/// Windows-1252 as the web reads it (WHATWG Encoding Standard, index windows-1252): Latin-1 with letters and marks in
/// place of most of the control characters from 0x80 to 0x9F.
enum Windows1252 {
  private static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The text in UTF-8 and the way back.
  static func decode(_ file: [UInt8]) -> ([UInt8], SourceOrigin) {
    var source: [UInt8] = []
    source.reserveCapacity(file.count + file.count / 16)
    var origin = SourceOrigin()
    var place = 0
    while place < file.count {
      let start = place
      while place < file.count, file[place] < 0x80 { place += 1 }
      if place > start {
        origin.append(source: source.count, file: start, units: place - start, sourceUnit: 1, fileUnit: 1)
        source += file[start..<place]
      }
      guard place < file.count else { break }
      let byte = file[place]
      let code = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
      let before = source.count
      if let scalar = Unicode.Scalar(code) { source += Array(String(scalar).utf8) }
      origin.append(source: before, file: place, sourceUnit: source.count - before, fileUnit: 1)
      place += 1
    }
    return (source, origin)
  }
}
