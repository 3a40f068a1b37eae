import Ingest

/// Cuts a text into pieces at every border of the spans that lie over it, so that overlapping spans can be written as
/// elements that do not overlap.
struct MarkedText {
  /// What is marked.
  struct Span {
    /// Bytes of the clean text.
    var range: ByteRange
    /// Place in `Judgment.findings`; -1 for a claim that no rule covers.
    var finding: Int
  }

  struct Piece: Equatable {
    var range: ByteRange
    /// Places of the spans over it, of those that begin with it and of those that end with it.
    var spans: [Int] = []
    var starts: [Int] = []
    var ends: [Int] = []
  }

  /// The pieces of a stretch of text in order; together they are the whole of it.
  /// - Parameter spans: sorted by their start, none empty, all inside the stretch.
  static func pieces(of range: ByteRange, spans: [Span]) -> [Piece] {
    var borders = [range.start, range.end]
    for span in spans { borders += [span.range.start, span.range.end] }
    borders.sort()
    var pieces: [Piece] = []
    var active: [Int] = []
    var next = 0
    var position = range.start
    for border in borders where border > position {
      var piece = Piece(range: ByteRange(position, border))
      while next < spans.count, spans[next].range.start == position {
        active.append(next)
        piece.starts.append(next)
        next += 1
      }
      piece.spans = active
      piece.ends = active.filter { spans[$0].range.end == border }
      active.removeAll { spans[$0].range.end == border }
      pieces.append(piece)
      position = border
    }
    return pieces
  }
}
