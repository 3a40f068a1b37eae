import Claims
import Ingest
import Judgment
import Knowledge

/// Findings that a project has taken note of: they are known again as long as their sentence stays as it is, wherever it moves
/// within its file. No line numbers.
public struct Baseline: Equatable, Sendable {
  /// One finding.
  public struct Entry: Hashable, Sendable, Comparable {
    /// Relative to the directory of the baseline file, parts joined by `/`.
    public var path: String
    /// The finding rule's id.
    public var rule: String
    /// The words of the finding in lower case, with single spaces.
    public var claim: String
    /// The first 16 hexadecimal digits of the SHA-256 of the sentence in lower case, with single spaces.
    public var sentence: String
    /// Of equal entries the how many-th in the file, from 1.
    public var occurrence: Int

    public init(path: String, rule: String, claim: String, sentence: String, occurrence: Int) {
      self.path = path
      self.rule = rule
      self.claim = claim
      self.sentence = sentence
      self.occurrence = occurrence
    }

    public static func < (a: Entry, b: Entry) -> Bool {
      (a.path, a.rule, a.claim, a.sentence, a.occurrence) < (
        b.path, b.rule, b.claim, b.sentence, b.occurrence
      )
    }
  }

  /// Each entry with the version of the rules that it was made with.
  public var entries: [Entry: String] = [:]

  public init() {}

  /// The entries of a document's findings, in their order; nil for what is never accepted: faults of comments.
  ///
  /// - Parameter path: the document's path as entries have it.
  static func entries(of checked: CheckedDocument, path: String, knowledge: KnowledgeBase) -> [Entry?] {
    var seen: [Entry: Int] = [:]
    return checked.judgment.findings.map { finding in
      guard finding.sentence >= 0 else { return nil }
      let text = checked.document.text
      let sentence = checked.reading.sentences[Int(finding.sentence)].range
      var hash = SHA256()
      hash.update(NormalisedText(text[sentence.start..<sentence.end]).bytes)
      var entry = Entry(
        path: path, rule: knowledge.findingRules[Int(finding.rule)].id,
        claim: NormalisedText(text[finding.range.start..<finding.range.end]).string,
        sentence: String(hash.finish().prefix(16)), occurrence: 0)
      let count = seen[entry, default: 0] + 1
      seen[entry] = count
      entry.occurrence = count
      return entry
    }
  }

  /// Adds the findings of a document that count.
  public mutating func add(_ checked: CheckedDocument, path: String, knowledge: KnowledgeBase) {
    let entries = Self.entries(of: checked, path: path, knowledge: knowledge)
    for (entry, finding) in zip(entries, checked.judgment.findings) {
      guard let entry, finding.standing == .reported else { continue }
      self.entries[entry] = Self.version(of: knowledge)
    }
  }

  /// The version of the rules as entries have it.
  public static func version(of knowledge: KnowledgeBase) -> String {
    "\(knowledge.packs.first?.version ?? "0")+\(knowledge.sha256.prefix(12))"
  }
}
