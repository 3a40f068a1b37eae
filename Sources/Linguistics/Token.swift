/// A word, a number or a punctuation mark of a text.
public struct Token: Equatable, Sendable {
  /// Offset of the first byte in the clean text.
  public var start: Int32
  /// Offset after the last byte in the clean text.
  public var end: Int32
  /// The word's number in the `WordTable` it was looked up in, after case folding; 0 for a word that is not there, and
  /// for everything that is no word.
  public var word: Int32
  public var kind: Kind
  public var flags: Flags

  public enum Kind: UInt8, Sendable {
    case word
    /// Digits with the points and commas inside them and a percent sign after them: `12`, `0.05`, `1,200`, `80%`.
    case number
    /// One punctuation mark or symbol.
    case punctuation
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is a capital (ASCII).
    public static let capitalized = Flags(rawValue: 1)
    /// Two letters or more, and every one a capital (ASCII).
    public static let uppercase = Flags(rawValue: 2)
    /// Joined to the token before it by a hyphen, which is no token of its own.
    public static let hyphenBefore = Flags(rawValue: 4)
    /// White space stands before it (or it is the first of its block).
    public static let spaceBefore = Flags(rawValue: 8)
    /// White space with a line break stands before it.
    public static let lineBreakBefore = Flags(rawValue: 16)
    /// The word has a byte that is not ASCII.
    public static let nonASCII = Flags(rawValue: 32)
  }

  /// The mark itself for ASCII punctuation; for others a stand-in: `"` for every double quote, `'` for every single one,
  /// `-` for dashes, `.` for an ellipsis, `*` for a bullet, `X` for a cross that marks something as wrong, 0 for anything else.
  /// 0 for words and numbers.
  public var mark: UInt8

  @inlinable
  public init(start: Int32, end: Int32, word: Int32, kind: Kind, flags: Flags, mark: UInt8 = 0) {
    self.start = start
    self.end = end
    self.word = word
    self.kind = kind
    self.flags = flags
    self.mark = mark
  }
}
