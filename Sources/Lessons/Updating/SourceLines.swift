/// The lines of a file byte by byte, each with its end.
struct SourceLines {
  /// Each with its end; the last may have none.
  private(set) var lines: [ArraySlice<UInt8>] = []

  init(_ bytes: [UInt8]) {
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.endIndex { lines.append(bytes[start...]) }
  }

  /// What ends a line: `\n`, `\r\n`, or nothing at the end of the file.
  func end(of index: Int) -> ArraySlice<UInt8> {
    let line = lines[index]
    guard line.last == UInt8(ascii: "\n") else { return [] }
    return line.suffix(line.dropLast().last == UInt8(ascii: "\r") ? 2 : 1)
  }

  /// A line without its end.
  func text(of index: Int) -> ArraySlice<UInt8> { lines[index].dropLast(end(of: index).count) }

  /// The file with some lines replaced by others.
  func bytes(replacing edits: [LineEdit]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      for line in lines[index..<edit.range.lowerBound] { result += line }
      for line in edit.lines { result += line }
      index = edit.range.upperBound
    }
    for line in lines[index...] { result += line }
    return result
  }
}

/// Lines of a file that are to be replaced by others, which have their ends.
struct LineEdit {
  /// Counted from 0.
  let range: Range<Int>
  let lines: [[UInt8]]
}
