import Ingest
import Judgment
import Knowledge

/// One page for people: the text as it reads, with findings marked in it and explained beside it.
///
/// Nothing in it runs and nothing is loaded: its policy allows the one style sheet that it carries, by its hash.
struct HTMLReporter: Reporter {
  private let knowledge: KnowledgeBase
  private let options: ReportOptions

  init(knowledge: KnowledgeBase, options: ReportOptions) {
    self.knowledge = knowledge
    self.options = options
  }

  func begin(to output: inout [UInt8]) {
    var html = HTMLBytes()
    html.append("<!DOCTYPE html>\n<html lang=\"")
    html.text(knowledge.packs.first?.language ?? "en")
    html.append(
      "\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
    html.text("default-src 'none'; style-src 'sha256-\(Self.styleHash)'; base-uri 'none'; form-action 'none'")
    html.append("\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
    html.append("<meta name=\"color-scheme\" content=\"light dark\"/>\n")
    html.append("<meta name=\"referrer\" content=\"no-referrer\"/>\n")
    html.append("<title>Report on clinical claims</title>\n<style>")
    html.append(HTMLStyle.text)
    html.append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n")
    html.append("<header class=\"page\">\n<h1>Report on clinical claims</h1>\n<p>")
    html.text(options.version.isEmpty ? "Assay" : "Assay \(options.version)")
    for pack in knowledge.packs {
      html.append(" <span class=\"dot\">·</span> ")
      html.text(pack.title)
      html.append(" ")
      html.text(pack.version)
      html.append(", reviewed ")
      html.text(pack.reviewed)
    }
    html.append(" <span class=\"dot\">·</span> rules <code>")
    html.text(knowledge.sha256)
    html.append("</code></p>\n</header>\n<main id=\"report\">\n")
    output += html.bytes
  }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    var tally = Tally(checked)
    tally.contents.append(
      ContentsEntry(
        path: checked.document.path, score: Int(checked.judgment.score), errors: tally.errors,
        warnings: tally.warnings, notes: tally.notes))
    var document = HTMLDocument(checked, knowledge: knowledge, drain: drain)
    document.write(tally, to: &output)
    return tally
  }

  var separator: StaticString { "\n" }

  func end(_ tally: Tally, to output: inout [UInt8]) {
    var html = HTMLBytes()
    HTMLContents.append(tally, to: &html)
    html.append("</main>\n")
    HTMLGuide.append(to: &html)
    html.append("</body>\n</html>\n")
    output += html.bytes
  }

  /// SHA-256 of the style sheet, in base 64 as the policy wants it.
  private static let styleHash: String = {
    var hash = SHA256()
    hash.update(HTMLStyle.text.withUTF8Buffer { Array($0) })
    let hexadecimal = Array(hash.finish().utf8)
    let bytes = stride(from: 0, to: hexadecimal.count, by: 2).map { place in
      digit(hexadecimal[place]) << 4 | digit(hexadecimal[place + 1])
    }
    // A line holds more than a hash.
    var text: [UInt8] = []
    Base64.append(bytes[...], to: &text)
    return String(decoding: text, as: UTF8.self)
  }()

  private static func digit(_ byte: UInt8) -> UInt8 {
    byte < 0x3A ? byte - 0x30 : byte - 0x61 + 10
  }
}
