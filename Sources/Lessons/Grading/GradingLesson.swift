import Language
import Platform
import Vocabulary
import Workbench

/// What an answer may use.
public struct AnswerBudget: Sendable, Equatable {
  /// Evaluation steps, the same on every machine; an answer may always take ten times as many as the solution takes.
  public var steps = 10_000_000
  /// Bytes that one value may take.
  public var memory = 256_000_000
  /// Seconds of processor time, for what the steps do not bound; an answer may always take ten times as many as the solution
  /// takes.
  public var seconds = 2.0
  /// Bytes of files that an answer may write.
  public var files = 500_000_000
  /// Seconds by the clock after which nobody waits any more; so long that no load of the machine makes an answer late.
  public var patience = 300.0

  public init() {}

  /// How many times as much as its solution an answer may take.
  static let factor = 10
}

/// A lesson that has been run once, with a snapshot before each exercise, in which answers are run.
package struct GradingLesson: Sendable {
  private enum Task {
    /// One for each variant.
    case exercise([Version])
    /// With the lines before its mark.
    case quiz(Quiz, lines: [String])
  }

  /// An exercise with what an answer may take.
  private struct Version {
    let exercise: Exercise
    let before: LessonSession
    let time: Duration
  }

  private var tasks: [Task] = []
  /// Files that keys alone speak of, which answers are not to read.
  private let secrets: Set<String>
  private let budget: AnswerBudget
  private let watch: ProcessorWatch

  /// Throws where a command fails or a key is worth nothing: answers cannot be judged by such a lesson.
  package init(
    _ document: Document, builtins: BuiltinTable, path: String, budget: AnswerBudget, watch: ProcessorWatch
  ) throws(Failure) {
    self.budget = budget
    self.watch = watch
    let folder = BytePath(path).folder
    secrets = Set(document.filesOfKeys(in: folder)).subtracting(document.filesNamed(in: folder))
    let options = try AnswerSheet(document.markdown, lexicon: builtins.lexicon).options
    var session = LessonSession(builtins: builtins, path: path)
    for step in document.steps {
      switch step {
      case .block(let block) where block.isRun:
        for result in session.run(block) {
          guard let failure = result.failure, !result.holds else { continue }
          throw Failure(.document, "the lesson fails here: \(failure.message)", line: result.command.line)
        }
      case .block: break
      case .quiz(let quiz):
        if quiz.isKept { throw Self.kept(quiz.keyLines.lowerBound) }
        tasks.append(.quiz(quiz, lines: options[quiz.id] ?? []))
      case .exercise(let exercise):
        if exercise.isKept { throw Self.kept(exercise.template.lines.lowerBound) }
        var versions: [Version] = []
        var next = session
        for index in 0..<(exercise.variants?.count ?? 1) {
          let (version, after) = try version(exercise.variant(index), in: session)
          if index == 0 { next = after }
          versions.append(version)
        }
        tasks.append(.exercise(versions))
        session = next
      }
    }
  }

  private func version(
    _ exercise: Exercise, in session: LessonSession
  ) throws(Failure) -> (version: Version, after: LessonSession) {
    let proof = exercise.prove(in: session)
    if let flaw = proof.flaws.first {
      throw Failure(.document, "\(flaw.message): \(flaw.detail)", line: flaw.line)
    }
    if let failed = proof.commands.first(where: { !$0.holds }) {
      throw Failure(.document, "the solution does not hold here", line: failed.command.line)
    }
    let before = limited(session, steps: proof.steps)
    let time = try timeAllowed(for: exercise, in: before)
    return (Version(exercise: exercise, before: before, time: time), proof.session)
  }

  private static func kept(_ line: Int) -> Failure {
    Failure(.document, "this is a copy without answers", line: line, hint: "grade with the lesson that it was made of")
  }

  private func limited(_ session: LessonSession, steps: Int) -> LessonSession {
    var limited = session
    let (most, overflow) = steps.multipliedReportingOverflow(by: AnswerBudget.factor)
    let (end, isEndless) = limited.session.context.allSteps.addingReportingOverflow(
      max(budget.steps, overflow ? .max : most))
    limited.session.context.limits.allSteps = isEndless ? .max : end
    limited.session.context.limits.memory = min(session.session.context.limits.memory, budget.memory)
    limited.session.context.limits.largestMemory = budget.memory
    return limited
  }

  package var count: Int { tasks.count }

  /// The ids of the exercises.
  package var exercises: Set<String> {
    Set(tasks.compactMap { if case .exercise(let versions) = $0 { versions.first?.exercise.id } else { nil } })
  }

  /// Judges the answer to the question of that number.
  package func grade(_ index: Int, of sheet: AnswerSheet) -> Grade {
    switch tasks[index] {
    case .quiz(let quiz, let lines):
      return sheet.options[quiz.id].map { quiz.grade($0, in: lines) } ?? Grade(.missing)
    case .exercise(let versions):
      guard let answer = sheet.answers[versions[0].exercise.id] else { return Grade(.missing) }
      guard let variants = versions[0].exercise.variants else { return grade(answer, to: versions[0], of: sheet) }
      return grade(answer, to: versions, variants, of: sheet)
    }
  }

  /// Judges by the variant whose numbers the answer has; where it has none, by all of them, since no two have the same answer.
  private func grade(
    _ answer: Answer, to versions: [Version], _ variants: Variants, of sheet: AnswerSheet
  ) -> Grade {
    switch variants.found(in: answer) {
    case .variant(let index):
      var grade = grade(answer, to: versions[index], of: sheet)
      grade.variant = index
      return grade
    case .other(let said):
      return Grade(answer.isBlank ? .blank : .unclear, "no copy has \(said)").answered(answer.text)
    case .nothing:
      if answer.isBlank { return Grade(.blank) }
      for (index, version) in versions.enumerated() {
        var grade = grade(answer, to: version, of: sheet)
        grade.variant = index
        if grade.verdict == .right || grade.verdict == .overBudget { return grade }
      }
      return Grade(.unclear, "it is without the numbers that were given: \(variants.names.joined(separator: ", "))")
        .answered(answer.text)
    }
  }

  private func grade(_ answer: Answer, to version: Version, of sheet: AnswerSheet) -> Grade {
    let exercise = version.exercise
    if answer.isBlank {
      guard exercise.sharesPoints, let part = answer.withoutBlanks else { return Grade(.blank) }
      let grade = grade(part, to: exercise, in: version.before, version.time, of: sheet)
      return grade.verdict == .partly ? grade.answered(answer.text) : Grade(.blank)
    }
    return grade(answer, to: exercise, in: version.before, version.time, of: sheet).answered(answer.text)
  }

  private func grade(
    _ answer: Answer, to exercise: Exercise, in before: LessonSession, _ time: Duration, of sheet: AnswerSheet
  ) -> Grade {
    if answer.holds(CopyText.unreadable) {
      return Grade(.unclear, "a character of this answer cannot be read; the copy is not saved as UTF-8")
    }
    if let secret = answer.texts.first(where: { secrets.contains(BytePath($0).normalized.text) }) {
      return Grade(.failed, "'\(secret)' is there for the key alone; answers cannot read it")
    }
    if !secrets.isEmpty, !answer.namesItsFiles {
      return Grade(.failed, "an answer to this lesson names the file that it loads in quotation marks")
    }
    let grade = grade(answer, to: exercise, in: before, time)
    if grade.verdict == .failed, let language = sheet.otherLanguage {
      return Grade(.failed, grade.message + "; the notebook says that its cells are for '\(language)'")
    }
    let elsewhere = sheet.namesElsewhere.filter { before.session.context.variables[$0] == nil && answer.mentions($0) }
    guard grade.verdict == .failed, let name = elsewhere.min() else { return grade }
    return Grade(
      .failed, grade.message + "; '\(name)' is defined elsewhere in the copy, and only the exercise's block counts")
  }

  /// In a session and with a temporary folder of its own, so that nothing is left of the answers before.
  private func grade(
    _ answer: Answer, to exercise: Exercise, in before: LessonSession, _ time: Duration
  ) -> Grade {
    var session = before
    let interruption = Interruption()
    session.session.interruption = interruption
    session.session.files.useOwnScratch(atMost: budget.files)
    let ((judgement, after), isOver) = watch.limit(interruption, to: time) { answer.judged(by: exercise, in: session) }
    if isOver {
      return Grade(.overBudget, "it takes longer than \(NumberStyle.standard.text(time / .seconds(1))) s")
    }
    let start = before.session.context.allSteps
    if let end = before.session.context.limits.allSteps, after.session.context.allSteps > end {
      return Grade(.overBudget, "it takes more than \(end - start) steps")
    }
    return Grade(judgement)
  }

  /// The time that an answer may take. Throws where the solution itself would be over the budget.
  private func timeAllowed(for exercise: Exercise, in before: LessonSession) throws(Failure) -> Duration {
    let least = Duration.seconds(budget.seconds)
    guard let solution = exercise.solutions.first else { return least }
    let start = processorTime
    let grade = grade(Answer(solution), to: exercise, in: before, least)
    guard grade.verdict == .right else {
      throw Failure(
        .document, "this solution would not pass as an answer: \(grade.message)", line: solution.lines.lowerBound,
        hint: grade.verdict == .overBudget ? "allow more with --time-limit" : nil)
    }
    return max(least, .nanoseconds(processorTime - start) * AnswerBudget.factor)
  }
}
