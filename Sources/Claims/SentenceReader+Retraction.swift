import Ingest
import Knowledge
import Linguistics

/// What a text says of what it has just said: it takes it back ("Some say that it helps. It doesn't.", "…, but that is a
/// myth"), calls it wrong beforehand ("False: …"), or says yes to its own question.
extension SentenceReader {
  /// What the sentence before was, where a yes may follow.
  struct Asked {
    /// What it would admit if it were no question.
    var admissions: [Admission] = []
    var block: Int32 = -1
  }

  // MARK: The sentence before

  /// Applies the head of this sentence to what the one before put forward or asked.
  func readAnswer(to before: Range<Int32>) {
    let asked = self.asked
    self.asked = Asked()
    guard !isQuestion else { return }
    if let last = result.sentences.last, last.block == block,
      !before.isEmpty || !last.admissions.isEmpty || !last.waivers.isEmpty, isTakenBack()
    {
      for index in before where result.claims[Int(index)].certainty != .question { debunk(Int(index)) }
      removeAdmissionsOfLast()
    }
    guard asked.block == block || asked.block == block - 1, let last = result.sentences.indices.last,
      isAffirmed()
    else { return }
    for index in result.sentences[last].claims where result.claims[Int(index)].certainty == .question {
      result.claims[Int(index)].certainty = .asserted
    }
    result.admissions += asked.admissions
    result.sentences[last].admissions =
      result.sentences[last].admissions.lowerBound..<Int32(result.admissions.count)
  }

  private func removeAdmissionsOfLast() {
    guard let last = result.sentences.indices.last else { return }
    result.admissions.removeSubrange(
      Int(result.sentences[last].admissions.lowerBound)..<result.admissions.count)
    result.waivers.removeSubrange(Int(result.sentences[last].waivers.lowerBound)..<result.waivers.count)
    result.sentences[last].admissions = Int32(result.admissions.count)..<Int32(result.admissions.count)
    result.sentences[last].waivers = Int32(result.waivers.count)..<Int32(result.waivers.count)
  }

  func debunk(_ claim: Int) {
    result.claims[claim].flags.insert(.debunked)
    result.claims[claim].negated = true
  }

  private func isTakenBack() -> Bool {
    var found = false
    forEachRetraction(from: first, to: min(end, first + Self.headLength)) { hit in
      found = found || opens(hit) && isComplete(hit)
    }
    return found
  }

  /// "Yes.", "Absolutely!", "It does.", without any reserve.
  private func isAffirmed() -> Bool {
    guard
      !cues.contains(where: {
        switch $0.category {
        case .negation, .absence, .denial, .warning, .unknown, .consultation: true
        default: false
        }
      }), !(first..<end).contains(where: { isWord($0, "if", "only", "but", "unless", "not", "no", "ask") })
    else { return false }
    var found = false
    scan.forEachPhrase(
      of: .offering, from: Int(first), to: Int(min(end, first + Self.headLength)), grammar, &begunPhrases
    ) { hit in
      found = found || role(of: hit).category == .affirmation && opens(hit) && isComplete(hit)
    }
    return found
  }

  // MARK: The sentence itself

  /// Where what a sentence has put forward begins, in each of the lists of `DocumentReading`.
  struct Starts {
    var claims: Int
    var promises: Int
    var admissions: Int
    var waivers: Int

    init(_ reading: DocumentReading) {
      claims = reading.claims.count
      promises = reading.promises.count
      admissions = reading.admissions.count
      waivers = reading.waivers.count
    }
  }

  /// Applies "…, but that is a myth" to what stands before it, and "False: …" to all of the sentence.
  func readOwnRetraction(since starts: Starts, answers before: Range<Int32>) {
    guard
      result.claims.count > starts.claims || result.promises.count > starts.promises
        || result.admissions.count > starts.admissions || result.waivers.count > starts.waivers
    else { return }
    var from: Int?
    forEachRetraction(from: first, to: end) { hit in
      if hit.first == first, before.isEmpty, hit.end < end, mark(hit.end) == 0x3A {
        from = Int.max
      } else if isContrasted(hit), isComplete(hit) {
        from = max(from ?? 0, byteRange(hit.first, hit.end).start)
      }
    }
    guard let from else { return }
    for index in starts.claims..<result.claims.count where result.claims[index].range.end <= from {
      debunk(index)
    }
    result.promises.replaceSubrange(
      starts.promises..., with: result.promises[starts.promises...].filter { $0.range.end > from })
    result.admissions.replaceSubrange(
      starts.admissions..., with: result.admissions[starts.admissions...].filter { $0.range.end > from })
    result.waivers.replaceSubrange(
      starts.waivers..., with: result.waivers[starts.waivers...].filter { $0.range.end > from })
  }

  private func forEachRetraction(from: Int32, to: Int32, _ body: (PhraseHit) -> Void) {
    scan.forEachPhrase(of: .offering, from: Int(from), to: Int(to), grammar, &begunPhrases) { hit in
      if role(of: hit).category == .retraction { body(hit) }
    }
  }

  /// Whether nothing but a connector stands before ("But", "Sadly,").
  private func opens(_ hit: PhraseHit) -> Bool {
    (first..<hit.first).allSatisfy { scan.tokens[Int($0)].kind != .word || $0 == first }
  }

  /// "It doesn't hurt" says something of its own; "It doesn't." takes back.
  private func isComplete(_ hit: PhraseHit) -> Bool {
    role(of: hit).value != .short || hit.end >= end || mark(hit.end) != 0
  }

  /// Whether "but", a semicolon or a dash stands before.
  private func isContrasted(_ hit: PhraseHit) -> Bool {
    var token = hit.first - 1
    while token > first, classes(token).contains(.adverb) || mark(token) == 0x2C { token -= 1 }
    guard token > first else { return false }
    if isWord(token, "but", "yet", "though") || mark(token) == 0x3B || mark(token) == 0x2D { return true }
    // "…, and our answer is always no".
    return role(of: hit).value != .short && isWord(token, "and")
  }

  /// Words at the head of a sentence that are looked at.
  private static let headLength: Int32 = 9
}
