import Claims
import Ingest

/// A mention or a cue of a sentence.
struct InlineAnnotation {
  /// Bytes of the clean text.
  var range: ByteRange
  /// Place in `DocumentReading.mentions` or `.cues`.
  var place: Int
  var isMention: Bool
}

extension DocumentReading {
  /// Mentions and cues of a sentence that can stand inside its text as elements, in the order of the text: they do not
  /// overlap. Of two that do, the longer one stays; of two as long, the mention; else the first.
  func inlineAnnotations(of sentence: Sentence) -> [InlineAnnotation] {
    var candidates: [InlineAnnotation] = []
    for place in sentence.mentions {
      let range = mentions[Int(place)].range
      candidates.append(InlineAnnotation(range: range, place: Int(place), isMention: true))
    }
    for place in sentence.cues {
      let range = cues[Int(place)].range
      candidates.append(InlineAnnotation(range: range, place: Int(place), isMention: false))
    }
    candidates.removeAll {
      $0.range.isEmpty || $0.range.start < sentence.range.start || $0.range.end > sentence.range.end
    }
    candidates.sort {
      (-$0.range.count, $0.isMention ? 0 : 1, $0.range.start, $0.place)
        < (-$1.range.count, $1.isMention ? 0 : 1, $1.range.start, $1.place)
    }
    var chosen: [InlineAnnotation] = []
    for candidate in candidates {
      var low = 0
      var high = chosen.count
      while low < high {
        let middle = (low + high) / 2
        if chosen[middle].range.start < candidate.range.start { low = middle + 1 } else { high = middle }
      }
      if low > 0, chosen[low - 1].range.end > candidate.range.start { continue }
      if low < chosen.count, chosen[low].range.start < candidate.range.end { continue }
      chosen.insert(candidate, at: low)
    }
    return chosen
  }
}
