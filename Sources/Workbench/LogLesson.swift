import Language
import Vocabulary

/// A log as a lesson: Markdown whose commands print what they printed then.
public struct LogLesson {
  public let text: String
  /// How many inputs it holds.
  public let count: Int

  /// Inputs that write the log itself and such as were stopped are left out, since they could not be repeated.
  public init(_ log: Log, title: String, lexicon: Lexicon) {
    let entries = log.entries.filter { $0.isRepeatable(lexicon: lexicon) }
    let lines = entries.flatMap(\.lines)
    let fence = String(repeating: "`", count: max(3, (lines.map(Self.backticks).max() ?? 0) + 1))
    var all = ["# \(title)", ""]
    if log.forgotten > 0 {
      all += ["Left out: the first \(counted(log.forgotten, "input")) of the session.", ""]
    }
    if !lines.isEmpty { all += [fence + "gradus"] + lines + [fence] }
    text = all.joined(separator: "\n") + "\n"
    count = entries.count
  }

  /// The longest run of backticks.
  private static func backticks(in line: String) -> Int {
    line.utf8.split { $0 != UInt8(ascii: "`") }.map(\.count).max() ?? 0
  }
}

extension Log.Entry {
  fileprivate func isRepeatable(lexicon: Lexicon) -> Bool {
    if failure?.kind == .interrupted || input.allSatisfy(\.isWhitespace) { return false }
    let statements = (try? Parser.statements(of: input, lexicon: lexicon)) ?? []
    return !statements.contains { statement in
      switch statement.kind {
      case .expression(let expression), .binding(_, let expression), .bindings(_, let expression):
        expression.writesTranscript
      case .definition: false
      }
    }
  }

  /// As a prompt shows it: `> ` before the input, `| ` before its further lines, then what was printed, of a failure
  /// the first line.
  fileprivate var lines: [String] {
    let typed = input.lines.enumerated().map { number, line in
      (number == 0 ? ">" : "|") + (line.isEmpty ? "" : " " + line)
    }
    let output = printed.isEmpty ? [] : printed.lines.map { LiteralLine.written(String($0)) }
    let error = failure.flatMap { FailureRenderer.render($0, in: input).lines.first }.map { [String($0)] } ?? []
    return typed + output + error
  }
}

extension ExpressionSyntax {
  /// Whether it is a call of `transcript`.
  fileprivate var writesTranscript: Bool {
    if case .call(let callee, _) = node, case .builtin(_, "transcript") = callee.node { true } else { false }
  }
}

/// A line of output as a lesson writes it.
public enum LiteralLine {
  /// With `\` before a line that would be read as a command, a pattern or the end of the block otherwise.
  public static func written(_ line: String) -> String {
    let isCommand = line == ">" || line == "|" || line.hasPrefix("> ") || line.hasPrefix("| ")
    let isPattern = line.hasPrefix("\\") || line.utf8.indices.contains { line.utf8[$0...].starts(with: "[..]".utf8) }
    let isDots = !line.isEmpty && line.allSatisfy { $0 == "." || $0.isWhitespace }
    let bare = line.drop(while: \.isWhitespace)
    let isFence = bare.hasPrefix("```") || bare.hasPrefix("~~~")
    return isCommand || isPattern || isDots || isFence ? "\\" + line : line
  }
}
