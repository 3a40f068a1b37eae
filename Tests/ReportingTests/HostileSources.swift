/// Files that a report has to give back byte for byte, and whose places have to hold.
enum HostileSources {
  static let named: [(name: String, bytes: [UInt8])] = [
    ("empty", []),
    ("only a byte order mark", [0xEF, 0xBB, 0xBF]),
    ("CRLF", Array("Paleol treats gloom.\r\n\r\nBrightol treats\r\nglare.\r\n".utf8)),
    ("a lone CR", Array("Paleol treats gloom.\rBrightol treats glare.".utf8)),
    ("byte order mark", [0xEF, 0xBB, 0xBF] + Array("Paleol treats gloom.\n".utf8)),
    ("NUL", Array("Paleol treats gloom\0 now. Brightol treats glare.".utf8)),
    ("control characters", Array("Paleol\u{01} treats \u{0B}gloom\u{0C}. \u{1B}[2J\u{7F}\u{9B}".utf8)),
    ("U+0085 and U+2028", Array("Paleol treats\u{85}gloom.\u{2028}Brightol treats glare.".utf8)),
    ("U+FFFE and U+FFFF", Array("Paleol \u{FFFE}treats\u{FFFF} gloom.".utf8)),
    ("emoji", Array("😀 Paleol 👩‍⚕️ treats gloom 🏳️‍🌈. Brightol may treat glare é.".utf8)),
    (
      "invalid UTF-8",
      Array("Paleol treats ".utf8) + [0xFF, 0xC0, 0xAF] + Array(" gloom. \u{C3}".utf8.dropLast())
    ),
    ("a lone surrogate", Array("Paleol treats gloom ".utf8) + [0xED, 0xA0, 0x80] + Array(".".utf8)),
    (
      "the end of CDATA",
      Array("Paleol treats gloom ]]> &amp; <b>Brightol</b> treats &eacute; glare. &#0;".utf8)
    ),
    ("tabs and blanks", Array("\t  Paleol  treats\tgloom.  \n\n\n   - Brightol treats glare  \n".utf8)),
    ("a comment", Array("<!-- &x; -- ]]> -->\n\nPaleol treats gloom.\n".utf8)),
  ]

  /// Bytes that look at every rule of reading and writing, the same in every run.
  static func random(_ seed: UInt64) -> [UInt8] {
    let pieces: [[UInt8]] =
      [
        "Paleol ", "Brightol ", "treats ", "may treat ", "gloom", "glare", ". ", "\n", "\n\n", "\r\n", "**",
        "<p>",
        "</p>", "<b>", "&amp;", "&eacute;", "# ", "- ", "é", "—", "😀", "]]>", "<!-- x -->", "\"", "\t",
        "not ",
      ].map { Array($0.utf8) } + [[0], [1], [0xFF], [0xC3], [0x0D], [0xEF, 0xBF, 0xBE], [0xE2, 0x80, 0xA8]]
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var bytes: [UInt8] = []
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes += pieces[Int(state >> 33) % pieces.count]
    }
    return bytes
  }
}
