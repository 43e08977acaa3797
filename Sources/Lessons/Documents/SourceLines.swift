/// The lines of a file with their ends, so that all but the lines that are changed stays as it is, byte for byte.
///
/// Counted from 1, as Markdown's readers count: `\n`, `\r\n` and a lone `\r` end a line; the last may have no end.
struct SourceLines {
  private var lines: [ArraySlice<UInt8>] = []

  init(_ bytes: [UInt8]) {
    var start = 0
    for (index, byte) in bytes.enumerated() {
      let isEnd =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")))
      guard isEnd else { continue }
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
  }

  // MARK: Reading

  var count: Int { lines.count }
  var bytes: [UInt8] { Array(lines.joined()) }

  /// A line without its end; empty where there is none.
  func content(_ number: Int) -> ArraySlice<UInt8> {
    guard lines.indices.contains(number - 1) else { return [] }
    return lines[number - 1].dropLast(end(of: number).count)
  }

  /// The same as text.
  func text(_ number: Int) -> String { String(decoding: content(number), as: UTF8.self) }

  /// What ends a line.
  func end(of number: Int) -> [UInt8] {
    let line = lines[number - 1]
    let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return Array(line.suffix(line.reversed().prefix(while: isEnd).count))
  }

  /// Whether nothing stands on a line but what marks it as part of a quote.
  func isBlank(_ number: Int) -> Bool { text(number).allSatisfy { $0.isWhitespace || $0 == ">" } }

  // MARK: Changing

  /// Gives a line another text; its end stays.
  mutating func set(_ number: Int, to text: String) {
    guard lines.indices.contains(number - 1) else { return }
    lines[number - 1] = ArraySlice(Array(text.utf8) + end(of: number))
  }

  /// Leaves lines out.
  mutating func empty(_ numbers: ClosedRange<Int>) {
    for number in numbers where lines.indices.contains(number - 1) { lines[number - 1] = [] }
  }

  /// Lines that are to be replaced by others, which have their ends.
  struct Edit {
    let range: Range<Int>
    let lines: [[UInt8]]
  }

  /// The file with some lines replaced by others.
  func bytes(replacing edits: [Edit]) -> [UInt8] {
    var result: [UInt8] = []
    var next = 1
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      for line in lines[(next - 1)..<(edit.range.lowerBound - 1)] { result += line }
      for line in edit.lines { result += line }
      next = edit.range.upperBound
    }
    for line in lines[(next - 1)...] { result += line }
    return result
  }
}
