/// Bytes that grow at their end. Appending a few bytes to an array asks each time whether it is shared and goes through a
/// general copy; a document's JSON is made of millions of such appends.
final class ByteBuffer: ByteSink {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter capacity: how many bytes are expected; more find room as they come.
  init(capacity: Int = 1 << 12) {
    self.capacity = max(1, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Makes room, so that `count + more <= capacity`: every write below lies in `base[count..<capacity]`.
  @inline(__always)
  private func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  private func grow(_ more: Int) {
    let wanted = max(capacity * 2, count + more)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
    new.update(from: base, count: count)
    base.deallocate()
    base = new
    capacity = wanted
  }

  @inline(__always)
  func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always)
  func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Appends a whole number; the digits are written where they stay.
  func append(decimal value: Int) {
    var rest = value.magnitude
    if value < 0 { append(UInt8(ascii: "-")) }
    if rest < 10 { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)) }
    var digits = 2
    var limit: UInt = 100
    while rest >= limit, digits < 19 {
      digits += 1
      limit &*= 10
    }
    if digits == 19, rest >= limit { digits = 20 }
    reserve(digits)
    count += digits
    var place = count
    repeat {
      place -= 1
      base[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }

  /// Takes the last byte off.
  func removeLast() {
    precondition(count > 0, "an empty buffer has no last byte")
    count -= 1
  }

  /// Moves everything to the end of `bytes`.
  func empty(into bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    count = 0
  }
}
