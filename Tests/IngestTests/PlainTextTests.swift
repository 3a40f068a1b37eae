import Testing

@testable import Ingest

struct PlainTextTests {
  @Test func validTextIsTheSourceItself() throws {
    let document = try read("Café 😀.\r\nNext.", .plainText)
    #expect(document.text == document.source)
    #expect(document.segments.count == 1)
    document.text.withUnsafeBufferPointer { text in
      document.source.withUnsafeBufferPointer { #expect(text.baseAddress == $0.baseAddress) }
    }
  }

  @Test func byteOrderMarkIsNoText() throws {
    let document = try read("\u{FEFF}One.\n\nTwo.", .plainText)
    #expect(document.outline == ["paragraph: One.", "paragraph: Two."])
    #expect(document.blocks.first?.range == ByteRange(3, 7))
  }

  @Test func blankLineEndsABlockEvenBeforeASmallLetter() throws {
    #expect(
      try read("one\n \t\ntwo\r\n\r\nthree\r\rfour", .plainText).outline == [
        "paragraph: one", "paragraph: two", "paragraph: three", "paragraph: four",
      ])
  }

  @Test func hardWrappedLinesAreOneParagraph() throws {
    let text = """
      This paragraph was wrapped by an editor at a column near sixty,
      so that its lines are all of much the same length. Sentences of
      It begin anywhere in a line, some even with a capital letter at
      The start, and the last line is short.
      The next paragraph follows without a blank line between the two
      And is wrapped as well.
      """
    #expect(try read(text, .plainText).blocks.map(\.kind) == [.paragraph, .paragraph])
    #expect(try read(text.replacing("\n", with: "\r\n"), .plainText).blocks.count == 2)
  }

  @Test func longLinesAreParagraphsOfTheirOwn() throws {
    let line = "A " + String(repeating: "long line of text ", count: 20) + "ends."
    #expect(try read([line, line, line].joined(separator: "\n"), .plainText).blocks.count == 3)
  }

  @Test func sentencesOfLikeLengthAreNoWrappedText() throws {
    let text = """
      The first of these sentences fills a line of about seventy columns.
      The second one does so too, and neither of them runs on at its end.
      Sentences like these are paragraphs, however much their ends align.
      A fourth one follows here so that there are several of such lines.
      """
    #expect(try read(text, .plainText).blocks.count == 4)
  }

  @Test func lineThatBeginsWithASmallLetterRunsOn() throws {
    #expect(
      try read("The first part\nof a sentence.\nÉlan vital.\nécoute.", .plainText).outline == [
        "paragraph: The first part⏎of a sentence.", "paragraph: Élan vital.⏎écoute.",
      ])
  }

  @Test func bulletsBeginItems() throws {
    let text =
      "Use:\n- one\n  runs on\n* Two\n• Three\n1. Four\n12) Five\na) Six\n  - Inner\n    More of it\n-none"
    #expect(
      try read(text, .plainText).outline == [
        "paragraph: Use:", "listItem1: one⏎  runs on", "listItem1: Two", "listItem1: Three",
        "listItem1: Four",
        "listItem1: Five", "listItem1: Six", "listItem2: Inner⏎    More of it", "paragraph: -none",
      ])
  }

  @Test func lettersAndRomanNumbersBeginItems() throws {
    #expect(
      try read("1.) One\na. Two\nb. Three\ni. Four\nii) Five\n\u{2043} Six\nA. Smith", .plainText).outline
        == [
          "listItem1: One", "listItem1: Two", "listItem1: Three", "listItem1: Four", "listItem1: Five",
          "listItem1: Six", "paragraph: A. Smith",
        ])
    #expect(try read("It holds vitamin\nb. coli", .plainText).blocks.count == 1)
  }

  @Test func shortLinesWithSmallLettersAreEntries() throws {
    #expect(
      try read("firmer skin\nfewer lines\n\nA warm\nday.", .plainText).outline == [
        "paragraph: firmer skin", "paragraph: fewer lines", "paragraph: A warm⏎day.",
      ])
  }

  @Test func shortLineBeforeABlockIsAHeading() throws {
    let text =
      "A title\n\nSome text here.\n\nHow it works\nIt works so.\nIs it safe?\nYes.\n\n2 ways of use\n\nEnd of it"
    #expect(
      try read(text, .plainText).outline == [
        "heading1: A title", "paragraph: Some text here.", "heading2: How it works",
        "paragraph: It works so.",
        "paragraph: Is it safe?", "paragraph: Yes.", "heading2: 2 ways of use", "paragraph: End of it",
      ])
  }

  @Test func capitalsAndUnderlinesMakeHeadings() throws {
    #expect(
      try read("First text.\nRESULTS:\nText.\nunder.\n===\nText.\nlower two\n---\nEnd.", .plainText).outline
        == [
          "paragraph: First text.", "heading2: RESULTS:", "paragraph: Text.⏎under.",
          "paragraph: Text.⏎lower two",
          "paragraph: End.",
        ])
    #expect(
      try read("one thing.\n=====\n\nText.\n\ntwo\n---\nEnd.", .plainText).outline == [
        "heading1: one thing.", "paragraph: Text.", "heading2: two", "paragraph: End.",
      ])
  }

  @Test func referencesAreReferences() throws {
    let text =
      "Title\n\nText.\n\nReferences:\nSmith J, Derm 2014\nJones K. A study. 2015.\n\nAuthor\n\nA person."
    #expect(
      try read(text, .plainText).outline == [
        "heading1: Title", "paragraph: Text.", "heading2: References:", "reference: Smith J, Derm 2014",
        "reference: Jones K. A study. 2015.", "heading2: Author", "paragraph: A person.",
      ])
  }

  @Test func wordsOfReferenceHeadingsAreAParameter() throws {
    let options = IngestOptions(referenceHeadings: ["quellen"])
    #expect(
      try read("Quellen\nMüller.", .plainText, options: options).outline == [
        "heading1: Quellen", "reference: Müller.",
      ])
  }

  @Test func damagedBytesAreReplacedAndNoted() throws {
    let bytes = Array("caf".utf8) + [0xE9] + Array(" and ".utf8) + [0, 0xE2, 0x80] + Array("z.".utf8)
    let document = try Ingest.document(path: "t", format: .plainText, bytes: bytes)
    #expect(document.outline == ["paragraph: caf\u{FFFD} and \u{FFFD}\u{FFFD}z."])
    #expect(document.notes.map(\.offset) == [3, 9])
    #expect(document.source == bytes)
    let z = document.text.count - 2
    #expect(document.sourceRange(of: ByteRange(z, z + 1)) == ByteRange(12, 13))
    #expect(document.sourceRange(of: ByteRange(3, 6)) == ByteRange(3, 4))
  }

  @Test func emptyFilesHaveNoBlocks() throws {
    for format in DocumentFormat.lenient {
      for text in ["", "\u{FEFF}", "\n", " \r\n\t"] {
        let document = try read(text, format)
        #expect(document.blocks.isEmpty)
        #expect(document.sourceRange(of: ByteRange(0, 0)).isEmpty)
      }
    }
  }

  @Test func filesAboveTheLimitAreRefused() {
    let size = Ingest.sizeLimit + 1
    #expect(throws: IngestError.tooLarge(size: size, limit: Ingest.sizeLimit)) {
      try Ingest.document(path: "t", format: .plainText, bytes: [UInt8](repeating: 0x61, count: size))
    }
  }

  @Test func formatIsToldByExtension() {
    let names = ["a.txt", "b.TEXT", "c.md", "d.Markdown", "e.html", "f.htm", "g.xhtml", "h.doc", "md", ".md"]
    #expect(
      names.map(Ingest.format(ofFileNamed:)) == [
        .plainText, .plainText, .markdown, .markdown, .html, .html, .html, nil, nil, nil,
      ])
  }
}
