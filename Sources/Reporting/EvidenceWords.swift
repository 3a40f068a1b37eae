import Knowledge

/// The terms of evidence in plain words, for readers who are no curators.
package enum EvidenceWords {
  // MARK: Verdicts

  /// A verdict in a word or two, as it reads with a relation.
  package static func label(
    _ verdict: EvidenceStatement.Verdict, of relation: EvidenceStatement.Relation
  ) -> String {
    switch verdict {
    case .supported: "Supported"
    case .mixed: "Mixed"
    case .insufficient: "Not enough evidence"
    case .refuted: "Refuted"
    case .harmful:
      switch relation {
      case .causes, .worsens: "Documented harm"
      case .contraindicated: "Documented bar"
      case .treats, .prevents, .increases, .decreases, .noEffect, .precaution: "Harmful"
      }
    }
  }

  /// What a verdict says of a statement, as a clause.
  package static func meaning(
    _ verdict: EvidenceStatement.Verdict, of relation: EvidenceStatement.Relation
  ) -> String {
    switch verdict {
    case .supported: "the evidence bears this out"
    case .mixed: "sources disagree, or it holds in part only"
    case .insufficient: "too little is known to say whether it is so"
    case .refuted: "the evidence speaks against it, or it is false by definition"
    case .harmful:
      switch relation {
      case .causes, .worsens: "sources document that this happens"
      case .contraindicated: "sources document a caution or a bar on this use"
      case .treats, .prevents, .increases, .decreases, .noEffect, .precaution:
        "sources document that doing this can harm"
      }
    }
  }

  // MARK: Certainty

  package static func label(_ certainty: EvidenceCertainty) -> String {
    certainty == .veryLow ? "very low" : certainty.rawValue
  }

  /// What a certainty means for the body of evidence, as a sentence.
  package static func meaning(_ certainty: EvidenceCertainty) -> String {
    switch certainty {
    case .high: "Further research is very unlikely to change the verdict."
    case .moderate:
      "The verdict is probably right; further research may change how large the effect is thought to be."
    case .low: "The verdict may be wrong; further research is likely to change it."
    case .veryLow: "The verdict is hardly more than a guess from a few cases or from a mechanism."
    }
  }

  /// How a text may word what has this certainty.
  package static func wording(_ certainty: EvidenceCertainty) -> String {
    switch certainty {
    case .high: "The bare verb: “X treats Y”."
    case .moderate: "With “probably”: “X probably helps with Y”."
    case .low: "With “may”: “X may help with Y”."
    case .veryLow: "No claim that it works: “it is unclear whether X helps with Y”."
    }
  }

  /// The four circles of GRADE's tables, as many filled as the certainty has steps.
  package static func circles(_ certainty: EvidenceCertainty) -> String {
    switch certainty {
    case .high: "⊕⊕⊕⊕"
    case .moderate: "⊕⊕⊕◯"
    case .low: "⊕⊕◯◯"
    case .veryLow: "⊕◯◯◯"
    }
  }

  // MARK: Relations

  /// What stands between intervention and target.
  package static func verb(_ relation: EvidenceStatement.Relation, ofSeveral: Bool = false) -> String {
    switch relation {
    case .treats: ofSeveral ? "treat" : "treats"
    case .prevents: ofSeveral ? "prevent" : "prevents"
    case .causes: ofSeveral ? "cause" : "causes"
    case .worsens: ofSeveral ? "worsen" : "worsens"
    case .increases: ofSeveral ? "increase" : "increases"
    case .decreases: ofSeveral ? "decrease" : "decreases"
    case .noEffect: ofSeveral ? "have no effect on" : "has no effect on"
    case .contraindicated: ofSeveral ? "are contraindicated in" : "is contraindicated in"
    case .precaution: ofSeveral ? "call for" : "calls for"
    }
  }

  package static func verb(_ direction: Concept.Direction) -> String {
    switch direction {
    case .increases: "increases"
    case .decreases: "decreases"
    case .noEffect: "does not change"
    }
  }

  /// What a definition says of a quantity.
  package static func adjective(_ direction: Definition.Direction) -> String {
    switch direction {
    case .decreases: "lower than normal"
    case .increases: "higher than normal"
    case .either: "higher or lower than normal"
    case .noEffect: "unchanged"
    }
  }

  package static func adjective(_ state: Concept.State) -> String {
    switch state {
    case .low: "lower than normal"
    case .high: "higher than normal"
    case .absent: "absent"
    case .disordered: "disordered"
    }
  }

  // MARK: Sources and concepts

  package static func name(_ design: Source.Design) -> String {
    switch design {
    case .metaAnalysis: "meta-analysis"
    case .systematicReview: "systematic review"
    case .guideline: "guideline"
    case .rct: "randomised controlled trial"
    case .controlledTrial: "controlled trial"
    case .cohort: "cohort study"
    case .caseSeries: "case series"
    case .inVitro: "laboratory study"
    case .animal: "animal study"
    case .narrativeReview: "narrative review"
    case .consensus: "expert consensus"
    case .regulator: "regulator or public-health body"
    case .news: "news report"
    }
  }

  package static func name(_ kind: Concept.Kind) -> String {
    kind == .class ? "class of interventions" : kind.rawValue
  }

  /// The kind as a heading over its concepts.
  package static func plural(_ kind: Concept.Kind) -> String {
    switch kind {
    case .substance: "Substances"
    case .drug: "Drugs"
    case .procedure: "Procedures"
    case .device: "Devices"
    case .class: "Classes of interventions"
    case .condition: "Conditions"
    case .quantity: "Quantities of the body"
    case .structure: "Structures of the body"
    case .outcome: "Outcomes and claims"
    }
  }
}
