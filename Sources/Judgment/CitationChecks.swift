import Claims
import Ingest
import Knowledge
import Linguistics

/// What a sentence calls on, and whether a reader can look it up.
extension Judge {
  func checkCitation(
    _ sentence: Sentence, _ document: Document, _ reading: DocumentReading, _ judgment: Judgment,
    _ hasReferences: Bool, _ candidates: inout [Candidate]
  ) {
    guard sentence.attribution == .vague || sentence.attribution == .namedJournal else { return }
    var efficacy = false
    var strong = false
    for place in sentence.claims {
      let claim = reading.claims[Int(place)]
      guard isClaimed(claim), claim.relation != .other else { continue }
      efficacy = true
      // What is well established needs no study by name.
      let judged = judgment.claims[Int(place)]
      let isEstablished =
        judged.verdict == .supported && judged.statement >= 0
        && (knowledge.statements[Int(judged.statement)].certainty == .high
          || knowledge.statements[Int(judged.statement)].certainty == .moderate)
        && claim.strength < .strong
      if claim.certainty != .hedged, !isEstablished { strong = true }
    }
    guard efficacy else { return }
    if sentence.attribution == .namedJournal {
      guard let record = cue(.namedSource, value: "journal", in: sentence, reading) else { return }
      var candidate = rules.candidate(.unverifiableCitation)
      candidate.cueRange = wholeName(from: record.range, in: document, sentence)
      if hasReferences { candidate.severity = .note }
      candidate.claims = Array(sentence.claims)
      candidates.append(candidate)
    } else if let record = vagueSource(of: sentence, reading) {
      var candidate = rules.candidate(.vagueCitation)
      candidate.cueRange = record.range
      if !strong || hasReferences || isMild(sentence, reading) { candidate.severity = .note }
      candidate.claims = Array(sentence.claims)
      candidates.append(candidate)
    }
  }

  private func vagueSource(of sentence: Sentence, _ reading: DocumentReading) -> CueRecord? {
    sentence.vagueSource >= 0 ? reading.cues[Int(sentence.vagueSource)] : nil
  }

  /// A journal's name as far as its capitals go: "Journal of Cosmetic Dermatology".
  private func wholeName(from range: ByteRange, in document: Document, _ sentence: Sentence) -> ByteRange {
    var end = range.end
    var cursor = range.end
    while cursor + 1 < sentence.range.end, document.text[cursor] == 0x20 {
      var stop = cursor + 1
      while stop < sentence.range.end, document.text[stop] | 0x20 >= 0x61, document.text[stop] | 0x20 <= 0x7A
      { stop += 1 }
      guard stop > cursor + 1 else { break }
      let isCapital = document.text[cursor + 1] < 0x5B
      // Small words may stand inside a name, not at its end.
      guard isCapital || stop - cursor <= 4 else { break }
      if isCapital { end = stop }
      cursor = stop
    }
    return ByteRange(range.start, end)
  }

  /// "Clinically proven: 97% of users …": evidence is called on for something that no frame reads, about a treatment.
  func checkBareCall(
    _ sentence: Sentence, _ reading: DocumentReading, _ hasReferences: Bool, _ candidates: inout [Candidate]
  ) {
    guard sentence.attribution == .vague, !hasReferences, !isMild(sentence, reading),
      let record = vagueSource(of: sentence, reading), cue(.studyDesign, in: sentence, reading) == nil,
      !denied(record, sentence, reading)
    else { return }
    let speaksOfTreatment = sentence.mentions.contains { place in
      let concept = reading.mentions[Int(place)].concept
      return concept < 0 || kind(concept)?.isIntervention == true || kind(concept) == .outcome
        || knowledge.cues[Int(record.cue)].id == "vague"
    }
    let promises =
      cue(.benefit, in: sentence, reading) != nil || cue(.booster, in: sentence, reading) != nil
      || cue(.absolute, in: sentence, reading) != nil || knowledge.cues[Int(record.cue)].id == "vague"
    guard speaksOfTreatment, promises else { return }
    var candidate = rules.candidate(.vagueCitation)
    candidate.cueRange = record.range
    candidates.append(candidate)
  }

  /// "suggest", "some evidence", "may": the sentence itself takes the weight off.
  private func isMild(_ sentence: Sentence, _ reading: DocumentReading) -> Bool {
    sentence.cues.contains { place in
      let cue = Int(reading.cues[Int(place)].cue)
      switch categories[cue] {
      case .hedge: return knowledge.cues[cue].value == "doubt"
      case .weakener, .unknown: return true
      default: return false
      }
    }
  }

  // MARK: Preclinical evidence

  /// What was seen in animals or in a dish, or what nobody has reviewed, is made a claim about people: in the same sentence by
  /// naming them or by concluding, or in the next one by concluding.
  func checkPreclinical(
    _ index: Int32, _ document: Document, _ reading: DocumentReading, _ sentence: Sentence,
    _ candidates: inout [Candidate]
  ) {
    guard !sentence.claims.isEmpty,
      let claim = sentence.claims.first(where: { isForPeople(reading.claims[Int($0)]) })
    else { return }
    let record: CueRecord
    if let own = cue(.preclinical, in: sentence, reading) {
      let isUnreviewed = knowledge.cues[Int(own.cue)].value == "preprint"
      guard isUnreviewed || namesPeople(sentence, document) || cue(.inference, in: sentence, reading) != nil,
        !denied(own, sentence, reading)
      else { return }
      record = own
    } else {
      guard let conclusion = cue(.inference, in: sentence, reading), index > 0,
        conclusion.range.start - sentence.range.start < 4
      else { return }
      let before = reading.sentences[Int(index) - 1]
      guard before.block == sentence.block, let own = cue(.preclinical, in: before, reading),
        !denied(own, before, reading), !denied(conclusion, sentence, reading)
      else { return }
      record = conclusion
    }
    var candidate = rules.candidate(.preclinicalCitation)
    candidate.cueRange = record.range
    candidate.claims = [claim]
    candidate.agents = [reading.claims[Int(claim)].agent]
    candidate.target = reading.claims[Int(claim)].target
    candidates.append(candidate)
  }

  /// Whether a claim says of people, without reserve, that something helps them.
  func isForPeople(_ claim: Claim) -> Bool {
    isClaimed(claim) && (claim.relation == .treats || claim.relation == .prevents) && claim.wording >= .plain
      && claim.certainty != .conditional && kind(claim.target.concept) == .condition
      && claim.flags.isDisjoint(with: [.studyDesign, .definitional, .doubted])
  }

  /// Whether a sentence speaks of people or to its reader.
  func namesPeople(_ sentence: Sentence, _ document: Document) -> Bool {
    document.text[sentence.range.start..<sentence.range.end].split { byte in
      !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }.contains { word in
      knowledge.words.find(Array(word).lowercasedASCII).map { number in
        !knowledge.wordClasses[Int(number)].isDisjoint(with: [.person, .human])
      } ?? false
    }
  }
}
