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
  /// How many lines of the key hold, where the points are shared among them.
  let held: Int
  public var isRight: Bool { verdict == .right }

  init(_ verdict: Verdict, held: Int = 0) { (self.verdict, self.held) = (verdict, held) }

  /// Judges what an answer left behind: every expectation of the key must hold in the session.
  ///
  /// What the key evaluates is evaluated in a copy, so that the session stays as it is.
  public init(of exercise: Exercise, in session: LessonSession) {
    guard !exercise.isKept else {
      self.init(.undecided)
      return
    }
    let prepared: LessonSession
    let resolved: Exercise
    do {
      prepared = try session.prepared(for: exercise)
      resolved = try exercise.resolved(in: prepared)
    } catch {
      self.init(.failed(error))
      return
    }
    var flaw: Verdict?
    var held = 0
    for expectation in resolved.expectations where flaw == nil || exercise.sharesPoints {
      switch prepared.value(of: expectation.expression) {
      case .failure(let failure):
        flaw = flaw ?? .failed(failure)
        if failure.endsJudging {
          self.init(.failed(failure))
          return
        }
      case .success(let lines) where !Matcher.matches([expectation.expected], lines):
        flaw = flaw ?? .wrong(resolved.message(on: expectation, lines, in: prepared))
      case .success: held += 1
      }
    }
    self.init(flaw ?? .right, held: exercise.sharesPoints ? held : 0)
  }
}

extension Exercise {
  /// What is said of a line of the key that does not hold. Where the key brings data of its own, nothing of what came of them.
  fileprivate func message(on expectation: Expectation, _ lines: [OutputLine], in session: LessonSession) -> String {
    if let mistake = mistakes.first(where: { $0.isMade(in: session) }) { return mistake.message }
    guard preparation.isEmpty else { return "\(expectation.expression) is not what is asked for" }
    let came = lines.map(\.text).joined(separator: "\n")
    return "\(expectation.expression) is \(came), which is not what is asked for"
  }
}

extension Failure {
  /// Whether an answer used up what it may, so that nothing more of it is looked at.
  var endsJudging: Bool { kind == .limit || kind == .interrupted }
}

extension Exercise.Mistake {
  func isMade(in session: LessonSession) -> Bool {
    if case .success(let lines) = session.value(of: expression) { Matcher.matches([expected], lines) } else { false }
  }
}

extension LessonSession {
  /// A copy in which what was given is as it was given, and a key's own commands have run. Throws where one fails.
  func prepared(for exercise: Exercise) throws(Failure) -> LessonSession {
    var copy = self
    for source in (exercise.variants?.given ?? []).map(\.text) + exercise.preparation.map(\.source) {
      if let failure = copy.output(of: source).failure { throw failure }
    }
    return copy
  }

  /// What an expression prints, evaluated in a copy; a failure where it does not run.
  func value(of expression: String) -> Result<[OutputLine], Failure> {
    var copy = self
    let (lines, failure) = copy.output(of: expression)
    return failure.map { .failure($0) } ?? .success(lines)
  }
}

extension Quiz {
  /// Judges the options that were chosen: they must be those that are right, all of them and no other.
  public func judgement(of letters: [String]) -> Judgement {
    if isKept { return Judgement(.undecided) }
    let chosen = options.map(\.letter).filter { letters.contains($0) }
    if let wrong = chosen.first(where: { !answers.contains($0) }) {
      return Judgement(.wrong(messages.first { $0.letter == wrong }?.text ?? "\(wrong)) is not right"))
    }
    return Judgement(answers.allSatisfy { chosen.contains($0) } ? .right : .wrong("something is still to be chosen"))
  }
}

extension LessonSession {
  /// The session with what an exercise's key needs as it was before the answer: settings and limits, files, the draws to come,
  /// and the names that the key uses and no solution gives a meaning. So no answer passes by giving the key's own words another
  /// meaning; what the solution changes, an answer may change, too.
  func restored(for exercise: Exercise, from before: LessonSession) -> LessonSession {
    var copy = self
    copy.session.style = before.session.style
    copy.session.context.limits = before.session.context.limits
    let replaced = session.files.replaced(since: before.session.files)
    var solved: LessonSession?
    if !replaced.isEmpty || session.seed != before.session.seed, let solution = exercise.solutions.first {
      solved = before
      solved?.session.files.useOwnScratch()
      _ = solved?.run(solution)
    }
    let kept = solved?.session.files.replaced(since: before.session.files) ?? []
    copy.session.files.restore(replaced.filter { !kept.contains($0) }, from: before.session.files)
    if solved?.session.seed ?? before.session.seed == before.session.seed {
      copy.session.continueDraws(of: before.session)
    }
    let own = LessonNames.bound(by: exercise.template, lexicon: session.lexicon)
      .union(
        exercise.solutions.flatMap(\.commands).flatMap { LessonNames(of: $0.source, lexicon: session.lexicon).bound })
    let terms = (exercise.expectations.map(\.expected) + exercise.mistakes.map(\.expected)).map(\.withoutTolerance)
    let expressions =
      exercise.preparation.map(\.source) + exercise.expectations.map(\.expression) + exercise.mistakes.map(\.expression)
      + (exercise.variants == nil ? [] : terms.map(\.trimmingSpace))
    var pending = expressions.flatMap { LessonNames(of: $0, lexicon: session.lexicon).used }
    var seen = own
    while let name = pending.popLast() {
      guard seen.insert(name).inserted else { continue }
      let value = before.session.context.variables[name]
      copy.session.context.variables[name] = value
      if case .function(let function as UserFunction)? = value { pending += function.usedNames }
    }
    return copy
  }
}
