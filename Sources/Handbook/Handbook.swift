import Knowledge

/// The rules as a book for reading: static pages of HTML that link to each other, without scripts and without anything from
/// elsewhere.
///
/// Equal rules, days and versions give equal bytes.
public struct Handbook: Sendable {
  /// A file of the book.
  public struct File: Equatable, Sendable {
    /// Below the book's directory, with slashes.
    public var path: String
    /// UTF-8.
    public var bytes: [UInt8]
  }

  /// The page to open first.
  public static let firstPage = Place.index

  /// Whether a path can be that of a file of a handbook, of whatever rules.
  public static func mayBeFile(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 2 && (parts[0] == "concepts" || parts[0] == "sources"),
      let name = parts.last, name.hasSuffix(".html") || path == Place.styleSheet
    else { return false }
    return name.utf8.first != 0x2E
      && name.utf8.allSatisfy {
        0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x2E
      }
  }

  private let book: Book

  /// - Parameters:
  ///   - asOf: the day to hold reviews of evidence against; nil: that of the review of the rules.
  ///   - version: of the tool that writes the book.
  public init(knowledge: KnowledgeBase, asOf: ReviewDate? = nil, version: String = "") {
    book = Book(knowledge: knowledge, asOf: asOf, version: version)
  }

  /// All files in the order of their paths.
  public func files() -> [File] {
    var files = [File(path: Place.styleSheet, bytes: Array(StyleSheet.text.utf8))]
    func add(_ page: some BookPage) {
      files.append(File(path: page.path, bytes: PageFrame(book: book).write(page)))
    }
    add(IndexPage(book: book))
    add(NamesPage(book: book))
    add(ReadingPage(book: book))
    add(FindingRulesPage(book: book))
    if !book.knowledge.regulation.rules.isEmpty { add(RegulationsPage(book: book)) }
    add(PackPage(book: book))
    add(SourcesIndexPage(book: book))
    for letter in book.sourceLetters { add(SourcesPage(book: book, letter: letter)) }
    for index in book.knowledge.concepts.indices {
      add(ConceptPage(book: book, index: ConceptIndex(index)))
    }
    return files.sorted { $0.path < $1.path }
  }
}
