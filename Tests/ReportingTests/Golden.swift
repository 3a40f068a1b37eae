import Foundation
import Testing

/// Compares a text with a file under `Golden`. With `RECORD=1` the file is written anew, and the test fails all the same,
/// so that no run passes by recording.
func expectGolden(_ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
{
  let url = URL(filePath: TestFiles.directory + "/Golden/" + name)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try actual.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name); run again without RECORD", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: url, encoding: .utf8)
  guard actual != expected else { return }
  let lines = zip(
    actual.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false))
  let difference = lines.enumerated().first { $0.element.0 != $0.element.1 }
  let place = difference.map { "line \($0.offset + 1): \($0.element.0) instead of \($0.element.1)" }
  Issue.record("\(name) differs, \(place ?? "in its length")", sourceLocation: sourceLocation)
}
