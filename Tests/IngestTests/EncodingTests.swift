import Testing

@testable import Ingest

struct EncodingTests {
  private static let words = "Crème — 100 % 😀 naïve"

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }

  private func read(_ bytes: [UInt8], _ format: DocumentFormat = .plainText, as encoding: TextEncoding? = nil)
    throws
    -> Document
  {
    try Ingest.document(path: "x", format: format, bytes: bytes, options: IngestOptions(encoding: encoding))
  }

  @Test(arguments: [false, true])
  func aMarkTellsUTF16(isBigEndian: Bool) throws {
    let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    let document = try read(mark + utf16(Self.words, isBigEndian: isBigEndian))
    #expect(document.string(ByteRange(0, document.text.count)) == Self.words)
    #expect(document.file.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(document.notes.isEmpty)
    let word = try #require(document.range(of: "naïve"))
    let position = document.makeLineTable().position(of: word.start)
    #expect(position.column == 17)
    #expect(position.utf16Column == 18)
  }

  @Test func pagesDeclareTheirEncoding() throws {
    let page =
      Array("<meta charset=\"ISO-8859-1\"><p>Cr".utf8) + [0xE8] + Array("me ".utf8) + [0x96]
      + Array(" 5".utf8)
    let document = try read(page, .html)
    #expect(document.string(document.blocks[0].range) == "Crème – 5")
    #expect(document.file.encoding == .windows1252)
    let dash = try #require(document.range(of: "–"))
    let place = document.filePlace(of: document.sourceRange(of: dash))
    #expect(page[place.range.start..<place.range.end] == [0x96])
  }

  @Test func xmlInUTF16DeclaresItself() throws {
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><article><body><p>Crème</p></body></article>"
    let document = try read(utf16(xml, isBigEndian: true), .jats)
    #expect(document.string(document.blocks[0].range) == "Crème")
  }

  /// Many pages that call themselves Latin-1 are UTF-8; text that is valid UTF-8 beyond ASCII is hardly anything else.
  @Test func aWrongDeclarationIsToldAndNotObeyed() throws {
    let document = try read(Array("<meta charset=latin1><p>Crème".utf8), .html)
    #expect(document.string(document.blocks[0].range) == "Crème")
    #expect(document.notes.map(\.message) == ["declared as 'latin1', but it is UTF-8 and read as such"])
  }

  @Test func anUnknownDeclarationIsTold() throws {
    let document = try read(Array("<meta charset=\"shift_jis\"><p>Crème".utf8), .html)
    #expect(document.notes.first?.message.hasPrefix("declared as 'shift_jis', which cannot be read") == true)
  }

  @Test func theUserNamesAnEncoding() throws {
    let bytes = Array("Cr".utf8) + [0xE8] + Array("me".utf8)
    let guessed = try read(bytes)
    #expect(guessed.notes.first?.message.contains("--encoding") == true)
    let document = try read(bytes, as: .windows1252)
    #expect(document.string(ByteRange(0, document.text.count)) == "Crème")
    #expect(document.notes.isEmpty)
  }

  @Test func halfACharacterIsToldAndTheRestRead() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00, 0x63]
    let document = try read(bytes)
    #expect(document.string(ByteRange(0, document.text.count)) == "a\u{FFFD}b\u{FFFD}")
    #expect(
      document.notes.map(\.message) == ["bytes that are not UTF-16, read as U+FFFD, the first of 2 places"])
  }

  /// The law, for every encoding: the bytes of a range, decoded, are the text of that range.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func rangesLeadToTheirBytes(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let letters = Array("ab cd,.éß—“”€ñ😀𝒳").map(String.init)
    let text = (0..<60).map { _ in letters.randomElement(using: &random)! }.joined()
    let cases: [(TextEncoding, [UInt8], String)] = [
      (.utf16LittleEndian, utf16(text, isBigEndian: false), text),
      (.utf16BigEndian, utf16(text, isBigEndian: true), text),
    ]
    for (encoding, bytes, text) in cases {
      let document = try read(bytes, as: encoding)
      #expect(String(decoding: document.source, as: UTF8.self) == text)
      let scalars = Array(text.unicodeScalars)
      let first = Int.random(in: 0..<scalars.count, using: &random)
      let last = Int.random(in: first..<scalars.count, using: &random)
      func count(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + String($1).utf8.count }
      }
      let start = count(scalars[..<first])
      let range = ByteRange(start, start + count(scalars[first...last]))
      let place = document.filePlace(of: range)
      let wanted = scalars[first...last].map(String.init).joined()
      #expect(
        Array(bytes[place.range.start..<place.range.end])
          == utf16(wanted, isBigEndian: encoding == .utf16BigEndian))
      #expect(document.source(of: place) == range)
    }
  }
}
