/// A run of bytes: offsets from 0, end exclusive. What the bytes belong to (source file or clean text) is
/// said where a range is stored.
public struct ByteRange: Hashable, Sendable {
  public var start: Int
  public var end: Int

  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(
      start >= 0 && start <= end, "a byte range starts at 0 or later and does not end before its start")
    self.start = start
    self.end = end
  }

  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { start == end }

  @inlinable
  public func contains(_ offset: Int) -> Bool { offset >= start && offset < end }

  /// Whether the two ranges share at least one byte.
  @inlinable
  public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  /// The smallest range that holds both.
  @inlinable
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(Swift.min(start, other.start), Swift.max(end, other.end))
  }
}
