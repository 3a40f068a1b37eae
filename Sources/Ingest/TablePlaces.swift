/// Where in its table a cell stands, while a reader walks the tables of a file.
struct TablePlaces {
  enum Step { case beginTable, endTable, beginRow, beginCell }

  struct Cell: Hashable {
    /// The number of the table in the file.
    var table: Int
    /// From 0; -1 before the first.
    var row = -1
    var column = -1
  }

  /// The last cell of each table that is open, the innermost last.
  private var open: [Cell] = []
  private var count = 0

  /// The cell that was begun last; nil outside of tables.
  var current: Cell? { open.last.flatMap { $0.row >= 0 && $0.column >= 0 ? $0 : nil } }

  mutating func take(_ step: Step) {
    switch step {
    case .beginTable:
      open.append(Cell(table: count))
      count += 1
    case .endTable: _ = open.popLast()
    case .beginRow:
      guard !open.isEmpty else { return }
      open[open.count - 1].row += 1
      open[open.count - 1].column = -1
    case .beginCell: if !open.isEmpty { open[open.count - 1].column += 1 }
    }
  }
}

/// Which block heads each column of each table: the first of the cell in the first row.
struct TableHeads {
  private var blocks: [TablePlaces.Cell: Int] = [:]

  /// The block at the head of a cell's column; nil for the first row, whose blocks become the heads.
  ///
  /// - Parameter block: the place of the cell's own block.
  mutating func head(of cell: TablePlaces.Cell, at block: Int) -> Int? {
    var top = cell
    top.row = 0
    if cell.row > 0 { return blocks[top] }
    if blocks[top] == nil { blocks[top] = block }
    return nil
  }
}
