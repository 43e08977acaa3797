import Language
import Vocabulary

/// What a learner put in the place of an exercise's block.
public struct Answer: Sendable, Equatable {
  /// The commands in order.
  public let sources: [String]

  /// All of them in one line.
  var text: String {
    sources.map { $0.hasSuffix(";") ? String($0.dropLast()) : $0 }.joined(separator: "; ")
  }

  public init(_ sources: [String]) { self.sources = sources }

  public init(_ block: Block) { self.init(block.commands.map(\.source)) }

  /// Whether a blank is left as it was; in a comment it may stay.
  public var isBlank: Bool {
    sources.allSatisfy { $0.allSatisfy(\.isWhitespace) }
      || sources.contains { $0.withoutComments.contains(Exercise.blank) }
  }

  /// Runs the answer, up to the first command that fails, and judges what it leaves behind. What does not run as it is
  /// written is read as it was meant, with a decimal comma or a percent sign.
  ///
  /// - Returns: the judgement and the session after it.
  public func judged(by exercise: Exercise, in before: LessonSession) -> (judgement: Judgement, session: LessonSession)
  {
    let literal = judgedAsWritten(by: exercise, in: before)
    guard case .failed(let failure) = literal.judgement.verdict, !failure.endsJudging else { return literal }
    for reading in LooseReading.all(of: sources) {
      let other = Answer(reading).judgedAsWritten(by: exercise, in: before)
      if other.judgement.isRight { return other }
    }
    return literal
  }

  private func judgedAsWritten(
    by exercise: Exercise, in before: LessonSession
  ) -> (judgement: Judgement, session: LessonSession) {
    var session = before
    var failed: Failure?
    for source in sources {
      guard let failure = session.output(of: source).failure else { continue }
      failed = failed ?? failure
      // Where points are shared, what follows may earn some of them.
      if !exercise.sharesPoints || failure.endsJudging { return (Judgement(.failed(failure)), session) }
    }
    let judgement = Judgement(of: exercise, in: session.restored(for: exercise, from: before))
    guard let failed, !judgement.isRight else { return (judgement, session) }
    return (Judgement(.failed(failed), held: judgement.held), session)
  }

  /// Without the commands in which a blank is left as it was; nil where nothing else is there.
  var withoutBlanks: Answer? {
    let filled = sources.filter { !Answer([$0]).isBlank }
    return filled.isEmpty ? nil : Answer(filled)
  }

  /// Whether a character stands in it outside of comments.
  func holds(_ character: Character) -> Bool {
    sources.contains { $0.withoutComments.contains(character) }
  }

  /// The texts in it.
  var texts: [String] {
    sources.flatMap { Lexer.tokens(of: $0) }.compactMap { if case .text(let text) = $0.kind { text } else { nil } }
  }

  /// Whether each file that it loads is written there as one text, so that all of them are among its texts.
  var namesItsFiles: Bool {
    sources.allSatisfy { source in
      let tokens = Lexer.tokens(of: source).map(\.kind).filter { $0 != .space && $0 != .newline && $0 != .comment }
      return tokens.indices.allSatisfy { index in
        guard case .name("load") = tokens[index] else { return true }
        let rest = tokens[(index + 1)...].drop { $0 == .symbol(.leftParenthesis) }
        guard case .text? = rest.first else { return false }
        return rest.dropFirst().first != .symbol(.plus)
      }
    }
  }

  /// Whether it speaks of a name.
  func mentions(_ name: String) -> Bool {
    sources.contains { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "′" }.contains(Substring(name)) }
  }
}

extension String {
  fileprivate var withoutComments: String {
    let bytes = Array(utf8)
    let kept = Lexer.tokens(of: self).filter { $0.kind != .comment }
    return String(decoding: kept.flatMap { bytes[$0.span] }, as: UTF8.self)
  }
}
