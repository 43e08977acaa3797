import Language
import Vocabulary

/// A failure as front ends show it.
package struct ErrorLines: Sendable {
  /// What sort of failure it is, in a word.
  package let name: String
  package let message: String
  /// The lines that the prompt prints, with the colours of a terminal, which front ends understand.
  package let lines: [String]

  package init(_ failure: Failure, in text: String) {
    name = failure.kind.rawValue
    message = failure.text()
    let printed =
      failure.kind == .interrupted
      ? failure.message : FailureRenderer.printed(failure, in: text).marked { Self.colored($0, $1) }
    lines = printed.lines.map(String.init)
  }

  private static func colored(_ text: String, _ role: Role?) -> String {
    switch role {
    case .error: "\u{1B}[1;31m\(text)\u{1B}[0m"
    case .place: "\u{1B}[31m\(text)\u{1B}[0m"
    case .name, .number, nil: text
    }
  }
}
