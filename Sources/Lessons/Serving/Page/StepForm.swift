import Vocabulary
import Workbench

/// A step as something to be filled in and sent.
struct StepForm: Sendable {
  private let step: TutorStep
  private let number: Int
  private let count: Int
  /// What is to be read of the question: a command to foretell, an exercise's template, a quiz's options by their letters.
  private let shown: HTML
  private let options: [(letter: String, text: HTML)]
  private let lexicon: Lexicon

  init(_ plan: TutorPlan, at index: Int, _ renderer: inout LessonRenderer, lexicon: Lexicon) {
    step = plan.steps[index]
    number = index + 1
    count = plan.steps.count
    self.lexicon = lexicon
    var shown = HTML()
    var options: [(String, HTML)] = []
    switch step.task {
    case .command, .exploration: break
    case .prediction(let command, _): shown = CommandRenderer(command.source, lexicon: lexicon).html
    case .exercise(let exercise):
      let commands = exercise.template.commands.map(\.source)
      if commands.count > 1 {
        shown = commands.map { CommandRenderer($0, lexicon: lexicon).html }.joined()
      }
    case .quiz(let quiz): options = quiz.options.map { ($0.letter, renderer.line($0.text)) }
    }
    self.shown = shown.isEmpty ? shown : .element("div", ["class": "session"], "\n" + shown)
    self.options = options
  }

  /// The section of the step, with a student's attempts below its form.
  func section(
    _ view: StepView, _ attempts: ArraySlice<StepView.Attempt>, of page: LivePage, _ frame: PageFrame
  ) -> HTML {
    let outcome: HTML = view.outcome.map { " data-outcome=\"\($0.mark)\"" } ?? ""
    return """
      <section id="\(step.key)" class="step \(kind)" data-number="\(number)"\(outcome) aria-label="\(label)">
      <a class="place" href="#\(step.key)" aria-label="Step \(number)">\(number)</a>
      \(form(view, of: page, frame))
      \(replies(view, attempts))\
      </section>

      """
  }

  /// What a student fills in and sends.
  func form(_ view: StepView, of page: LivePage, _ frame: PageFrame) -> HTML {
    let action = "\(frame.address.base)/lessons/\(Address.of(path: page.name))/steps/\(step.key)"
    let isClosed: HTML = frame.phase == .open ? "" : " disabled=\"\""
    return """
      <form method="post" action="\(action)" autocomplete="off">
      <input type="hidden" name="version" value="\(page.version)" />\
      <input type="hidden" name="after" value="\(view.after)" />\
      <input type="hidden" name="nonce" value="\(frame.nonce).\(number)" />
      <fieldset class="bare"\(isClosed)>
      \(fields(view))
      </fieldset>
      </form>
      """
  }

  private var kind: String {
    switch step.task {
    case .command, .exploration: "command-step"
    case .prediction: "prediction"
    case .exercise: "exercise"
    case .quiz: "quiz"
    }
  }

  private var label: String {
    let name =
      switch step.task {
      case .command: "command"
      case .exploration: "exploration"
      case .prediction: "prediction"
      case .exercise: "exercise"
      case .quiz: "quiz"
      }
    return "Step \(number) of \(count), \(name)"
  }

  // MARK: Fields

  private func fields(_ view: StepView) -> HTML {
    switch step.task {
    case .command, .exploration: run(view)
    case .prediction: prediction(view)
    case .exercise(let exercise): answer(exercise, view)
    case .quiz(let quiz): choice(quiz, view)
    }
  }

  /// A field, with what was typed last; `own` is what the lesson itself has there.
  private func line(_ own: String, _ typed: String?, label: String, isCommand: Bool = true) -> HTML {
    let typed = typed ?? own
    let field = HTML.element(
      "textarea",
      [
        "name": "text", "rows": String(max(1, typed.lines.count)), "spellcheck": "false", "autocapitalize": "off",
        "autocorrect": "off", "aria-label": label, "data-own": own,
      ], HTML(text: typed))
    let prompt: HTML = isCommand ? "<span class=\"prompt\" aria-hidden=\"true\">&gt;</span>" : ""
    return "<div class=\"line\">\(prompt)\(field)</div>\n"
  }

  private func button(_ action: String, _ text: String, isMain: Bool = false) -> HTML {
    .element("button", ["name": "do", "value": action, "class": isMain ? "main" : nil], HTML(text: text))
  }

  /// Only for those with a script: F1 does the same.
  private static let ask: HTML = """
    <button type="button" class="ask" aria-label="Help on the word at the cursor" title="Help on the word at the cursor">?</button>
    """

  private func buttons(_ buttons: [HTML]) -> HTML {
    .element("div", ["class": "buttons"], buttons.joined(separator: " "))
  }

  private func run(_ view: StepView) -> HTML {
    line(step.ownSource ?? "", view.typed(by: .run), label: "Command of step \(number)")
      + buttons([button("run", "Run", isMain: true), button("reset", "Start over"), Self.ask])
  }

  /// Asks first; afterwards the command can be run and changed like others.
  private func prediction(_ view: StepView) -> HTML {
    if view.outcome?.isFinished == true { return run(view) }
    return """
      <p class="label">Prediction</p>
      \(shown)<p class="question">What will this print? As few digits as you like.</p>
      \(line("", view.typed(by: .predict), label: "Your prediction", isCommand: false))\
      \(buttons([button("predict", "Compare", isMain: true), button("skip", step.skipLabel)]))
      """
  }

  private func answer(_ exercise: Exercise, _ view: StepView) -> HTML {
    let blanks = exercise.template.commands.map(\.source).filter { $0.contains(Exercise.blank) }
    let hints = step.hints.count - view.hintsShown
    var actions = [button("answer", "Answer", isMain: true)]
    if view.outcome?.isFinished != true {
      if hints > 0 { actions.append(button("hint", view.hintsShown == 0 ? "Hint" : "Next hint")) }
      actions.append(button("skip", step.skipLabel))
    } else {
      actions.append(button("reset", "Start over"))
    }
    actions.append(Self.ask)
    return """
      <p class="label">Exercise · \(step.stakes)</p>
      \(shown)\(line(blanks.joined(separator: "\n"), view.typed(by: .answer), label: "Your answer"))\(buttons(actions))
      """
  }

  private func choice(_ quiz: Quiz, _ view: StepView) -> HTML {
    let isOver = view.outcome?.isFinished == true && !quiz.isKept
    let chosen = Set((view.typed(by: .choose) ?? "").split(separator: ",").map(String.init))
    let items = options.map { option -> HTML in
      let checked: HTML = chosen.contains(option.letter) ? " checked=\"\"" : ""
      return """
        <label><input type="\(quiz.asksForSeveral ? "checkbox" : "radio")" name="text" value="\(option.letter)"\(checked) />\
        <span><span class="letter">\(option.letter))</span> \(option.text)</span></label>

        """
    }
    let actions = [button("choose", "Choose", isMain: true), button("skip", step.skipLabel)]
    return """
      <fieldset class="choice"\(isOver ? " disabled=\"\"" : "")>
      <legend class="label">Quiz · \(step.stakes)\(quiz.asksForSeveral ? " · several may be right" : "")</legend>
      \(items.joined())\(isOver ? "" : buttons(quiz.isKept ? [actions[0]] : actions))
      </fieldset>
      """
  }

  // MARK: Replies

  private func replies(_ view: StepView, _ attempts: ArraySlice<StepView.Attempt>) -> HTML {
    var html = HTML()
    let missing = view.attempts.count - attempts.count
    if missing > 0 { html += "<p class=\"muted\">\(counted(missing, "earlier attempt")) not shown.</p>\n" }
    let before = view.after - attempts.count
    for (index, attempt) in attempts.enumerated() { html += reply(attempt, number: before + index + 1) }
    return .element("div", ["class": "replies"], html) + "\n"
  }

  /// What was typed, and what came of it.
  ///
  /// - Parameter number: of the attempt among all at the step, counted from 1.
  func reply(_ attempt: StepView.Attempt, number: Int) -> HTML {
    var shown = attempt.reply
    if case .exploration = step.task { shown = ExplorationRenderer.apart(shown, number: number) }
    let parts = echo(attempt) + HTML(stringLiteral: shown)
    return parts.isEmpty ? "" : "<div class=\"reply\">\n\(parts)\n</div>\n"
  }

  /// What was typed, where it is not to be seen already: commands other than the lesson's, and predictions.
  private func echo(_ attempt: StepView.Attempt) -> HTML {
    switch (attempt.action, step.task) {
    case (.predict, _) where !attempt.typed.isEmpty:
      "<p class=\"foretold\">You said: <samp>\(attempt.typed)</samp></p>\n"
    case (.run, .command), (.run, .exploration): if attempt.typed == step.ownSource { "" } else { typed(attempt) }
    case (.run, _), (.answer, _): typed(attempt)
    case (.predict, _), (.choose, _), (.hint, _), (.skip, _): ""
    }
  }

  private func typed(_ attempt: StepView.Attempt) -> HTML { CommandRenderer(attempt.typed, lexicon: lexicon).html }
}

extension LessonRecord.Outcome {
  /// As a page's script and style know it.
  var mark: String {
    switch self {
    case .done: "done"
    case .right, .helped: "right"
    case .late: "late"
    case .tried, .hinted: "tried"
    case .skipped: "skipped"
    case .handed: "handed"
    }
  }
}

extension TutorStep {
  /// What the button says by which a question is passed over.
  var skipLabel: String {
    switch task {
    case .command, .prediction, .exploration: "Just show it"
    case .exercise: isKept ? "Skip" : "Show the solution"
    case .quiz: "Show the answer"
    }
  }
}
