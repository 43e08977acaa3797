import Language
import Vocabulary

/// An input as it was read, once: what the prompt asks about it and what the session runs are the same.
public struct Parsed: Sendable {
  public enum Outcome: Sendable {
    case complete([Statement])
    /// More lines may complete it.
    case unfinished(Failure)
    case wrong(Failure)
  }

  /// As it was typed.
  public let text: String
  public let outcome: Outcome

  /// Why more lines are needed, nil where they are not or would not help.
  public var incompleteness: Failure? {
    if case .unfinished(let failure) = outcome { failure } else { nil }
  }

  /// What more lines are needed for, and how to give up, as the prompt says it.
  public var waiting: String? { incompleteness.map { "\($0.message); a blank line or Ctrl-C gives up" } }

  /// The statements; empty where the input cannot be read.
  public var statements: [Statement] {
    if case .complete(let statements) = outcome { statements } else { [] }
  }
}

extension Session {
  /// Reads an input without running it.
  public func parse(_ text: String) -> Parsed {
    do {
      let statements = try Parser.statements(of: text, lexicon: lexicon, variables: context.variables)
      return Parsed(text: text, outcome: .complete(statements))
    } catch {
      return Parsed(text: text, outcome: error.kind == .unfinished ? .unfinished(error) : .wrong(error))
    }
  }
}
