#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte in `start..<end`, or `end`.
  func position(of byte: UInt8, from start: Int, to end: Int) -> Int {
    guard start < end, let base = baseAddress else { return end }
    guard let found = memchr(base + start, Int32(byte), end - start) else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// How many bytes of `start..<end` begin a code point.
  func codePoints(from start: Int, to end: Int) -> Int {
    var count = 0
    for index in start..<end { count &+= self[index] & 0xC0 != 0x80 ? 1 : 0 }
    return count
  }
}

/// Blank, tab and the bytes that break lines.
@inline(__always)
func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

/// Marks of ASCII, the ones that Markdown lets a backslash stand before.
@inline(__always)
func isMark(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && !isDigit(byte) && !isLetter(byte) }

/// ASCII letters in lower case, other bytes as they are.
@inline(__always)
func lowerCase(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
