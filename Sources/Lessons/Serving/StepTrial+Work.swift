import Language
import Vocabulary
import Workbench

/// What a step makes of commands and answers of the student's own.
extension StepTrial {
  /// Runs what was typed in what the student's lines left.
  func reply(in work: inout StepWork) -> StepReply {
    var page = page
    let text = commands(request.text)
    if text.isBlank { return nothingTyped(work) }
    let result = work.take(text, for: control, on: &page)
    if work.isOutOfSteps { return ended(.outOfSteps) }
    switch result {
    case .ran: return ran(text, page)
    case .failed(let failure): return failed(failure, text, page, in: work)
    case .blank:
      page.remark("Put your answer in the place of \(Exercise.blank).")
      return reply(.failed, nil, page)
    case .guess:
      page.remark("That is not the answer yet.", .doubt)
      // What is sent as an answer counts as one.
      let isAnswer = request.action == .answer
      return reply(isAnswer ? .wrong : .tried, isAnswer ? .tried : nil, page, isKept: true)
    case .judged(let verdict): return judged(verdict, page, in: work)
    }
  }

  /// What is to be run of a text: left empty it is the lesson's own command.
  func commands(_ text: String) -> String {
    text.isBlank ? step.ownSource ?? text : text
  }

  private func nothingTyped(_ work: StepWork) -> StepReply {
    var page = page
    if let exercise = work.exercise, exercise.exercise.isKept, exercise.isAnswered {
      page.remark("Taken. Your teacher checks this.", .praise)
      return reply(.handed, .handed(exercise.answer.sources.joined(separator: "\n")), page)
    }
    if let next = work.exercise?.next {
      page.remark("The blank is still open: \(next)")
    } else {
      page.remark("Type something to run.")
    }
    return reply(.failed, nil, page)
  }

  private func ran(_ text: String, _ page: ReplyPage) -> StepReply {
    var page = page
    switch step.task {
    case .command, .prediction, .exploration:
      // What the student tried before may make it print something else; the lesson goes on from its own state all the same.
      if isUnchanged { return reply(.done, .done, page, isKept: true) }
      if request.lines.isEmpty {
        page.remark(
          "Tried out in a copy: what you define stays until the next step, and the lesson goes on from its own state.")
      }
    case .exercise, .quiz: break
    }
    if page.isSilent { page.say("Done; there is no output.") }
    return reply(.tried, nil, page, isKept: true)
  }

  private func failed(_ failure: Failure, _ text: String, _ page: ReplyPage, in work: StepWork) -> StepReply {
    var page = page
    if case .name(let name) = failure.subject {
      page.remark("If you gave '\(name)' a meaning at another step: that ended with its step. Define it again here.")
    }
    // What stands before the failure has been run.
    let hasMore = work.current.commands(of: text).count > 1 || work.current.session.parse(text).statements.count > 1
    return reply(failure.kind == .limit ? .budget : .failed, nil, page, isKept: hasMore)
  }

  /// Says what an answer is worth.
  private func judged(_ verdict: Judgement.Verdict, _ page: ReplyPage, in work: StepWork) -> StepReply {
    var page = page
    switch verdict {
    case .right:
      page.remark("Right." + step.earned(knowing: request.outcome), .praise)
      if let exercise = work.exercise { showOwnAnswer(of: exercise, on: &page) }
      explain(on: &page)
      return reply(.right, .right, page, isKept: true)
    case .wrong(let message):
      page.add(.doubt(message))
      if request.outcome == nil { page.remark(step.hints.isEmpty ? "Try again." : "Try again; a hint helps.") }
      return reply(.wrong, .tried, page, isKept: true)
    case .failed(let failure):
      page.remark("Not quite: \(failure.message).", .doubt)
      return reply(failure.kind == .limit ? .budget : .wrong, .tried, page, isKept: true)
    case .undecided:
      let answer = work.exercise?.answer.sources.joined(separator: "\n") ?? request.text
      page.remark("Taken. Your teacher checks this. You may also answer again.", .praise)
      return reply(.handed, .handed(answer), page, isKept: true)
    }
  }

  /// The lesson goes on from its own solution, whatever the student's was.
  private func showOwnAnswer(of trial: ExerciseTrial, on page: inout ReplyPage) {
    guard let solution = trial.exercise.solutions.first else { return }
    let sources = solution.commands.map(\.source)
    guard sources.map(\.spelling) != trial.answer.sources.map(\.spelling) else { return }
    page.add([Passage("The lesson goes on with its own answer:"), Passage(.code(sources.joined(separator: "\n")))])
  }

  // MARK: Ends before the end

  /// The reply where the work did not come to its end. Nothing of it is kept.
  func ended(_ end: End) -> StepReply {
    var page = page
    switch end {
    case .stopped: page.remark("Stopped. Nothing was changed.")
    case .overTime:
      let seconds = NumberStyle.standard.text(step.isSlow ? limits.slowSeconds : limits.seconds)
      page.remark("This takes longer than \(seconds) seconds of computing and was stopped. Nothing was changed.")
    case .outOfSteps:
      page.remark("This takes more steps than one command may here and was stopped. Nothing was changed.")
    }
    return reply(end == .stopped ? .stopped : .budget, nil, page)
  }
}
