/// Figures as they are printed: tables and single lines, the main one last.
package struct EvaluationFigures {
  /// Lines of cells that share the widths of their columns.
  private struct Table {
    var rows: [[String]]
  }

  private var tables: [Table] = []
  private var mainName = ""
  /// What a gate looks at; nil where the labels leave nothing to measure.
  package private(set) var main: Double?

  /// Adds a table of precision, recall and F1.
  /// - Parameter counting: What stands over the column with the number in the labels.
  mutating func addTable(of name: String, _ rows: [(name: String, Agreement)], counting: String) {
    let header = [name, "P", "R", "F1", counting]
    let body = rows.map { name, agreement in
      [
        name, Self.text(agreement.precision), Self.text(agreement.recall), Self.text(agreement.f1),
        String(agreement.gold),
      ]
    }
    tables.append(Table(rows: [header] + body))
  }

  /// Adds a table of numbers and shares.
  mutating func addTable(header: [String], _ rows: [[String]]) { tables.append(Table(rows: [header] + rows)) }

  /// Adds a line of its own.
  mutating func add(_ name: String, _ value: Double?) {
    tables.append(Table(rows: [[name, Self.text(value)]]))
  }

  /// Adds a line with a share and the numbers it comes from.
  mutating func add(_ name: String, _ part: Int, of whole: Int) {
    tables.append(Table(rows: [[name, Self.text(share(part, of: whole)), "\(part) of \(whole)"]]))
  }

  /// Adds a remark.
  mutating func addNote(_ note: String) { tables.append(Table(rows: [[note]])) }

  /// Names the figure that a gate looks at.
  mutating func setMain(_ name: String, _ value: Double?) {
    mainName = name
    main = value
  }

  /// The figures as lines.
  var text: String {
    var text = ""
    for table in tables {
      for row in table.rows {
        let indent = row.count > 1 ? max(Self.nameWidth, width(of: 0, in: table)) : 0
        var line = row[0].padded(to: indent)
        for (column, cell) in row.enumerated().dropFirst() {
          let gap = max(6, width(of: column, in: table)) - cell.count
          line += "  " + String(repeating: " ", count: max(0, gap)) + cell
        }
        text += line + "\n"
      }
    }
    return text + "main figure: \(mainName) \(Self.text(main))\n"
  }

  private static let nameWidth = 16

  private func width(of column: Int, in table: Table) -> Int {
    table.rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
  }

  /// Three decimals; "-" where there is nothing to measure.
  static func text(_ value: Double?) -> String {
    guard let value else { return "-" }
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
