/// The hashes by which GitHub's code scanning knows a line again (`primaryLocationLineHash`): of the first hundred UTF-16
/// units from the start of the line on that are neither space nor tab, over line ends, with every line end as LF. The
/// end of the file counts as the unit 65535, and zeros follow it. How the hash is made was read in GitHub's
/// `codeql-action` (`src/fingerprints.ts`); equal files must give equal hashes there and here.
struct LineHashes {
  /// Of each line the hash, and which one it is among the lines of this hash, from 1.
  private var hashes: [(hash: UInt64, occurrence: Int)] = []
  private var seen: [UInt64: Int] = [:]
  /// The last hundred units.
  private var window = [UInt16](repeating: 0, count: blockSize)
  /// Whether the unit at this place of the window begins a line.
  private var beginsLine = [Bool](repeating: false, count: blockSize)
  private var place = 0
  private var hash: UInt64 = 0

  private static let blockSize = 100
  private static let factor: UInt64 = 37
  /// The weight of the unit that leaves the window.
  private static let leavingFactor = (0..<blockSize).reduce(UInt64(1)) { power, _ in power &* factor }

  /// - Parameter source: the file as it was read; what is no UTF-8 counts as U+FFFD.
  init(_ source: [UInt8]) {
    var isLineStart = true
    var afterCR = false
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = source.makeIterator()
    reading: while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          take(unit, &isLineStart, &afterCR)
        }
      case .error: take(0xFFFD, &isLineStart, &afterCR)
      case .emptyInput: break reading
      }
    }
    take(0xFFFF, &isLineStart, &afterCR)
    for _ in 0..<Self.blockSize { push(0, beginsLine: false) }
  }

  /// The hash of a line as reports show it.
  /// - Parameter line: from 1.
  func text(ofLine line: Int) -> String {
    let (hash, occurrence) = hashes[line - 1]
    return String(hash, radix: 16) + ":\(occurrence)"
  }

  private mutating func take(_ unit: UInt16, _ isLineStart: inout Bool, _ afterCR: inout Bool) {
    if unit == 0x20 || unit == 0x09 || (afterCR && unit == 0x0A) {
      afterCR = false
      return
    }
    afterCR = unit == 0x0D
    let unit = afterCR ? 0x0A : unit
    push(unit, beginsLine: isLineStart)
    isLineStart = unit == 0x0A
  }

  private mutating func push(_ unit: UInt16, beginsLine isStart: Bool) {
    if beginsLine[place] {
      let occurrence = seen[hash, default: 0] + 1
      seen[hash] = occurrence
      hashes.append((hash, occurrence))
    }
    beginsLine[place] = isStart
    hash = Self.factor &* hash &+ UInt64(unit) &- Self.leavingFactor &* UInt64(window[place])
    window[place] = unit
    place = place + 1 == Self.blockSize ? 0 : place + 1
  }
}
