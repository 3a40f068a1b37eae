import Ingest

/// Reads the claims of documents. Holds no state of a document: one reader serves all threads.
public struct ClaimReader: Sendable {
  public let grammar: Grammar

  public init(grammar: Grammar) {
    self.grammar = grammar
  }

  /// Everything that was read from the document, in its order.
  public func read(_ document: Document) -> DocumentReading {
    let scan = DocumentScan(document, grammar: grammar)
    let reader = SentenceReader(grammar: grammar, document: document, scan: scan)
    return reader.readAll()
  }

  /// How many phrases of the rules stand in a document: the first pass alone, for benchmarks.
  package func phraseCount(in document: Document) -> Int {
    DocumentScan(document, grammar: grammar).hits.count
  }
}
