import Ingest
import Judgment

/// What a run that holds documents against each other gathers before it judges the first one: what all of them say.
///
/// Files are read twice, so that the texts themselves need not be kept; standard input, which can be read but once, is.
struct FirstReading: Sendable {
  private(set) var shared = SharedAssertions()
  /// Bytes of standard input by the number of the file.
  private var held: [Int: [UInt8]] = [:]

  private enum Part: Sendable {
    case assertions(DocumentAssertions, held: [UInt8]?)
    /// Reported when the file is judged.
    case unreadable
  }

  init(_ files: [InputFile], jobs: Int, checker: @escaping @Sendable (InputFile) -> Checker) {
    var number = 0
    var shared = SharedAssertions()
    var held: [Int: [UInt8]] = [:]
    OrderedWork.run(count: files.count, jobs: jobs) { index in
      Self.part(files[index], checker(files[index]))
    } deliver: { part in
      if case .assertions(let assertions, let bytes) = part {
        shared.add(assertions, number: number)
        if let bytes { held[number] = bytes }
      }
      number += 1
      return true
    }
    self.shared = shared
    self.held = held
  }

  private static func part(_ file: InputFile, _ checker: Checker) -> Part {
    guard let bytes = try? file.read(),
      let assertions = try? checker.assertions(path: file.path, format: file.format, bytes: bytes)
    else { return .unreadable }
    return .assertions(assertions, held: file.origin == .standardInput ? bytes : nil)
  }

  /// What the documents before a file say.
  func others(before number: Int) -> Others { Others(shared, before: number) }

  /// The bytes of a file that cannot be read again.
  func bytes(of number: Int) -> [UInt8]? { held[number] }
}
