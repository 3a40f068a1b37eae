/// Metadata before a Markdown text: YAML between lines of `---`, TOML between lines of `+++`.
enum MarkdownFrontMatter {
  /// Where the text begins: behind the front matter, or at `start` if there is none or it has no end.
  static func end(in bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let (first, behindFirst) = line(bytes, at: start)
      let isYAML = first.elementsEqual("---".utf8)
      guard isYAML || first.elementsEqual("+++".utf8) else { return start }
      var place = behindFirst
      while place < bytes.count {
        let (text, next) = line(bytes, at: place)
        if text.elementsEqual(first) || (isYAML && text.elementsEqual("...".utf8)) { return next }
        place = next
      }
      return start
    }
  }

  /// A line without the white space at its end, and the start of the next one.
  private static func line(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (
    Slice<UnsafeBufferPointer<UInt8>>, Int
  ) {
    let lineFeed = bytes.position(of: 0x0A, from: start, to: bytes.count)
    var end = lineFeed
    while end > start, isWhiteSpace(bytes[end - 1]) { end -= 1 }
    return (bytes[start..<end], min(lineFeed + 1, bytes.count))
  }
}
