import Knowledge
import Reporting

/// How texts are read, what is reported of them, and what a pack is.
extension RuleExplanation {
  func cue(_ cue: Cue) -> RecordDetails {
    let value = cue.value.isEmpty ? "" : " (\(cue.value))"
    var details = RecordDetails(
      "cue", cue.id, "\(cue.category.rawValue)\(value), acts on: \(cue.scope.rawValue)")
    details.add("means", "means", cue.means)
    details.add("forms", "words", .words(cue.forms))
    details.add("examples", "examples", .lines(cue.examples))
    details.add(place: cue.place)
    return details
  }

  func frame(_ frame: Frame) -> RecordDetails {
    var details = RecordDetails("frame", frame.id, "\(frame.shape.rawValue), \(frame.effect.rawValue)")
    details.add("means", "means", frame.means)
    details.add("words", "words", .words(frame.words))
    details.add("targetLinks", "before the target", .words(frame.targetLinks))
    details.add("agentLinks", "before the agent", .words(frame.agentLinks))
    if let direction = frame.movesDirection {
      details.add("moves", "moves", "\(direction.rawValue): \(frame.movesQuantity)")
    }
    details.add("strength", "strength", frame.strength)
    details.add("examples", "examples", .lines(frame.examples))
    details.add(place: frame.place)
    return details
  }

  func finding(_ place: Int) -> RecordDetails {
    let rule = knowledge.findingRules[place]
    let fault = knowledge.regulation.faults.firstIndex { $0.finding == Int32(place) }
    var details = RecordDetails("finding", rule.id, rule.message)
    details.add("severity", "severity", rule.severity.rawValue)
    details.add("rank", "rank", .number(Int(rule.rank)))
    details.add("why", "why", rule.why)
    details.add("suggestion", "instead", rule.suggestion)
    details.add("agents", "about", mentions(rule.agents))
    if let fault {
      let barred = knowledge.regulation.rules.filter { $0.faults.contains(Int32(fault)) }
      details.add("topic", "topic", knowledge.regulation.faults[fault].topic)
      details.add(
        "regulations", "barred by",
        .mentions(
          barred.map { rule in
            let markets = rule.holdsIn.joined(separator: ", ")
            return .init("\(rule.id) (\(markets)): \(rule.why)", ("id", rule.id), ("jurisdictions", markets))
          }))
    }
    let faultRecord = fault.map { knowledge.regulation.faults[$0] }
    details.add("flags", "flags", .lines(rule.flags + (faultRecord?.flags ?? [])))
    details.add("passes", "passes", .lines(rule.passes + (faultRecord?.passes ?? [])))
    details.add("sources", "sources", citations(rule.sources))
    details.add(place: rule.place)
    return details
  }

  func regulation(_ rule: RegulationRule) -> RecordDetails {
    var details = RecordDetails("regulation", rule.id, rule.why)
    details.add("jurisdictions", "holds in", .words(rule.holdsIn))
    details.add("severity", "severity", rule.allowedSeverity.rawValue)
    details.add("basis", "basis", rule.basis.rawValue)
    details.add(
      "products", "products",
      .words(ProductClass.allCases.filter { rule.products.contains(ProductClasses($0)) }.map(\.rawValue)))
    details.add("fix", "instead", rule.fix)
    details.add("safe", "safe", rule.safe)
    details.add("check", "to be looked at by a person", rule.check)
    details.add(
      "findings", "reported as",
      .words(
        rule.faults.map { fault in
          knowledge.findingRules[Int(knowledge.regulation.faults[Int(fault)].finding)].id
        }))
    details.add("sources", "sources", citations(rule.sources))
    details.add(place: rule.place)
    return details
  }

  func pack(_ pack: Pack) -> RecordDetails {
    var details = RecordDetails("pack", pack.id, pack.title)
    details.add("version", "version", pack.version)
    details.add("reviewed", "reviewed", pack.reviewed)
    details.add("maximumAgeYears", "years that a review holds", .number(Int(pack.maximumAgeYears)))
    details.add("language", "language", pack.language)
    details.add("about", "about", pack.about)
    func isOfPack(_ place: RulePlace) -> Bool { place.path.hasPrefix(pack.id + "/") }
    for (key, count) in [
      ("concepts", knowledge.concepts.count { isOfPack($0.place) }),
      ("sources", knowledge.sources.count { isOfPack($0.place) }),
      ("statements", knowledge.statements.count { isOfPack($0.place) }),
      ("definitions", knowledge.definitions.count { isOfPack($0.place) }),
    ] { details.add(key, key, .number(count)) }
    details.add("sha256", "SHA-256 of all rules", knowledge.sha256)
    return details
  }
}
