import Vocabulary

/// What the tutor asks at a step, and what it makes of the answers.
extension Tutor {
  /// Says what is to be done at a step.
  mutating func introduce(_ step: TutorStep) {
    switch step.task {
    case .command(let command, let block):
      let count = block.silentBeforeQuestion
      if count > 0, block.commands.first == command {
        script.add(.prose([Passage("You are asked after \(counted(count, "command")).", .faint)]))
      }
    case .prediction(let command, let block):
      // The question was read some commands ago.
      if block.silentBeforeQuestion > 0, let question = plan.steps[plan.pageStart(of: position)].passages.last {
        script.add(.prose([question]))
      }
      askForPrediction(of: command)
      script.explain("Type what you expect, as few digits as you like; Enter shows it.")
    case .exploration(let block):
      if let exploration = block.exploration { script.remark(exploration.instructions) }
      show(block, at: block.written)
    case .exercise(let exercise):
      let trial = ExerciseTrial(exercise, in: walk.session)
      self.exercise = trial
      script.remark("Exercise, \(step.stakes)", .heading)
      for (index, command) in exercise.template.commands.enumerated() {
        script.add(.command(command.source))
        if index < trial.given.count { script.show(trial.given[index], of: command.source) }
      }
      script.explain(
        "Type what belongs in the blank, or whole commands, as many as you like. hint helps, \(step.skipping).")
    case .quiz(let quiz):
      script.add(.remark(quiz.passages))
      let asks = quiz.asksForSeveral ? "Which ones? Type their letters" : "Which one? Type its letter"
      script.remark("\(asks) (\(step.stakes)).", .heading)
    }
  }

  /// Says again what is asked.
  mutating func remind(of step: TutorStep) {
    switch step.task {
    case .command: break
    case .exploration(let block): show(block, at: setting)
    case .prediction(let command, _): askForPrediction(of: command)
    case .exercise(let exercise): for command in exercise.template.commands { script.add(.command(command.source)) }
    case .quiz(let quiz): script.remark("Type " + quiz.letters.joined(separator: ", ") + ".", .heading)
    }
  }

  /// Deals with what is neither a word of the tutor nor play.
  mutating func answer(_ text: String) {
    guard let step = walk.step else { return }
    switch step.task {
    case .command(let command, let block):
      if text.isBlank || text.spelling == command.source.spelling { return run(command, of: block) }
      let word = text.trimmingSpace
      if Prediction.isHabit(word), current.context.variables[word] == nil {
        return script.remark("Enter runs the command that is offered, quit leaves, help lists the words of the tutor.")
      }
      tryOut(text)
    case .exploration(let block): explore(text, block)
    case .prediction(let command, let block): predict(text, command, of: block, at: step)
    case .exercise: solve(text)
    case .quiz(let quiz): choose(text, quiz, of: step)
    }
  }

  /// Shows what the lesson says once a question is answered.
  mutating func showExplanations(of step: TutorStep) {
    for case .prose(let passages) in step.explanations { script.add(.prose(passages)) }
  }

  // MARK: Commands

  /// Runs a command of the lesson and goes on; the learner may have stopped it.
  private mutating func run(_ command: LessonCommand, of block: Block) {
    guard let result = perform(command, of: block) else { return }
    script.show(result)
    script.compare(result)
    advance(.done)
  }

  /// Nil where the learner stopped it; the lesson is then as it was.
  private mutating func perform(_ command: LessonCommand, of block: Block) -> CommandResult? {
    let result = walk.run(command, of: block)
    if result == nil { script.remark("Stopped. Enter runs it again, skip runs it unseen.") }
    return result
  }

  // MARK: Explorations

  /// Enter goes on, a value shows the block with it, and anything else is tried out where the values are those that are shown.
  private mutating func explore(_ text: String, _ block: Block) {
    if text.isBlank {
      pass(block)
    } else if let other = block.exploration?.setting(of: text, from: setting) {
      show(block, at: other)
    } else {
      tryOut(text)
    }
  }

  /// Goes on, the block run as it is written.
  mutating func pass(_ block: Block) {
    guard walk.undoneIfStopped({ $0.pass(block) }) != nil else { return script.remark("Stopped.") }
    advance(.done)
  }

  // MARK: Predictions

  private mutating func askForPrediction(of command: LessonCommand) {
    script.add(.command(command.source))
    script.remark("What will this print?", .heading)
  }

  private mutating func predict(_ text: String, _ command: LessonCommand, of block: Block, at step: TutorStep) {
    if let word = Prediction.command(text, insteadOf: command.expected, in: walk.session) {
      return script.remark("'\(word)' is a command and no output. Type what you expect; Enter alone shows it.")
    }
    guard let result = perform(command, of: block) else { return }
    var outcome = LessonRecord.Outcome.done
    if !text.isBlank {
      let prediction = Prediction(
        text, result.output, expected: command.expected, builtins: walk.session.session.builtins)
      outcome = prediction.isRight ? .right : .late
      script.remark(prediction.said, prediction.isRight ? .praise : .doubt)
    }
    script.show(result)
    script.compare(result)
    showExplanations(of: step)
    advance(outcome)
  }

  // MARK: Exercises

  private mutating func solve(_ text: String) {
    guard var exercise else { return }
    if text.isBlank {
      if exercise.exercise.isKept, exercise.isAnswered {
        // Without its own solution the lesson has only this one to go on from.
        walk.run(exercise.answer.sources)
        return advance(.handed(exercise.answer.sources.joined(separator: "\n")))
      }
      guard let next = exercise.next else { return script.remark("Type your answer, hint, or skip.") }
      if next.contains(where: \.isNewline) {
        script.remark("The blank is still open:")
        return script.add(.command(next))
      }
      return script.remark("The blank is still open: \(next)")
    }
    for command in exercise.session.commands(of: text) {
      if Answer([command]).isBlank { return script.remark("Put your answer in the place of \(Exercise.blank).") }
      let reply = exercise.take(command)
      self.exercise = exercise
      for run in reply.runs {
        if let filled = run.command { script.add(.command(filled)) }
        script.show(run.printout, of: run.command ?? command)
      }
      if reply.runs.contains(where: { $0.printout.failure != nil }) { return }
      if reply.isGuess {
        script.remark("That is not the answer yet.", .doubt)
      } else if let verdict = reply.verdict, judge(verdict, exercise) {
        return
      }
      if reply.verdict == nil, let next = exercise.next, exercise.hasAnswers { script.remark("Now: \(next)") }
    }
  }

  /// Says what an answer is worth; whether the exercise is over.
  private mutating func judge(_ verdict: Judgement.Verdict, _ exercise: ExerciseTrial) -> Bool {
    switch verdict {
    case .right:
      script.remark("Right." + (walk.step.map { $0.earned(knowing: walk.outcome(of: $0)) } ?? ""), .praise)
      goOn(from: exercise)
      return true
    case .wrong(let message):
      script.doubt(message)
      walk.note(.tried)
      script.explain("Try again; hint helps.")
    case .failed(let failure):
      script.remark("Not quite: \(failure.message).", .doubt)
      walk.note(.tried)
    case .undecided:
      walk.note(.handed(exercise.answer.sources.joined(separator: "\n")))
      script.remark("Taken. Your teacher checks this. Enter goes on; you may also answer again.", .praise)
    }
    return false
  }

  /// The lesson goes on from its own solution, whatever the learner's was.
  private mutating func goOn(from exercise: ExerciseTrial) {
    if let solution = exercise.exercise.solutions.first {
      let sources = solution.commands.map(\.source)
      walk.run(sources)
      // What the solution does behind the answer changes nothing of it.
      let answer = exercise.answer.sources.map(\.spelling)
      if !sources.map(\.spelling).starts(with: answer) {
        let own = Passage(.code(sources.joined(separator: "\n")))
        script.add(.remark([Passage("The lesson goes on with its own answer:"), own]))
      }
    }
    advance(.right)
  }

  /// Shows the solution, freshly run, with what the lesson says about it.
  mutating func giveUp(_ exercise: Exercise, _ explanations: [TutorStep.Explanation]) {
    if exercise.solutions.isEmpty {
      script.remark("The solution is not in this copy.")
    }
    var script = script
    let isDone: Void? = walk.undoneIfStopped { session in
      let before = session
      var isShown = false
      for explanation in explanations {
        switch explanation {
        case .prose(let passages): script.add(.prose(passages))
        case .solution(let block):
          // Others than the first show another way; the lesson goes on from the first.
          let isFirst = block == exercise.solutions.first
          var other = before
          for result in isFirst ? session.run(block) : other.run(block) { script.showWhole(result) }
          isShown = isShown || isFirst
        }
      }
      if !isShown, let solution = exercise.solutions.first {
        for result in session.run(solution) { script.showWhole(result) }
      }
    }
    self.script = script
    if isDone == nil { return self.script.remark("Stopped.") }
    advance(.skipped)
  }

  // MARK: Quizzes

  private mutating func choose(_ text: String, _ quiz: Quiz, of step: TutorStep) {
    let letters = quiz.letters.joined(separator: ", ")
    if text.isBlank { return script.remark("Type \(letters), or skip.") }
    guard let chosen = quiz.letters(in: text) else {
      // Words are an answer, and nothing to be tried out.
      if !text.allSatisfy({ $0.isLetter || $0.isWhitespace || $0 == "." }) { tryOut(text) }
      return script.remark("The options are \(letters); type one of the letters.")
    }
    if quiz.isKept {
      script.remark("Taken. Your teacher checks this.", .praise)
      return advance(.handed(chosen.joined(separator: ",")))
    }
    guard case .wrong(let message) = quiz.judgement(of: chosen).verdict else {
      let isFirst = walk.outcome(of: step) == nil
      let isOver = walk.outcome(of: step)?.isFinished == true
      let points = isFirst ? " \(counted(quiz.points, "point"))." : isOver ? "" : " Points are for the first try."
      script.remark("Right." + points, .praise)
      showExplanations(of: step)
      return advance(isFirst ? .right : .late)
    }
    script.doubt(message)
    walk.note(.tried)
  }
}

extension Block {
  /// How many commands stand before the first whose output is to be foretold.
  fileprivate var silentBeforeQuestion: Int {
    marks.contains(.predict) ? commands.firstIndex { !$0.expected.isEmpty } ?? 0 : 0
  }
}

extension Quiz {
  var letters: [String] { options.map(\.letter) }

  /// The right ones, as they are told.
  var answersText: String { answers.map { $0 + ")" }.joined(separator: ", ") }

  /// The options, a passage each.
  var passages: [Passage] {
    options.enumerated().map { index, option in
      var passage = Passage.all(in: option.text).first ?? Passage("")
      passage.frames = [Passage.Frame(marker: option.letter + ") ")]
      passage.isClose = index > 0
      return passage
    }
  }

  /// The letters that an answer names, as in `b`, `B)`, `a, c`; nil where it is anything else.
  func letters(in text: String) -> [String]? {
    var chosen: [String] = []
    for character in text where !character.isWhitespace && character != "," && character != ")" {
      guard
        let letter = letters.first(where: { $0 == String(character) })
          ?? letters.first(where: { $0.lowercased() == character.lowercased() })
      else { return nil }
      if !chosen.contains(letter) { chosen.append(letter) }
    }
    return chosen.isEmpty ? nil : chosen
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text with its white space taken together.
  var spelling: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Exploration {
  /// What is said of how to move through it.
  fileprivate var instructions: String {
    let keys = ["Left and right", "up and down"]
    let moves = zip(keys, dials).map { "\($0) move \($1.name) (\($1.values.joined(separator: ", ")))" }
    return "Explore: \(moves.joined(separator: ", ")); so does a value that you type. Enter goes on."
  }
}
