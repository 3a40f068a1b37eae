import Claims

/// Which words deny or doubt, and what do they act on?
package enum CuesTask: EvaluationTask {
  package static let name = "cues"
  package static let abstract = "Does a text deny or doubt something, by which words, and over which words?"
  package static let discussion = """
    Each line: {"id": …, "text": …}. Label: a list out of "negation", "speculation". Answers have "cues", too: \
    [{"type": …, "cue": [[start, end]], "scope": [start, end]}]. Main figure: macro F1 of both kinds. With --scopes and \
    "cues" in the lines also: how many cues are found (a cue of the same kind that shares a character) and how many of \
    their scopes are given exactly.
    """
  package static let choices: EvaluationChoices = .scopes

  package static func answer(_ item: EvaluationItem, by probe: TextProbe) -> CuesAnswer {
    CuesAnswer(
      cues: probe.assertionCues(in: item.document).map { cue in
        CuesAnswer.Cue(
          kind: cue.kind, parts: [item.points.points(cue.range)], scope: item.points.points(cue.scope))
      })
  }

  package static func score(_ choices: EvaluationChoices) -> CuesScore {
    CuesScore(countsScopes: choices.contains(.scopes))
  }
}

/// The cues of a text, in its order.
package struct CuesAnswer: EvaluationAnswer {
  struct Cue: Equatable {
    var kind: AssertionCue.Kind
    /// A cue may stand in pieces ("either … or").
    var parts: [CodePointRange]
    var scope: CodePointRange

    var json: JSONValue {
      .object([
        JSONValue.Member("type", .string(kind.rawValue)),
        JSONValue.Member("cue", .array(parts.map(\.json))),
        JSONValue.Member("scope", scope.json),
      ])
    }

    /// How many code points the cues share.
    func overlap(_ other: Cue) -> Int {
      parts.reduce(0) { sum, part in other.parts.reduce(sum) { $0 + $1.overlap(part) } }
    }
  }

  var cues: [Cue]

  var kinds: Set<AssertionCue.Kind> { Set(cues.map(\.kind)) }

  package var label: JSONValue {
    .array(kinds.map(\.rawValue).sorted().map { .string($0) })
  }

  package var details: [JSONValue.Member] { [JSONValue.Member("cues", .array(cues.map(\.json)))] }
}
