import Language
import Vocabulary
import Workbench

/// What was shown of an exercise: that its key is worth something. The solutions pass, what is given does not, and each wrong answer
/// that is listed gets its message.
struct ExerciseProof {
  /// What the first solution printed; in a copy without keys, what the learner's answer did.
  private(set) var commands: [CommandResult] = []
  private(set) var flaws: [LessonFlaw] = []
  /// As the first solution leaves it.
  private(set) var session: LessonSession
  /// The evaluation steps of the solution that took most.
  private(set) var steps = 0

  fileprivate init(in session: LessonSession) { self.session = session }

  fileprivate mutating func prove(
    _ exercise: Exercise, in before: LessonSession, seeing see: LessonSession.Witness
  ) {
    proveThatSomethingIsAsked(exercise, in: before)
    for (index, solution) in exercise.solutions.enumerated() {
      var after = before
      let results = after.run(solution, seeing: see)
      if index == 0 { session = after }
      commands += results
      steps = max(steps, after.session.context.allSteps - before.session.context.allSteps)
      if results.allSatisfy(\.holds) {
        prove(solution, results, of: exercise, in: after.restored(for: exercise, from: before))
      }
    }
    // Mistakes are tried in what the solution leaves.
    guard commands.allSatisfy({ $0.failure == nil }) else { return }
    let resolved = (try? exercise.resolved(in: session.prepared(for: exercise))) ?? exercise
    for mistake in resolved.mistakes { prove(mistake, of: resolved, from: before) }
  }

  fileprivate mutating func runAnswer(to exercise: Exercise) {
    if !Answer(exercise.template).isBlank { commands = session.run(exercise.template) }
  }

  // MARK: What is given

  /// Neither no answer at all nor the commands around the blanks may pass; those before the first blank must run.
  private mutating func proveThatSomethingIsAsked(_ exercise: Exercise, in before: LessonSession) {
    let line = exercise.template.lines.lowerBound
    let wild = exercise.expectations.allSatisfy { $0.expected.isWild }
    if wild {
      add(
        exercise.expectations.first?.line ?? line, "the check of exercise '\(exercise.id)' accepts anything",
        "write what must come out")
    }
    if Judgement(of: exercise, in: before).isRight {
      add(
        line, "exercise '\(exercise.id)' passes before anything is typed",
        "ask for a name that has no meaning yet, or for another value")
      return
    }
    let isGiven = { (command: LessonCommand) in !Answer([command.source]).isBlank }
    let given = Answer(exercise.template.filtered(isGiven))
    if !given.sources.isEmpty, given.judged(by: exercise, in: before).judgement.isRight {
      add(line, "the blank of exercise '\(exercise.id)' passes its check", "nothing is asked for")
    }
    if exercise.sharesPoints {
      let untouched = Judgement(of: exercise, in: before).held
      let asGiven = given.sources.isEmpty ? 0 : given.judged(by: exercise, in: before).judgement.held
      if max(untouched, asGiven) > 0 {
        add(
          exercise.expectations.first?.line ?? line,
          "the check of exercise '\(exercise.id)' shares points out for what is given",
          "let each of its lines ask for something that has to be typed")
      }
    }
    var session = before
    for command in exercise.template.commands.prefix(while: isGiven) {
      guard let failure = session.output(of: command.source).failure else { continue }
      add(command.line, "what is given in exercise '\(exercise.id)' does not run", failure.message)
      return
    }
  }

  // MARK: Solutions

  /// As it would be judged if a learner handed it in.
  private mutating func prove(
    _ solution: Block, _ results: [CommandResult], of exercise: Exercise, in after: LessonSession
  ) {
    let line = solution.lines.lowerBound
    if let failed = results.first(where: { $0.failure != nil }), let failure = failed.failure {
      add(
        failed.command.line, "the solution of exercise '\(exercise.id)' fails, so that nobody can hand it in",
        failure.message)
      return
    }
    switch Judgement(of: exercise, in: after).verdict {
    case .right, .undecided: break
    case .wrong(let message):
      add(line, "the solution of exercise '\(exercise.id)' does not pass its check", message)
    case .failed(let failure):
      add(line, "the check of exercise '\(exercise.id)' does not run", failure.message)
    }
  }

  // MARK: Mistakes

  /// Puts the wrong answer in the place of the right one; where no name stands for it, compares what is written.
  private mutating func prove(_ mistake: Exercise.Mistake, of exercise: Exercise, from before: LessonSession) {
    // A key that cannot be prepared for the solution has been complained of.
    guard let prepared = try? session.prepared(for: exercise) else { return }
    if case .failure(let failure) = prepared.value(of: mistake.expression) {
      if exercise.mistakes.first(where: { $0.expression == mistake.expression })?.line == mistake.line {
        add(mistake.line, "what this wrong answer looks at does not run", failure.message)
      }
      return
    }
    if mistake.expected.isWild { return }
    guard let value = mistake.exampleValue else {
      add(mistake.line, "the wrong answer \(mistake.expected) is not a value", "write a number or another value")
      return
    }
    var wrong = prepared
    let (lines, failure) = wrong.output(of: value)
    if let failure {
      add(mistake.line, "the wrong answer \(mistake.expected) is not a value", failure.message)
      return
    }
    if let expectation = exercise.expectations.first(where: { $0.expression == mistake.expression }),
      Matcher.matches([expectation.expected], lines)
    {
      add(mistake.line, "the wrong answer \(mistake.expected) passes as right", "\(expectation.expected) accepts it")
    } else if !Matcher.matches([mistake.expected], lines) {
      add(
        mistake.line, "the wrong answer \(mistake.expected) does not get its message",
        "its value prints as \(lines.map(\.text).joined(separator: " "))")
    } else if let other = exercise.mistakes.first(where: { other in
      other.expression == mistake.expression && Matcher.matches([other.expected], lines)
    }), other.line != mistake.line {
      add(
        mistake.line, "the wrong answer \(mistake.expected) does not get its message",
        "line \(other.line) answers it before")
    } else if LessonNames.isName(mistake.expression, lexicon: session.session.lexicon) {
      judge(mistake, worth: value, of: exercise, from: before)
    }
  }

  private mutating func judge(
    _ mistake: Exercise.Mistake, worth value: String, of exercise: Exercise, from before: LessonSession
  ) {
    var wrong = session
    if let failure = wrong.output(of: "\(mistake.expression) = \(value)").failure {
      add(mistake.line, "the wrong answer \(mistake.expected) cannot be given", failure.message)
      return
    }
    switch Judgement(of: exercise, in: wrong.restored(for: exercise, from: before)).verdict {
    case .wrong(mistake.message), .undecided: break
    case .right:
      add(
        mistake.line, "the wrong answer \(mistake.expected) passes as right",
        "nothing in the check looks at \(mistake.expression)")
    case .wrong(let message):
      add(mistake.line, "the wrong answer \(mistake.expected) does not get its message", "it gets '\(message)'")
    case .failed(let failure):
      add(mistake.line, "the wrong answer \(mistake.expected) does not get its message", failure.message)
    }
  }

  private mutating func add(_ line: Int, _ message: String, _ detail: String) {
    flaws.append(LessonFlaw(line: line, message: message, detail: detail))
  }
}

extension Exercise {
  /// Runs the solutions and all that the key lists. In a copy without keys the learner's answer is run and nothing proven.
  func prove(in session: LessonSession, seeing see: LessonSession.Witness = { _, _, _ in }) -> ExerciseProof {
    var proof = ExerciseProof(in: session)
    if isKept { proof.runAnswer(to: self) } else { proof.prove(self, in: session, seeing: see) }
    return proof
  }
}

extension String {
  /// What of an expected output stands before `±`.
  var withoutTolerance: Substring {
    self[..<(firstRange(of: "±") ?? firstRange(of: "+-") ?? endIndex..<endIndex).lowerBound]
  }

  /// Whether it fits any line.
  fileprivate var isWild: Bool { Matcher.isAnyLines(self) || trimmingSpace == "[..]" }
}

extension Exercise.Mistake {
  /// The value meant, without its tolerance.
  fileprivate var exampleValue: String? {
    let value = expected.withoutTolerance.trimmingSpace
    return value.isEmpty ? nil : value
  }
}
