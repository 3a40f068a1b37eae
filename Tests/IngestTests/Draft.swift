@testable import Ingest

/// A document that is made together with what reading it must give: each code point with its source bytes.
struct Draft {
  struct Atom {
    var clean: [UInt8]
    var source: ByteRange
  }

  var random: SplitMix64
  private(set) var source: [UInt8] = []
  /// The expected blocks in order.
  private(set) var blocks: [[Atom]] = []
  private var current: [Atom] = []
  private var lifted: [[Atom]] = []
  let lineEnd: String

  init(seed: UInt64) {
    random = SplitMix64(state: seed)
    lineEnd = random.chance(30) ? "\r\n" : "\n"
    if random.chance(30) { markup("\u{FEFF}") }
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices.randomElement(using: &random)! }

  // MARK: Parts

  /// Source that gives no text.
  mutating func markup(_ text: String) { source += Array(text.utf8) }

  /// Source that stands for some text as a whole.
  mutating func atom(_ clean: String, as written: String) {
    let start = source.count
    source += Array(written.utf8)
    current.append(Atom(clean: Array(clean.utf8), source: ByteRange(start, source.count)))
  }

  /// Source that is text.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars { atom(String(scalar), as: String(scalar)) }
  }

  mutating func damagedByte() {
    source.append(0xFF)
    current.append(Atom(clean: [0xEF, 0xBF, 0xBD], source: ByteRange(source.count - 1, source.count)))
  }

  /// What `make` writes stands for one blank as a whole.
  mutating func blank(for make: (inout Draft) -> Void) {
    let start = source.count
    let count = current.count
    make(&self)
    current.removeLast(current.count - count)
    current.append(Atom(clean: [0x20], source: ByteRange(start, source.count)))
  }

  /// What `make` writes becomes a block behind the current one.
  mutating func lift(_ make: (inout Draft) -> Void) {
    let outer = current
    current = []
    make(&self)
    lifted.append(current)
    current = outer
  }

  mutating func block(_ make: (inout Draft) -> Void) {
    make(&self)
    endBlock()
  }

  private mutating func endBlock() {
    if !current.isEmpty { blocks.append(current) }
    blocks += lifted
    current = []
    lifted = []
  }

  mutating func word() {
    let letters = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      pick(["a", "b", "k", "t", "é", "ß", "o"])
    }
    text(pick(["x", "m", "Q"]) + letters.joined())
  }
}

// MARK: HTML

extension Draft {
  static func html(seed: UInt64) -> Draft {
    var draft = Draft(seed: seed)
    if draft.random.chance(50) { draft.markup("<!DOCTYPE html><html><head><title>") }
    if draft.source.count > 3 {
      draft.block { $0.htmlCharacters() }
      draft.markup("</title><meta charset=latin1></head>\(draft.lineEnd)<body class='a'>")
    }
    for _ in 0..<Int.random(in: 1...6, using: &draft.random) { draft.htmlBlock() }
    return draft
  }

  private mutating func htmlBlock() {
    let (open, close) = pick([
      ("<p>", "</p>"), ("<div class=a>", "</div>"), ("<ul><li>", "</ul>"), ("<h2 id='x'>", "</h2>"),
      ("<P>", ""),
      ("<table><tr><td>", "</td></tr></table>"), ("<blockquote><p>", "</blockquote>"),
      ("<div><p>", "</p></div>"),
    ])
    markup(
      pick(["", lineEnd, "<!-- no -->", "<script>a<b</script>", "<nav>no &amp; no</nav>", "</q>", "<hr>"]))
    markup(open + pick(["", " ", lineEnd]))
    let lineEnd = lineEnd
    block { $0.htmlInlines(depth: 0) { $0.text(lineEnd) } }
    markup(pick(["", " "]) + close)
  }

  /// Words with anything between them.
  mutating func htmlInlines(depth: Int, breakLine: (inout Draft) -> Void) {
    word()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      htmlInline(depth: depth, breakLine: breakLine)
      word()
    }
  }

  private mutating func htmlInline(depth: Int, breakLine: (inout Draft) -> Void) {
    switch Int.random(in: 0..<15, using: &random) {
    case 0 where depth < 4, 1 where depth < 4:
      let name = pick(["b", "i", "em", "span class='x y'", "a href=/x?a=1&amp;b", "sup", "new-name"])
      markup("<\(name)>")
      htmlInlines(depth: depth + 1, breakLine: breakLine)
      markup("</\(name.prefix { $0 != " " })>")
    case 2:
      markup(
        pick(["<!-- x <b> -->", "<wbr>", "<span hidden>no<b>no</b></span>", "</nix>", "<a name=q></a>"]))
    case 3: atom("\n", as: pick(["<br>", "<br/>", "<BR />"]))
    case 4: blank { $0.markup("<code>no &amp; <b>no</b></code>") }
    case 5:
      markup("<img src=x alt=\"")
      lift { $0.htmlCharacters() }
      markup(pick(["\">", "\" />"]))
    case 6: breakLine(&self)
    case 7: damagedByte()
    case 8: text(pick([" & ", " < ", "&nix;", "&amp ", " > ", "\"", "'"]))
    case 9...11: reference()
    default: text(pick([" ", "  ", "😀", "é", " 👩🏽‍⚕️ "]))
    }
  }

  /// Words with references only, as in attributes and titles.
  private mutating func htmlCharacters() {
    word()
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      if random.chance(50) { reference() } else { text(pick([" ", "😀", "é "])) }
      word()
    }
  }

  private mutating func reference() {
    let (clean, written) = pick([
      ("é", "&eacute;"), ("é", "&#233;"), ("é", "&#xE9;"), ("&", "&amp;"), ("<", "&lt;"),
      ("\u{A0}", "&nbsp;"),
      ("😀", "&#x1F600;"), ("\"", "&quot;"), (";", "&#59;"), ("a", "&#97;"), ("—", "&mdash;"),
    ])
    atom(clean, as: written)
  }
}

// MARK: Markdown

extension Draft {
  static func markdown(seed: UInt64) -> Draft {
    var draft = Draft(seed: seed)
    if draft.random.chance(20) { draft.markup(["---", "a: no", "---", ""].joined(separator: draft.lineEnd)) }
    for _ in 0..<Int.random(in: 1...6, using: &draft.random) {
      draft.markdownBlock()
      draft.markup(draft.lineEnd + draft.lineEnd)
    }
    return draft
  }

  private mutating func markdownBlock() {
    let (first, rest) = pick([
      ("", ""), ("", ""), ("> ", "> "), ("- ", "  "), ("> > ", "> > "), ("> - ", ">   "), ("1. > ", "   > "),
      (">", ">"),
    ])
    markup(first)
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      markup(pick(["# ", "### "]))
      block { $0.markdownInlines(["heading"]) }
      markup(pick(["", " ##"]))
    case 1:
      block { $0.markdownInlines(["heading"]) }
      markup("\(lineEnd)\(rest)---")
    case 2:
      markdownTable(rest)
    case 3:
      let fence = ["```", "no *no*", "```"].joined(separator: lineEnd + rest)
      markup(fence)
    case 4:
      markup("<div>\(lineEnd)\(rest)")
      let (lineEnd, prefix) = (lineEnd, rest)
      block { draft in
        draft.htmlInlines(depth: 1) {
          $0.text(lineEnd)
          $0.markup(prefix)
        }
      }
      markup("\(lineEnd)\(rest)</div>")
    default:
      let prefix = rest
      block { $0.markdownInlines([], prefix: prefix) }
    }
  }

  private mutating func markdownTable(_ prefix: String) {
    let columns = Int.random(in: 1...3, using: &random)
    for row in 0..<Int.random(in: 1...4, using: &random) {
      if row > 0 { markup(lineEnd + prefix) }
      markup("| ")
      for column in 0..<columns {
        if column > 0 { markup(" | ") }
        block { $0.markdownInlines(["heading", "cell"]) }
      }
      markup(" |")
      if row == 0 { markup(lineEnd + prefix + "|" + String(repeating: " --- |", count: columns)) }
    }
  }

  /// Words with anything between them.
  /// - Parameters:
  ///   - around: marks that are open and places that allow less.
  ///   - prefix: the marks of containers before each further line.
  private mutating func markdownInlines(_ around: Set<String>, prefix: String = "") {
    word()
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      markdownInline(around, prefix)
      word()
    }
  }

  private mutating func markdownInline(_ around: Set<String>, _ prefix: String) {
    let isCell = around.contains("cell")
    switch Int.random(in: 0..<16, using: &random) {
    case 0, 1:
      let mark = pick(["*", "**", "~~", "***"])
      guard !around.contains(mark), !around.contains("***"),
        mark != "***" || around.isDisjoint(with: ["*", "**"])
      else { return text(" ") }
      markup(mark)
      markdownInlines(around.union([mark]), prefix: prefix)
      markup(mark)
    case 2 where !around.contains("link"):
      markup("[")
      markdownInlines(around.union(["link"]), prefix: prefix)
      markup(pick(["](/x)", "](<a b> )", "](http://x.org/a_(b)*c*)", "](x\\)y)"]))
    case 3 where !around.contains("image"):
      markup("![")
      lift { $0.markdownInlines(around.union(["image", "link", "heading"])) }
      markup("](p.png)")
    case 4:
      let code = pick(isCell ? ["`x\\|y`", "`*z*`"] : ["`a|b`", "`` a`b ``", "`<b>`", "`\\`"])
      blank { $0.markup(code) }
    case 5 where !around.contains("link"):
      let address = pick(["<http://a.org/b?c=1>", "<a@b.org>"])
      blank { $0.markup(address) }
    case 6 where !around.contains("link"):
      let address = pick(["https://a.org/b?c=1", "www.a.org/x_y"])
      text(" ")
      blank { $0.markup(address) }
      text(" ")
    case 7 where !around.contains("image"):
      markup(pick(["<b>", "</i>", "<!-- no -->", "<span title='a>b'>"]))
    case 8 where !around.contains("heading"), 9 where !around.contains("heading"):
      markup(pick(["", " ", "  ", "\\"]))
      text(lineEnd)
      markup(lazily(prefix))
    case 10:
      let mark = pick(isCell ? ["|", "*"] : ["*", "[", "]", "`", "\\", "_", "&", "#", "<"])
      markup("\\")
      text(mark)
    case 11, 12: reference()
    case 13: text(pick([" & ", "&nix;", " < ", " _ ", "!", "\\z", "_"]))
    case 14: damagedByte()
    default: text(pick([" ", "  ", "😀", "é"]))
    }
  }

  /// A prefix, or less of it, as a lazy writer would.
  private mutating func lazily(_ prefix: String) -> String {
    guard random.chance(40) else { return prefix }
    return String(prefix.prefix(Int.random(in: 0...prefix.count, using: &random)))
  }
}
