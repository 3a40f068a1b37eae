/// Text from outside as plain words of Markdown.
enum MarkdownText {
  /// With everything escaped that can begin markup, a link or HTML where the text stands in a paragraph, in a list item or
  /// in a cell of a table. White space and what a terminal would obey become what `TerminalText` shows, so that the text
  /// stays on its line.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    var isStart = true
    var isNumber = true
    /// How many letters w end here.
    var run = 0
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      let shown = TerminalText.shown(scalar)
      switch shown {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      // Bare addresses become links where a colon, an at sign or `www.` stands in the source, and names between colons
      // become pictures.
      case ":" where !isBeforeSpace(next): result.append(contentsOf: "&#58;".unicodeScalars)
      case "@": result.append(contentsOf: "&#64;".unicodeScalars)
      case "." where run >= 3: result.append(contentsOf: "&#46;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
        result.append("\\")
        result.append(shown)
      case "#" where isStart, "+" where isStart, "-" where isStart, "." where isNumber, ")" where isNumber:
        result.append("\\")
        result.append(shown)
      default: result.append(shown)
      }
      run = shown == "w" || shown == "W" ? run + 1 : 0
      isStart = isStart && shown == " "
      isNumber = isNumber && ("0"..."9").contains(shown)
    }
    return String(result)
  }

  private static func isBeforeSpace(_ next: Unicode.Scalar?) -> Bool {
    next.map { TerminalText.shown($0) == " " } ?? true
  }
}
