/// The file that a document was read from, where its bytes are not those of the text, too.
public struct SourceFile: Sendable {
  /// What positions in bytes count in: the file as it was read; of a PDF, the text that was taken out of it.
  public let bytes: [UInt8]
  /// Of a file that is text; nil for containers.
  public let encoding: TextEncoding?
  /// Set where the text was taken out by another program.
  public let extraction: Extraction?
  /// From the source text to `bytes`; nil where they are the same.
  let origin: SourceOrigin?
  /// Offsets into the source where pages begin; empty for files without pages.
  let pages: [Int]

  /// How a text was taken out of a file, of which nothing but its hash is kept.
  public struct Extraction: Equatable, Sendable {
    /// The program and its version.
    public var tool: String
    /// Bytes of the file.
    public var byteCount: Int
    /// Of the file, 64 hexadecimal digits.
    public var sha256: String

    public init(tool: String, byteCount: Int, sha256: String) {
      self.tool = tool
      self.byteCount = byteCount
      self.sha256 = sha256
    }
  }

  /// Whether a byte order mark begins it.
  public var hasByteOrderMark: Bool { encoding != nil && TextEncoding.mark(of: bytes)?.encoding == encoding }

  init(
    bytes: [UInt8], encoding: TextEncoding?, origin: SourceOrigin? = nil, extraction: Extraction? = nil,
    pages: [Int] = []
  ) {
    self.bytes = bytes
    self.encoding = encoding
    self.origin = origin
    self.extraction = extraction
    self.pages = pages
  }
}

extension Document {
  /// Where a range of the source lies in the bytes of the file.
  public func filePlace(of source: ByteRange) -> FilePlace {
    file.origin?.place(of: source) ?? FilePlace(part: nil, range: source)
  }

  /// The range of the source that came from a place in the file; nil where nothing did.
  public func source(of place: FilePlace) -> ByteRange? {
    if let origin = file.origin { return origin.source(of: place) }
    return place.part == nil && place.range.end <= source.count ? place.range : nil
  }

  /// The page that an offset of the source lies on, from 1; nil where the file has no pages.
  public func page(of source: Int) -> Int? {
    guard !file.pages.isEmpty else { return nil }
    var low = 0
    var high = file.pages.count
    while low < high {
      let middle = (low + high) / 2
      if file.pages[middle] <= source { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }
}
