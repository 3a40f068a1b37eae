import Ingest
import Testing

/// References that lead nowhere: placeholders, identifiers that cannot be one, numbers without an entry.
@Suite struct ReferenceTests {
  private func found(_ text: String, as format: DocumentFormat = .plainText) throws -> [String] {
    try findings(in: text, as: format).filter {
      ["citation/placeholder", "citation/malformed", "citation/missing-entry"].contains($0.rule)
    }.map { "\($0.rule.dropFirst(9)) «\($0.words)»" }
  }

  @Test(arguments: [
    ("[citation needed]", "citation needed"), ("[CITATION NEEDED]", "CITATION NEEDED"),
    ("(insert reference)", "insert reference"), ("[Insert link to the trial]", "Insert link"),
    ("(TODO: add source)", "TODO"), ("[source?]", "source"), ("(Author, Year)", "Author"),
    ("(REF)", "REF"), ("(Smith et al., 20XX)", "20XX"),
  ]) func aPlaceholderIsReported(reference: String, words: String) throws {
    #expect(
      try found("Azelaic acid improves acne \(reference).") == ["placeholder «\(words)»"], "\(reference)")
  }

  @Test(arguments: [
    "(source: Smith 2020)", "(source)", "[Smith 2020]", "(study in 40 people)", "(see the study by Smith)",
    "[the reference is Smith 2020]",
  ]) func whatSaysMoreIsNone(reference: String) throws {
    #expect(try found("Azelaic acid improves acne \(reference).") == [], "\(reference)")
  }

  @Test func aLinkInBracketsIsNone() throws {
    let text = "Azelaic acid improves acne [[source](https://www.nhs.uk/conditions/acne/)]."
    #expect(try found(text, as: .markdown) == [])
  }

  @Test(arguments: [
    ("doi:10.xxxx/xxxxx", "doi:10.xxxx/xxxxx"), ("doi: 11.1016/j.jaad.2021", "doi: 11.1016/j.jaad.2021"),
    ("DOI 10.101/abc", "DOI 10.101/abc"), ("https://doi.org/10.1016", "doi.org/10.1016"),
    ("doi:10.1016/", "doi:10.1016/"), ("PMID: 1234567890", "PMID: 1234567890"),
    ("PMID: XXXXXXXX", "PMID: XXXXXXXX"), ("NCT1234567", "NCT1234567"), ("NCTXXXXXXXX", "NCTXXXXXXXX"),
    ("https://pubmed.ncbi.nlm.nih.gov/1234567890/", "pubmed.ncbi.nlm.nih.gov/1234567890"),
  ]) func anIdentifierThatCannotBeOneIsReported(reference: String, words: String) throws {
    #expect(
      try found("Azelaic acid improves acne (\(reference)).") == ["malformed «\(words)»"], "\(reference)")
    // In an entry of the references, where Markdown makes a link of an address, which then has no words.
    let entry = "# Acne\n\nIt helps.\n\n## References\n\n1. Smith J. J Skin 2020. \(reference)"
    for text in [entry, entry + ".\n2. Lee K."] {
      let messages = try findings(in: text, as: .markdown).filter { $0.rule == "citation/malformed" }
      #expect(
        messages.count == 1 && messages[0].message.hasPrefix("\"\(words)\" is no "), "\(messages) in \(text)")
    }
  }

  @Test func theTargetOfALinkIsReadAsWell() throws {
    let text = "Azelaic acid improves acne ([Smith 2020](https://doi.org/10.12/abc))."
    #expect(try found(text, as: .markdown) == ["malformed «Smith 2020»"])
  }

  @Test(arguments: [
    "doi:10.1000/xyz", "doi: 10.1016/S0140-6736(20)30183-5", "https://doi.org/10.1002/(SICI)1097",
    "doi:10/fvdzb2",
    "doi:10.1000.10/123", "doi:10.1016/\nj.jaad.2020.01", "PMID 10417589", "PMID: 8", "NCT00000419",
    "https://pubmed.ncbi.nlm.nih.gov/?term=acne", "https://doi.org/fvdzb2", "DOI 2.0 of the software",
    "the DOI of the study", "PMIDs of all studies",
  ]) func aSoundIdentifierIsNone(reference: String) throws {
    #expect(try found("Azelaic acid improves acne (\(reference)).") == [], "\(reference)")
  }

  private static let list =
    "\n\nReferences\n\n1. Smith J. J Skin 2020.\n2. Lee K. J Skin 2021.\n3. Roy P. J Skin 2022.\n"

  @Test(arguments: [
    ("[4]", ["missing-entry «[4]»"]), ("[2, 7]", ["missing-entry «[2, 7]»"]),
    ("[1–5]", ["missing-entry «[1–5]»"]),
    ("[^9]", ["missing-entry «[^9]»"]), ("[3]", []), ("[1-3]", []), ("[2019]", []), ("[1,2]", []),
  ]) func aNumberLeadsToAnEntry(mark: String, expected: [String]) throws {
    let text = "Azelaic acid improves acne \(mark)."
    #expect(try found(text + Self.list) == expected)
    #expect(
      try found(text + Self.list.replacing("References", with: "## References"), as: .markdown) == expected)
    // One entry a line, without numbers.
    #expect(try found(text + "\n\nReferences\n\nSmith 2020.\nLee 2021.\nRoy 2022.\n") == expected)
  }

  /// Without a list the first number tells it.
  @Test func aTextWithoutAListIsToldOnce() throws {
    #expect(
      try found("Azelaic acid improves acne [1]. Adapalene improves acne [2].") == ["missing-entry «[1]»"])
    // Something may be the list.
    #expect(
      try found("Azelaic acid improves acne [1].\n\nRead more\n\n[1] Smith J. J Skin 2020.") == [])
    #expect(
      try found("Azelaic acid improves acne [1].\n\n1. Smith J. J Skin 2020.", as: .markdown) == [])
  }

  @Test(arguments: [
    "Azelaic acid improved acne (95% CI [12, 45]).", "The score fell by 12 [10, 15] with azelaic acid.",
    "Azelaic acid improves acne [1](https://www.nhs.uk).", "Azelaic acid improves acne (3).",
  ]) func otherNumbersAreNone(text: String) throws {
    #expect(try found(text) == [], "\(text)")
  }

  @Test func aNumberThatIsALinkLeadsSomewhere() throws {
    let text = "<p>Azelaic acid improves acne <a href=\"#r1\">[1]</a>.</p><p id=\"r1\">Smith 2020</p>"
    #expect(try found(text, as: .html) == [])
  }

  @Test func aFootnoteOfMarkdownIsAReference() throws {
    let text =
      "# Acne\n\nStudies show that azelaic acid improves acne [^1]. Adapalene improves acne [^lee].\n\n"
    #expect(try findings(in: text + "[^1]: Smith J. J Skin 2020.\n[^lee]: Lee K.\n", as: .markdown) == [])
    #expect(try found(text, as: .markdown) == ["missing-entry «[^1]»"])
  }

  @Test(arguments: ["[Author], [Year].", "Smith J. [Title]. J Skin 20XX.", "(insert reference)", "[REF]"])
  func aPlaceholderMayStandAmongTheReferences(entry: String) throws {
    let text = "# Acne\n\nAzelaic acid improves acne [1].\n\n## References\n\n1. \(entry)\n"
    #expect(try !found(text, as: .markdown).isEmpty, "\(entry)")
  }

  @Test(arguments: [
    "\n\n**References**\n\n[1] https://www.nhs.uk/acne [2] https://www.nhs.uk/care",
    "\n\n**Sources:**\n\nSmith 2020",
    "\n\n| No. | Reference |\n| --- | --- |\n| 1 | Smith J (2020), J Skin 7:13 |",
    "\n\n_Where this comes from:_ [1] Smith J (2020), J Skin 7:13; [2] Lee K",
  ]) func aListInAnotherShapeIsOne(list: String) throws {
    #expect(try found("Azelaic acid improves acne [2].\(list)\n", as: .markdown) == [], "\(list)")
  }

  @Test(arguments: [
    "Our lotion comes in packs of [2], [4] and [6].", "Take [1] tablet of isotretinoin with food.",
    "Acne lesions fell from 12 [3] to 8 [2] with azelaic acid.", "Press [1] for appointments.",
    "Our writer replaced every \"[REF]\" in the draft.", "The editor asked for “citation needed” tags.",
  ]) func whatIsNoReferenceIsLeftAlone(text: String) throws {
    #expect(try found(text) == [], "\(text)")
  }

  /// The stop behind initials ends no reference.
  @Test(arguments: [
    "(Wulf HC. J Dermatol 2014;30:96-101)", "(Petersen B, Wulf HC. J Dermatol 2014;30:96-101)",
  ]) func initialsInBracketsAreAReference(reference: String) throws {
    #expect(
      try findings(in: "Studies show that azelaic acid improves acne \(reference).").isEmpty, "\(reference)")
  }
}
