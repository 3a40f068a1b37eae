import Claims
import Ingest
import Knowledge

/// A text with phrases between « and », read about those phrases.
struct ProbeText {
  let document: Document
  /// Bytes of each marked phrase, in the order of the text.
  let phrases: [ByteRange]
  let probe: TextProbe

  init(_ marked: String) throws {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var phrases: [ByteRange] = []
    for character in marked {
      switch character {
      case "«": starts.append(bytes.count)
      case "»": phrases.append(ByteRange(starts.removeLast(), bytes.count))
      default: bytes.append(contentsOf: String(character).utf8)
      }
    }
    self.phrases = phrases
    document = try Ingest.document(path: "draft", format: .plainText, bytes: bytes)
    probe = TextProbe(grammar: try RealRules.reader.get().grammar)
  }

  func text(_ range: ByteRange) -> String {
    String(decoding: document.text[range.start..<range.end], as: UTF8.self)
  }

  /// The scopes of the cues of a kind.
  func scopes(_ kind: AssertionCue.Kind) -> [String] {
    probe.assertionCues(in: document).filter { $0.kind == kind }.map { text($0.scope) }
  }
}
