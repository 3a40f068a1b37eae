import Ingest
import Testing

/// What a text sets apart as not its own: sections, lists, columns and lines that it disowns.
@Suite struct DisowningTests {
  private static let contradicted = ["Use kojic acid on the white patches.", "Vitamin C clears vitiligo."]

  private func rules(_ text: String, as format: DocumentFormat = .markdown) throws -> [String] {
    try findings(in: text, as: format).map(\.rule)
  }

  @Test(arguments: [
    "Don't", "Don'ts", "What not to do", "What to avoid", "Ingredients to avoid", "Avoid", "Common mistakes",
    "Myths about vitiligo", "Myth 1", "Never do this", "Remedies that don't work", "Bad advice",
    "Not recommended",
    "❌ Don't", "False claims",
  ]) func aListUnderAHeadingThatDisowns(heading: String) throws {
    for said in Self.contradicted {
      let text = "# Vitiligo\n\n## \(heading)\n\n- \(said)\n"
      #expect(try rules(text) == [], "\(text)")
      // It ends with the section.
      let after = try rules(text + "\n## Care\n\n- \(said)\n")
      #expect(after == ["contradiction/opposes-condition"], "\(heading)")
      // What an item goes on to say is the text's own.
      let second = try rules("# Vitiligo\n\n## \(heading)\n\n- Skipping sunscreen. \(said)\n")
      #expect(second == ["contradiction/opposes-condition"], "\(heading)")
    }
  }

  @Test(arguments: [
    "Do", "Dos and don'ts", "Myths and facts", "How to avoid mistakes", "Treatments", "How to avoid vitiligo",
    "What to do", "Home remedies", "Why most creams do not work",
  ]) func otherHeadingsOwnTheirLists(heading: String) throws {
    for said in Self.contradicted {
      let text = "# Vitiligo\n\n## \(heading)\n\n- \(said)\n"
      #expect(try rules(text) == ["contradiction/opposes-condition"], "\(text)")
    }
  }

  @Test(arguments: [
    "Avoid the following:", "Never do any of this to your skin. Avoid these:", "Do not believe these myths:",
    "What not to do:", "The following do not work:",
  ]) func aListBehindALineThatDisowns(line: String) throws {
    for said in Self.contradicted {
      let text = "\(line)\n\n- \(said)\n- \(said)\n"
      #expect(try rules(text) == [], "\(text)")
      #expect(try rules(text + "\nCare matters.\n\n- \(said)\n").count == 1, "\(text)")
    }
  }

  @Test(arguments: ["Do the following:", "To avoid scars, do this:", "Our tips:"])
  func otherLinesOwnTheirLists(line: String) throws {
    #expect(try rules("\(line)\n\n- \(Self.contradicted[1])\n") == ["contradiction/opposes-condition"])
  }

  /// In text and Markdown, behind a cross or a label.
  @Test(arguments: ["❌ ", "✗ ", "🚫 ", "⛔️ ", "Don't: ", "Mistake #1: ", "Mistake 2 – ", "Myth 3: ", "👎 "])
  func aLineWithACross(before: String) throws {
    for said in Self.contradicted {
      #expect(try rules(before + said, as: .plainText) == [], "\(before)\(said)")
      #expect(try rules("- \(before)\(said)") == [], "\(before)\(said)")
    }
  }

  @Test(arguments: ["✅ ", "✔️ ", "👍 ", "⭐️ ", "Do: ", "Tip #1: ", "Step 2 – "])
  func aLineWithATick(before: String) throws {
    #expect(
      try rules(before + Self.contradicted[1], as: .plainText) == ["contradiction/opposes-condition"],
      "\(before)")
  }

  @Test(arguments: ["Myth", "Don't", "❌ Avoid", "False"]) func aColumnThatIsDisowned(head: String) throws {
    for said in Self.contradicted {
      let table = { (left: String, right: String) in "# Vitiligo\n\n| \(left) | \(right) |\n| --- | --- |\n" }
      #expect(
        try rules(table(head, "Fact") + "| \(said) | Sunscreen helps. |\n| \(said) | |\n") == [], "\(head)")
      #expect(try rules(table("Fact", head) + "| | \(said) |\n") == [], "\(head)")
      #expect(
        try rules(table(head, "Fact") + "| Nothing. | \(said) |\n") == ["contradiction/opposes-condition"],
        "\(head)")
      let html =
        "<h1>Vitiligo</h1><table><tr><th>Do<th>\(head)</tr><tr><td>Sunscreen.<td><p>\(said)</p></tr></table>"
      #expect(try rules(html, as: .html) == [], "\(head)")
    }
  }

  /// Nor is it held against the rest of the text.
  @Test func whatIsDisownedContradictsNothing() throws {
    let text = { (heading: String) in
      "There is no downtime after a light peel.\n\n## \(heading)\n\n- There is a downtime of six days after a light peel.\n"
    }
    #expect(try rules(text("Myths")) == [])
    #expect(try rules(text("Our peels")) == ["contradiction/internal"])
  }
}
