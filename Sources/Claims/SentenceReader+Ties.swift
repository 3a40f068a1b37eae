import Ingest
import Knowledge
import Linguistics

/// A word that ties two things, read with the verb forms and marks around it.
struct Tie {
  enum Kind: UInt8 {
    /// "associated with".
    case association
    /// "reduces X", "is prevented by", "an effect on", "is effective in".
    case effect
    /// "higher in", "decreased over time".
    case difference
  }
  /// How much of the sentence's statement it bears.
  enum Weight: UInt8, Comparable {
    /// An attribute or a participle inside a phrase.
    case attribute
    /// A noun, or a verb that is not finite.
    case noun
    /// The predicate of a clause.
    case predicate
    static func < (a: Weight, b: Weight) -> Bool { a.rawValue < b.rawValue }
  }
  var first: Int32
  var end: Int32
  var kind: Kind
  var weight: Weight
  /// "useful", "effective": what it is good for may stand behind it.
  var isAdjective = false
}

extension SentenceReader {
  /// The phrases of linking cues in the sentence; of two that overlap the longer.
  func linkingHits() -> [PhraseHit] {
    var found: [PhraseHit] = []
    scan.forEachPhrase(of: .linking, from: Int(first), to: Int(end), grammar, &begunPhrases) { hit in
      if role(of: hit).category != .raising,
        found.contains(where: {
          $0.first <= hit.first && $0.end >= hit.end && $0.end - $0.first > hit.end - hit.first
        })
      {
        return
      }
      found.append(hit)
    }
    return found
  }

  func role(of hit: PhraseHit) -> Grammar.CueRole { grammar.cues[Int(hit.entry.index)] }

  /// The ties that the sentence states, in its order.
  func ties(in hits: [PhraseHit], statements: [Range<Int32>]) -> [Tie] {
    var ties: [Tie] = []
    for hit in hits {
      let role = role(of: hit)
      let kind: Tie.Kind
      switch role.category {
      case .association: kind = .association
      case .effect: kind = .effect
      case .difference: kind = .difference
      default: continue
      }
      // "drug-induced", "higher-order": part of a word.
      if hit.end - hit.first == 1, scan.tokens[Int(hit.first)].flags.contains(.hyphenBefore) { continue }
      guard let statement = statements.first(where: { $0.contains(hit.first) }) else { continue }
      var tie = Tie(first: hit.first, end: hit.end, kind: kind, weight: .noun)
      switch role.value {
      case .verb, .change:
        let use = verbUse(of: hit, among: hits)
        switch use {
        case .transitive, .raised:
          if kind == .effect, isOwnWork(before: hit.first, in: statement, hits) { continue }
          tie.weight = .predicate
        case .passive(let byAgent):
          tie.weight = .predicate
          if role.value == .change && !byAgent { tie.kind = .difference }
        case .intransitive:
          tie.weight = .predicate
          if role.value == .change {
            tie.kind = .difference
          } else if kind == .effect {
            guard hit.end < end, scan.tokens[Int(hit.end)].kind == .word,
              !classes(hit.end).contains(.coordinator)
            else { continue }
            // "lesions induced by heat": a participle behind its noun.
            if hit.entry.form == .past, hit.end - hit.first == 1 { tie.weight = .attribute }
          }
        case .participleClause: break
        case .gerund:
          tie.weight = .attribute
        case .purpose:
          guard kind == .association else { continue }
          tie.weight = .attribute
        case .adjective, .noun: continue
        }
      case .noun:
        if kind == .association, role.scope == .phrase {
          guard isSaidOfSubject(hit, in: statement) else { continue }
          tie.weight = .predicate
        } else if kind == .difference {
          guard isReported(hit, in: statement) else { continue }
        } else if isComplement(hit.first, of: .be, in: statement, hits) {
          tie.weight = .predicate
        }
      case .adjective:
        guard
          copula(before: hit.first) != nil
            || kind != .difference && isComplement(hit.first, of: .be, in: statement, hits)
        else { continue }
        tie.weight = .predicate
        tie.isAdjective = true
      case .loose:
        if kind == .difference {
          let isAmount = hit.end < end && isWord(hit.end, "than")
          if !isAmount, copula(before: hit.first) != nil {
            tie.weight = .predicate
            break
          }
          guard !isAmount,
            isMeasured(statement, hits)
              || isComplement(hit.first, of: [.auxiliary, .finiteVerb], in: statement, hits)
          else { continue }
          tie.weight = .attribute
        } else {
          tie.weight = copula(before: hit.first) != nil ? .predicate : .attribute
        }
      case .measure: continue
      default:
        if copula(before: hit.first) != nil {
          tie.weight = .predicate
        } else if kind == .difference {
          guard isMeasured(statement, hits) || isReported(hit, in: statement),
            hit.first == first || !classes(hit.first - 1).contains(.infinitive)
          else { continue }
          tie.weight = .attribute
        }
      }
      ties.append(tie)
    }
    return ties
  }

  /// "than", "compared with": the statement says what it compares.
  private func isMeasured(_ statement: Range<Int32>, _ hits: [PhraseHit]) -> Bool {
    hits.contains {
      // "more than half" is an amount.
      role(of: $0).value == .measure && statement.contains($0.first)
        && !isWord($0.first - 1, "more", "less", "fewer", "greater")
    }
  }

  /// "showed lower levels", "lower levels were found": a finite verb says that it was seen.
  private func isReported(_ hit: PhraseHit, in statement: Range<Int32>) -> Bool {
    for token in statement where token < hit.first || token >= hit.end {
      if token + 1 < end,
        verb(token) == .finite || !classes(token).isDisjoint(with: [.verbPast, .finiteVerb])
      {
        return true
      }
    }
    return false
  }

  /// Whether the noun phrase around a token is what the subject is said to be: a form of "be" stands before it, with
  /// articles, adjectives and adverbs between ("have" with `.auxiliary`).
  private func isComplement(
    _ token: Int32, of verb: WordClasses, in statement: Range<Int32>, _ hits: [PhraseHit]
  ) -> Bool {
    var place = token - 1
    var steps = 0
    while place >= statement.lowerBound, steps < 7, scan.tokens[Int(place)].kind == .word {
      let kind = classes(place)
      if !kind.isDisjoint(with: verb)
        || hits.contains(where: { role(of: $0).value == .copula && $0.end == place + 1 })
      {
        return true
      }
      if !kind.isDisjoint(with: [.preposition, .subordinator, .relative, .modal]) { return false }
      place -= 1
      steps += 1
    }
    return false
  }

  /// "is a predictor", "as predictors", "predictors were A and B", "identified risk factors".
  private func isSaidOfSubject(_ hit: PhraseHit, in statement: Range<Int32>) -> Bool {
    var place = hit.first - 1
    var steps = 0
    while place >= statement.lowerBound, steps < 7, scan.tokens[Int(place)].kind == .word {
      let kind = classes(place)
      if !kind.isDisjoint(with: [.be, .auxiliary, .finiteVerb, .verbThird]) || isWord(place, "as") {
        return true
      }
      if !kind.isDisjoint(with: [.preposition, .relative, .modal]) { return false }
      place -= 1
      steps += 1
    }
    return (hit.end..<min(statement.upperBound, hit.end + 12)).contains { classes($0).contains(.be) }
  }

  /// "These findings contribute to the literature": the subject is the work itself.
  private func isOwnWork(before token: Int32, in statement: Range<Int32>, _ hits: [PhraseHit]) -> Bool {
    guard
      let noun = hits.first(where: {
        role(of: $0).value == .report && $0.first >= statement.lowerBound && $0.end <= token
          && $0.first - statement.lowerBound <= 5
          && ($0.first == statement.lowerBound
            || !classes($0.first - 1).isDisjoint(with: [.determiner, .person, .genitive]))
      })
    else { return false }
    var group = token
    while group - 1 >= noun.end,
      isAdverb(group - 1) || !classes(group - 1).isDisjoint(with: [.modal, .auxiliary, .be, .infinitive])
        || classes(group - 1).contains(.verbBase)
    { group -= 1 }
    return !(noun.end..<max(group, noun.end)).contains {
      !classes($0).isDisjoint(with: [
        .be, .modal, .auxiliary, .finiteVerb, .verbPast, .verbThird, .relative, .subordinator,
      ])
    }
  }
}
