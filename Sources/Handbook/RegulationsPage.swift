import Knowledge
import Reporting

/// What the rules of each market, and guidance on reports of research, bar.
struct RegulationsPage: BookPage {
  let book: Book
  var path: String { Place.regulations }
  var title: String { "Regulation" }

  func write(to html: inout HTMLWriter) {
    html.element("h1", title)
    html.element(
      "p", ["class": "lead"],
      "Rules on advertising and on reporting research, by market. A rule that holds in several markets stands at the first. It "
        + "is no legal advice: each rule names the texts that it rests on, and whether these are the regulator’s own."
    )
    html.element("nav", ["aria-label": "Markets", "class": "strip"]) { html in
      html.element("ul") { html in
        for market in markets {
          html.element("li") { html in
            html.link(name(market), to: "#market-\(market)")
            html.element("span", ["class": "count"], " \(rules(of: market).count)")
          }
        }
      }
    }
    for market in markets {
      html.element("section", ["aria-labelledby": "market-\(market)"]) { html in
        html.element("h2", ["id": "market-\(market)"], name(market))
        for rule in rules(of: market) { write(rule, &html) }
      }
    }
  }

  private var markets: [String] { Set(book.knowledge.regulation.rules.map(\.jurisdiction)).sorted() }

  private func rules(of market: String) -> [RegulationRule] {
    book.knowledge.regulation.rules.filter { $0.jurisdiction == market }.sorted { $0.id < $1.id }
  }

  private func name(_ market: String) -> String {
    market == Regulation.everywhere ? "Everywhere" : market.uppercased()
  }

  private func write(_ rule: RegulationRule, _ html: inout HTMLWriter) {
    html.element("article", ["class": "card", "id": Place.anchor(rule)]) { html in
      html.element("h3") { $0.element("code", rule.id) }
      html.element("p", ["class": "verdict"]) { html in
        let severity = rule.allowedSeverity.rawValue
        html.element("strong", ["class": "badge s-\(severity)"], Book.capitalized(severity))
        html.text(" \(rule.why)")
      }
      html.element("dl", ["class": "facts"]) { html in
        fact("Instead", rule.fix, &html)
        fact("Complies", rule.safe, &html)
        fact("By hand", rule.check, &html)
        fact("Also in", rule.also.map(name).joined(separator: ", "), &html)
        fact("Rests on", basis(rule.basis), &html)
        if !rule.faults.isEmpty {
          html.element("dt", "Reported as")
          for fault in rule.faults {
            let place = book.knowledge.regulation.faults[Int(fault)].finding
            let finding = book.knowledge.findingRules[Int(place)]
            html.element("dd") { $0.link(finding.id, to: Place.findingRule(finding)) }
          }
        }
      }
      html.element("h4", rule.sources.count == 1 ? "Source" : "Sources")
      html.element("ul", ["class": "sources"]) { html in
        for source in rule.sources {
          html.element("li") { SourceEntry(book: book, place: Int(source)).writeCitation(to: &$0) }
        }
      }
    }
  }

  private func fact(_ name: String, _ text: String, _ html: inout HTMLWriter) {
    guard !text.isEmpty else { return }
    html.element("dt", name)
    html.element("dd", text)
  }

  private func basis(_ basis: RegulationRule.Basis) -> String {
    switch basis {
    case .primary: "the regulator’s or lawmaker’s own text"
    case .secondary: "a report of the text"
    case .research: "a study, or guidance on how evidence is reported"
    }
  }
}
