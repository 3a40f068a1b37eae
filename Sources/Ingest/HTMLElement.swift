/// The name of an element as one number: up to 16 letters, packed. Longer names are all alike and have no
/// role.
struct TagName: Hashable, ExpressibleByStringLiteral {
  private let packed: UInt128

  init(stringLiteral name: StaticString) {
    self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var packed: UInt128 = 0
    if bytes.count <= 16 {
      for byte in bytes { packed = packed << 8 | UInt128(lowerCase(byte)) }
    }
    self.packed = packed
  }
}

/// What an element means for text.
enum HTMLRole: Equatable {
  /// Stands in a line; words run on through it.
  case inline
  /// Begins and ends a block of the kind that is around it.
  case block
  case heading(Int)
  case text(Block.Kind)
  case list
  case listItem
  case lineBreak
  case anchor
  case image
  case meta
  /// Code within a line: no text, yet no words fuse over it.
  case code
  /// No text, and it ends the block before it.
  case skipped
  /// No text, and the line runs on over it.
  case dropped

  static let byName: [TagName: HTMLRole] = [
    "title": .text(.title), "h1": .heading(1), "h2": .heading(2), "h3": .heading(3), "h4": .heading(4),
    "h5": .heading(5), "h6": .heading(6), "td": .text(.tableCell), "th": .text(.tableCell),
    "caption": .text(.caption), "figcaption": .text(.caption), "blockquote": .text(.quote),
    "button": .text(.button), "ul": .list, "ol": .list, "menu": .list, "dl": .list, "li": .listItem,
    "dt": .listItem, "dd": .listItem, "br": .lineBreak, "a": .anchor, "img": .image, "meta": .meta,
    "code": .code,
    "p": .block, "div": .block, "section": .block, "article": .block, "main": .block, "header": .block,
    "footer": .block, "aside": .block, "address": .block, "figure": .block, "details": .block,
    "summary": .block,
    "table": .block, "thead": .block, "tbody": .block, "tfoot": .block, "tr": .block, "form": .block,
    "fieldset": .block, "legend": .block, "hr": .block, "html": .block, "head": .block, "body": .block,
    "center": .block, "dialog": .block, "hgroup": .block, "search": .block, "option": .block,
    "noframes": .block,
    "pre": .skipped, "nav": .skipped, "iframe": .skipped, "object": .skipped, "svg": .dropped,
    "math": .dropped,
    "script": .dropped, "style": .dropped, "noscript": .dropped, "template": .dropped, "textarea": .skipped,
    "select": .skipped, "canvas": .dropped, "audio": .dropped, "video": .dropped,
  ]
}
