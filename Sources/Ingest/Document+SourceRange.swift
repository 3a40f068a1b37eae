extension Document {
  /// The source bytes that a piece of the clean text came from.
  ///
  /// Exact inside verbatim runs. A range that touches a run standing for its source as a whole (`&eacute;`)
  /// widens to that whole run. A range over several runs goes from the source of its first byte to the source
  /// of its last byte, with all marks and tags between. An empty range gives an empty range. O(log n).
  public func sourceRange(of clean: ByteRange) -> ByteRange {
    guard !segments.isEmpty else { return ByteRange(0, 0) }
    let first = segmentIndex(endingAfter: clean.start)
    if clean.isEmpty || first == segments.count {
      let offset = sourceOffset(ofCaretAt: clean.start, near: first)
      return ByteRange(offset, offset)
    }
    let last = segmentIndex(endingAfter: clean.end - 1)
    let start = segments[first].sourceStart(of: clean.start)
    // A last byte between blocks belongs to no run: the run before it then ends the range.
    let holdsLast = last < segments.count && segments[last].clean < clean.end
    let closing = holdsLast ? last : last - 1
    guard closing >= first else { return ByteRange(start, start) }
    let end = segments[closing].sourceEnd(of: Swift.min(clean.end, segments[closing].cleanEnd))
    guard end < start else { return ByteRange(start, end) }
    // The range ends in text that was lifted out from before its start.
    let opening = ByteRange(
      start, segments[first].sourceEnd(of: Swift.min(clean.end, segments[first].cleanEnd)))
    return opening.union(
      ByteRange(segments[closing].sourceStart(of: Swift.max(clean.start, segments[closing].clean)), end))
  }

  private func sourceOffset(ofCaretAt clean: Int, near index: Int) -> Int {
    guard index < segments.count else { return segments[segments.count - 1].sourceRange.end }
    return segments[index].sourceStart(of: clean)
  }

  /// The first segment that ends behind an offset of the clean text, or the number of segments.
  private func segmentIndex(endingAfter clean: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].cleanEnd > clean { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Document.Segment {
  var cleanEnd: Int { clean + cleanCount }
  var sourceRange: ByteRange { ByteRange(source, source + sourceCount) }

  /// Where the source of a clean byte begins; bytes before the run give its start.
  func sourceStart(of offset: Int) -> Int {
    isVerbatim && offset > clean ? source + (offset - clean) : source
  }

  /// Where the source of the clean byte before `end` ends.
  func sourceEnd(of end: Int) -> Int {
    isVerbatim ? source + (end - clean) : source + sourceCount
  }
}
