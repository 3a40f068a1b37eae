import CLibFuzzer
import Foundation

/// `FUZZ_TARGET=html assay-fuzz …` hands its arguments to libFuzzer; `FUZZ_TARGET=html assay-fuzz --seeds DIRECTORY` writes what
/// to begin with; `assay-fuzz --list` names the targets. The target is no argument because libFuzzer starts the program again with
/// arguments of its own, to minimise what it found.
@main
enum Main {
  private static let target = ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap(
    FuzzTarget.init(rawValue:))

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == ["--list"] {
      print(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
      return
    }
    guard let target else {
      print(
        "FUZZ_TARGET names no target; there are: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))"
      )
      exit(2)
    }
    if arguments.count == 2, arguments[0] == "--seeds" {
      try writeSeeds(of: target, to: arguments[1])
    } else {
      fuzz()
    }
  }

  private static func writeSeeds(of target: FuzzTarget, to directory: String) throws {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    for (number, bytes) in target.seeds().enumerated() {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(directory)/seed-\(number)"))
    }
  }

  private static func fuzz() {
    // Made before the first input, so that no input is blamed for the time.
    _ = Repository.strictChecker
    var count = CommandLine.argc
    // The arguments of the process live as long as it does.
    var vector = CommandLine.unsafeArgv
    exit(
      LLVMFuzzerRunDriver(&count, &vector) { data, size in
        // libFuzzer lends `size` bytes at `data` for this call.
        let bytes = [UInt8](UnsafeBufferPointer(start: data, count: size))
        do {
          try Main.target?.run(bytes)
        } catch {
          fatalError("\(error)")
        }
        return 0
      })
  }
}
