import Claims
import Ingest
import Judgment
import Knowledge

/// Checks documents against a knowledge base. Built once, shared by all threads; checking a document touches nothing else.
public struct Checker: Sendable {
  public let knowledge: KnowledgeBase
  private let reader: ClaimReader
  private let judge: Judge
  private var options: IngestOptions

  /// - Parameters:
  ///   - judging: what is known of the texts beside what they say: their markets, the class of their product.
  ///   - limits: how much of what a document may hold.
  public init(
    knowledge: KnowledgeBase, judging: Judge.Options = Judge.Options(),
    limits: ReadingLimits = ReadingLimits()
  ) {
    self.knowledge = knowledge
    reader = ClaimReader(grammar: Grammar(knowledge: knowledge))
    judge = Judge(knowledge: knowledge, options: judging, reader: reader)
    options = IngestOptions(
      referenceHeadings: Set(knowledge.referenceHeadings), limits: limits)
  }

  /// The same checker for texts in an encoding of their own.
  /// - Parameter encoding: of texts without a byte order mark; nil: what they declare, else UTF-8.
  public func reading(_ encoding: TextEncoding?) -> Checker {
    var checker = self
    checker.options.encoding = encoding
    return checker
  }

  /// The same checker for texts that may hold more or less.
  public func holding(_ limits: ReadingLimits) -> Checker {
    var checker = self
    checker.options.limits = limits
    return checker
  }

  /// The same reading with another judgment.
  public func judging(_ options: Judge.Options) -> Checker { Checker(self, judging: options) }

  private init(_ other: Checker, judging: Judge.Options) {
    knowledge = other.knowledge
    reader = other.reader
    options = other.options
    judge = Judge(knowledge: knowledge, options: judging, reader: reader)
  }

  /// Reads and judges one document.
  ///
  /// - Parameters:
  ///   - path: The name shown in reports.
  ///   - bytes: The file as it was read, in UTF-8; invalid sequences are replaced and noted.
  ///   - others: What the documents before it say, to be held against it; nil: none.
  /// - Throws: `IngestError` where the bytes cannot be read as the format.
  public func check(path: String, format: DocumentFormat, bytes: [UInt8], among others: Others? = nil)
    throws(IngestError) -> CheckedDocument
  {
    let document = try Ingest.document(path: path, format: format, bytes: bytes, options: options)
    return check(document, among: others)
  }

  /// Whether a finding rule (a place in the knowledge base) names a verdict, which reports list as such, and no finding.
  func namesVerdict(_ rule: Int32) -> Bool { judge.namesVerdict(rule) }

  /// Judges a document that was read before.
  public func check(_ document: Document, among others: Others? = nil) -> CheckedDocument {
    let reading = reader.read(document)
    return CheckedDocument(
      document: Self.noting(reading.cuts, in: document), reading: reading,
      judgment: judge.judge(document, reading, among: others),
      options: judge.options)
  }

  /// Notes at which words sentences were cut, since claims that reach over them are not found.
  private static func noting(_ cuts: [Int], in document: Document) -> Document {
    guard let first = cuts.first else { return document }
    let more = cuts.count == 1 ? "" : ", the first of \(cuts.count) places"
    return document.noting(
      "a sentence of more than \(document.limits.sentenceTokens) words and marks, cut here\(more)", at: first)
  }

  /// What a document says that others of a set may contradict.
  ///
  /// - Throws: `IngestError` where the bytes cannot be read as the format.
  public func assertions(path: String, format: DocumentFormat, bytes: [UInt8]) throws(IngestError)
    -> DocumentAssertions
  {
    let document = try Ingest.document(path: path, format: format, bytes: bytes, options: options)
    return judge.assertions(of: document, reader.read(document))
  }
}
