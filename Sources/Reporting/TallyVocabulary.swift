import Claims
import Judgment
import Knowledge

extension Tally {
  /// Adds the concepts, finding rules and regulations that a document's report names, and the sources behind them. Comes
  /// after `collectEvidence`.
  mutating func collectVocabulary(of checked: CheckedDocument, knowledge: KnowledgeBase) {
    let reading = checked.reading
    for mention in reading.mentions { concepts.insert(mention.concept) }
    for claim in reading.claims {
      insert(claim.agent)
      insert(claim.target)
      for partner in claim.partners { insert(reading.partners[Int(partner)]) }
      if let comparison = claim.comparison { concepts.insert(comparison.concept) }
    }
    for finding in checked.judgment.findings {
      findingRules.insert(finding.rule)
      for attached in finding.attached { findingRules.insert(attached.rule) }
      for place in finding.regulations { regulations.insert(place) }
    }
    for place in statements.places {
      let statement = knowledge.statements[place]
      concepts.insert(statement.intervention.rawValue)
      concepts.insert(statement.target.rawValue)
      for partner in statement.partners { concepts.insert(partner.rawValue) }
    }
    for place in definitions.places {
      concepts.insert(knowledge.definitions[place].concept.rawValue)
      concepts.insert(knowledge.definitions[place].quantity.rawValue)
    }
    for place in regulations.places {
      for source in knowledge.regulation.rules[place].sources { sources.insert(source) }
    }
    for place in findingRules.places {
      for source in knowledge.findingRules[place].sources { sources.insert(source) }
    }
  }

  private mutating func insert(_ participant: Participant) {
    concepts.insert(participant.concept)
    concepts.insert(participant.movesQuantity)
  }
}
