/// Text made fit for a terminal, and how many columns it takes there.
///
/// Control characters, escape sequences and characters that turn the direction of writing come from drafts too: each is
/// shown as U+FFFD, so that a draft can neither colour nor rewrite the report.
package enum TerminalText {
  /// What stands for a scalar in a report: white space as a space, what a terminal would obey as U+FFFD.
  package static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
    default: scalar
    }
  }

  /// Text on one line as it may be shown.
  package static func line(_ text: some StringProtocol) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(shown(scalar)) }
    return String(line)
  }

  /// Text of several lines as it may be shown: line feeds stay.
  package static func lines(_ text: some StringProtocol) -> String {
    var lines = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { lines.append(scalar == "\n" ? scalar : shown(scalar)) }
    return String(lines)
  }

  /// Columns of a shown scalar: 0 for combining marks and joiners, 2 for wide letters and pictures.
  @inline(__always)
  static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
    // General punctuation, arrows, mathematical signs: dashes, quotation marks, "≤".
    if (0x2010...0x2027).contains(scalar.value) || (0x2190...0x22FF).contains(scalar.value) { return 1 }
    return widthByProperties(scalar)
  }

  private static func widthByProperties(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// Appends text as it may be shown.
  static func append(_ text: some StringProtocol, to output: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      output.append(contentsOf: UTF8.encode(shown(scalar)) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
