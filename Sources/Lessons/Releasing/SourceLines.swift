/// The lines of a file with their ends, so that all but the lines that are changed stays as it is, byte for byte.
struct SourceLines {
  /// Counted from 1, as Markdown's readers count: `\n`, `\r\n` and a lone `\r` end a line.
  private var lines: [[UInt8]] = []

  init(_ bytes: [UInt8]) {
    var start = 0
    for (index, byte) in bytes.enumerated() {
      let isEnd = byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")))
      guard isEnd else { continue }
      lines.append(Array(bytes[start...index]))
      start = index + 1
    }
    if start < bytes.count { lines.append(Array(bytes[start...])) }
  }

  var count: Int { lines.count }
  var bytes: [UInt8] { Array(lines.joined()) }

  /// A line without its end; empty where there is none.
  func text(_ number: Int) -> String {
    guard lines.indices.contains(number - 1) else { return "" }
    return String(decoding: lines[number - 1].dropLast(end(of: number).count), as: UTF8.self)
  }

  /// Whether nothing stands on a line but what marks it as part of a quote.
  func isBlank(_ number: Int) -> Bool { text(number).allSatisfy { $0.isWhitespace || $0 == ">" } }

  /// Gives a line another text; its end stays.
  mutating func set(_ number: Int, to text: String) {
    guard lines.indices.contains(number - 1) else { return }
    lines[number - 1] = Array(text.utf8) + end(of: number)
  }

  /// Leaves lines out.
  mutating func empty(_ numbers: ClosedRange<Int>) {
    for number in numbers where lines.indices.contains(number - 1) { lines[number - 1] = [] }
  }

  private func end(of number: Int) -> [UInt8] {
    let reversed = lines[number - 1].reversed().prefix { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return Array(reversed.reversed())
  }
}
