import Vocabulary

extension Tutor {
  mutating func obey(_ word: TutorWord) {
    if case .resetting = mode, word != .quit { mode = step == nil ? .over : .lesson }
    switch word {
    case .hint: hint()
    case .skip: skip()
    case .back: back()
    case .again: again()
    case .play: beginPlay()
    case .resume: endPlay()
    case .progress: remark(standing.prefix(1).uppercased() + standing.dropFirst() + ".")
    case .reset:
      remark("Forget all progress in this lesson, \(standing)? y or n", .heading)
      askForReset()
    case .quit: leave()
    case .help: help()
    }
  }

  /// Where the learner stands: `step 5 of 12, 2 of 4 points`.
  var standing: String {
    let steps = plan.steps.count
    var parts = [
      position < steps
        ? "step \(position + 1) of \(steps)" : "\(record.finished(of: plan)) of \(counted(steps, "step"))"
    ]
    let kept = plan.steps.filter(\.isKept)
    if !kept.isEmpty { parts.append("\(answered(kept)) of \(counted(kept.count, "question")) answered") }
    if pointsHere > 0 { parts.append("\(record.points(of: plan)) of \(counted(pointsHere, "point"))") }
    return parts.joined(separator: ", ")
  }

  /// The points that are given here, and not by the teacher.
  private var pointsHere: Int { plan.steps.reduce(0) { $0 + ($1.isKept ? 0 : $1.points) } }

  private func answered(_ steps: [TutorStep]) -> Int {
    steps.count { if case .handed? = record.outcomes[$0.key] { true } else { false } }
  }

  private mutating func help() {
    let words = TutorWord.allCases.map { [[TextRun($0.rawValue, .code)], [TextRun($0.summary)]] }
    output.append(
      .remark([
        Passage(
          "Enter runs the command that is offered, Right or Tab takes it over to be changed. Words of the tutor:"),
        Passage(.table([.left, .left], rows: [[[], []]] + words)),
        Passage(
          """
          With a space before it, a word is a command of the language: ' help' says what that offers, 'help std' explains \
          one thing.
          """),
      ]))
  }

  private mutating func hint() {
    guard let step, case .lesson = mode else { return remark("There is nothing to be solved here.") }
    guard step.isQuestion else { return remark("There is nothing to be solved here: Enter runs the command.") }
    if hintsShown < step.hints.count {
      let isLast = hintsShown == step.hints.count - 1
      let label = step.hints.count == 1 ? "Hint:" : "Hint \(hintsShown + 1) of \(step.hints.count):"
      output.append(.remark(step.hints[hintsShown].led(by: TextRun(label + " ", .heading))))
      hintsShown += 1
      if isLast { explain("That was the last hint; skip shows the solution.") }
      return
    }
    remark(
      step.hints.isEmpty
        ? "There is no hint; skip shows the answer." : "There are no more hints; skip shows the solution.")
  }

  private mutating func skip() {
    guard case .lesson = mode, let step else { return remark("There is nothing to pass over here.") }
    switch step.task {
    case .command(let command, let block):
      let before = session
      _ = session.run(command, of: block)
      if wasInterrupted {
        session = before
        return remark("Stopped.")
      }
      remark("Passed over; the lesson has run it unseen.")
      advance(.done)
    case .prediction: answer("")
    case .exercise(let exercise): giveUp(exercise)
    case .quiz(let quiz):
      let answers = quiz.answers.map { $0 + ")" }.joined(separator: ", ")
      remark(quiz.isKept ? "The answer is not in this copy." : "The answer is \(answers).")
      showExplanations()
      advance(.skipped)
    }
  }

  private mutating func back() {
    if position == 0 { return remark("This is the first step.") }
    goBack(to: position - 1)
  }

  private mutating func again() {
    if plan.steps.isEmpty { return finish() }
    goBack(to: plan.pageStart(of: min(position, plan.steps.count - 1)))
  }

  private mutating func beginPlay() {
    if case .play = mode { return remark("You are playing already; resume goes back to the lesson.") }
    mode = .play(exercise?.session ?? trial ?? session)
    remark("Play as you like; resume goes back to the lesson, which stays as it is.")
  }

  private mutating func endPlay() {
    guard case .play(let session) = mode else { return remark("Nothing is interrupted; Enter goes on.") }
    mode = step == nil ? .over : .lesson
    if case .command? = step?.task { trial = session }
    remark("Back in the lesson.")
    if let step, step.isQuestion { remind(of: step) }
  }

  /// Says again what is asked.
  private mutating func remind(of step: TutorStep) {
    switch step.task {
    case .command: break
    case .prediction(let command, _):
      output.append(.command(command.source))
      remark("What will this print?", .heading)
    case .exercise(let exercise): for command in exercise.template.commands { output.append(.command(command.source)) }
    case .quiz(let quiz): remark("Type " + quiz.options.map(\.letter).joined(separator: ", ") + ".", .heading)
    }
  }

  // MARK: The end

  /// After the last step.
  mutating func finish() {
    mode = .over
    if !plan.ending.isEmpty { output.append(.prose(plan.ending)) }
    output.append(.remark(recap))
  }

  private var recap: [Passage] {
    var passages = [Passage(.rule)]
    var sentences = ["This was \"\(plan.title)\"."]
    if pointsHere > 0 { sentences.append("You have \(record.points(of: plan)) of \(counted(pointsHere, "point")).") }
    let kept = plan.steps.filter(\.isKept)
    if !kept.isEmpty {
      let points = counted(kept.reduce(0) { $0 + $1.points }, "point")
      sentences.append(
        "You answered \(answered(kept)) of \(counted(kept.count, "question")); your teacher checks them, for \(points)."
      )
    }
    let predictions = plan.steps.filter { if case .prediction = $0.task { true } else { false } }
    let ventured = predictions.filter { record.outcomes[$0.key] == .right || record.outcomes[$0.key] == .late }
    if !ventured.isEmpty {
      let right = ventured.count { record.outcomes[$0.key] == .right }
      sentences.append("Of \(counted(ventured.count, "prediction")) \(right) came true.")
    }
    let skipped = plan.steps.filter { record.outcomes[$0.key] == .skipped }.map(\.name)
    if !skipped.isEmpty { sentences.append("Passed over: \(skipped.joined(separator: ", ")).") }
    passages.append(Passage(sentences.joined(separator: " ")))
    let handed = plan.steps.compactMap { step -> String? in
      if case .handed(let answer)? = record.outcomes[step.key] { "\(step.name):\n\(answer)" } else { nil }
    }
    if !handed.isEmpty {
      passages.append(Passage("Your answers for your teacher, to be written into the file that you hand in:"))
      passages.append(Passage(.code(handed.joined(separator: "\n"))))
    }
    if let successor {
      passages.append(
        Passage(
          .paragraph([
            TextRun("Next: \(successor.title), with "), TextRun(successor.command, .code), TextRun("."),
          ])))
    }
    passages.append(Passage("Enter leaves; until then what you type is tried out."))
    return passages
  }
}

extension TutorStep {
  /// What a recap calls it.
  fileprivate var name: String {
    switch task {
    case .command(let command, _), .prediction(let command, _): command.source
    case .exercise(let exercise): "exercise \(exercise.id)"
    case .quiz(let quiz): "quiz \(quiz.id)"
    }
  }
}
