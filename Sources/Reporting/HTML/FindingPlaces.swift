import Ingest
import Judgment

/// Where the findings of a document stand in a report: their numbers, and the blocks they belong to.
struct FindingPlaces {
  /// Of each finding, from 1 in the order of the text; 0 where it does not count.
  private(set) var numbers: [Int] = []
  /// Of each finding; -1 where the document has no block.
  private(set) var blocks: [Int] = []
  /// Of each finding what is marked of its words; empty where it is about no words.
  private(set) var marks: [ByteRange] = []
  /// Findings that count, by block.
  private(set) var reported: [Int] = []

  init(_ checked: CheckedDocument) {
    var number = 0
    for (index, finding) in checked.judgment.findings.enumerated() {
      let offset: Int
      if let place = finding.place {
        offset = Self.offset(ofComment: place.start, in: checked.document)
      } else {
        offset = finding.range.start
      }
      let block = Self.block(at: offset, in: checked.document)
      blocks.append(block)
      guard finding.standing == .reported else {
        numbers.append(0)
        marks.append(ByteRange(0, 0))
        continue
      }
      number += 1
      numbers.append(number)
      reported.append(index)
      var mark = ByteRange(0, 0)
      if finding.place == nil, block >= 0 {
        let range = checked.document.blocks[block].range
        let start = max(finding.range.start, range.start)
        let end = min(finding.range.end, range.end)
        if start < end { mark = ByteRange(start, end) }
      }
      marks.append(mark)
    }
    reported.sort { (blocks[$0], $0) < (blocks[$1], $1) }
  }

  /// Where a comment stood in the clean text, by an offset into the source.
  private static func offset(ofComment place: Int, in document: Document) -> Int {
    var low = 0
    var high = document.comments.count
    while low < high {
      let middle = (low + high) / 2
      if document.comments[middle].range.end <= place { low = middle + 1 } else { high = middle }
    }
    return low < document.comments.count ? document.comments[low].clean : document.text.count
  }

  /// The block that holds an offset of the clean text, else the next one, else the last; -1 where there is none.
  static func block(at offset: Int, in document: Document) -> Int {
    var low = 0
    var high = document.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if document.blocks[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return min(low, document.blocks.count - 1)
  }
}
