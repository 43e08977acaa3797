import Language
import Vocabulary
import Workbench

/// What is said of an answer to an exercise.
public struct Judgement: Sendable, Equatable {
  public enum Verdict: Sendable, Equatable {
    case right
    /// What the key says of this mistake, or else which expression came out wrong.
    case wrong(String)
    /// The answer does not run.
    case failed(Failure)
    /// The key is not in this copy.
    case undecided
  }

  public let verdict: Verdict
  public var isRight: Bool { verdict == .right }

  init(_ verdict: Verdict) { self.verdict = verdict }

  /// Judges what an answer left behind: every expectation of the key must hold in the session.
  ///
  /// What the key evaluates is evaluated in a copy, so that the session stays as it is.
  public init(of exercise: Exercise, in session: LessonSession) {
    guard !exercise.isKept else {
      self.init(.undecided)
      return
    }
    let session = session
    for expectation in exercise.expectations {
      switch session.value(of: expectation.expression) {
      case .failure(let failure):
        self.init(.failed(failure))
        return
      case .success(let lines) where !Matcher.matches([expectation.expected], lines):
        let mistake = exercise.mistakes.first { $0.isMade(in: session) }
        let came = lines.map(\.text).joined(separator: "\n")
        self.init(.wrong(mistake?.message ?? "\(expectation.expression) is \(came), which is not what is asked for"))
        return
      case .success: continue
      }
    }
    self.init(.right)
  }
}

extension Exercise.Mistake {
  func isMade(in session: LessonSession) -> Bool {
    if case .success(let lines) = session.value(of: expression) { Matcher.matches([expected], lines) } else { false }
  }
}

extension LessonSession {
  /// What an expression prints, evaluated in a copy; a failure where it does not run.
  func value(of expression: String) -> Result<[OutputLine], Failure> {
    var copy = self
    let (lines, failure) = copy.output(of: expression)
    return failure.map { .failure($0) } ?? .success(lines)
  }
}
