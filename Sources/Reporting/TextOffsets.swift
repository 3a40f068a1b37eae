/// Turns byte offsets of a text into the units that other tools count in. One pass over the text; then each offset takes
/// a step of at most `stride` bytes.
struct TextOffsets {
  struct Offset: Equatable {
    var codePoints: Int
    /// UTF-16 code units.
    var utf16: Int
  }

  private static let stride = 256
  private let text: [UInt8]
  /// At every multiple of `stride`; empty where all of the text is ASCII.
  private var marks: [Offset] = []

  /// - Parameter text: valid UTF-8.
  init(_ text: [UInt8]) {
    self.text = text
    var all: UInt8 = 0
    for byte in text { all |= byte }
    guard all >= 0x80 else { return }
    marks.reserveCapacity(text.count / Self.stride + 1)
    var offset = Offset(codePoints: 0, utf16: 0)
    for start in Swift.stride(from: 0, through: text.count, by: Self.stride) {
      marks.append(offset)
      Self.count(text, from: start, to: min(start + Self.stride, text.count), into: &offset)
    }
  }

  /// - Parameter byte: an offset at the border of a character.
  func at(_ byte: Int) -> Offset {
    guard !marks.isEmpty else { return Offset(codePoints: byte, utf16: byte) }
    let mark = byte / Self.stride
    var offset = marks[mark]
    Self.count(text, from: mark * Self.stride, to: byte, into: &offset)
    return offset
  }

  private static func count(_ text: [UInt8], from start: Int, to end: Int, into offset: inout Offset) {
    text.withUnsafeBufferPointer { bytes in
      var points = 0
      var pairs = 0
      for index in start..<end {
        points &+= bytes[index] & 0xC0 != 0x80 ? 1 : 0
        pairs &+= bytes[index] >= 0xF0 ? 1 : 0
      }
      offset.codePoints += points
      offset.utf16 += points + pairs
    }
  }
}
