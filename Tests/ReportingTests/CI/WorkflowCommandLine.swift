/// A workflow command as the runner of GitHub Actions reads it.
struct WorkflowCommandLine {
  var name: String
  var properties: [String: String] = [:]
  var data: String

  /// Reads the first line of a log; nil where it is no command.
  init?(_ log: String) {
    let line = String(log.prefix { $0 != "\n" && $0 != "\r\n" && $0 != "\r" })
    guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
    let head = line.dropFirst(2)[..<end.lowerBound]
    data = Self.decoded(line[end.upperBound...])
    let parts = head.split(separator: " ", maxSplits: 1)
    guard let first = parts.first else { return nil }
    name = String(first)
    guard parts.count == 2 else { return }
    for property in parts[1].split(separator: ",") {
      let pair = property.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { return nil }
      properties[String(pair[0])] = Self.decoded(pair[1])
    }
  }

  private static func decoded(_ text: some StringProtocol) -> String {
    String(text).replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%3A", with: ":")
      .replacing("%2C", with: ",").replacing("%25", with: "%")
  }
}
