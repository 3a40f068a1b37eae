@testable import Knowledge

/// Rules as files and as a compiled pack.
enum RulesInput {
  /// Before the path of each file of an input.
  static let mark = "#file "

  /// One file or several: each begins with a line `#file PATH`.
  static func run(_ bytes: [UInt8]) throws(BrokenLaw) {
    let files = files(in: bytes)
    let faults = FaultCollector(root: "rules")
    let rules = RulesLoader.loadWithExamples(files, faults, asOf: "2026-06-01", root: "rules")
    for fault in faults.sorted {
      try require(fault.line >= 1 && fault.column >= 1, "a fault has a place: \(fault)")
    }
    let pack = CompiledPack.encode(rules.knowledge)
    let again: KnowledgeBase
    do {
      again = try CompiledPack.decode(pack)
    } catch {
      throw BrokenLaw("what was compiled is refused: \(error)")
    }
    try require(again == rules.knowledge, "what was compiled and read is the same")
  }

  private static func files(in bytes: [UInt8]) -> [RuleFile] {
    var files = [RuleFile(path: "demo/pack.yaml", bytes: Array(packFile.utf8))]
    let mark = Array(mark.utf8)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        files.append(RuleFile(path: String(decoding: line.dropFirst(mark.count), as: UTF8.self), bytes: []))
      } else {
        files[files.count - 1].bytes += line + [0x0A]
      }
    }
    return files
  }

  private static let packFile = """
    id: demo
    title: A small pack
    version: "1"
    reviewed: 2026-01-01
    maximum_age_years: 2
    about: for fuzzing

    """

  /// A pack as it comes, and with its length and checksum made right, so that the checks behind them are reached.
  static func runPack(_ bytes: [UInt8]) throws(BrokenLaw) {
    _ = try? CompiledPack.decode(bytes)
    guard bytes.count > CompiledPack.headerSize else { return }
    var bytes = bytes
    write(UInt64(bytes.count), to: &bytes, at: 16)
    let sum = bytes.withUnsafeBytes {
      CompiledPack.checksum(UnsafeRawBufferPointer(rebasing: $0[CompiledPack.headerSize...]))
    }
    write(sum, to: &bytes, at: 24)
    guard let knowledge = try? CompiledPack.decode(bytes) else { return }
    _ = CompiledPack.encode(knowledge)
  }

  private static func write(_ number: UInt64, to bytes: inout [UInt8], at place: Int) {
    for index in 0..<8 { bytes[place + index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
  }
}
