import Testing

@testable import Ingest

/// Word files as python-docx and LibreOffice write them.
struct WordTests {
  private func document(_ name: String) throws -> Document {
    try Ingest.document(path: name, format: .docx, bytes: Fixture.bytes(name))
  }

  @Test func paragraphsAreReadByTheirStyles() throws {
    #expect(
      (try document("brochure.docx")).outline == [
        "title: Clear skin at the clinic", "heading1: Our serum",
        "paragraph: A vitamin C serum. Crème — 100 % 😀 & more.", "listItem1: First point",
        "listItem1: Second point", "paragraph: Found in a trial and in another.",
        "paragraph: Results often last.", "paragraph: The first half and the second.", "tableCell: Laser",
        "tableCell: Six weeks", "caption: Before and after", "quote: So a client said.",
        "heading1: References", "reference: Doe A. A trial. J Skin 2019.",
      ])
  }

  @Test func linksAndFieldsAreLinks() throws {
    let document = try document("brochure.docx")
    #expect(
      document.links.map { "\(document.string($0.range)) \($0.target)" } == [
        "a trial https://example.org/trial", "another https://example.org/other",
      ])
  }

  @Test func boxesFollowTheirParagraphAndNotesStandAtTheEnd() throws {
    let document = try document("leaflet.docx")
    #expect(
      document.outline == [
        "heading1: About our peel", "paragraph: Peels may lighten melasma . A patch test comes first .",
        "paragraph: Beside it stands a box.", "paragraph: A box with words.",
        "paragraph: Ends here after a break. And a tab.",
        "reference: Smith J. Peels for melasma. J Skin 2015;14:12.", "footnote: Free of charge.",
      ])
    // Only the note that cites is a reference.
    #expect(document.links.map(\.reference) == [5])
  }

  @Test func linesAreParagraphsAndColumnsCharacters() throws {
    let document = try document("brochure.docx")
    let table = document.makeLineTable()
    let serum = try #require(document.range(of: "& more"))
    let position = table.position(of: document.sourceRange(of: serum).start)
    #expect(position.line == 3)
    #expect(position.column == 36)
  }

  /// The law, for containers: the bytes of the part are the text, with marks between.
  @Test(arguments: ["brochure.docx", "leaflet.docx"])
  func everyRangeLeadsToItsPart(name: String) throws {
    let file = try Fixture.bytes(name)
    let document = try Ingest.document(path: name, format: .docx, bytes: file)
    let archive = try ZipArchive(file, entryLimit: 100)
    for block in document.blocks {
      for word in document.words(of: block.range) {
        let place = document.filePlace(of: document.sourceRange(of: word))
        let name = try #require(place.part)
        let part = try #require(try archive.file(name, limit: 1 << 20))
        var written = String(decoding: part[place.range.start..<place.range.end], as: UTF8.self)
        // Runs may end in a word: their tags stand between.
        written.replace(/<[^>]*>/, with: "")
        written.replace("&amp;", with: "&")
        #expect(written == document.string(word), "\(place)")
        #expect(document.source(of: place) == document.sourceRange(of: word))
      }
    }
  }

  @Test func whatItMayHoldCanBeSet() throws {
    let file = try Fixture.bytes("brochure.docx")
    func refusal(_ change: (inout ReadingLimits) -> Void) -> String {
      var limits = ReadingLimits()
      change(&limits)
      let options = IngestOptions(limits: limits)
      let error = #expect(throws: IngestError.self) {
        try Ingest.document(path: "x", format: .docx, bytes: file, options: options)
      }
      return error?.description ?? ""
    }
    #expect(refusal { $0.unpackedSize = 500 }.contains("unpacks to more than the limit of 500 bytes"))
    #expect(refusal { $0.archiveEntries = 3 }.contains("more than the limit of 3"))
    #expect(refusal { $0.xmlDepth = 3 }.contains("more than 3 deep"))
  }

  @Test(arguments: [
    ("no-document.docx", "holds no Word document"), ("entity.docx", "Entity 'e' not defined"),
    ("broken.docx", "'word/document.xml' in it is not well-formed (line 2"),
    ("bomb.docx", "unpacks to more than the limit of \(ReadingLimits().unpackedSize) bytes"),
  ])
  func whatIsNoDocumentIsRefused(name: String, reason: String) throws {
    let error = #expect(throws: IngestError.self) { try document(name) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  @Test func otherFilesAreRefusedWithWhatToDo() throws {
    func reason(_ bytes: [UInt8]) -> String {
      do {
        _ = try Ingest.document(path: "x", format: .docx, bytes: bytes)
        return ""
      } catch {
        return error.description
      }
    }
    #expect(reason([0xD0, 0xCF, 0x11, 0xE0, 0xA1]).contains("without a password"))
    #expect(reason(Array("hello".utf8)).contains("no ZIP archive"))
    #expect(reason([]).contains("holds no Word document"))
  }

  /// A file that was cut off or changed on its way gives a document or an error, and never a crash.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func damagedFilesAreReadOrRefused(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    var bytes = try Fixture.bytes("leaflet.docx")
    if random.chance(30) { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
    for _ in 0..<Int.random(in: 1...40, using: &random) where !bytes.isEmpty {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    guard let document = try? Ingest.document(path: "x", format: .docx, bytes: bytes) else { return }
    for block in document.blocks {
      #expect(document.filePlace(of: document.sourceRange(of: block.range)).part != nil)
    }
  }
}

extension Document {
  /// The first place of a piece of the clean text.
  func range(of words: String) -> ByteRange? {
    text.firstRange(of: Array(words.utf8)).map { ByteRange($0.lowerBound, $0.upperBound) }
  }

  /// Runs without white space.
  func words(of range: ByteRange) -> [ByteRange] {
    var words: [ByteRange] = []
    var start = range.start
    for offset in range.start...range.end where offset == range.end || isWhiteSpace(text[offset]) {
      if start < offset { words.append(ByteRange(start, offset)) }
      start = offset + 1
    }
    return words
  }
}
