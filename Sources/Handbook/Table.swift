/// A table that becomes a list of labelled lines where a page is narrow.
struct Table {
  /// Headings of the columns; the first cell of a row is its heading.
  var columns: [String]
  var caption: String
  private var rows: [[(inout HTMLWriter) -> Void]] = []

  init(_ caption: String, _ columns: [String]) {
    self.caption = caption
    self.columns = columns
  }

  /// Adds a row with a cell for each column.
  mutating func add(_ cells: [(inout HTMLWriter) -> Void]) { rows.append(cells) }

  func write(to html: inout HTMLWriter) {
    html.element("table") { html in
      html.element("caption", caption)
      html.element("thead") { html in
        html.element("tr") { html in
          for column in columns { html.element("th", ["scope": "col"], column) }
        }
      }
      html.element("tbody") { html in
        for row in rows {
          html.element("tr") { html in
            for (place, cell) in row.enumerated() {
              if place == 0 {
                html.element("th", ["scope": "row"], cell)
              } else {
                html.element("td", ["data-label": columns[place]], cell)
              }
            }
          }
        }
      }
    }
  }
}
