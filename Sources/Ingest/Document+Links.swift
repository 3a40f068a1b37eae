extension Document {
  /// The links that share a byte with a range of the clean text. O(log n) and their number.
  public func links(over range: ByteRange) -> ArraySlice<Link> {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].range.end <= range.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < links.count, links[end].range.start < range.end { end += 1 }
    return links[low..<end]
  }
}
