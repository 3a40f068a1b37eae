import Assay
import Foundation
import Handbook
import Knowledge
import Testing

/// The handbook of the real rules, read back.
@Suite struct HandbookTests {
  struct Book: Sendable {
    let knowledge: KnowledgeBase
    let files: [Handbook.File]
    let pages: [(path: String, tree: HTMLTree)]
    let damaged: [String]

    init(_ knowledge: KnowledgeBase) {
      self.knowledge = knowledge
      files = Handbook(knowledge: knowledge, version: "1.2.3").files()
      var pages: [(String, HTMLTree)] = []
      var damaged: [String] = []
      for file in files where file.path.hasSuffix(".html") {
        if let tree = HTMLTree(file.bytes) {
          pages.append((file.path, tree))
        } else {
          damaged.append(file.path)
        }
      }
      self.pages = pages
      self.damaged = damaged
    }

    func text(_ path: String) -> String {
      files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
  }

  static let real = Result {
    let root = TestFiles.directory + "/../../rules"
    return Book(
      try KnowledgeBase.at(
        directory: root, cacheDirectory: NSTemporaryDirectory() + "assay-tests-cache/assay"))
  }

  static func madeUp(_ change: (inout KnowledgeBase) -> Void = { _ in }) throws -> Book {
    var knowledge = try MadeUpRules.checker().knowledge
    change(&knowledge)
    return Book(knowledge)
  }

  @Test func theReadersObjectToFaults() throws {
    #expect(HTMLTree(Array("<html><body><p>open</body></html>".utf8)) == nil)
    let page = "<html><body><p><div></div></p></body></html>"
    #expect(HTMLTree(Array(page.utf8))?.faults.isEmpty == false)
  }

  @Test func everyPageIsValid() throws {
    let book = try Self.real.get()
    #expect(book.damaged.isEmpty, "\(book.damaged)")
    for page in book.pages {
      #expect(page.tree.faults.isEmpty, "\(page.path): \(page.tree.faults.prefix(3))")
    }
    for concept in book.knowledge.concepts {
      #expect(book.files.contains { $0.path == "concepts/\(concept.id).html" }, "\(concept.id)")
    }
  }

  @Test func everyLinkInsideResolves() throws {
    let book = try Self.real.get()
    var anchors: [String: Set<String>] = [:]
    for page in book.pages {
      let ids = page.tree.elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(page.path) has an id twice")
      anchors[page.path] = Set(ids)
    }
    let paths = Set(book.files.map(\.path))
    var broken: [String] = []
    for page in book.pages {
      let folder = page.path.split(separator: "/").dropLast()
      for element in page.tree.elements {
        guard let address = element.attributes["href"], !address.hasPrefix("http") else { continue }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var path = folder
        for step in parts[0].split(separator: "/") {
          if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        let target = parts[0].isEmpty ? page.path : path.joined(separator: "/")
        let exists = paths.contains(target)
        let hasAnchor = parts.count < 2 || anchors[target]?.contains(String(parts[1])) == true
        if !exists || !hasAnchor { broken.append("\(page.path): \(address)") }
      }
    }
    #expect(broken.isEmpty, "\(broken.prefix(5))")
  }

  @Test func headingsGoDownStepByStep() throws {
    for page in try Self.real.get().pages {
      let levels = page.tree.elements.compactMap { element in
        element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
      }
      #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(page.path)")
      for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1, "\(page.path)") }
    }
  }

  @Test func nothingRunsAndNothingIsLoadedFromElsewhere() throws {
    let books = [try Self.real.get(), try Self.madeUp(Self.makeHostile)]
    for book in books {
      #expect(book.damaged.isEmpty)
      for page in book.pages {
        let names = Set(page.tree.elements.map(\.name))
        #expect(
          names.isDisjoint(with: ["script", "style", "img", "iframe", "object", "form", "base", "input"]))
        let policy = page.tree.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
        #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none';") == true, "\(page.path)")
        #expect(page.tree.all("html").first?.attributes["lang"] == "en")
        for element in page.tree.elements {
          #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" })
          guard let address = element.attributes["href"], address.contains(":") else { continue }
          #expect(address.hasPrefix("https://") || address.hasPrefix("http://"), "\(page.path): \(address)")
        }
      }
      #expect(!book.text("handbook.css").contains("url("))
    }
  }

  /// Texts that would break out of a page, and addresses that would run something.
  static func makeHostile(_ knowledge: inout KnowledgeBase) {
    let attack = "\"'><script>alert(1)</script>&amp;\u{202E}\u{0}\u{1B}[31m<!--"
    for index in knowledge.concepts.indices {
      knowledge.concepts[index].label += attack
      knowledge.concepts[index].synonyms.append(attack)
    }
    for index in knowledge.sources.indices {
      knowledge.sources[index].title = attack
      knowledge.sources[index].finding = attack
      knowledge.sources[index].doi = "10.1/\"><script>"
      knowledge.sources[index].pmid = "1\"><script>"
      knowledge.sources[index].url = index == 0 ? "javascript:alert(1)" : "data:text/html,<script>"
      knowledge.sources[index].seenAt = " https://example.org/\"onclick=\""
    }
    for index in knowledge.statements.indices {
      knowledge.statements[index].note = attack
      knowledge.statements[index].maySay = attack
    }
    for index in knowledge.findingRules.indices {
      knowledge.findingRules[index].message = attack
      knowledge.findingRules[index].flags = ["«" + attack + "»", "»«", "«"]
    }
    for index in knowledge.packs.indices { knowledge.packs[index].title = attack }
  }

  @Test func hostileTextsAreShownAsText() throws {
    let book = try Self.madeUp(Self.makeHostile)
    #expect(book.damaged.isEmpty, "\(book.damaged)")
    for page in book.pages {
      #expect(page.tree.faults.isEmpty, "\(page.path): \(page.tree.faults.prefix(3))")
      let text = book.text(page.path)
      #expect(
        !text.contains("<script") && !text.contains("\u{202E}") && !text.contains("\u{1B}"), "\(page.path)")
    }
    #expect(book.text("concepts/brightol.html").contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    // An address that may not be followed is still shown.
    #expect(book.text("sources/d.html").contains("javascript:alert(1)"))
  }

  @Test func aConceptIsToldInFull() throws {
    let text = try Self.madeUp().text("concepts/brightol.html")
    for part in [
      "<h1>Brightol</h1>", "treats <a href=\"../concepts/gloom.html\">gloom</a>", "Supported",
      "moderate certainty",
      "Two small trials agree.", "“Brightol probably helps against gloom.”", "Laboratory study",
      "J Shades, 2020.", "https://doi.org/10.1000/shades.1", "Paleol lowers tint, brightol raises it.",
      "https://example.org/glare", "Increases <a href=\"../concepts/tint.html\">tint</a>",
      "<time datetime=\"2026-11-01\">", "“Brightol treats <a href=\"../concepts/glare.html\">glare</a>”",
      "Not enough evidence", "very low certainty",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("overdue"))
    #expect(try Self.madeUp().text("concepts/gloom.html").contains("definition-def-gloom"))
  }

  @Test func whatComesFromAClassIsMarked() throws {
    let book = try Self.real.get()
    let knowledge = book.knowledge
    let references = CrossReferences(knowledge: knowledge)
    let index = try #require(
      knowledge.concepts.indices.first { !references.inheritedStatements(by: ConceptIndex($0)).isEmpty })
    let inherited = try #require(references.inheritedStatements(by: ConceptIndex(index)).first)
    let from = knowledge.concepts[inherited.from.int]
    let text = book.text("concepts/\(knowledge.concepts[index].id).html")
    let place = text.firstRange(of: "<h2 id=\"inherited\">")
    let section = try text[#require(place).lowerBound...]
    #expect(
      section.contains(
        "concepts/\(from.id).html#statement-\(knowledge.statements[inherited.statement].id)\""))
    #expect(section.contains("From the class"))
  }

  @Test func overdueReviewsAreMarkedOnTheDay() throws {
    let knowledge = try MadeUpRules.checker().knowledge
    func text(_ day: String) -> String {
      let files = Handbook(knowledge: knowledge, asOf: ReviewDate(day)).files()
      return files.filter { $0.path == "concepts/brightol.html" || $0.path == "pack.html" }
        .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    }
    #expect(!text("2029-11-01").contains("review overdue"))
    #expect(text("2029-11-02").contains("review overdue on 2029-11-02"))
    #expect(text("2029-11-02").contains("the reviews of 2 statements and 1 definition have passed"))
  }

  @Test func theIndexHasEveryNameAndThePagesTheirBytes() throws {
    let book = try Self.real.get()
    let names = book.text("names.html")
    for concept in book.knowledge.concepts.prefix(40) {
      for name in concept.synonyms + concept.needsContext
      where !name.contains(where: { "&<>\"'".contains($0) }) {
        #expect(names.contains(name), "\(name)")
      }
      #expect(book.text("index.html").contains("concepts/\(concept.id).html"))
    }
    for source in book.knowledge.sources {
      #expect(book.text("sources/index.html").contains("#source-\(source.id)\""), "\(source.id)")
    }
    for rule in book.knowledge.regulation.rules {
      #expect(book.text("regulations.html").contains("id=\"regulation-\(rule.id)\""), "\(rule.id)")
    }
    for rule in book.knowledge.findingRules {
      #expect(book.text("findings.html").contains("<code>\(rule.id)</code>"), "\(rule.id)")
    }
    #expect(Handbook(knowledge: book.knowledge, version: "1.2.3").files() == book.files)
    #expect(book.files.allSatisfy { Handbook.mayBeFile($0.path) })
    for path in [
      "../x.html", "concepts/../x.html", "/etc/x.html", "a/b.html", ".x.html", "x", "concepts/.html",
    ] {
      #expect(!Handbook.mayBeFile(path), "\(path)")
    }
  }
}
