import Claims
import Ingest
import Judgment
import Knowledge

extension XMLDocument {
  /// The clean text, in blocks and sentences: the text content of `body` is the clean text, with a stand-in for each
  /// character that XML cannot hold. What lies between blocks (separators, left-out parts) stands there between them.
  mutating func appendBody() {
    xml.open("body", at: 2)
    xml.endTag()
    var position = 0
    var sentence = 0
    for (number, block) in document.blocks.enumerated() {
      append(text: ByteRange(position, block.range.start))
      position = block.range.start
      xml.open("block")
      xml.attribute("kind", block.kind.rawValue)
      if block.level > 0 { xml.attribute("level", block.level) }
      attributes(sourceBytes: document.sourceRange(of: block.range))
      attributes(text: block.range)
      xml.endTag()
      while sentence < reading.sentences.count, Int(reading.sentences[sentence].block) == number {
        let range = reading.sentences[sentence].range
        append(text: ByteRange(position, range.start))
        append(sentence: sentence)
        position = range.end
        sentence += 1
      }
      append(text: ByteRange(position, block.range.end))
      position = block.range.end
      xml.close("block")
      drainIfLong()
    }
    append(text: ByteRange(position, max(position, document.text.count)))
    xml.close("body")
  }

  private mutating func append(sentence index: Int) {
    let sentence = reading.sentences[index]
    let source = document.sourceRange(of: sentence.range)
    xml.open("sentence")
    xml.attribute("id", "s\(index + 1)")
    xml.attribute("attribution", sentence.attribution.rawValue)
    attributes(sourceBytes: source)
    attributes(lines: source)
    attributes(text: sentence.range)
    xml.endTag()
    var position = sentence.range.start
    for annotation in reading.inlineAnnotations(of: sentence) {
      append(text: ByteRange(position, annotation.range.start))
      if annotation.isMention {
        append(mention: annotation.place)
      } else {
        append(cue: annotation.place)
      }
      position = annotation.range.end
    }
    append(text: ByteRange(position, sentence.range.end))
    xml.close("sentence")
  }

  private mutating func append(mention place: Int) {
    let mention = reading.mentions[place]
    xml.open("mention")
    if mention.concept >= 0 { xml.attribute("concept", knowledge.concepts[Int(mention.concept)].id) }
    attributes(sourceBytes: document.sourceRange(of: mention.range))
    xml.endTag()
    append(text: mention.range)
    xml.close("mention")
  }

  private mutating func append(cue place: Int) {
    let record = reading.cues[place]
    let cue = knowledge.cues[Int(record.cue)]
    xml.open("cue")
    xml.attribute("cue", cue.id)
    xml.attribute("category", cue.category.rawValue)
    attributes(sourceBytes: document.sourceRange(of: record.range))
    xml.endTag()
    append(text: record.range)
    xml.close("cue")
  }
}
