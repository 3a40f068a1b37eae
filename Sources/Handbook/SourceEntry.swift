import Knowledge
import Reporting

/// A publication on a page: who, what, where, how it was done and what it found, in that order.
struct SourceEntry {
  let book: Book
  /// In `KnowledgeBase.sources`.
  let place: Int

  private var source: Source { book.knowledge.sources[place] }

  /// Under evidence that rests on it: with a link to its entry.
  func writeCitation(to html: inout HTMLWriter) {
    html.element("p", ["class": "cite"]) { html in
      citation(&html)
      html.text(" ")
      addresses(&html)
    }
    html.element("p", ["class": "finding"]) { html in
      html.element("span", ["class": "design"], Book.capitalized(design))
      html.text(". \(source.finding) ")
      html.element("a", ["href": html.root + Place.source(source), "class": "more"], "Entry")
    }
  }

  /// Its own entry.
  func writeEntry(to html: inout HTMLWriter) {
    html.element("article", ["class": "source", "id": Place.anchor(source)]) { html in
      html.element("h3") { $0.text(source.title) }
      html.element("p", ["class": "cite"]) { html in
        html.text(parts([source.authors.map(stopped), publication]).joined(separator: " "))
        html.text(" ")
        addresses(&html)
      }
      html.element("p") { html in
        html.element("span", ["class": "design"], Book.capitalized(design))
        html.text(". \(source.finding)")
      }
      if let whole = source.partOf, let place = book.knowledge.sources.firstIndex(where: { $0.id == whole }) {
        html.element("p") { html in
          html.text("A further extract of ")
          html.link(book.knowledge.sources[place].title, to: Place.source(book.knowledge.sources[place]))
          html.text(".")
        }
      }
      users(&html)
      html.element("p", ["class": "meta"]) { $0.element("code", source.id) }
    }
  }

  private func citation(_ html: inout HTMLWriter) {
    if let authors = source.authors, !authors.isEmpty { html.text(stopped(authors) + " ") }
    html.element("cite") { $0.text(stopped(source.title)) }
    if let publication { html.text(" " + publication) }
  }

  /// Journal and year.
  private var publication: String? {
    let parts = parts([source.journal, source.year.map(String.init)])
    return parts.isEmpty ? nil : parts.joined(separator: ", ") + "."
  }

  private var design: String {
    EvidenceWords.name(source.design) + (source.participants.map { ", \($0) participants" } ?? "")
  }

  private func addresses(_ html: inout HTMLWriter) {
    var links: [(String, String)] = []
    if let doi = source.doi { links.append(("doi:\(doi)", SafeLink.doi(doi))) }
    if let pmid = source.pmid {
      links.append(("PubMed \(pmid)", SafeLink.pubMed(pmid) ?? ""))
    }
    for address in parts([source.url, source.seenAt]) {
      // The same place under another name.
      let isKnown = links.contains { $0.1 == address } || address.lowercased().contains("doi.org/")
      if source.doi != nil || source.pmid != nil, isKnown { continue }
      if let pmid = source.pmid, address.contains("pubmed"), address.contains(pmid) { continue }
      links.append((SafeLink.web(address) == nil ? address : SafeLink.host(address), address))
    }
    for (index, link) in links.enumerated() {
      if index > 0 { html.text(" · ") }
      html.link(link.0, toWeb: link.1)
    }
  }

  private func users(_ html: inout HTMLWriter) {
    let users = book.references.users(ofSource: place)
    guard !users.isEmpty else {
      return html.element("p", ["class": "users"], "Nothing rests on it yet.")
    }
    html.element("p", ["class": "users"]) { html in
      html.text("Cited for: ")
      var isFirst = true
      func add(_ text: String, _ path: String) {
        if !isFirst { html.text("; ") }
        isFirst = false
        html.link(text, to: path)
      }
      for place in users.statements {
        let statement = book.knowledge.statements[place]
        let verdict = EvidenceWords.label(statement.verdict, of: statement.relation).lowercased()
        add(
          "“\(StatementText(book: book).plain(statement))” (\(verdict))",
          Place.statement(statement, on: book.concept(statement.intervention)))
      }
      for place in users.definitions {
        let definition = book.knowledge.definitions[place]
        let concept = book.concept(definition.concept)
        add("definition of \(concept.label)", Place.definition(definition, of: concept))
      }
      for concept in book.sorted(users.concepts) {
        add("effects of \(book.concept(concept).label)", Place.concept(book.concept(concept)))
      }
      for place in users.findingRules {
        let rule = book.knowledge.findingRules[place]
        add("finding \(rule.id)", Place.findingRule(rule))
      }
      for place in users.regulationRules {
        let rule = book.knowledge.regulation.rules[place]
        add("regulation \(rule.id)", Place.regulation(rule))
      }
      for place in users.parts {
        let part = book.knowledge.sources[place]
        add("extract \(part.id)", Place.source(part))
      }
      html.text(".")
    }
  }

  private func stopped(_ text: String) -> String {
    text.isEmpty || text.hasSuffix(".") || text.hasSuffix("?") || text.hasSuffix("!") ? text : text + "."
  }

  private func parts(_ parts: [String?]) -> [String] { parts.compactMap { $0 }.filter { !$0.isEmpty } }
}
