import Claims
import Ingest

/// What the documents of a run say, to hold later ones against earlier ones. It keeps no text: numbers and places only, and
/// of each agent and target the first few that differ.
public struct SharedAssertions: Sendable {
  struct Place: Sendable {
    /// Number of the document in the run.
    var document: Int
    var elsewhere: Finding.Elsewhere
  }

  fileprivate var index = AssertionIndex<Place>()

  public init() {}

  /// Adds what a document says. Documents are added in the order of the run.
  /// - Parameter number: of the document in the run.
  public mutating func add(_ assertions: DocumentAssertions, number: Int) {
    for item in assertions.items {
      index.add(item.assertion, at: Place(document: number, elsewhere: item.elsewhere))
    }
  }
}

/// What one document says that others may contradict, with the places in its source.
public struct DocumentAssertions: Sendable {
  fileprivate var items: [(assertion: Assertion, elsewhere: Finding.Elsewhere)] = []
}

/// The documents that come before the one at hand.
public struct Others: Sendable {
  struct Entry {
    var assertion: Assertion
    var place: Finding.Elsewhere
  }

  private let shared: SharedAssertions
  private let number: Int

  /// - Parameter number: of the document at hand in the run: only those before it count.
  public init(_ shared: SharedAssertions, before number: Int) {
    self.shared = shared
    self.number = number
  }

  /// The first place of an earlier document that cannot hold beside this one. What is known to be wrong is reported
  /// where it stands, and is held against nobody.
  func first(against assertion: Assertion) -> Entry? {
    shared.index.first(against: assertion) { entry in
      entry.place.document < number && !entry.assertion.isRefuted
        && assertion.contradicts(entry.assertion, inOneDocument: false)
    }.map { Entry(assertion: $0.assertion, place: $0.place.elsewhere) }
  }
}

extension Judge {
  /// What a document says that others may contradict.
  public func assertions(of document: Document, _ reading: DocumentReading) -> DocumentAssertions {
    var result = DocumentAssertions()
    // A document says most things more than once: the first place is enough.
    var seen = AssertionIndex<Void>()
    var lines: LineTable?
    for assertion in AssertionReading(judge: self, document: document, reading: reading).assertions
    where assertion.isKeptAcrossDocuments {
      guard seen.add(assertion, at: ()) else { continue }
      let table = lines ?? document.makeLineTable()
      lines = table
      let range = document.sourceRange(of: assertion.range)
      let place = document.filePlace(of: range)
      var elsewhere = Finding.Elsewhere(
        path: document.path, range: place.range, start: table.position(of: range.start),
        end: table.position(of: range.end))
      elsewhere.part = place.part
      elsewhere.page = document.page(of: range.start)
      result.items.append((assertion, elsewhere))
    }
    return result
  }
}
