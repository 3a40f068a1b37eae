/// A day of the calendar, written `yyyy-mm-dd`.
public struct ReviewDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let year: Int
  /// `yyyy-mm-dd`; such texts compare as days do.
  public let text: String

  /// Nil where the text is no day of the calendar in this form.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x2D }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard 1...12 ~= month, 1...days[month - 1] ~= day else { return nil }
    self.year = year
    self.text = text
  }

  public var description: String { text }

  public static func < (a: ReviewDate, b: ReviewDate) -> Bool { a.text < b.text }

  /// Whether a review on this day, which holds so many years, has passed by another day. On the anniversary it still holds.
  func hasPassed(after years: Int, by day: ReviewDate) -> Bool {
    let digits = String(year + years)
    // The same day so many years later; 29 February stays what it is, for only the order matters.
    let end = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + text.dropFirst(4)
    return (digits.utf8.count, end) < (4, day.text)
  }
}
