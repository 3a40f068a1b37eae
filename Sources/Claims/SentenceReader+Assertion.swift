import Ingest
import Knowledge
import Linguistics

/// How a claim is asserted, as the cues around it say.
struct Assertion {
  var negated = false
  var certainty = Claim.Certainty.asserted
  var strength = Claim.Strength.moderate
  var advice = Claim.Advice.none
  var flags: Claim.Flags = []
}

extension SentenceReader {
  /// Composes the cues over a frame's word and its participants, the outermost last. The cues that acted are appended to
  /// `result.claimCues`.
  func assertion(of indicator: Indicator, agent: Int32?, target: Int32?) -> Assertion {
    var assertion = Assertion()
    var negations = false
    var hedged = false
    var isAbility = false
    var isProbable = false
    var reported = false
    var unknown = false
    if indicator.frame >= 0 { assertion.strength = grammar.frames[Int(indicator.frame)].strength }
    let position = indicator.first
    let agentToken = agent.map { mentions[Int($0)].first }
    let targetToken = target.map { mentions[Int($0)].first }
    for cue in cues {
      let covers = cue.covers(position)
      let touches =
        covers || (agentToken.map(cue.covers) ?? false) || (targetToken.map(cue.covers) ?? false)
      var acted = false
      switch cue.category {
      case .negation:
        // A cue on a noun phrase denies what that phrase is part of; one on the verb what the verb says.
        if isDeviationCue(cue) { continue }
        if isInsideFrame(cue) { continue }
        if grammar.cues[Int(cue.cue)].scope == .phrase
          ? touches : covers || (agentToken.map(cue.covers) ?? false)
        {
          if cue.first >= indicator.end, !(targetToken.map(cue.covers) ?? false),
            !(agentToken.map(cue.covers) ?? false)
          {
            continue
          }
          negations = true
          acted = true
        }
      case .denial:
        assertion.flags.insert(.debunked)
        acted = true
      case .warning:
        if touches {
          assertion.flags.insert(.warnedAgainst)
          acted = true
        }
      case .unknown:
        if touches {
          unknown = true
          acted = true
        }
      case .hedge:
        if covers {
          switch cue.value {
          case .ability: isAbility = true
          case .probable: isProbable = true
          default: hedged = true
          }
          acted = true
        }
      case .reported:
        if touches {
          reported = true
          acted = true
        }
      case .vagueSource:
        if touches {
          reported = reported || !isProven(cue)
          acted = true
        }
      case .booster:
        if covers || (targetToken.map(cue.covers) ?? false) {
          assertion.strength = max(assertion.strength, .strong)
          acted = true
        }
      case .absolute:
        if covers || cue.first < indicator.end && cue.end > indicator.first {
          assertion.strength = .absolute
          if cue.value == .cure { assertion.flags.insert(.cure) }
          acted = true
        }
      case .weakener:
        if covers && assertion.strength == .moderate {
          assertion.strength = .weak
          acted = true
        }
      case .benefit:
        assertion.flags.insert(.benefit)
      case .studyDesign:
        assertion.flags.insert(.studyDesign)
      case .otherSite:
        assertion.flags.insert(.otherSite)
        acted = true
      default: break
      }
      if acted { result.claimCues.append(cue.record) }
    }
    let clause = clauses[clause(of: position)]
    if clause.kind == .condition { assertion.flags.insert(.conditional) }
    if assertion.flags.contains(.warnedAgainst) { negations = true }
    assertion.negated = negations != assertion.flags.contains(.debunked)
    if unknown {
      assertion.certainty = .unknown
    } else if reported {
      assertion.certainty = .reported
    } else if isQuestion {
      assertion.certainty = .question
    } else if clause.kind == .condition {
      assertion.certainty = .conditional
    } else if hedged || isAbility || isProbable {
      assertion.certainty = .hedged
    }
    if hedged {
      assertion.flags.insert(.doubted)
    } else if isProbable {
      assertion.flags.insert(.probable)
    } else if isAbility {
      assertion.flags.insert(.ability)
    }
    if isQuestion { assertion.certainty = .question }
    let advice = advice(at: position)
    assertion.advice = advice.advice
    if let cue = advice.cue { result.claimCues.append(cues[cue].record) }
    if isHeading { assertion.flags.insert(.heading) }
    return assertion
  }

  /// "lack of melanin" is a state of melanin, not a denial.
  private func isDeviationCue(_ cue: ActiveCue) -> Bool {
    mentions.contains { $0.deviation != nil && $0.first <= cue.first && $0.end >= cue.end }
  }

  /// "You cannot beat X for O": a denial inside a frame's words is part of what they mean, unless they mean a denial.
  private func isInsideFrame(_ cue: ActiveCue) -> Bool {
    indicators.contains {
      $0.first <= cue.first && $0.end >= cue.end && $0.end - $0.first > cue.end - cue.first
        && grammar.frames[Int($0.frame)].effect != .noEffect
    }
  }

  /// "proven" as an adjective asserts; "studies show" reports.
  private func isProven(_ cue: ActiveCue) -> Bool {
    !cues.contains { $0.category == .reported && $0.first <= cue.end && $0.end >= cue.first }
  }

  /// What the sentence calls on.
  func readAttribution() -> Claim.Attribution {
    var vague = false
    var named = false
    for cue in cues {
      if cue.category == .vagueSource { vague = true }
      if cue.category == .namedSource { named = true }
    }
    let range = byteRange(first, end)
    let linked = attribution(byLinksIn: range)
    if linked > .none { return linked }
    var year = false
    var author = false
    var identifier = false
    var bracket = false
    var token = first
    while token < end {
      let item = scan.tokens[Int(token)]
      if item.kind == .number {
        if isYear(item) { year = true }
        // "[12]", "[3, 4]"
        if token > first, mark(token - 1) == 0x5B, token + 1 < end {
          let next = mark(token + 1)
          if next == 0x5D || next == 0x2C || next == 0x2D { bracket = true }
        }
      } else if item.mark == 0x5E {
        // "[^12]", "[^smith]": a footnote of Markdown.
        if token > first, mark(token - 1) == 0x5B { bracket = true }
      } else if item.kind == .word {
        let kind = classes(token)
        if item.end - item.start == 1, item.flags.contains(.capitalized), isInJournalName(token) {
          named = true
        }
        if kind.contains(.citation) {
          if item.end - item.start >= 3 { identifier = identifier || isIdentifier(token) }
          author = author || isEtAl(token)
        }
      }
      token += 1
    }
    if identifier || (author && year && named) { return .fullCitation }
    if bracket || (author && year) || hasAuthorYear() { return .inTextReference }
    if named { return .namedJournal }
    // "The researchers found …": goes on about the study of the sentence before.
    if let before = result.sentences.last, before.block == block,
      before.attribution > .vague, cues.contains(where: { $0.category == .sourceReference })
    {
      return before.attribution
    }
    return vague ? .vague : .none
  }

  /// "Br J Dermatol", "J Am Acad Dermatol": three capitalised words or more, this lone J among them.
  private func isInJournalName(_ token: Int32) -> Bool {
    guard document.text[Int(scan.tokens[Int(token)].start)] == 0x4A else { return false }
    func isCapital(_ place: Int32) -> Bool { scan.tokens[Int(place)].flags.contains(.capitalized) }
    var from = token
    while from > first, isCapital(from - 1) || mark(from - 1) == 0x2E { from -= 1 }
    var to = token + 1
    while to < end, isCapital(to) || mark(to) == 0x2E { to += 1 }
    return (from..<to).count(where: isCapital) >= 3
  }

  /// A link to an entry of the references is a full citation, one to another page a reference.
  private func attribution(byLinksIn range: ByteRange) -> Claim.Attribution {
    var found = Claim.Attribution.none
    for link in document.links(over: range) {
      if link.reference != nil { return .fullCitation }
      if link.isReference { found = .inTextReference }
    }
    return found
  }

  private func isYear(_ token: Token) -> Bool {
    guard token.end - token.start == 4 else { return false }
    let first = document.text[Int(token.start)]
    let second = document.text[Int(token.start) + 1]
    return (first == 0x31 && second == 0x39) || (first == 0x32 && second == 0x30)
  }

  /// "doi:10.…", "PMID 123".
  private func isIdentifier(_ token: Int32) -> Bool {
    let item = scan.tokens[Int(token)]
    let length = item.end - item.start
    guard length == 3 || length == 4 else { return false }
    let head = document.text[Int(item.start)] | 0x20
    guard head == 0x64 || head == 0x70 else { return false }
    // A number follows within three tokens.
    var next = token + 1
    while next < end, next <= token + 4 {
      if scan.tokens[Int(next)].kind == .number { return true }
      next += 1
    }
    return false
  }

  private func isEtAl(_ token: Int32) -> Bool {
    token + 1 < end && scan.tokens[Int(token)].end - scan.tokens[Int(token)].start == 2
      && classes(token + 1).contains(.citation)
  }

  /// "(Smith 2020)", "(Smith and Lee, 2021)", "(Petersen B, Wulf HC. Photodermatol 2014;30:96)": the stop behind initials may have
  /// ended the sentence.
  private func hasAuthorYear() -> Bool {
    let blockEnd = Int32(document.blocks[Int(block)].range.end)
    var token = first
    while token + 2 < end {
      if mark(token) == 0x28, scan.tokens[Int(token + 1)].kind == .word,
        scan.tokens[Int(token + 1)].flags.contains(.capitalized)
      {
        var place = Int(token) + 2
        while place < scan.tokens.count, place < Int(token) + 48, scan.tokens[place].mark != 0x29,
          scan.tokens[place].start < blockEnd
        {
          if scan.tokens[place].kind == .number, isYear(scan.tokens[place]) { return true }
          place += 1
        }
      }
      token += 1
    }
    return false
  }
}

extension Link {
  /// Whether a link leads to something that a reader can look a claim up in: another site, a DOI, a note of the same page.
  /// Links within a site (`/book-now`, `mailto:`) are no reference.
  var isReference: Bool {
    target.hasPrefix("http://") || target.hasPrefix("https://") || target.hasPrefix("doi:")
      || target.hasPrefix("#fn") || target.hasPrefix("#ref") || target.hasPrefix("#cite")
  }
}
