import Knowledge

/// A time in UTC as ISO 8601 writes it: `yyyy-mm-ddThh:mm:ssZ`.
public struct UTCTime: Equatable, Sendable {
  public let text: String

  /// - Returns: nil for what is no day of the calendar, no time of a day, or not in UTC.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      ReviewDate(String(decoding: bytes[..<10], as: UTF8.self)) != nil
    else { return nil }
    for (place, limit) in [(11, 24), (14, 60), (17, 60)] {
      let tens = Int(bytes[place]) - 0x30
      let ones = Int(bytes[place + 1]) - 0x30
      guard 0...9 ~= tens, 0...9 ~= ones, tens * 10 + ones < limit else { return nil }
    }
    self.text = text
  }
}
