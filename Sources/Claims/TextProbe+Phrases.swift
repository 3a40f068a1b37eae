import Ingest
import Knowledge
import Linguistics

extension TextProbe {
  /// Where words of a frame stand in the text, whatever they mean there: bytes of the clean text.
  public func words(ofFrame frame: Int32, in document: Document) -> [ByteRange] {
    phrases(.frame, frame, in: document)
  }

  /// Where forms of a cue stand in the text, those among them that are read only where they are asked for: bytes of the clean
  /// text.
  public func words(ofCue cue: Int32, in document: Document) -> [ByteRange] {
    phrases(.cue, cue, in: document)
  }

  private func phrases(_ kind: PhraseEntry.Kind, _ index: Int32, in document: Document) -> [ByteRange] {
    let scan = DocumentScan(document, grammar: grammar)
    var found: [ByteRange] = []
    var storage: [PhraseHit] = []
    for sentence in scan.sentences {
      for set in PhraseSet.allCases {
        scan.forEachPhrase(of: set, from: Int(sentence.first), to: Int(sentence.end), grammar, &storage) {
          hit in
          guard hit.entry.kind == kind, hit.entry.index == index else { return }
          found.append(
            ByteRange(Int(scan.tokens[Int(hit.first)].start), Int(scan.tokens[Int(hit.end) - 1].end)))
        }
      }
    }
    return found
  }
}
