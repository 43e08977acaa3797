import Networks
import Vocabulary
import Workbench

/// A result as a table of text: its columns under their names, or one row of its numbers where it has no columns.
struct ResultColumns {
  private var names: [String] = []
  /// The cells of each column.
  private var cells: [[Substring]] = []
  /// The fields that are no columns of this length.
  private(set) var left: [String] = []

  /// Nil of what is no result; networks and data sets have files of their own.
  init?(_ value: Value) {
    guard case .object(let object as any Record) = value, !(object is Dataset) else { return nil }
    let fields = object.properties
    guard
      let rows = fields.lazy.compactMap(\.value.elementCount).first ?? fields.lazy.compactMap(\.value.rowCount).first
    else {
      for field in fields {
        guard let cell = Self.cell(field.value) else {
          left.append(field.name)
          continue
        }
        names.append(field.name)
        cells.append([cell])
      }
      return
    }
    for field in fields { add(field, rows: rows) }
  }

  private mutating func add(_ field: Property, rows: Int) {
    switch field.value {
    case .vector(let elements) where elements.count == rows:
      append(field.name, elements.map(SeparatedFormat.spelling))
    case .truths(let truths) where truths.rows == nil && truths.columns == rows:
      append(field.name, truths.elements.map { $0 ? "true" : "false" })
    case .list(let values) where values.count == rows:
      let column = values.compactMap(Self.cell)
      if column.count == rows { append(field.name, column) } else { left.append(field.name) }
    case .matrix(let matrix) where matrix.rows == rows:
      for column in 0..<matrix.columns {
        append("\(field.name)_\(column + 1)", (0..<rows).map { SeparatedFormat.spelling(of: matrix[$0, column]) })
      }
    default: left.append(field.name)
    }
  }

  private mutating func append(_ name: String, _ column: [Substring]) {
    names.append(name)
    cells.append(column)
  }

  /// Nil of what takes more than a cell.
  private static func cell(_ value: Value) -> Substring? {
    switch value {
    case .number(let number): SeparatedFormat.spelling(of: number)
    case .truth(let truth): truth ? "true" : "false"
    case .text(let text): quoted(text)
    default: nil
    }
  }

  /// In quotation marks where it would be read as something else.
  private static func quoted(_ text: String) -> Substring {
    let isPlain = text.utf8.allSatisfy {
      ![UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), 9, 10, 13].contains($0)
    }
    if isPlain, text.first != " ", text.last != " " { return text[...] }
    return Substring("\"" + text.replacing("\"", with: "\"\"") + "\"")
  }

  func write(to file: FileWriter, noun: String) throws(Failure) {
    guard let rows = cells.first?.count, rows > 0 else {
      throw Failure(.file, "\(noun) has no columns and no numbers to write")
    }
    var bytes = Array((names.joined(separator: ",") + "\n").utf8)
    for row in 0..<rows {
      bytes += cells.map { $0[row] }.joined(separator: ",").utf8
      bytes.append(UInt8(ascii: "\n"))
      if bytes.count > 1 << 16 {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(bytes)
  }
}

extension Value {
  fileprivate var rowCount: Int? { if case .matrix(let matrix) = self { matrix.rows } else { nil } }
}
