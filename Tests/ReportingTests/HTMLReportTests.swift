import Assay
import Ingest
import Judgment
import Knowledge
import Reporting
import Testing

/// The report for people, read back by libxml2.
@Suite struct HTMLReportTests {
  static func tree(_ documents: [CheckedDocument]) throws -> HTMLTree {
    let tree = try #require(HTMLTree(Array(Reports.write(.html, documents).utf8)))
    #expect(tree.faults.isEmpty, "\(tree.faults.prefix(3))")
    return tree
  }

  /// What the report shows of a text.
  static func shown(_ text: ArraySlice<UInt8>) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A: shown.append(scalar)
      case 0x09, 0x0D: shown.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE,
        0xFFFF:
        shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// Every link inside the page resolves, no id stands twice, and what is marked links to its finding and back.
  static func expectLinks(_ tree: HTMLTree, sourceLocation: SourceLocation = #_sourceLocation) {
    let ids = tree.elements.compactMap { $0.attributes["id"] }
    let known = Set(ids)
    #expect(known.count == ids.count, sourceLocation: sourceLocation)
    for element in tree.elements {
      for name in ["href", "aria-describedby", "aria-labelledby"] {
        guard let target = element.attributes[name] else { continue }
        if target.hasPrefix("http") { continue }
        let id = target.hasPrefix("#") ? String(target.dropFirst()) : target
        #expect(known.contains(id), "\(target)", sourceLocation: sourceLocation)
      }
    }
    let badges = tree.elements.filter { $0.name == "a" && $0.attributes["class"]?.hasPrefix("badge") == true }
    let targets = Set(badges.compactMap { $0.attributes["href"] })
    for id in ids where id.contains("-m") {
      #expect(targets.contains("#" + id), sourceLocation: sourceLocation)
    }
    let links = Set(
      tree.elements.compactMap { $0.attributes["data-number"] == nil ? nil : $0.attributes["href"] })
    for id in ids where id.contains("-m") {
      #expect(links.contains("#" + id.replacing("-m", with: "-f")), "\(id)", sourceLocation: sourceLocation)
    }
  }

  static func expectText(
    _ tree: HTMLTree, _ checked: CheckedDocument, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let blocks = tree.elements.filter { $0.attributes["id"]?.contains("-b") == true }
    #expect(blocks.count == checked.document.blocks.count, sourceLocation: sourceLocation)
    for (element, block) in zip(blocks, checked.document.blocks) {
      #expect(
        element.text == shown(checked.document.text[block.range.start..<block.range.end]),
        sourceLocation: sourceLocation)
    }
  }

  static func expectNothingActive(_ tree: HTMLTree, sourceLocation: SourceLocation = #_sourceLocation) {
    let allowed: Set<String> = [
      "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "h4", "h5", "h6",
      "p", "span",
      "code", "main", "section", "div", "b", "svg", "rect", "dl", "dt", "dd", "nav", "ol", "ul", "li",
      "article",
      "mark", "aside", "blockquote", "details", "summary", "small", "del", "ins", "footer", "strong", "table",
      "thead", "tbody", "tfoot", "tr", "th", "td",
    ]
    for element in tree.elements {
      #expect(allowed.contains(element.name), "\(element.name)", sourceLocation: sourceLocation)
      for (name, value) in element.attributes {
        #expect(
          !name.hasPrefix("on") && name != "style" && name != "src", "\(name)", sourceLocation: sourceLocation
        )
        if name == "href" {
          let value = value.lowercased()
          #expect(
            value.hasPrefix("#") || value.hasPrefix("https://") || value.hasPrefix("http://"), "\(value)",
            sourceLocation: sourceLocation)
          if !value.hasPrefix("#") {
            #expect(element.attributes["rel"] == "noreferrer noopener", sourceLocation: sourceLocation)
          }
        }
      }
    }
    let policies = tree.all("meta").compactMap { $0.attributes["content"] }
    #expect(policies.contains { $0.hasPrefix("default-src 'none'; style-src 'sha256-") })
  }

  @Test func aDraftIsWhole() throws {
    let checked = try MadeUpRules.check(MadeUpRules.draft)
    let tree = try Self.tree([checked])
    Self.expectLinks(tree)
    Self.expectText(tree, checked)
    Self.expectNothingActive(tree)
    #expect(tree.all("nav").count == 1)
    #expect(tree.all("mark").contains { $0.attributes["class"] == "u" })
  }

  @Test func severalDocumentsHaveContents() throws {
    let documents = try ["one.md", "two.md", "three.md"].map {
      try MadeUpRules.check(MadeUpRules.draft, path: "a/" + $0)
    }
    let tree = try Self.tree(documents)
    Self.expectLinks(tree)
    let table = try #require(tree.all("table").first)
    for document in documents { #expect(table.text.contains(document.document.path)) }
    #expect(tree.all("section").count == 3)
  }

  @Test func hostileTextStaysText() throws {
    let texts =
      HostileTextTests.texts + [
        "Paleol treats gloom <img src=x onerror=alert(1)> \"' onmouseover='x' <a href=javascript:alert(1)>x</a>.",
        "Paleol treats \u{85}gloom\u{61C}\u{200F}\u{2028}\u{2069} </style></article><script>x</script>.",
      ]
    for (number, text) in texts.enumerated() {
      let path = "a\u{1B}[31m\"'<script>alert(1)</script>&\(number)/javascript:x.txt"
      let checked = try MadeUpRules.check(text, as: .plainText, path: path)
      let tree = try Self.tree([checked])
      Self.expectNothingActive(tree)
      Self.expectLinks(tree)
      Self.expectText(tree, checked)
    }
  }

  @Test(arguments: [
    ("javascript:alert(1)", false), ("JavaScript://%0aalert(1)", false), ("data:text/html,x", false),
    ("https://e.org/a\"b", true), ("https://e.org/a b", false), ("https://e.org/\u{1}", false),
    ("http://e.org", true), ("HTTPS://e.org", true), ("https://", false), ("//e.org", false), ("", false),
  ]) func onlyAddressesOfTheWebAreLinks(address: String, isLink: Bool) throws {
    var knowledge = try MadeUpRules.checker().knowledge
    for place in knowledge.sources.indices {
      knowledge.sources[place].doi = nil
      knowledge.sources[place].pmid = nil
      knowledge.sources[place].url = address
    }
    var output: [UInt8] = []
    let reporter = Format.html.reporter(knowledge: knowledge, options: Reports.options)
    reporter.begin(to: &output)
    let tally = reporter.write(try MadeUpRules.check(MadeUpRules.draft), to: &output)
    reporter.end(tally, to: &output)
    let tree = try #require(HTMLTree(output))
    Self.expectNothingActive(tree)
    let links = tree.all("a").filter { $0.attributes["class"] == "out" }
    #expect(links.isEmpty != isLink)
    #expect(links.allSatisfy { $0.attributes["href"] == address })
    #expect(tree.all("ul").contains { $0.attributes["class"] == "citations" })
  }

  @Test func overlappingFindingsAreCutIntoPieces() throws {
    var checked = try MadeUpRules.check(MadeUpRules.draft)
    let block = try #require(checked.document.blocks.first { $0.kind == .paragraph }).range
    let model = try #require(checked.judgment.findings.first)
    checked.judgment.findings = [
      (0, 20, .warning), (0, 9, .error), (4, 30, .note), (9, 20, .error), (30, 31, .note), (4, 30, .note),
    ].map { (start: Int, end: Int, severity) in
      var finding = model
      finding.range = ByteRange(block.start + start, block.start + end)
      finding.severity = severity
      return finding
    }
    let tree = try Self.tree([checked])
    Self.expectLinks(tree)
    Self.expectText(tree, checked)
    #expect(tree.elements.count { $0.attributes["id"]?.contains("-m") == true } == 6)
    #expect(
      tree.elements.compactMap { $0.attributes["data-number"] }.sorted() == [
        "E2", "E4", "N3", "N5", "N6", "W1",
      ])
    #expect(tree.all("mark").prefix(4).map(\.text).joined().utf8.count == 30)
  }

  @Test func whatIsSetAsideIsFoldedWithItsReason() throws {
    var checked = try MadeUpRules.check(MadeUpRules.draft)
    let model = try #require(checked.judgment.findings.first)
    let standings: [Finding.Standing] = [
      .suppressed(reason: "agreed with <b>legal</b>", until: "2027-01-01"),
      .approved(reference: "REF-7", market: "uk"),
      .accepted, .untouched,
    ]
    checked.judgment.findings = standings.map { standing in
      var finding = model
      finding.standing = standing
      return finding
    }
    let tree = try Self.tree([checked])
    Self.expectLinks(tree)
    let list = try #require(tree.all("details").first { $0.attributes["class"] == "set-aside" })
    for part in ["agreed with <b>legal</b>, until 2027-01-01", "REF-7 UK", "by the baseline", "Untouched"] {
      #expect(list.text.contains(part), "\(part)")
    }
    #expect(!tree.elements.contains { $0.attributes["id"]?.contains("-m") == true })
  }

  @Test func aFindingAboutACommentStandsBesideTheNextBlock() throws {
    let text = "Paleol treats gloom.\n\n<!-- assay-ignore-next & <b> -->\n\nBrightol treats glare.\n"
    var checked = try MadeUpRules.check(text)
    var finding = try #require(checked.judgment.findings.first)
    let comment = try #require(checked.document.comments.first)
    finding.sentence = -1
    finding.range = ByteRange(0, 0)
    finding.place = comment.range
    finding.claims = []
    checked.judgment.findings = [finding]
    let tree = try Self.tree([checked])
    Self.expectLinks(tree)
    Self.expectText(tree, checked)
    let source = try #require(tree.all("p").first { $0.attributes["class"] == "source" })
    #expect(source.text == "In a comment, line 3: <!-- assay-ignore-next & <b> -->")
  }

  @Test func aTextWithoutBlocksIsReported() throws {
    let tree = try Self.tree([try MadeUpRules.check("")])
    Self.expectLinks(tree)
    #expect(tree.all("article").count == 1)
  }
}
