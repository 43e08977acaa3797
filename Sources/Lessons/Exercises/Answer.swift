import Language
import Vocabulary

/// What a learner put in the place of an exercise's block.
public struct Answer: Sendable, Equatable {
  /// The commands in order.
  public let sources: [String]

  public init(_ sources: [String]) { self.sources = sources }

  public init(_ block: Block) { self.init(block.commands.map(\.source)) }

  /// Whether a blank is left as it was; in a comment it may stay.
  public var isBlank: Bool {
    sources.allSatisfy { $0.allSatisfy(\.isWhitespace) }
      || sources.contains { $0.withoutComments.contains(Exercise.blank) }
  }

  /// Runs the answer, up to the first command that fails, and judges what it leaves behind.
  ///
  /// - Returns: the judgement and the session after it.
  public func judged(by exercise: Exercise, in before: LessonSession) -> (judgement: Judgement, session: LessonSession)
  {
    var session = before
    for source in sources {
      if let failure = session.output(of: source).failure { return (Judgement(.failed(failure)), session) }
    }
    return (Judgement(of: exercise, in: session.restored(for: exercise, from: before)), session)
  }
}

extension String {
  fileprivate var withoutComments: String {
    let bytes = Array(utf8)
    let kept = Lexer.tokens(of: self).filter { $0.kind != .comment }
    return String(decoding: kept.flatMap { bytes[$0.span] }, as: UTF8.self)
  }
}
