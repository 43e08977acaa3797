/// Lines of a file that are to be replaced by others, which have their ends.
struct LineEdit {
  /// The first of them, counted from 1.
  let start: Int
  /// How many go; none where lines are only put in before the first.
  let count: Int
  let lines: [[UInt8]]
}

extension SourceLines {
  /// A line without its end, byte for byte.
  func content(_ number: Int) -> ArraySlice<UInt8> { lines[number - 1].dropLast(end(of: number).count) }

  /// The file with some lines replaced by others.
  func bytes(replacing edits: [LineEdit]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    for edit in edits.sorted(by: { $0.start < $1.start }) {
      for line in lines[index..<edit.start - 1] + edit.lines { result += line }
      index = edit.start - 1 + edit.count
    }
    for line in lines[index...] { result += line }
    return result
  }
}
