import Claims
import Ingest
import Judgment
import Knowledge

/// Holds findings against annotated articles.
///
/// A must flag counts as found where its sentence has an error or a warning of the flag's family. An error or warning is
/// right where its sentence has a flag of its family, and a false alarm where the sentence has no flag at all; in
/// between it counts neither way.
public struct ArticleEvaluation: Sendable {
  /// Figures of one article, or of several added up.
  public struct Figures: Sendable, Equatable {
    public var words = 0
    public var must = 0
    public var mustFound = 0
    /// Errors and warnings.
    public var alarms = 0
    public var rightAlarms = 0
    public var falseAlarms = 0
    public var claimSentences = 0
    public var claimSentencesFound = 0
    public var claimSentencesWrong = 0

    public init() {}

    public var recall: Double { must == 0 ? 1 : Double(mustFound) / Double(must) }
    /// Of the errors and warnings that count, the share that answers a flag.
    public var precision: Double {
      rightAlarms + falseAlarms == 0 ? 1 : Double(rightAlarms) / Double(rightAlarms + falseAlarms)
    }
    public var falseAlarmsPerThousandWords: Double {
      words == 0 ? 0 : Double(falseAlarms) * 1000 / Double(words)
    }
    public var claimPrecision: Double {
      let all = claimSentencesFound + claimSentencesWrong
      return all == 0 ? 1 : Double(claimSentencesFound) / Double(all)
    }
    public var claimRecall: Double {
      claimSentences == 0 ? 1 : Double(claimSentencesFound) / Double(claimSentences)
    }
    public var claimF1: Double {
      let sum = claimPrecision + claimRecall
      return sum == 0 ? 0 : 2 * claimPrecision * claimRecall / sum
    }

    public static func + (a: Figures, b: Figures) -> Figures {
      var sum = a
      sum.words += b.words
      sum.must += b.must
      sum.mustFound += b.mustFound
      sum.alarms += b.alarms
      sum.rightAlarms += b.rightAlarms
      sum.falseAlarms += b.falseAlarms
      sum.claimSentences += b.claimSentences
      sum.claimSentencesFound += b.claimSentencesFound
      sum.claimSentencesWrong += b.claimSentencesWrong
      return sum
    }
  }

  /// A difference between gold and findings, to be read by a person.
  public struct Difference: Sendable, Equatable {
    public enum Kind: String, Sendable {
      case missed
      case falseAlarm = "false alarm"
      case claimMissed = "claim missed"
      case claimExtra = "claim extra"
      case notFound = "not in text"
    }
    public var kind: Kind
    public var what: String
    public var sentence: String
  }

  public var figures = Figures()
  /// The kind of article, as annotated.
  public let kind: String
  public var differences: [Difference] = []

  /// Compares what was found in a document with its annotation.
  public init(gold: ArticleGold, checked: CheckedDocument, knowledge: KnowledgeBase) {
    let text = NormalizedText(checked.document)
    kind = gold.kind
    figures.words = checked.reading.wordCount
    var from = 0
    for sentence in gold.sentences {
      guard let range = text.find(sentence.text, from: &from) else {
        differences.append(Difference(kind: .notFound, what: "", sentence: sentence.text))
        figures.must += sentence.flags.count { $0.must }
        continue
      }
      compareClaims(sentence, range, checked)
      compareFlags(sentence, range, checked, knowledge)
    }
  }

  private mutating func compareClaims(
    _ gold: ArticleGold.GoldSentence, _ range: ByteRange, _ checked: CheckedDocument
  ) {
    let has = checked.reading.claims.contains { $0.isPutForward && $0.frameRange.overlaps(range) }
    if gold.claims.isEmpty {
      if has {
        figures.claimSentencesWrong += 1
        differences.append(Difference(kind: .claimExtra, what: "", sentence: gold.text))
      }
    } else {
      figures.claimSentences += 1
      if has {
        figures.claimSentencesFound += 1
      } else {
        let first = gold.claims[0]
        differences.append(
          Difference(
            kind: .claimMissed,
            what: "\(first.interventions.joined(separator: ",")) \(first.relation) \(first.target)",
            sentence: gold.text))
      }
    }
  }

  private mutating func compareFlags(
    _ gold: ArticleGold.GoldSentence, _ range: ByteRange, _ checked: CheckedDocument,
    _ knowledge: KnowledgeBase
  ) {
    let alarms = checked.judgment.findings.filter {
      $0.severity >= .warning && range.contains($0.range.start)
    }
    let families = Set(alarms.map { ArticleGold.family(ofRule: knowledge.findingRules[Int($0.rule)].id) })
    for flag in gold.flags where flag.must {
      figures.must += 1
      if families.contains(ArticleGold.family(ofFlag: flag.type)) {
        figures.mustFound += 1
      } else {
        differences.append(Difference(kind: .missed, what: flag.type, sentence: gold.text))
      }
    }
    for alarm in alarms {
      figures.alarms += 1
      let id = knowledge.findingRules[Int(alarm.rule)].id
      let family = ArticleGold.family(ofRule: id)
      if gold.flags.contains(where: { ArticleGold.family(ofFlag: $0.type) == family }) {
        figures.rightAlarms += 1
      } else if gold.flags.isEmpty {
        figures.falseAlarms += 1
        differences.append(
          Difference(kind: .falseAlarm, what: "\(id): \(alarm.message)", sentence: gold.text))
      }
    }
  }
}

/// The clean text of a document's blocks with every run of white space as one space, to look sentences up in.
struct NormalizedText {
  private var bytes: [UInt8] = []
  private var places: [Int] = []

  init(_ document: Document) {
    for block in document.blocks {
      if let last = bytes.last, last != 0x20 { append(0x20, block.range.start) }
      for offset in block.range.start..<block.range.end {
        let byte = document.text[offset]
        // A no-break space is a space to the annotator.
        if byte == 0xC2, offset + 1 < block.range.end, document.text[offset + 1] == 0xA0 { continue }
        let isSpace =
          byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
          || (byte == 0xA0 && offset > 0 && document.text[offset - 1] == 0xC2)
        if !isSpace {
          append(byte, offset)
        } else if bytes.last != 0x20 {
          append(0x20, offset)
        }
      }
    }
  }

  private mutating func append(_ byte: UInt8, _ place: Int) {
    bytes.append(byte)
    places.append(place)
  }

  /// The bytes of the clean text that hold a sentence, sought onwards from `from`, which is moved behind it.
  func find(_ sentence: String, from: inout Int) -> ByteRange? {
    let wanted = Array(
      sentence.replacing("\u{A0}", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    var start = from
    while start + wanted.count <= bytes.count {
      if bytes[start] == wanted[0], bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
        from = start + wanted.count
        return ByteRange(places[start], places[start + wanted.count - 1] + 1)
      }
      start += 1
    }
    return nil
  }
}
