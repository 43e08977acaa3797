import Vocabulary
import Workbench

/// A table as spreadsheets write it (RFC 4180), with commas, semicolons or tabs, that can be written back byte for byte but for the
/// cells that are filled in.
struct SeparatedTable {
  struct Cell {
    /// Without its quotation marks.
    let text: String
    /// With them, in the bytes of the file.
    let range: Range<Int>
  }

  struct Row {
    /// Where it begins in the file, counted from 1.
    let line: Int
    let cells: [Cell]

    /// The text of a cell without white space at its ends; empty where there is no such cell.
    func text(_ column: Int?) -> String {
      column.flatMap { cells.indices.contains($0) ? cells[$0].text.trimmingSpace : nil } ?? ""
    }

    var isBlank: Bool { cells.allSatisfy { $0.text.isBlank } }
  }

  /// The file without a byte order mark.
  private let bytes: ArraySlice<UInt8>
  private let mark: [UInt8]
  let separator: UInt8
  /// The first one that is not blank.
  private(set) var header = Row(line: 1, cells: [])
  /// Those behind it; blank ones are left out.
  private(set) var rows: [Row] = []

  /// More bytes than this are no list of a class.
  static let largest = 10_000_000

  /// Reads a file. Throws where it is no text, holds nothing, or leaves quotation marks open.
  init(_ content: [UInt8]) throws(Failure) {
    guard content.count <= Self.largest else {
      throw Failure(.document, "this is larger than \(Self.largest / 1_000_000) MB, which is no list of a class")
    }
    for wide in [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] where content.starts(with: wide) {
      throw Failure(.document, "this is not UTF-8 text", hint: "save the file as CSV in UTF-8")
    }
    if case .failure(let failure) = TextFile.text(of: content) { throw failure }
    mark = content.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
    bytes = content[mark.count...]
    separator = Self.separator(of: bytes)
    var all: [Row] = []
    var position = bytes.startIndex
    var line = 1
    while position < bytes.endIndex {
      let row = try Self.row(in: bytes, &position, &line, separator)
      if !row.isBlank { all.append(row) }
    }
    guard let first = all.first else { throw Failure(.document, "this file is empty") }
    header = first
    rows = Array(all.dropFirst())
  }

  /// What parts the cells of the first line: whichever of them stands there most often.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let candidates = [",", ";", "\t"].map { UInt8(ascii: $0) }
    var best = candidates[0]
    for candidate in candidates.dropFirst() where count(candidate, in: line) > count(best, in: line) {
      best = candidate
    }
    return best
  }

  private static func count(_ separator: UInt8, in line: ArraySlice<UInt8>) -> Int {
    var isQuoted = false
    return line.reduce(0) { count, byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return count + (byte == separator && !isQuoted ? 1 : 0)
    }
  }

  private static func row(
    in bytes: ArraySlice<UInt8>, _ position: inout Int, _ line: inout Int, _ separator: UInt8
  ) throws(Failure) -> Row {
    let first = line
    var cells: [Cell] = []
    while true {
      let start = position
      var content: [UInt8] = []
      let quote = UInt8(ascii: "\"")
      if position < bytes.endIndex, bytes[position] == quote {
        position += 1
        while true {
          guard position < bytes.endIndex else {
            throw Failure(.document, "a quotation mark is never closed", line: first)
          }
          let byte = bytes[position]
          position += 1
          if byte == UInt8(ascii: "\n") { line += 1 }
          if byte != quote {
            content.append(byte)
          } else if position < bytes.endIndex, bytes[position] == quote {
            content.append(quote)
            position += 1
          } else {
            break
          }
        }
      }
      while position < bytes.endIndex, bytes[position] != separator, !isEnd(bytes[position]) {
        content.append(bytes[position])
        position += 1
      }
      cells.append(Cell(text: String(decoding: content, as: UTF8.self), range: start..<position))
      guard position < bytes.endIndex, bytes[position] == separator else { break }
      position += 1
    }
    if position < bytes.endIndex {
      let isReturn = bytes[position] == UInt8(ascii: "\r")
      position += 1
      if isReturn, position < bytes.endIndex, bytes[position] == UInt8(ascii: "\n") { position += 1 }
      line += 1
    }
    return Row(line: first, cells: cells)
  }

  private static func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  // MARK: Writing

  /// The file with other texts in some cells, all else byte for byte. A text that a spreadsheet would take for a formula begins
  /// with an apostrophe.
  func text(filling cells: [(cell: Cell, text: String)]) -> String {
    var result = mark
    var next = bytes.startIndex
    for (cell, text) in cells.sorted(by: { $0.cell.range.lowerBound < $1.cell.range.lowerBound }) {
      result += bytes[next..<cell.range.lowerBound]
      result += Self.cell(text, separator: Character(Unicode.Scalar(separator))).utf8
      next = cell.range.upperBound
    }
    result += bytes[next...]
    return String(decoding: result, as: UTF8.self)
  }

  /// Rows with commas, each with the line end that RFC 4180 asks for.
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map { cell($0) }.joined(separator: ",") + "\r\n" }.joined()
  }

  static func cell(_ text: String, separator: Character = ",") -> String {
    var shown = text.shown()
    if let first = shown.unicodeScalars.first(where: { $0 != " " }), "=+-@".unicodeScalars.contains(first) {
      shown = "'" + shown
    }
    guard shown.contains(where: { $0 == separator || $0 == "\"" }) || shown.hasPrefix(" ") else { return shown }
    return "\"" + shown.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }
}
