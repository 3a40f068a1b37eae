/// The documents of a report on their way out: what separates two of them stands only between documents that write something.
/// Used by one thread.
final class DocumentOutput {
  private let output: ReportOutput
  private let separator: [UInt8]
  private var isFirst = true
  private var isAtStart = true

  init(_ output: ReportOutput, separator: [UInt8]) {
    self.output = output
    self.separator = separator
  }

  func beginDocument() { isAtStart = true }

  func write(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    if isAtStart, !isFirst { output.write(separator) }
    isFirst = false
    isAtStart = false
    output.write(bytes)
  }
}
