import Ingest

/// Numbers in square brackets that lead to entries of a list of references: "[3]", "[2, 5]", "[1–3]".
struct ReferenceMark {
  /// Bytes of the clean text, brackets included.
  let range: ByteRange
  let highest: Int

  /// The marks of a document, in order, without those that are links or stand before an entry.
  static func all(in document: Document) -> [ReferenceMark] {
    let text = document.text
    var found: [ReferenceMark] = []
    for block in document.blocks where block.kind != .reference && block.kind != .footnote {
      var place = block.range.start
      while let bracket = text[place..<block.range.end].firstIndex(of: 0x5B) {
        guard let mark = mark(at: bracket, in: text, block.range) else {
          place = bracket + 1
          continue
        }
        if !opensEntry(mark.range, text, block.range), !isMeasured(mark.range, text, block.range),
          document.links(over: mark.range).isEmpty
        {
          found.append(mark)
        }
        place = mark.range.end
      }
    }
    return found
  }

  private static func mark(at start: Int, in text: [UInt8], _ block: ByteRange) -> ReferenceMark? {
    var place = start + 1
    // "[^3]": a footnote of Markdown that is not there.
    if place < block.end, text[place] == 0x5E { place += 1 }
    var highest = 0
    var count = 0
    while true {
      var number = 0
      let first = place
      while place < block.end, place < first + 4, isDigit(text[place]) {
        number = number * 10 + Int(text[place] - 0x30)
        place += 1
      }
      guard place > first, place < first + 4, number > 0, place < block.end else { return nil }
      highest = max(highest, number)
      count += 1
      if text[place] == 0x5D { break }
      let separator = place
      // Commas, semicolons, hyphens, and the bytes of dashes and of blanks of all kinds.
      while place < block.end,
        text[place] <= 0x20 || [0x2C, 0x3B, 0x2D, 0xE2, 0x80, 0x93, 0x94, 0xC2, 0xA0].contains(text[place])
      { place += 1 }
      guard place > separator else { return nil }
    }
    let end = place + 1
    // "[1](https://…)" and "[1]: https://…" in a text that is not read as Markdown.
    if end < block.end, text[end] == 0x28 || text[end] == 0x3A { return nil }
    if count > 1, isInterval(before: start, text, block) { return nil }
    return ReferenceMark(range: ByteRange(start, end), highest: highest)
  }

  /// "95% CI [12, 45]", "12 [10, 15]": two numbers behind a number, a percentage or an abbreviation are an interval.
  private static func isInterval(before start: Int, _ text: [UInt8], _ block: ByteRange) -> Bool {
    var end = start
    while end > block.start, text[end - 1] <= 0x20 || [0x3A, 0x2C, 0xC2, 0xA0].contains(text[end - 1]) {
      end -= 1
    }
    guard end > block.start else { return false }
    if isDigit(text[end - 1]) || text[end - 1] == 0x25 { return true }
    var first = end
    while first > block.start, text[first - 1] >= 0x41, text[first - 1] <= 0x5A { first -= 1 }
    return end - first == 2 || end - first == 3
  }

  /// "fell from 12 [3]", "packs of [2]": a number behind a number or a short word leads to no entry.
  private static func isMeasured(_ mark: ByteRange, _ text: [UInt8], _ block: ByteRange) -> Bool {
    var before = mark.start
    while before > block.start, text[before - 1] <= 0x20 { before -= 1 }
    if before > block.start, isDigit(text[before - 1]) { return true }
    var first = before
    while first > block.start, text[first - 1] | 0x20 >= 0x61, text[first - 1] | 0x20 <= 0x7A { first -= 1 }
    return before - first == 1 || before - first == 2
  }

  /// "[1] Smith J, …": before a capital at the head of a line it is no mark but the number of an entry.
  private static func opensEntry(_ mark: ByteRange, _ text: [UInt8], _ block: ByteRange) -> Bool {
    var before = mark.start
    while before > block.start, text[before - 1] == 0x20 || text[before - 1] == 0x09 { before -= 1 }
    guard before == block.start || text[before - 1] == 0x0A else { return false }
    var next = mark.end
    while next < block.end, text[next] <= 0x20 { next += 1 }
    return next < block.end && text[next] >= 0x41 && text[next] <= 0x5A
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

/// How many entries a text's references have at most.
enum ReferenceList {
  /// No list, and nothing that could be one.
  case none
  /// Something may be a list, and how long it is cannot be told.
  case unclear
  /// A list: its entries by their own numbers, by lines or by semicolons, whatever gives most.
  case entries(Int)

  /// - Parameter headings: words that announce references, in lower case.
  init(of document: Document, headings: Set<String>) {
    let text = document.text
    let blocks = document.blocks.filter { $0.kind == .reference || $0.kind == .footnote }
    guard !blocks.isEmpty else {
      // Entries may stand under a heading that the rules do not know, in a table, or behind a label.
      let mayBe = document.blocks.contains { block in
        block.kind == .listItem || block.kind == .tableCell || Self.opensWithNumber(block.range, text)
          || Self.holdsEntry(block.range, text) || Self.announces(block.range, text, headings)
      }
      self = mayBe ? .unclear : .none
      return
    }
    var lines = 0
    var parts = 0
    var next = 1
    for block in blocks {
      lines += 1
      parts += 1
      var place = block.range.start
      while place < block.range.end {
        switch text[place] {
        case 0x0A: lines += 1
        case 0x3B: parts += 1
        case 0x30...0x39:
          var number = 0
          let first = place
          while place < block.range.end, place < first + 4, text[place] >= 0x30, text[place] <= 0x39 {
            number = number * 10 + Int(text[place] - 0x30)
            place += 1
          }
          if number == next { next += 1 }
          continue
        default: break
        }
        place += 1
      }
    }
    // A list may begin with a higher number than 1.
    let heads = blocks.map { Self.headNumber($0.range, text) }
    self = .entries(max(lines, parts, next - 1, heads.max() ?? 0))
  }

  /// The highest number at the head of a line.
  private static func headNumber(_ block: ByteRange, _ text: [UInt8]) -> Int {
    var highest = 0
    var opens = true
    var place = block.start
    while place < block.end {
      if opens, text[place] >= 0x30, text[place] <= 0x39 {
        var number = 0
        let first = place
        while place < block.end, place < first + 4, text[place] >= 0x30, text[place] <= 0x39 {
          number = number * 10 + Int(text[place] - 0x30)
          place += 1
        }
        if number < 1_000 { highest = max(highest, number) }
        opens = false
        continue
      }
      opens = text[place] == 0x0A || opens && (text[place] <= 0x20 || text[place] == 0x5B)
      place += 1
    }
    return highest
  }

  /// "[1] Smith", "[2] https://…" anywhere in a line.
  private static func holdsEntry(_ block: ByteRange, _ text: [UInt8]) -> Bool {
    var place = block.start
    while let bracket = text[place..<block.end].firstIndex(of: 0x5B) {
      var next = bracket + 1
      while next < block.end, text[next] >= 0x30, text[next] <= 0x39 { next += 1 }
      let isNumber = next > bracket + 1 && next < block.end && text[next] == 0x5D
      if isNumber {
        next += 1
        while next < block.end, text[next] <= 0x20 { next += 1 }
        // A name, not a word of a text in capitals.
        let isName =
          next + 1 < block.end && text[next] >= 0x41 && text[next] <= 0x5A && text[next + 1] >= 0x61
        if isName || text[next...].starts(with: "http".utf8) { return true }
      }
      place = bracket + 1
    }
    return false
  }

  /// "Sources", "Notes:" as a line of its own, in whatever kind of block.
  private static func announces(_ block: ByteRange, _ text: [UInt8], _ headings: Set<String>) -> Bool {
    guard block.count < 40 else { return false }
    let words = text[block.start..<block.end].lowercasedASCII.filter {
      $0 >= 0x61 && $0 <= 0x7A || $0 == 0x20
    }
    return headings.contains(String(decoding: words, as: UTF8.self))
  }

  /// "[1] Smith", "1. Smith", "[^1]: Smith" at the head of a line.
  private static func opensWithNumber(_ block: ByteRange, _ text: [UInt8]) -> Bool {
    var opens = true
    var place = block.start
    while place < block.end {
      if opens, text[place] > 0x20 {
        var next = text[place] == 0x5B ? place + 1 : place
        // A footnote of Markdown.
        if next > place, next < block.end, text[next] == 0x5E { return true }
        let first = next
        while next < block.end, text[next] >= 0x30, text[next] <= 0x39 { next += 1 }
        let isNumber = next > first
        while next < block.end, text[next] <= 0x20 || [0x5D, 0x2E, 0x29].contains(text[next]) { next += 1 }
        if isNumber, next < block.end, text[next] >= 0x41, text[next] <= 0x5A { return true }
        opens = false
      } else if text[place] == 0x0A {
        opens = true
      }
      place += 1
    }
    return false
  }
}
