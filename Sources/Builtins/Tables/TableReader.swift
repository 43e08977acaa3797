import Vocabulary
import Workbench

/// Reads the columns of a .csv file by the names in its first row.
enum TableReader {
  /// Throws a failure of kind `file` where it is no such file.
  static func read(_ name: String, for session: inout Session) throws(Failure) -> NamedColumns {
    let path = try FilePath(name)
    guard path.suffix?.lowercased() == "csv" else {
      throw Failure(.file, "a table is read from a file whose name ends in .csv, which '\(path.name)' does not")
    }
    let file = try FileReader(path, for: session)
    var reader = SeparatedReader(try SeparatedFormat.text(of: file))
    guard let head = try reader.next(in: file) else { throw file.failure("is empty") }
    guard head.cells.contains(where: { $0.number == nil }) else {
      throw file.failure("has no names in its first row", hint: "load reads a file of numbers alone")
    }
    let names = self.names(head.cells.map(\.text))
    var cells = [[SeparatedReader.Cell]](repeating: [], count: names.count)
    var size = 0.0
    while let row = try reader.next(in: file) {
      if row.number & 0x3FF == 0 { try file.checkInterruption() }
      guard row.cells.count == names.count else {
        throw file.failure(
          "has \(counted(row.cells.count, "cell")) in line \(row.line), but \(names.count) in those before it")
      }
      for (column, cell) in row.cells.enumerated() {
        cells[column].append(cell)
        size += 4 + Double(cell.text.utf8.count) / 8
      }
      try file.limits.reserve(numbers: size)
    }
    guard cells.contains(where: { !$0.isEmpty }) else { throw file.failure("has names, but no rows below them") }
    return NamedColumns(zip(names, cells).map { Property($0, value(of: $1)) })
  }

  /// Numbers where all cells are, truths where all are true or false, else texts.
  private static func value(of cells: [SeparatedReader.Cell]) -> Value {
    let numbers = cells.compactMap(\.number)
    if numbers.count == cells.count { return .vector(numbers) }
    if cells.allSatisfy({ $0.text == "true" || $0.text == "false" }) {
      return .truths(Truths(cells.map { $0.text == "true" }))
    }
    return .list(cells.map { .text($0.text) })
  }

  /// As they can stand behind a dot: letters, digits and `_`, each only once.
  private static func names(_ titles: [String]) -> [String] {
    var names: [String] = []
    for (index, title) in titles.enumerated() {
      let scalars = title.unicodeScalars.map { scalar -> Character in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
      }
      let trimmed = String(scalars.drop { $0 == "_" })
      let word = trimmed.first.map { !$0.isNumber } ?? false ? trimmed : "column_\(index + 1)"
      var (name, number) = (word, 1)
      while names.contains(name) {
        number += 1
        name = "\(word)_\(number)"
      }
      names.append(name)
    }
    return names
  }
}
