/// Texts as JSON strings, for those who write JSON of their own shape.
package enum JSONText {
  /// Appends a text with its quotes, escaped as in reports.
  package static func append(_ text: String, to output: inout [UInt8]) {
    output.append(json: text)
  }
}
