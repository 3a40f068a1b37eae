import Ingest

/// A comment of a draft that allows findings, with its reason:
///
///     <!-- assay-ignore-next RULE reason="…" until=2027-01-01 -->     the next block, or the block it stands in
///     <!-- assay-ignore-start RULE reason="…" --> … <!-- assay-ignore-end RULE -->
///     <!-- assay-ignore-file RULE reason="…" -->
///
/// RULE is the id of a finding rule or the name of a family; several are parted by commas.
struct Suppression: Equatable {
  enum Form: String, CaseIterable {
    case next = "assay-ignore-next"
    case start = "assay-ignore-start"
    case end = "assay-ignore-end"
    case file = "assay-ignore-file"
  }

  var form: Form
  var rules: [String]
  var reason: String
  /// The last day of it, `yyyy-mm-dd`.
  var until: String?
  /// Bytes of the source, with the marks of the comment.
  var place: ByteRange
  /// Offset into the clean text.
  var clean: Int

  /// Why words in a comment are no suppression, as the rest of a sentence, and what to write.
  struct Fault: Error, Equatable {
    var problem: String
    var remedy: String
  }

  /// What a comment says; nil where it does not speak to this tool.
  static func read(_ comment: Comment) throws(Fault) -> Suppression? {
    var words = SuppressionWords(comment.text)
    guard let keyword = words.next(), keyword.hasPrefix("assay-") else { return nil }
    guard let form = Form(rawValue: keyword) else {
      throw Fault(
        problem: "there is no '\(keyword)'",
        remedy: "write \(Form.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    var found = Suppression(
      form: form, rules: [], reason: "", until: nil, place: comment.range, clean: comment.clean)
    while let word = words.next() {
      if let value = words.value(of: "reason", in: word) {
        found.reason = value
      } else if let value = words.value(of: "until", in: word) {
        guard isDay(value) else {
          throw Fault(problem: "'\(value)' is no day", remedy: "write until=yyyy-mm-dd")
        }
        found.until = value
      } else if word.contains("=") {
        throw Fault(
          problem: "'\(word)' is not known", remedy: "write reason=\"…\" and, if you want, until=yyyy-mm-dd")
      } else {
        found.rules += word.split(separator: ",").map(String.init)
      }
    }
    if found.rules.isEmpty, form != .end {
      throw Fault(
        problem: "it names no rule",
        remedy: "write the rule's id, such as evidence/overstated, after the keyword")
    }
    if found.reason.isEmpty, form != .end {
      throw Fault(problem: "it gives no reason", remedy: "add reason=\"why this may stand\"")
    }
    return found
  }

  private static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    let digits = bytes.enumerated().allSatisfy { $0 == 4 || $0 == 7 || (0x30...0x39).contains($1) }
    guard digits, let month = Int(text.dropFirst(5).prefix(2)), let day = Int(text.suffix(2)) else {
      return false
    }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}

/// Starts that have no end yet.
struct OpenSuppressions {
  /// In their order; nil: it has its end.
  private var starts: [Suppression?] = []
  /// Places of the starts that name the same rules.
  private var byRules: [[String]: [Int]] = [:]

  var all: [Suppression] { starts.compactMap(\.self) }

  mutating func add(_ start: Suppression) {
    byRules[start.rules, default: []].append(starts.count)
    starts.append(start)
  }

  /// Takes out the last start that names some rules; where none are named, the last one.
  mutating func close(_ rules: [String]) -> Suppression? {
    while let last = starts.last, last == nil { starts.removeLast() }
    let wanted = rules.isEmpty ? starts.last??.rules : rules
    guard let wanted, let place = byRules[wanted]?.popLast() else { return nil }
    defer { starts[place] = nil }
    return starts[place]
  }
}

/// The words of a comment; what stands in quotation marks belongs to the word before it.
struct SuppressionWords {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  mutating func next() -> String? {
    rest = rest.drop { $0.isWhitespace }
    guard !rest.isEmpty else { return nil }
    var word = ""
    var quote: Character?
    while let character = rest.first {
      if quote == nil, character.isWhitespace { break }
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" || character == "“" {
        quote = character == "“" ? "”" : character
      } else {
        word.append(character)
      }
      rest.removeFirst()
    }
    return word
  }

  func value(of key: String, in word: String) -> String? {
    word.hasPrefix(key + "=") ? String(word.dropFirst(key.count + 1)).trimmed : nil
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }
}
