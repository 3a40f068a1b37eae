import Claims
import Judgment

@testable import Ingest

/// What holds for every document, whatever its bytes.
enum DocumentLaws {
  static func require(of document: Document) throws(BrokenLaw) {
    try requireSegments(document)
    try requireBlocks(document)
    let isIdentity = document.text == document.source
    try holds(
      isIdentity || String(validating: document.text, as: UTF8.self) != nil, "the clean text is UTF-8")
    for comment in document.comments {
      try holds(
        comment.range.end <= document.source.count && comment.clean <= document.text.count,
        "a comment stands in the source")
    }
    for link in document.links {
      try holds(link.range.end <= document.text.count, "a link stands in the text")
    }
    var offset = 0
    for note in document.notes {
      try holds(
        note.offset >= offset && note.offset <= document.source.count, "notes go up through the source")
      offset = note.offset
    }
  }

  /// Segments go up, are not empty, and say the same as their source where they are verbatim.
  private static func requireSegments(_ document: Document) throws(BrokenLaw) {
    var clean = 0
    for segment in document.segments {
      try holds(segment.clean >= clean && segment.cleanCount > 0, "segments go up, none is empty: \(segment)")
      clean = segment.cleanEnd
      try holds(
        clean <= document.text.count && segment.source >= 0 && segment.sourceCount >= 0
          && segment.sourceRange.end <= document.source.count,
        "a segment stays inside: \(segment)")
      guard segment.isVerbatim else { continue }
      try holds(
        document.text[segment.clean..<clean].elementsEqual(
          document.source[segment.sourceRange.start..<segment.sourceRange.end]),
        "a verbatim segment says what its source says: \(segment)")
    }
  }

  /// Blocks go up, segments cover them, and each range of one leads into the source of its block.
  private static func requireBlocks(_ document: Document) throws(BrokenLaw) {
    let segments = document.segments
    var end = 0
    var first = 0
    var places = Places(count: document.source.count)
    for block in document.blocks {
      try holds(
        block.range.start >= end && !block.range.isEmpty && block.range.end <= document.text.count,
        "blocks go up, none is empty: \(block)")
      end = block.range.end
      while first < segments.count, segments[first].cleanEnd <= block.range.start { first += 1 }
      var covered = block.range.start
      var place = first
      while place < segments.count, segments[place].clean <= covered, covered < end {
        covered = segments[place].cleanEnd
        place += 1
      }
      try holds(covered >= end, "segments cover a block: \(block)")
      let whole = document.sourceRange(of: block.range)
      try holds(whole.end <= document.source.count, "the source of a block is in the source: \(block)")
      for _ in 0..<4 {
        let range = places.range(in: block.range)
        let source = document.sourceRange(of: range)
        try holds(
          source.start >= whole.start && source.end <= whole.end,
          "\(range) of \(block) leads to \(source), outside of \(whole)")
        try holds(
          source.isEmpty == range.isEmpty, "only an empty range leads to nothing: \(range), \(source)")
      }
    }
  }

  // MARK: What was made of it

  static func require(of checked: CheckedDocument) throws(BrokenLaw) {
    let (document, reading, judgment) = (checked.document, checked.reading, checked.judgment)
    let lines = document.makeLineTable()
    func requireInside(_ range: ByteRange, _ what: String) throws(BrokenLaw) {
      try holds(range.end <= document.text.count, "\(what) is in the text: \(range)")
      let source = document.sourceRange(of: range)
      try holds(source.end <= document.source.count, "\(what) is in the source: \(range), \(source)")
      let (start, end) = (lines.position(of: source.start), lines.position(of: source.end))
      try holds(
        (start.line, start.column) <= (end.line, end.column), "\(what) ends behind its start: \(source)")
    }
    var place = 0
    for sentence in reading.sentences {
      try requireInside(sentence.range, "a sentence")
      let block = document.blocks[Int(sentence.block)].range
      try holds(
        sentence.range.start >= place && sentence.range.start >= block.start
          && sentence.range.end <= block.end,
        "sentences go up, each inside its block: \(sentence)")
      place = sentence.range.end
    }
    for mention in reading.mentions { try requireInside(mention.range, "a mention") }
    for cue in reading.cues { try requireInside(cue.range, "a cue") }
    for claim in reading.claims { try requireInside(claim.range, "a claim") }
    try holds(judgment.claims.count == reading.claims.count, "each claim has a verdict")
    for finding in judgment.findings {
      try requireInside(finding.range, "a finding")
      try holds(
        checked.sourceRange(of: finding).end <= document.source.count, "a finding stands in the source")
      for related in finding.related { try requireInside(related.range, "what a finding points to") }
      for claim in finding.claims {
        try holds(reading.claims.indices.contains(Int(claim)), "a finding names claims of its document")
      }
    }
    try holds((0...100).contains(judgment.score), "scores go from 0 to 100: \(judgment.score)")
  }

  private static func holds(_ holds: Bool, _ law: @autoclosure () -> String) throws(BrokenLaw) {
    if !holds { throw BrokenLaw(law()) }
  }

  /// Ranges that look random and are the same for each run of the same document.
  private struct Places {
    private var state: UInt64

    init(count: Int) { state = UInt64(count) }

    private mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }

    mutating func range(in whole: ByteRange) -> ByteRange {
      let start = whole.start + next(below: whole.count)
      return ByteRange(start, start + 1 + next(below: whole.end - start))
    }
  }
}
