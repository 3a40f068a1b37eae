import Testing

@testable import Ingest

/// The law: the source bytes of a range, decoded, are the clean text of that range. A draft knows for every
/// code point the source it was written as, so equal ranges mean that decoding gives the text.
struct LawTests {
  @Test(arguments: 0..<500 as Range<UInt64>)
  func rangesOfHTMLLeadToTheirSource(seed: UInt64) throws {
    try expectRanges(of: Draft.html(seed: seed), .html, seed)
  }

  @Test(arguments: 0..<1_000 as Range<UInt64>)
  func rangesOfMarkdownLeadToTheirSource(seed: UInt64) throws {
    try expectRanges(of: Draft.markdown(seed: seed), .markdown, seed)
  }

  private func expectRanges(of draft: Draft, _ format: DocumentFormat, _ seed: UInt64) throws {
    let document = try Ingest.document(path: "t", format: format, bytes: draft.source)
    let comment: Comment = "seed \(seed): \(String(decoding: draft.source, as: UTF8.self).debugDescription)"
    expectLaw(document, comment)
    let expected = draft.blocks.map { String(decoding: $0.flatMap(\.clean), as: UTF8.self) }
    let found = document.blocks.map { document.string($0.range) }
    try #require(found == expected, comment)
    var random = SplitMix64(state: ~seed)
    for (block, atoms) in zip(document.blocks, draft.blocks) {
      for _ in 0..<20 {
        let first = Int.random(in: 0..<atoms.count, using: &random)
        let last = Int.random(in: first..<atoms.count, using: &random)
        let start = block.range.start + atoms[..<first].reduce(0) { $0 + $1.clean.count }
        let count = atoms[first...last].reduce(0) { $0 + $1.clean.count }
        let range = document.sourceRange(of: ByteRange(start, start + count))
        let wanted = ByteRange(atoms[first].source.start, atoms[last].source.end)
        #expect(range == wanted, "\(document.string(ByteRange(start, start + count))) in \(comment)")
      }
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func rangesOfPlainTextLeadToTheirSource(seed: UInt64) throws {
    var draft = Draft(seed: seed)
    for _ in 0..<Int.random(in: 1...5, using: &draft.random) {
      draft.block { draft in
        for _ in 0..<Int.random(in: 1...8, using: &draft.random) {
          draft.word()
          if draft.random.chance(10) { draft.damagedByte() }
          draft.text(draft.pick([" ", " 😀", ",", " é"]) + "x")
        }
      }
      draft.markup(draft.lineEnd + draft.lineEnd)
    }
    try expectRanges(of: draft, .plainText, seed)
  }

  /// Of texts: containers and XML are refused where they are damaged.
  @Test(arguments: DocumentFormat.lenient, 0..<400 as Range<UInt64>)
  func garbageIsReadWithoutACrash(format: DocumentFormat, seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let parts = [
      "<p>", "</p>", "<b", ">", "<", "</", "&", "&amp;", "&#", "&#x41;", "&eacute", ";", "<!--", "-->",
      "<script>",
      "</script>", "<a href='", "'", "\"", " title=\"x&lt;\"", "<img alt=", "**", "*", "_", "`", "``", "[",
      "](", ")",
      "]", "![", "\n", "\r\n", "\r", "\n> ", "\n- ", "    ", "\n---\n", "|", "\n|-|-|\n", "\\", "# ", "word",
      "é", "😀",
      "http://a.b", "www.x.y", "<?php", "<!DOCTYPE", "</html>", "<td>", "<div hidden>", "~~", "\u{1}",
      "\u{C}",
      "\u{FEFF}", "[a]: /b\n", "<title>", "<style>", "]]>", "<![CDATA[",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      if random.chance(15) {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += Array(parts.randomElement(using: &random)!.utf8)
      }
    }
    let document = try Ingest.document(path: "t", format: format, bytes: bytes)
    expectLaw(document, "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    let table = document.makeLineTable()
    for block in document.blocks {
      let range = document.sourceRange(of: block.range)
      #expect(table.position(of: range.start).line <= table.position(of: range.end).line)
    }
  }

  @Test func rangesOverBlocksAndLiftedTextHoldAllTheirSource() throws {
    let document = try read("<p>a <img alt='b'> c</p>\n<p>d</p>", .html)
    let whole = document.sourceRange(of: ByteRange(0, document.text.count))
    #expect(String(decoding: document.source[whole.start..<whole.end], as: UTF8.self).hasPrefix("a <img"))
    #expect(whole.end == 29)
    let lifted = try #require(document.blocks.first { $0.kind == .alternativeText })
    let fromC = document.sourceRange(of: ByteRange(lifted.range.start - 2, lifted.range.end))
    #expect(fromC == ByteRange(15, 20))
    let separator = document.sourceRange(of: ByteRange(lifted.range.end, lifted.range.end + 1))
    #expect(separator.isEmpty)
  }

  @Test(arguments: [DocumentFormat.markdown, .html])
  func manyThreadsReadWhatOneReads(format: DocumentFormat) async throws {
    let text = String(repeating: "a ~~b~~ www.c.org **d** <b>e</b> &amp; f\n\n", count: 50)
    let alone = try read(text, format).outline
    await withTaskGroup(of: [String]?.self) { group in
      for _ in 0..<64 { group.addTask { try? read(text, format).outline } }
      for await outline in group { #expect(outline == alone) }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func positionsAgreeWithCounting(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let bytes = (0..<40).flatMap { _ in
      Array(["a", "é", "😀", "\n", "\r\n", "\r", "\t", "\u{FEFF}"].randomElement(using: &random)!.utf8)
    }
    let table = LineTable(bytes)
    var expected = SourcePosition(startOfLine: 1)
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count {
      #expect(table.position(of: offset) == expected, "seed \(seed), offset \(offset)")
      let byte = bytes[offset]
      if byte == 0x0A || (byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)) {
        expected = SourcePosition(startOfLine: expected.line + 1)
      } else {
        expected.column += 1
        expected.utf16Column += byte >= 0xF0 ? 2 : 1
      }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if expected.column > 1 { expected.byteColumn += length }
      offset += length
    }
    #expect(table.lineCount == table.position(of: bytes.count).line)
  }
}
