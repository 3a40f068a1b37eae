import Claims

/// Which wordings and which ways of naming a source stand in a document and in each of its blocks: what exceptions ask that
/// reach farther than the sentence. Collected once for a document, when the first exception asks.
struct RegulationReach: Sendable {
  private var wordings: Set<Int32> = []
  /// A bit for each attribution; of each block likewise.
  private var attributions: UInt8 = 0
  private var attributionsOfBlocks: [UInt8] = []
  /// Block and wording in one number.
  private var wordingsOfBlocks: Set<UInt64> = []

  /// - Parameter wordingOfCue: of each cue of the rules the number of its wording, or -1.
  init(_ reading: DocumentReading, wordingOfCue: [Int32]) {
    let blocks = reading.sentences.map(\.block).max().map { Int($0) + 1 } ?? 0
    attributionsOfBlocks = Array(repeating: 0, count: blocks)
    for sentence in reading.sentences {
      if sentence.attribution != .none {
        attributions |= sentence.attribution.bit
        attributionsOfBlocks[Int(sentence.block)] |= sentence.attribution.bit
      }
      for place in sentence.cues {
        let number = wordingOfCue[Int(reading.cues[Int(place)].cue)]
        guard number >= 0 else { continue }
        wordings.insert(number)
        wordingsOfBlocks.insert(Self.key(sentence.block, number))
      }
    }
  }

  private static func key(_ block: Int32, _ number: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: block)) << 32 | UInt64(UInt32(bitPattern: number))
  }

  /// Whether one of the wordings stands anywhere in the document; with `block`, in that block.
  func has(_ wanted: [Int32], inBlock block: Int32?) -> Bool {
    wanted.contains { number in
      if let block { wordingsOfBlocks.contains(Self.key(block, number)) } else { wordings.contains(number) }
    }
  }

  /// Whether a sentence anywhere in the document names its source in one of these ways; with `block`, in that block.
  func has(_ wanted: [Claim.Attribution], inBlock block: Int32?) -> Bool {
    let found = block.map { attributionsOfBlocks[Int($0)] } ?? attributions
    return wanted.contains { found & $0.bit != 0 }
  }
}

extension Claim.Attribution {
  fileprivate var bit: UInt8 {
    switch self {
    case .none: 1
    case .vague: 2
    case .namedJournal: 4
    case .fullCitation: 8
    case .inTextReference: 16
    }
  }
}
