import Ingest

/// A run of a text in code points from 0, end exclusive: the way in which labelled texts name places.
struct CodePointRange: Equatable {
  var start: Int
  var end: Int

  var json: JSONValue { .array([JSONValue(start), JSONValue(end)]) }

  /// How many code points the two share.
  func overlap(_ other: CodePointRange) -> Int { max(0, min(end, other.end) - max(start, other.start)) }
}

/// The code points of a text and the bytes they stand at.
struct CodePoints {
  let scalars: [Unicode.Scalar]
  /// The byte at which each code point begins, and the number of bytes.
  private let offsets: [Int]

  /// - Parameter text: Valid UTF-8.
  init(_ text: [UInt8]) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
  }

  var count: Int { scalars.count }

  /// - Parameter range: Within the text.
  func bytes(_ range: CodePointRange) -> ByteRange { ByteRange(offsets[range.start], offsets[range.end]) }

  /// The code points that a run of bytes touches.
  func points(_ range: ByteRange) -> CodePointRange {
    let start = point(at: range.start)
    guard !range.isEmpty else { return CodePointRange(start: start, end: start) }
    return CodePointRange(start: start, end: point(at: range.end - 1) + 1)
  }

  func text(_ range: CodePointRange) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range.start..<range.end])
    return text
  }

  /// The code point that holds a byte; the number of code points behind the last.
  private func point(at byte: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if offsets[middle] <= byte { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
