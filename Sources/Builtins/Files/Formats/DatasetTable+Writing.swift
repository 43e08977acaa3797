import Networks
import Vocabulary
import Workbench

extension DatasetTable {
  /// Writes the points with a first row of names: their own, or `x1`, `x2` … and `class`, `y` or `y1`, `y2` …
  static func write(_ data: Dataset, to file: FileWriter) throws(Failure) {
    let width = data.features.columns
    var names = data.names.features.isEmpty ? (1...max(1, width)).prefix(width).map { "x\($0)" } : data.names.features
    let targets = data.classes == nil ? data.targets.columns : 1
    if !data.names.targets.isEmpty {
      names += data.names.targets
    } else if data.classes != nil {
      names.append("class")
    } else {
      names += targets == 1 ? ["y"] : (1...targets).map { "y\($0)" }
    }
    var text = names.map(\.cell).joined(separator: ",") + "\n"
    for row in 0..<data.count {
      for column in 0..<width { text += SeparatedFormat.spelling(of: data.features[row, column]) + "," }
      if let number = data.classNumber(of: row) {
        text += data.names.classes.isEmpty ? String(number) : data.names.classes[number].cell
      } else {
        text += (0..<data.targets.columns).map { SeparatedFormat.spelling(of: data.targets[row, $0]) }
          .joined(separator: ",")
      }
      text += "\n"
      if text.utf8.count > 1 << 16 {
        try file.write(Array(text.utf8))
        text = ""
      }
    }
    try file.write(Array(text.utf8))
  }
}

extension String {
  /// As a cell: between quotation marks where it holds what would end or change the cell.
  fileprivate var cell: String {
    let special: Set<Unicode.Scalar> = [",", ";", "\t", "\"", "\n", "\r"]
    guard unicodeScalars.contains(where: special.contains) || first == " " || last == " " else { return self }
    return "\"" + replacing("\"", with: "\"\"") + "\""
  }
}
