/// Source bytes as a parser sees them: all of them from some offset on, or without the marks of the
/// containers around.
struct SourceView {
  let bytes: [UInt8]
  private let source: SourceText
  private let base: Int
  /// Source offset of each byte; nil if they follow each other from `base`.
  private let offsets: [Int]?

  /// Everything from a source offset to the end.
  init(_ source: SourceText, from start: Int) {
    self.source = source
    base = start
    offsets = nil
    bytes = start == 0 ? source.bytes : Array(source.bytes[start...])
  }

  /// The given source bytes.
  /// - Parameter offsets: ascending.
  init(_ source: SourceText, offsets: [Int]) {
    self.source = source
    base = 0
    self.offsets = offsets
    bytes = offsets.map { source.bytes[$0] }
  }

  var count: Int { bytes.count }

  /// The source bytes that a run of the view spans; an empty run is empty there too.
  func sourceRange(_ start: Int, _ end: Int) -> ByteRange {
    guard let offsets else { return ByteRange(base + start, base + end) }
    if start < end { return ByteRange(offsets[start], offsets[end - 1] + 1) }
    let offset = start < offsets.count ? offsets[start] : (offsets.last.map { $0 + 1 } ?? 0)
    return ByteRange(offset, offset)
  }

  /// Appends a run of the view to clean text, byte for byte.
  func copy(_ start: Int, _ end: Int, to clean: inout CleanText) {
    guard start < end else { return }
    guard let offsets else { return clean.append(source, from: base + start, to: base + end) }
    var from = start
    for index in start..<end where index + 1 == end || offsets[index + 1] != offsets[index] + 1 {
      clean.append(source, from: offsets[from], to: offsets[index] + 1)
      from = index + 1
    }
  }

  /// Whether the view holds the bytes of a piece at a place.
  func holds(_ piece: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + piece.count <= bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { $0[start..<start + piece.count].elementsEqual(piece) }
  }
}
