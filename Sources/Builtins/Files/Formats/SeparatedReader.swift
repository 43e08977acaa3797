import Vocabulary
import Workbench

/// Cuts text into rows and cells.
struct SeparatedReader {
  struct Cell {
    let text: String
    /// Whether `1,5` may be a number: where something else stands between the cells.
    let mayHaveComma: Bool

    /// What stands, in small letters, for what is not known.
    private static let missing: Set<String> = ["", "na", "n/a", "#n/a", "nan", "-nan", "+nan", "null", "?"]

    var isMissing: Bool { text.utf8.count <= 4 && Self.missing.contains(text.lowercased()) }

    /// A missing one is nan; nil where there is something that is no number.
    var number: Double? {
      if isMissing { return .nan }
      switch text.lowercased() {
      case "inf", "+inf", "infinity", "+infinity", "∞": return .infinity
      case "-inf", "-infinity", "-∞": return -.infinity
      default: break
      }
      return Self.decimal(hasDecimalComma ? String(text.map { $0 == "," ? "." : $0 }) : text)
    }

    private static func decimal(_ text: String) -> Double? {
      let isDecimal = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "e"), UInt8(ascii: "E"):
          true
        default: false
        }
      }
      return isDecimal ? Double(text) : nil
    }

    /// Whether it is a number if the comma in it is the decimal sign.
    var hasDecimalComma: Bool {
      mayHaveComma && text.utf8.count { $0 == UInt8(ascii: ",") } == 1 && !text.utf8.contains(UInt8(ascii: "."))
    }

    /// Whether it is made of digits with `-`, `/`, `.` or `:` between, as days and times are.
    var looksLikeDate: Bool {
      var separators = 0
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "T"), UInt8(ascii: "Z"),
          UInt8(ascii: "+"):
          continue
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"): separators += 1
        default: return false
        }
      }
      return separators > 0
    }
  }

  /// How the numbers of a file are written. Where cells may have decimal commas, those of one file all have them: `1,234`
  /// beside `0.5` may be more than a thousand.
  struct DecimalMarks {
    private var comma: (text: String, line: Int)?
    private var hasPoint = false

    mutating func add(_ cell: Cell, line: Int) {
      guard cell.mayHaveComma else { return }
      if comma == nil, cell.hasDecimalComma, cell.number != nil { comma = (cell.text, line) }
      if !hasPoint, cell.text.utf8.contains(UInt8(ascii: ".")), cell.number != nil { hasPoint = true }
    }

    /// Throws a failure of kind `file` where both occur.
    func check(in file: FileReader) throws(Failure) {
      guard hasPoint, let comma else { return }
      throw file.failure(
        "has numbers with a decimal point and others with a comma, such as '\(comma.text)' in line \(comma.line)",
        hint: "write all numbers with a decimal point")
    }
  }

  struct Row {
    /// Which row it is, counted from 0.
    let number: Int
    /// The line of the file that it begins in, counted from 1.
    let line: Int
    let cells: [Cell]
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  /// Of all cells read so far.
  private(set) var marks = DecimalMarks()
  private var position = 0
  private var line = 1
  private var count = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = Self.separator(of: bytes[position...])
  }

  /// A tab, a semicolon or a comma, whichever comes first in this order in the second line, or else in the first: the
  /// names in the first may hold others.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let lines = bytes.prefix(1 << 16).split(maxSplits: 2) { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    for line in lines.prefix(2).reversed() {
      var isQuoted = false
      var found: Set<UInt8> = []
      for byte in line {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() } else if !isQuoted { found.insert(byte) }
      }
      let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
      if let separator = candidates.first(where: found.contains) { return separator }
    }
    return UInt8(ascii: ",")
  }

  /// The next row that is not blank, nil at the end. Throws a failure of kind `file` at a quotation mark out of place.
  mutating func next(in file: FileReader) throws(Failure) -> Row? {
    skipBlankLines()
    guard position < bytes.count else { return nil }
    let start = line
    var cells: [Cell] = []
    while true {
      cells.append(try cell(in: file))
      if count > 0 { marks.add(cells[cells.count - 1], line: start) }
      if cells.count & 0xFFF == 0 { try file.reserve(cells: cells.count) }
      guard position < bytes.count else { break }
      if bytes[position] == separator {
        position += 1
      } else {
        skipLineEnd()
        break
      }
    }
    count += 1
    return Row(number: count - 1, line: start, cells: cells)
  }

  private mutating func skipBlankLines() {
    while position < bytes.count {
      var end = position
      while end < bytes.count, isSpace(bytes[end]) { end += 1 }
      guard end == bytes.count || isLineEnd(bytes[end]) else { return }
      position = end
      if position < bytes.count { skipLineEnd() }
    }
  }

  /// Up to the next separator or line end.
  private mutating func cell(in file: FileReader) throws(Failure) -> Cell {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quotedCell(in: file) }
    let start = position
    while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) { position += 1 }
    var end = position
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return Cell(text: String(decoding: bytes[start..<end], as: UTF8.self), mayHaveComma: mayHaveComma)
  }

  /// A quotation mark inside is written twice; separators and line ends inside are text.
  private mutating func quotedCell(in file: FileReader) throws(Failure) -> Cell {
    let start = line
    position += 1
    var content: [UInt8] = []
    while true {
      guard position < bytes.count else {
        throw file.failure("has a quotation mark in line \(start) that is never closed")
      }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
        position += 1
      }
      content.append(byte)
    }
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    guard position == bytes.count || bytes[position] == separator || isLineEnd(bytes[position]) else {
      throw file.failure("has text behind a closing quotation mark in line \(line)")
    }
    let bare = content.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return Cell(text: String(decoding: bare, as: UTF8.self), mayHaveComma: mayHaveComma)
  }

  /// `\n`, `\r\n` or `\r`.
  private mutating func skipLineEnd() {
    if bytes[position] == UInt8(ascii: "\r"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\n") {
      position += 1
    }
    position += 1
    line += 1
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private var mayHaveComma: Bool { separator != UInt8(ascii: ",") }

  /// White space that is not the separator.
  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\t") && separator != byte)
  }
}

extension FileReader {
  /// Asks for the memory of so many cells of a row, whose texts lie each by itself.
  fileprivate func reserve(cells count: Int) throws(Failure) {
    try checkInterruption()
    try limits.reserve(numbers: 16 * Double(count))
  }
}
