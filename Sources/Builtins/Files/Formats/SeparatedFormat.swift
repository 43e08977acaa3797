import Networks
import Vocabulary
import Workbench

/// Numbers as text, a row a line, in the form that spreadsheets write.
///
/// Written with commas, each number in the fewest digits that read back as the same one. Read with commas, semicolons
/// or tabs, with or without a first row of names, with quoted cells; a missing cell is `nan` unless a rule says otherwise.
/// One column is a vector.
/// A data set has a row of names; see `DatasetTable`.
struct SeparatedFormat: FileFormat {
  let suffix = "csv"
  /// What becomes of missing cells; nil: they are nan.
  var missing: MissingRule?
  /// The names of the columns that are read; nil: all.
  var columns: [String]?

  /// The whole file; throws a failure of kind `file` where it is no UTF-8.
  static func text(of file: FileReader) throws(Failure) -> [UInt8] {
    let bytes = try file.rest()
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw file.failure("is not UTF-8 text", hint: "save the file as UTF-8")
    }
    return bytes
  }

  func read(_ file: FileReader, for session: inout Session) throws(Failure) -> Value {
    var reader = SeparatedReader(try Self.text(of: file))
    var names: [String] = []
    var numbers: [Double] = []
    var columns: Int?
    var rows = 0
    var isFirst = true
    var places: [Int]?
    var isAllMissing = true
    while let row = try reader.next(in: file) {
      if row.number & 0x3FF == 0 { try file.checkInterruption() }
      if isFirst {
        isFirst = false
        columns = row.cells.count
        if let chosen = self.columns {
          let heading = try DatasetColumns(row, targets: [], features: chosen, in: file)
          (names, places) = (heading.names, heading.features)
          continue
        }
        if row.cells.contains(where: { $0.number == nil }) {
          names = row.cells.map { $0.text.visible() }
          continue
        }
      }
      guard row.cells.count == columns else {
        throw file.failure(
          "has \(counted(row.cells.count, "cell")) in line \(row.line), but \(columns ?? 0) in those before it")
      }
      for column in places ?? Array(row.cells.indices) {
        let cell = row.cells[column]
        guard let number = cell.number else { throw Self.failure(of: column, row, names, in: file) }
        if number.isNaN, missing == .error {
          throw file.failure(
            "has nothing in line \(row.line), column \(column + 1)",
            hint: "missing=\"skip\" leaves such rows out, missing=\"mean\" puts in the mean of the column")
        }
        if !cell.isMissing || cell.text.lowercased().hasSuffix("nan") { isAllMissing = false }
        numbers.append(number)
      }
      rows += 1
      try file.limits.reserve(numbers: Double(numbers.count))
    }
    try reader.marks.check(in: file)
    guard rows > 0, let width = places?.count ?? columns else { throw file.failure("holds no numbers") }
    guard !isAllMissing else { throw file.failure("has no numbers: all cells are missing") }
    let matrix = try applied(to: Matrix(rows: rows, columns: width, elements: numbers), in: file) {
      let place = places?[$0] ?? $0
      return names.indices.contains(place) ? "column '\(names[place])'" : "column \(place + 1)"
    }
    return width == 1 ? .vector(matrix.elements) : .matrix(matrix)
  }

  private func applied(
    to matrix: Matrix, in file: FileReader, column name: (Int) -> String
  ) throws(Failure) -> Matrix {
    guard let missing else { return matrix }
    let kept = try missing.applied(to: matrix, column: name).matrix
    guard kept.rows > 0 else {
      throw file.failure("has no row without missing cells", hint: "missing=\"mean\" puts in the mean of the column")
    }
    return kept
  }

  private static func failure(
    of place: Int, _ row: SeparatedReader.Row, _ names: [String], in file: FileReader
  ) -> Failure {
    let (cell, column, line) = (row.cells[place], place + 1, row.line)
    let text = cell.text.count <= 40 ? cell.text : cell.text.prefix(40) + "…"
    let hasDecimalComma = cell.text.contains(",") && Double(String(cell.text.map { $0 == "," ? "." : $0 })) != nil
    // A column of words under a name is most likely what is to be learnt.
    let isTarget = names.indices.contains(column - 1) && !names[column - 1].isEmpty
    return file.failure(
      "has '\(text)' in line \(line), column \(column), which is no number",
      hint: hasDecimalComma
        ? "write numbers with a decimal point"
        : isTarget ? "classes to be learnt are read with target=\"\(names[column - 1])\"\(rest(row, names))" : nil)
  }

  /// How to read the columns of numbers alone.
  private static func rest(_ row: SeparatedReader.Row, _ names: [String]) -> String {
    let numbers = row.cells.indices.filter { row.cells[$0].number != nil && $0 < names.count }.map {
      "\"\(names[$0])\""
    }
    return (1...5).contains(numbers.count) ? ", numbers alone with features=[\(numbers.joined(separator: ", "))]" : ""
  }

  func write(_ value: Value, to file: FileWriter, of session: Session) throws(Failure) {
    if case .object(let data as Dataset) = value { return try DatasetTable.write(data, to: file) }
    if let columns = ResultColumns(value) { return try columns.write(to: file, noun: value.noun) }
    let (columns, numbers): (Int, [Double]) =
      switch value.countingTruths {
      case .number(let number): (1, [number])
      case .vector(let elements): (1, elements)
      case .matrix(let matrix): (matrix.columns, matrix.elements)
      default: throw FileFormats.misfit(value, suffix)
      }
    if numbers.isEmpty {
      throw Failure(.file, "\(value.noun) has no numbers to write", hint: "a .npy file can keep it")
    }
    var bytes: [UInt8] = []
    for (index, number) in numbers.enumerated() {
      bytes += Self.spelling(of: number).utf8
      bytes.append(UInt8(ascii: (index + 1) % columns == 0 ? "\n" : ","))
      if bytes.count > 1 << 16 {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(bytes)
  }

  /// The fewest digits that read back as the same number: `0.1`, `1e-07`, `3`.
  static func spelling(of number: Double) -> Substring {
    let text = number.isNaN ? "nan" : number.description
    return text.hasSuffix(".0") ? text.dropLast(2) : text[...]
  }
}
