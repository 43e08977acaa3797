import Language
import Vocabulary
import Workbench

/// What a step makes of a request: a function of both alone.
struct StepTrial {
  /// Why a request came to its end before its work did.
  enum End {
    case stopped, overTime
    /// Something else ran out.
    case outOfSteps
  }

  let request: StepRequest
  let snapshot: StepSnapshot
  let limits: ServingLimits
  let control: StepControl
  let lexicon: Lexicon
  var page: ReplyPage

  init(
    _ request: StepRequest, at snapshot: StepSnapshot, _ limits: ServingLimits, _ control: StepControl, lexicon: Lexicon
  ) {
    self.request = request
    self.snapshot = snapshot
    self.limits = limits
    self.control = control
    self.lexicon = lexicon
    page = ReplyPage(lexicon: lexicon, limits)
  }

  var step: TutorStep { snapshot.step }

  /// Whether the student's own lines are needed for the reply.
  var needsWork: Bool {
    switch (request.action, step.task) {
    case (.run, .command): !request.lines.isEmpty || !isUnchanged
    case (.run, .prediction): isForetold && (!request.lines.isEmpty || !isUnchanged)
    case (.run, .exploration): !isUnchanged
    case (.run, _): true
    case (.answer, .exercise): true
    default: false
    }
  }

  /// Why the request is answered at once; nil where it is fit to be run.
  var refusal: StepReply? {
    if request.text.utf8.count > limits.typed {
      let size = request.text.utf8.count
      return failed("This is too long: \(size) bytes. At most \(limits.typed) can be sent at once.")
    }
    if needsWork, request.lines.count >= limits.lines {
      return failed("You have tried \(limits.lines) things at this step. Start over to try more.")
    }
    if needsWork, request.lines.contains(where: { $0.utf8.count > limits.typed }) {
      return failed("What was tried here before is too long. Start over.")
    }
    return nil
  }

  /// Of a prediction, whether its output has been shown.
  private var isForetold: Bool { request.outcome?.isFinished == true }

  /// Whether what was sent are the lesson's own commands.
  var isUnchanged: Bool {
    request.text.isBlank || request.text.spelling == step.ownSource?.spelling
  }

  // MARK: Replies without work

  /// The reply where the student's own lines do not matter.
  func replyAtOnce() -> StepReply {
    switch (request.action, step.task) {
    case (.hint, _): hint()
    case (.run, .command), (.skip, .command), (.run, .exploration), (.skip, .exploration): runUnchanged()
    case (.run, .prediction) where isForetold: runUnchanged()
    case (.skip, .prediction): show(nil)
    case (.predict, .prediction(let command, _)): predict(command)
    case (.skip, .exercise(let exercise)): giveUp(exercise)
    case (.choose, .quiz(let quiz)): choose(quiz)
    case (.skip, .quiz(let quiz)): pass(quiz)
    case (_, .command), (_, .exploration): failed("There is nothing to be solved here: run the command.")
    case (_, .prediction): failed("Say first what the command will print, or have it shown.")
    case (_, .exercise): failed("Type here what belongs in the blank, or whole commands.")
    case (_, .quiz(let quiz)): failed("Choose here: \(quiz.letters.joined(separator: ", ")).")
    }
  }

  /// The lesson's own command, which has been run.
  private func runUnchanged() -> StepReply {
    var page = page
    if let explored = snapshot.explored {
      page.show(explored)
    } else {
      for result in snapshot.results { page.show(result) }
    }
    if request.action == .skip { page = noted("Passed over; the lesson has run it unseen.") }
    return reply(.done, .done, page)
  }

  private func hint() -> StepReply {
    var page = page
    guard step.isQuestion else { return failed("There is nothing to be solved here: run the command.") }
    let (shown, count) = (max(0, request.hintsShown), step.hints.count)
    guard shown < count else {
      page.remark("\(count == 0 ? "There is no hint" : "There are no more hints"); “\(step.skipLabel)” goes on.")
      return reply(.hint, nil, page)
    }
    let isOver = request.outcome?.isFinished == true
    let seen = isOver ? 0 : max(shown + 1, request.outcome?.hints ?? 0)
    page.add(step.hints[shown].led(by: TextRun(step.label(ofHint: shown, seen: seen), .strong)))
    if shown == count - 1 { page.remark("That was the last hint; “\(step.skipLabel)” goes on.") }
    return reply(.hint, step.points(after: seen) < step.points ? .hinted(hints: seen) : nil, page)
  }

  // MARK: Predictions

  private func predict(_ command: LessonCommand) -> StepReply {
    if request.text.isBlank { return show(nil) }
    if let word = Prediction.command(request.text, insteadOf: command.expected, in: snapshot.session) {
      return failed("'\(word)' is a command and no output. Type what you expect, or have it shown.")
    }
    let output = snapshot.results.first?.output ?? []
    return show(
      Prediction(
        request.text, output, expected: command.expected, builtins: snapshot.session.session.builtins))
  }

  /// Shows what was to be foretold, after a verdict on what was said.
  private func show(_ prediction: Prediction?) -> StepReply {
    var page = page
    if let prediction { page.remark(prediction.said, prediction.isRight ? .praise : .doubt) }
    for result in snapshot.results { page.show(result) }
    explain(on: &page)
    guard let prediction else { return reply(.done, .done, page) }
    return prediction.isRight ? reply(.right, .right, page) : reply(.late, .late, page)
  }

  // MARK: Exercises

  /// The solution with what the lesson says about it.
  private func giveUp(_ exercise: Exercise) -> StepReply {
    var page = page
    if exercise.solutions.isEmpty { page.remark("The solution is not in this copy.") }
    var isShown = false
    for explanation in step.explanations {
      switch explanation {
      case .prose(let passages): page.explain(passages)
      case .solution(let block):
        // Others than the first show another way; the lesson goes on from the first.
        let isFirst = block == exercise.solutions.first
        if isFirst { show(snapshot.results, on: &page) } else { show(solution: block, on: &page) }
        isShown = isShown || isFirst
      }
    }
    if !isShown { show(snapshot.results, on: &page) }
    return reply(.skipped, .skipped, page)
  }

  private func show(_ results: [CommandResult], on page: inout ReplyPage) {
    for result in results {
      page.show(command: result.command.source)
      page.show(result)
    }
  }

  private func show(solution block: Block, on page: inout ReplyPage) {
    var other = snapshot.session
    other.session.interruption = control.interruption
    other.session.files.useOwnScratch(.init(bytes: limits.fileBytes, files: limits.files))
    show(other.run(block), on: &page)
  }

  // MARK: Quizzes

  private func choose(_ quiz: Quiz) -> StepReply {
    var page = page
    let letters = quiz.letters.joined(separator: ", ")
    guard let chosen = quiz.letters(in: request.text) else {
      return failed(request.text.isBlank ? "Choose \(letters), or skip." : "The options are \(letters).")
    }
    if quiz.isKept {
      page.remark("Taken. Your teacher checks this.", .praise)
      return reply(.handed, .handed(chosen.joined(separator: ",")), page)
    }
    guard case .wrong(let message) = quiz.judgement(of: chosen).verdict else {
      let isFirst = request.outcome == nil
      let isOver = request.outcome?.isFinished == true
      let points = isFirst ? " \(counted(quiz.points, "point"))." : isOver ? "" : " Points are for the first try."
      page.remark("Right." + points, .praise)
      explain(on: &page)
      return isFirst ? reply(.right, .right, page) : reply(isOver ? .right : .late, .late, page)
    }
    page.add(.doubt(message))
    return reply(.wrong, .tried, page)
  }

  private func pass(_ quiz: Quiz) -> StepReply {
    var page = page
    page.remark(quiz.isKept ? "The answer is not in this copy." : "The answer is \(quiz.answersText).")
    explain(on: &page)
    return reply(.skipped, .skipped, page)
  }

  // MARK: Replies

  /// Shows what the lesson says once a question is answered.
  func explain(on page: inout ReplyPage) {
    for case .prose(let passages) in step.explanations { page.explain(passages) }
  }

  /// A reply; its outcome counts where it takes the place of what is known.
  func reply(
    _ state: StepReply.State, _ outcome: LessonRecord.Outcome?, _ page: ReplyPage, isKept: Bool = false
  ) -> StepReply {
    let outcome = outcome?.after(request.outcome)
    let counts = outcome.map { $0.replaces(request.outcome) && $0 != request.outcome } ?? false
    let points = outcome.map(step.points(for:)) ?? 0
    return StepReply(
      state, outcome: counts ? outcome : nil, points: counts ? points : 0, html: page.html, say: page.say,
      isKept: isKept)
  }

  func failed(_ message: String) -> StepReply { reply(.failed, nil, noted(message)) }

  /// A page with nothing but a remark.
  private func noted(_ message: String) -> ReplyPage {
    var page = page
    page.remark(message)
    return page
  }
}
