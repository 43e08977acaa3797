import Language
import Vocabulary

/// Joins lines to inputs: a line that is unfinished takes in those that follow.
///
/// Each line is read once to know whether it goes on, and each input once when it is complete, however many lines it has.
public struct InputLines {
  private var lines: [String] = []
  private var layout: LineLayout?
  /// The quotation mark that opened a text which goes on.
  private var quote: Unicode.Scalar?
  /// Whether the lines are an `if … then …` that may be followed by `else`.
  private var waitsForElse = false

  public init() {}

  /// The lines that wait for more, empty where there are none.
  public var pending: String { lines.joined(separator: "\n") }

  /// Takes in a line; the inputs that are complete now, as the session reads them.
  ///
  /// There are two where the line shows that those before it were an input of their own.
  public mutating func add(_ line: some StringProtocol, in session: Session) -> [Parsed] {
    let line = String(line)
    let tokens =
      quote.map { Lexer.tokens(of: line, inTextOpenedBy: $0) } ?? Lexer.tokens(of: line)
    var complete: [Parsed] = []
    if waitsForElse, let first = tokens.first(where: \.isWord), !first.continuesCondition {
      complete.append(take(session))
    }
    lines.append(line)
    if goesOn(with: tokens, of: line, in: session, &complete) { return complete }
    if !lines.isEmpty { complete.append(take(session)) }
    return complete
  }

  /// What waited in vain for more lines, nil where there is nothing.
  public mutating func finish(in session: Session) -> Parsed? { lines.isEmpty ? nil : take(session) }

  private mutating func take(_ session: Session) -> Parsed {
    defer { self = InputLines() }
    return session.parse(pending)
  }

  /// Whether more lines are needed; where that takes parsing and they are not, the input joins those that are complete.
  private mutating func goesOn(
    with tokens: [Token], of line: String, in session: Session, _ complete: inout [Parsed]
  ) -> Bool {
    var layout = self.layout ?? LineLayout(lexicon: session.lexicon)
    defer { if !lines.isEmpty { self.layout = layout } }
    do {
      try layout.add(tokens.dropLast())
    } catch {
      guard error.kind == .unfinished, let start = tokens.dropLast().last?.span.lowerBound else { return false }
      if start > 0 || quote == nil { quote = Substring(line.utf8.dropFirst(start)).unicodeScalars.first }
      return true
    }
    quote = nil
    guard layout.continuation != .ends else { return false }
    if layout.isOpen { return true }
    let parsed = session.parse(pending)
    waitsForElse = layout.continuation == .mayContinue
    if parsed.incompleteness != nil { return true }
    self = InputLines()
    complete.append(parsed)
    return false
  }
}
