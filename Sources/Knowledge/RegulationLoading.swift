/// Reads the files of `regulation/`.
extension RecordLoader {
  /// Reads `products.yaml`.
  mutating func loadProducts(_ file: RecordReader) {
    file.name = "the products"
    drafts.regulation.groupsPath = path
    for record in file.records("products", "a product record", required: true) {
      let name = record.text("class")
      let product = name.flatMap { $0.text == Self.openClass ? nil : classes([$0], "class", record).first }
      let mayBe = classes(record.texts("may_be"), "may_be", record)
      let kinds = record.texts("kinds").compactMap { text -> Concept.Kind? in record.choice(of: text, "kinds")
      }
      let concepts = record.texts("concepts")
      let words = record.texts("words").map { $0.text.lowercased() }
      record.finish()
      guard !record.isDamaged else { continue }
      drafts.regulation.products.append(
        RegulationDrafts.ProductDraft(
          product: product, mayBe: ProductClasses(mayBe), kinds: kinds, concepts: concepts, words: words,
          path: path))
    }
    drafts.regulation.unnamedMayBe = ProductClasses(
      classes(file.texts("unnamed_may_be"), "unnamed_may_be", file))
    for record in file.records("groups", "a group") {
      let id = record.text("id")
      let concepts = record.texts("concepts", required: true)
      record.finish()
      if let id { drafts.regulation.groups[id.text] = concepts }
    }
    file.finish()
  }

  private static let openClass = "open"

  private func classes(_ texts: [PlacedText], _ key: String, _ record: RecordReader) -> [ProductClass] {
    texts.compactMap { record.choice(of: $0, key) }
  }

  /// Reads `general.yaml`.
  mutating func loadGeneralExceptions(_ file: RecordReader) {
    file.name = "the general exceptions"
    drafts.regulation.exceptions += exceptions(of: file)
    drafts.regulation.passes += file.texts("passes").map(\.text)
    file.finish()
  }

  /// Reads a file of faults; each is a finding rule too.
  mutating func loadFaults(_ file: RecordReader) {
    eachRecord(of: file, "faults", "fault") { loader, record, id in
      let topic = record.text("topic")
      let rank = record.integer("rank", in: -1_000_000...1_000_000) ?? 0
      let byDefault: DefaultSeverity? = record.choice("by_default")
      let once = record.flag("once", false)
      let message = record.text("message")
      let suggestion = record.textOrEmpty("suggestion")
      let why = record.text("why")
      let explainedBy = record.texts("explained_by")
      let when = loader.conditions(of: record)
      let unless = loader.exceptions(of: record)
      let flags = record.texts("flags", required: true)
      let passes = record.texts("passes", required: true)
      guard let topic, let byDefault, let message, let why, !record.isDamaged else { return false }
      let place = loader.place(record)
      let name = PlacedText(text: "\(RegulationFault.family)/\(id.text)", at: id.at)
      let severity = byDefault.severity
      let rule = FindingRule(
        id: name.text, severity: severity ?? .note, check: RegulationFault.family, rank: rank,
        message: message.text,
        suggestion: suggestion, why: why.text, sources: [], agents: [], flags: [], passes: [],
        place: place.rulePlace)
      loader.drafts.findings.append(
        FindingDraft(id: name, rule: rule, sources: [], agents: [], place: place))
      let fault = RegulationFault(
        finding: -1, topic: topic.text, byDefault: severity, once: once, explainedBy: [], when: [],
        unless: [], flags: flags.map(\.text), passes: passes.map(\.text))
      loader.keep(flags, of: record, name, .finding, .flagged, marking: .allowed)
      loader.keep(passes, of: record, name, .finding, .passed, marking: .allowed)
      loader.drafts.regulation.faults.append(
        RegulationDrafts.FaultDraft(
          id: name, fault: fault, explainedBy: explainedBy, when: when, unless: unless, place: place))
      return true
    }
    file.finish()
  }

  private enum DefaultSeverity: String, CaseIterable {
    case none, note, warning, error
    var severity: FindingRule.Severity? { FindingRule.Severity(rawValue: rawValue) }
  }

  private func conditions(of record: RecordReader) -> [RegulationDrafts.ConditionDraft] {
    record.records("when", "a condition of \(record.name)", required: true).map { item in
      var condition = RegulationFault.Condition()
      condition.products = ProductClasses(classes(item.texts("products"), "products", item))
      condition.promotional = item.flag("promotional", false)
      condition.figure = item.flag("figure", false)
      condition.quoted = item.flag("quoted", false)
      var targets: [PlacedText] = []
      if let claim = item.record("claim", "'claim' of \(record.name)") {
        condition.claim = claimCondition(claim)
        targets = claim.texts("targets")
        claim.finish()
      }
      let draft = RegulationDrafts.ConditionDraft(
        condition: condition, wording: item.texts("wording"), with: item.texts("with"),
        agents: item.texts("agents"), mentions: item.texts("mentions"), targets: targets)
      item.finish()
      if draft.wording.isEmpty, draft.mentions.isEmpty, condition.claim == nil, !condition.quoted {
        record.damage(
          item.at, "a condition of \(record.name) looks at no wording, mention or claim", "add one of them")
      }
      return draft
    }
  }

  private func claimCondition(_ record: RecordReader) -> RegulationFault.ClaimCondition {
    var claim = RegulationFault.ClaimCondition()
    claim.relations = record.texts("relations").map(\.text)
    claim.targetKinds = record.texts("target_kinds").compactMap { text -> Concept.Kind? in
      record.choice(of: text, "target_kinds")
    }
    claim.strength = record.textOrEmpty("strength")
    claim.hedged = record.flag("hedged", true)
    claim.reported = record.flag("reported", false)
    claim.attribution = record.texts("attribution").map(\.text)
    return claim
  }

  private func exceptions(of record: RecordReader) -> [RegulationDrafts.ExceptionDraft] {
    record.records("unless", "an exception of \(record.name)").map { item in
      var exception = RegulationFault.Exception()
      exception.within = item.choice("within", RegulationFault.Exception.Reach.sentence) ?? .sentence
      exception.attribution = item.texts("attribution").map(\.text)
      exception.products = ProductClasses(classes(item.texts("products"), "products", item))
      let draft = RegulationDrafts.ExceptionDraft(
        exception: exception, wording: item.texts("wording"), agents: item.texts("agents"),
        mentions: item.texts("mentions"), evidence: item.texts("evidence"), path: path)
      item.finish()
      return draft
    }
  }

  /// Reads the rules of a jurisdiction.
  mutating func loadJurisdiction(_ file: RecordReader) {
    file.name = "the jurisdiction"
    let jurisdiction = file.text("jurisdiction")
    eachRecord(of: file, "rules", "rule") { loader, record, id in
      let severity: FindingRule.Severity? = record.choice("severity")
      let basis: RegulationRule.Basis? = record.choice("basis")
      let byHand = record.flag("by_hand", false)
      let check = record.textOrEmpty("check")
      let faults = record.texts("faults", required: !byHand)
      if byHand, check.isEmpty {
        record.damage(id.at, "\(record.name) says not what a person looks at", "add 'check: …'")
      }
      let why = record.text("why")
      let fix = record.textOrEmpty("fix")
      let safe = record.textOrEmpty("safe")
      let also = record.texts("also").map { $0.text.lowercased() }
      let products = ProductClasses(loader.classes(record.texts("products"), "products", record))
      let sources = record.texts("sources", required: true)
      guard let severity, let basis, let why, let jurisdiction, !record.isDamaged else { return false }
      let place = loader.place(record)
      let rule = RegulationRule(
        id: id.text, jurisdiction: jurisdiction.text.lowercased(), also: also, faults: [],
        severity: severity, basis: basis, products: products, why: why.text, fix: fix, safe: safe,
        check: check, sources: [], place: place.rulePlace)
      loader.drafts.regulation.rules.append(
        RegulationDrafts.RuleDraft(id: id, rule: rule, faults: faults, sources: sources, place: place))
      return true
    }
    file.finish()
  }

  /// Reads the texts that rules of jurisdictions rest on; they join the other sources.
  mutating func loadRegulatorySources(_ file: RecordReader) {
    eachRecord(of: file, "sources", "source") { loader, record, id in
      let title = record.text("title")
      let publisher = record.text("publisher")
      let url = record.text("url")
      let year = record.integer("year", in: 1900...2100)
      let authority: RegulationRule.Basis? = record.choice("authority")
      let finding = record.text("finding")
      guard let title, let publisher, let url, let authority, let finding else { return false }
      let place = loader.place(record)
      let design: Source.Design =
        switch authority {
        case .primary: .regulator
        case .secondary: .news
        case .research: .guideline
        }
      let source = Source(
        id: id.text, title: title.text, journal: publisher.text, year: year, url: url.text, design: design,
        finding: finding.text, place: place.rulePlace)
      // A page may be read once for its evidence and once for its law.
      loader.drafts.sources.append(
        SourceDraft(id: id, source: source, partOf: nil, addresses: [], place: place))
      return true
    }
    file.finish()
  }
}

extension ProductClasses {
  init(_ classes: [ProductClass]) { self = classes.reduce(into: []) { $0.insert(ProductClasses($1)) } }
}
