import Vocabulary

extension Tutor {
  /// Says what is to be done at a step.
  mutating func introduce(_ step: TutorStep) {
    switch step.task {
    case .command: break
    case .prediction(let command, _):
      output.append(.command(command.source))
      remark("What will this print?", .heading)
      explain("Type what you expect, as few digits as you like; Enter shows it.")
    case .exercise(let exercise):
      let trial = ExerciseTrial(exercise, in: session)
      self.exercise = trial
      remark("Exercise, \(counted(step.points, "point"))", .heading)
      let template = exercise.template.commands.map(\.source)
      for (index, source) in template.enumerated() {
        output.append(.command(source))
        if index < trial.given.count {
          output += Self.shown(trial.given[index], of: source)
        }
      }
      explain(
        "Type what belongs in the blank, or whole commands, as many as you like. hint helps, skip shows the solution.")
    case .quiz(let quiz):
      output.append(
        .remark(
          quiz.options.enumerated().map { index, option in
            var passage = Passage.all(in: option.text).first ?? Passage("")
            passage.frames = [Passage.Frame(marker: option.letter + ") ")]
            passage.isClose = index > 0
            return passage
          }))
      let asks = quiz.asksForSeveral ? "Which ones? Type their letters" : "Which one? Type its letter"
      remark("\(asks) (\(counted(step.points, "point"))).", .heading)
    }
  }

  /// Deals with what is neither a word of the tutor nor play.
  mutating func answer(_ text: String) {
    guard let step else { return }
    switch step.task {
    case .command(let command, let block):
      if text.isBlank || text.spelling == command.source.spelling { run(command, of: block) } else { tryOut(text) }
    case .prediction(let command, let block): predict(text, command, of: block)
    case .exercise: solve(text)
    case .quiz(let quiz): choose(text, quiz, of: step)
    }
  }

  // MARK: Commands

  /// Runs a command of the lesson and goes on; the learner may have stopped it.
  private mutating func run(_ command: LessonCommand, of block: Block) {
    guard let result = perform(command, of: block) else { return }
    output += Self.shown(result)
    compare(result)
    advance(.done)
  }

  /// Nil where the learner stopped it; the lesson is then as it was.
  private mutating func perform(_ command: LessonCommand, of block: Block) -> CommandResult? {
    let before = session
    let result = session.run(command, of: block)
    guard wasInterrupted else { return result }
    session = before
    remark("Stopped. Enter runs it again, skip runs it unseen.")
    return nil
  }

  /// Says where the lesson promises something else.
  private mutating func compare(_ result: CommandResult) {
    guard !result.holds else { return }
    let expected = result.command.expected
    let shown = expected.prefix(8).joined(separator: "\n") + (expected.count > 8 ? "\n…" : "")
    let passages = [Passage("This is not what the lesson says, which is", .doubt), Passage(.code(shown))]
    output.append(.remark(expected.isEmpty ? [Passage("The lesson does not expect this.", .doubt)] : passages))
  }

  private mutating func predict(_ text: String, _ command: LessonCommand, of block: Block) {
    if let word = wordOfLanguage(text, foreign: command) {
      return remark("'\(word)' is a command and no output. Type what you expect; Enter alone shows it.")
    }
    guard let result = perform(command, of: block) else { return }
    var outcome = LessonRecord.Outcome.done
    if !text.isBlank {
      let prediction = Prediction(text, result.output)
      outcome = prediction.isRight ? .right : .late
      if prediction.isRight {
        remark("Right.", .praise)
      } else {
        remark((["Not quite."] + prediction.notes.prefix(3)).joined(separator: " "), .doubt)
      }
    }
    output += Self.shown(result)
    compare(result)
    showExplanations()
    advance(outcome)
  }

  /// The word, where a prediction is one that the language or the reader's habits know as a command and that the lesson does not
  /// print: it is not to give the output away.
  private func wordOfLanguage(_ text: String, foreign command: LessonCommand) -> String? {
    let word = text.trimmingSpace
    let isKnown = session.session.lexicon[word] != nil || Self.habits.contains(word.lowercased())
    return isKnown && !command.expected.contains { $0.contains(word) } ? word : nil
  }

  private static let habits: Set<String> = [
    "exit", "next", "continue", "answer", "solution", "solve", "show", "pass", "stop", "leave", "bye", "?", "q", "n",
  ]

  // MARK: Exercises

  private mutating func solve(_ text: String) {
    guard var exercise else { return }
    if text.isBlank {
      if exercise.exercise.isKept, exercise.isAnswered {
        // Without its own solution the lesson has only this one to go on from.
        for source in exercise.answer.sources { _ = session.output(of: source) }
        return advance(.handed(exercise.answer.sources.joined(separator: "\n")))
      }
      return remark(exercise.next.map { "The blank is still open: \($0)" } ?? "Type your answer, hint, or skip.")
    }
    for command in exercise.session.commands(of: text) {
      if Answer([command]).isBlank { return remark("Put your answer in the place of \(Exercise.blank).") }
      let reply = exercise.take(command)
      self.exercise = exercise
      for run in reply.runs {
        if let filled = run.command { output.append(.command(filled)) }
        output += Self.shown(run.printout, of: run.command ?? command)
      }
      if reply.runs.contains(where: { $0.printout.failure != nil }) { return }
      if reply.isGuess {
        remark("That is not the answer yet.", .doubt)
      } else if let verdict = reply.verdict, judge(verdict, exercise) {
        return
      }
      if reply.verdict == nil, let next = exercise.next, exercise.hasAnswers { remark("Now: \(next)") }
    }
  }

  /// Says what an answer is worth; whether the exercise is over.
  private mutating func judge(_ verdict: Judgement.Verdict, _ exercise: ExerciseTrial) -> Bool {
    switch verdict {
    case .right:
      let earns = step.map { record.outcomes[$0.key]?.isFinished != true } ?? false
      remark("Right." + (earns ? " \(counted(exercise.exercise.points, "point"))." : ""), .praise)
      goOn(from: exercise, as: .right)
      return true
    case .wrong(let message):
      doubt(message)
      note(.tried)
      explain("Try again; hint helps.")
      return false
    case .failed(let failure):
      remark("Not quite: \(failure.message).", .doubt)
      note(.tried)
      return false
    case .undecided:
      note(.handed(exercise.answer.sources.joined(separator: "\n")))
      remark("Taken. Your teacher checks this. Enter goes on; you may also answer again.", .praise)
      return false
    }
  }

  /// Says that an answer is wrong, and why: in the words of the key, which are Markdown, or in standard ones, which begin
  /// with a small letter.
  private mutating func doubt(_ message: String) {
    if message.contains(where: \.isNewline) {
      output.append(.remark([Passage("Not quite.", .doubt), Passage(.code(message))]))
    } else if message.first?.isLowercase == true {
      output.append(.remark([Passage([TextRun("Not quite: ", .doubt), TextRun(message + ".")])]))
    } else {
      output.append(.remark(Passage.all(in: message).led(by: TextRun("Not quite. ", .doubt))))
    }
  }

  /// The lesson goes on from its own solution, whatever the learner's was.
  private mutating func goOn(from exercise: ExerciseTrial, as outcome: LessonRecord.Outcome) {
    if let solution = exercise.exercise.solutions.first {
      let sources = solution.commands.map(\.source)
      for source in sources { _ = session.output(of: source) }
      if sources.map(\.spelling) != exercise.answer.sources.map(\.spelling) {
        let own = Passage(.code(sources.joined(separator: "\n")))
        output.append(.remark([Passage("The lesson goes on with its own answer:"), own]))
      }
    }
    advance(outcome)
  }

  /// Shows the solution, freshly run, with what the lesson says about it.
  mutating func giveUp(_ exercise: Exercise) {
    if exercise.solutions.isEmpty {
      remark("The solution is not in this copy.")
    }
    let before = session
    var isShown = false
    for explanation in step?.explanations ?? [] {
      switch explanation {
      case .prose(let passages): output.append(.prose(passages))
      case .solution(let block):
        // Others than the first show another way; the lesson goes on from the first.
        var other = before
        for result in block == exercise.solutions.first ? session.run(block) : other.run(block) {
          output += [.command(result.command.source)] + Self.shown(result)
        }
        isShown = isShown || block == exercise.solutions.first
      }
    }
    if !isShown, let solution = exercise.solutions.first {
      for result in session.run(solution) { output += [.command(result.command.source)] + Self.shown(result) }
    }
    if wasInterrupted {
      session = before
      return remark("Stopped.")
    }
    advance(.skipped)
  }

  // MARK: Quizzes

  private mutating func choose(_ text: String, _ quiz: Quiz, of step: TutorStep) {
    let letters = quiz.options.map(\.letter)
    if text.isBlank { return remark("Type \(letters.joined(separator: ", ")), or skip.") }
    guard let chosen = Self.letters(in: text, of: quiz) else {
      let isLetter = text.trimmingSpace.count == 1 && text.trimmingSpace.first?.isLetter == true
      if !isLetter { tryOut(text) }
      return remark("The options are \(letters.joined(separator: ", ")).")
    }
    if quiz.isKept {
      remark("Taken. Your teacher checks this.", .praise)
      return advance(.handed(chosen.joined(separator: ",")))
    }
    guard case .wrong(let message) = quiz.judgement(of: chosen).verdict else {
      let isFirst = record.outcomes[step.key] == nil
      let isOver = record.outcomes[step.key]?.isFinished == true
      let points = isFirst ? " \(counted(quiz.points, "point"))." : isOver ? "" : " Points are for the first try."
      remark("Right." + points, .praise)
      showExplanations()
      return advance(isFirst ? .right : .late)
    }
    doubt(message)
    note(.tried)
  }

  /// The letters that an answer names, as in `b`, `B)`, `a, c`; nil where it is anything else.
  private static func letters(in text: String, of quiz: Quiz) -> [String]? {
    let known = quiz.options.map(\.letter)
    var chosen: [String] = []
    for character in text where !character.isWhitespace && character != "," && character != ")" {
      guard
        let letter = known.first(where: { $0 == String(character) })
          ?? known.first(where: { $0.lowercased() == character.lowercased() })
      else { return nil }
      if !chosen.contains(letter) { chosen.append(letter) }
    }
    return chosen.isEmpty ? nil : chosen
  }

  /// Shows what the lesson says once a question is answered.
  mutating func showExplanations() {
    for case .prose(let passages) in step?.explanations ?? [] { output.append(.prose(passages)) }
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text with its white space taken together.
  var spelling: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
