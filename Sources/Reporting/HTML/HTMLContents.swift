/// What the table of contents says of a document.
struct ContentsEntry: Sendable, Equatable {
  var path: String
  /// 0 to 100.
  var score: Int
  var errors: Int
  var warnings: Int
  var notes: Int
}

/// The table of contents of several documents. It is written last, for only then all are known; the style sheet puts it
/// first.
enum HTMLContents {
  static func append(_ tally: Tally, to html: inout HTMLBytes) {
    if tally.documents == 0 { html.append("<p class=\"none\">No document was checked.</p>\n") }
    guard tally.documents > 1 else { return }
    html.append("<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">")
    html.append(decimal: tally.documents)
    html.append(
      " documents</h2>\n<table>\n<thead><tr><th scope=\"col\">Document</th><th scope=\"col\" class=\"num\">Score</th>"
    )
    html.append(
      "<th scope=\"col\" class=\"num\">Errors</th><th scope=\"col\" class=\"num\">Warnings</th><th scope=\"col\" class=\"num\">Notes</th></tr></thead>\n"
    )
    html.append("<tbody>\n")
    for entry in tally.contents {
      html.append("<tr><th scope=\"row\"><a href=\"#")
      HTMLAnchors(path: entry.path).append(to: &html)
      html.append("\">")
      html.text(entry.path)
      html.append("</a></th>")
      row(entry.score, entry.errors, entry.warnings, entry.notes, to: &html)
    }
    html.append("</tbody>\n<tfoot>\n<tr><th scope=\"row\">All, and the lowest score</th>")
    row(Int(tally.lowestScore), tally.errors, tally.warnings, tally.notes, to: &html)
    html.append("</tfoot>\n</table>\n</nav>\n")
  }

  private static func row(
    _ score: Int, _ errors: Int, _ warnings: Int, _ notes: Int, to html: inout HTMLBytes
  ) {
    cell("Score", "score", score, to: &html)
    cell("Errors", errors > 0 ? "e" : "zero", errors, to: &html)
    cell("Warnings", warnings > 0 ? "w" : "zero", warnings, to: &html)
    cell("Notes", notes > 0 ? "n" : "zero", notes, to: &html)
    html.append("</tr>\n")
  }

  private static func cell(
    _ label: StaticString, _ look: StaticString, _ value: Int, to html: inout HTMLBytes
  ) {
    html.append("<td data-label=\"")
    html.append(label)
    html.append("\" class=\"num ")
    html.append(look)
    html.append("\">")
    html.append(decimal: value)
    html.append("</td>")
  }
}
