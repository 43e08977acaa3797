import Vocabulary

/// A command of a lesson and what it is expected to print.
public struct LessonCommand: Sendable, Equatable {
  /// What is run; several lines where the command goes over several.
  public let source: String
  /// Where it begins in the file, counted from 1.
  public let line: Int
  public let expected: [String]

  public init(source: String, line: Int, expected: [String]) {
    self.source = source
    self.line = line
    self.expected = expected
  }

  /// Where the expected output stands in the file, or would stand.
  public var expectedLines: Range<Int> {
    let first = line + source.lines.count
    return first..<first + expected.count
  }

  /// Which of the expected lines announces an error.
  var announcedError: Int? {
    expected.firstIndex { $0.drop(while: \.isWhitespace).hasPrefix("error:") }
  }

  /// Reads lines as a prompt shows them: `> ` begins a command, `| ` continues it, all else is output.
  static func read(_ lines: [String], firstLine: Int) throws(Failure) -> [LessonCommand] {
    var parts: [(source: String, line: Int, expected: [String])] = []
    for (index, line) in lines.enumerated() {
      if line == ">" || line.hasPrefix("> ") {
        parts.append((String(line.dropFirst(2)), firstLine + index, []))
        continue
      }
      guard let last = parts.indices.last else {
        if line.allSatisfy(\.isWhitespace) { continue }
        throw Failure(
          .document, "this stands before the first command", line: firstLine + index, hint: "commands begin with '> '")
      }
      if parts[last].expected.isEmpty, line == "|" || line.hasPrefix("| ") {
        parts[last].source += "\n" + line.dropFirst(2)
      } else {
        parts[last].expected.append(line)
      }
    }
    return parts.map {
      LessonCommand(source: $0.source, line: $0.line, expected: $0.expected).withoutTrailingBlankLines
    }
  }

  private var withoutTrailingBlankLines: LessonCommand {
    let blank = expected.reversed().prefix { $0.allSatisfy(\.isWhitespace) }.count
    return LessonCommand(source: source, line: line, expected: expected.dropLast(blank))
  }
}
