import Builtins
import CLibEdit
import Lessons
import Platform
import Vocabulary
import Workbench

/// A lesson in the terminal, from where the learner is to where they leave.
final class Learning: EditingAdvisor {
  private var tutor: Tutor
  /// What to type in a shell to learn this lesson, and what follows where answers are handed in.
  private let command: String
  private let options: String
  /// Where to begin.
  private let sitting: Sitting?
  private let file: Result<ProgressFile, Failure>
  /// What has been done and is not in the file yet.
  private var unkept: [String: LessonRecord.Outcome] = [:]
  private let editor: any LineEditor
  private let style: ProseStyle
  private let coloring: Coloring
  private let interruption = InterruptKey.interruption
  /// What is to be shown next.
  private var pending = ""
  /// Whether the last line shown was empty.
  private var isApart = true
  private var hasWarned = false
  /// Rows of the view that stands last in the window; nil where none does, or a part of it has left the window.
  private var viewRows: Int?
  private var kept = KeptFiles()
  private let path: String
  /// The file to hand in, with the answers so far.
  private let handIn: String?

  /// - Parameters:
  ///   - library: where the lesson was looked up, if it was.
  ///   - handIn: where answers are written into a copy.
  ///   - learner: whose name draws variants.
  ///   - sitting: the number of the sitting to begin with.
  init(
    _ path: String, in library: LessonLibrary?, usesColor: Bool, handIn: String? = nil, learner: String? = nil,
    sitting: Int? = nil
  ) throws(Failure) {
    (self.path, self.handIn) = (path, handIn)
    let plan = try Course.plan(path, for: learner)
    self.sitting = try sitting.map { (number) throws(Failure) in try plan.sitting(number) }
    let command = { (path: String) in
      "gradus learn " + (library?.number(of: path).map { String($0) } ?? path.shellWord)
    }
    self.command = command(path)
    options =
      (handIn.map { " --hand-in " + $0.shellWord } ?? "") + (learner.map { " --as " + $0.shellWord } ?? "")
    style = ProseStyle(isEnabled: usesColor)
    coloring = Coloring(isEnabled: usesColor)
    let editing = Terminal.isInteractive && !Terminal.isDumb ? EditlineEditor(usesColor: usesColor) : nil
    editor = editing ?? PlainEditor()
    file = Result { () throws(Failure) in try ProgressFile(path: StateFolder.progress.path()) }
    let fileName = String(path.split(separator: "/").last ?? "")
    let known = (try? file.get())?.read([(plan.title, fileName)])
    let successor = Course.successor(of: path).flatMap { next in
      (try? Course.plan(next.path)).map { Tutor.Successor(title: $0.title, command: command(next.path)) }
    }
    var session = LessonSession(builtins: .standard, path: path)
    session.session.interruption = interruption
    if !Terminal.speaksUTF8 { session.session.style.notation = .e }
    if editing != nil {
      let line = ProgressLine()
      session.session.progress = { line.show($0) }
    }
    tutor = Tutor(
      plan, session: session, record: known?.records.first ?? LessonRecord(title: plan.title, fileName: fileName),
      successor: successor)
    if let problem = known?.problem { show([.remark([Passage(problem, .doubt)])]) }
    _ = try writeHandIn()
  }

  /// Writes the answers into the file to hand in, where one is wished; what it holds then.
  private func writeHandIn() throws(Failure) -> FilledCopy? {
    guard let handIn else { return nil }
    let copy = try FilledCopy(of: TextFile.bytes(of: path).get(), tutor.record)
    try copy.write(to: handIn, madeFrom: path)
    return copy
  }

  /// Until the learner leaves.
  func run() {
    InterruptKey.install()
    if Terminal.isInteractive, Terminal.columns < 80 {
      show([.remark([Passage("Tables and figures are up to 80 columns wide; this window has \(Terminal.columns).")])])
    }
    show(editor.work { tutor.begin(sitting) })
    settle()
    while tutor.question != .nothing {
      let question = tutor.question
      var offer: String?
      if case .command(let source) = question { offer = source }
      flush()
      let input = editor.read(advisor: self, prompt: question.prompt, offer: offer)
      isApart = false
      switch input {
      case .end:
        Terminal.write("\n")
        return leave()
      case .interrupted: interruption.clear()
      case .arrow(let arrow): move(arrow)
      case .text(let text) where LeavingWord.isOne(text): return leave()
      case .text(let text):
        if !text.allSatisfy(\.isWhitespace), question.takesCommands { editor.remember(text) }
        take(text)
      case .transcript(let commands):
        editor.work {
          for command in commands {
            editor.show(command)
            take(command)
          }
        }
      }
    }
    leave()
  }

  /// Moves what is shown of what is explored; the new view stands where the old one stood.
  private func move(_ arrow: Arrow) {
    guard case .exploration(let names) = tutor.question else { return }
    let isUpright = arrow == .up || arrow == .down
    let outputs = editor.work {
      tutor.move(name: isUpright ? names - 1 : 0, by: arrow == .left || arrow == .down ? -1 : 1)
    }
    if let viewRows, !outputs.isEmpty { Terminal.write("\u{1B}[\(viewRows)A\r\u{1B}[J") }
    show(outputs)
    settle()
  }

  private func take(_ text: String) {
    viewRows = nil
    show(editor.work { tutor.take(text) })
    keepFiles()
    settle()
  }

  /// Puts what a command has written beside the learner.
  private func keepFiles() {
    for (name, path) in tutor.takeFiles() {
      do {
        guard let written = try kept.keep(name, at: path) else { continue }
        let reason = written == name ? "" : ", since another file is called \(name)"
        show([.remark([Passage("Written here: \(written)\(reason).")])])
      } catch {
        show([
          .remark([Passage("'\(name)' is gone when you leave, since it cannot be kept here: \(error.message).", .doubt)]
          )
        ])
      }
    }
  }

  // MARK: Advice

  var takesArrows: Bool { if case .exploration = tutor.question { true } else { false } }

  func waiting(of text: String) -> String? {
    guard tutor.question.takesCommands, TutorWord(line: text) == nil, !LeavingWord.isOne(text) else { return nil }
    return tutor.current.parse(text).waiting
  }

  func completions(in text: String, at offset: Int) -> Completions {
    let words =
      offset == text.utf8.count ? TutorWord.allCases.filter { $0.rawValue.hasPrefix(text) && $0.rawValue != text } : []
    let candidates = words.map { Candidate(text: $0.rawValue, summary: $0.summary) }
    let known = tutor.question.takesCommands ? tutor.current.completions(in: text, at: offset) : nil
    guard !candidates.isEmpty, known?.range.lowerBound ?? 0 == 0 else {
      return known ?? Completions(range: offset..<offset, candidates: [])
    }
    let others = (known?.candidates ?? []).filter { candidate in !candidates.contains { $0.text == candidate.text } }
    return Completions(range: 0..<offset, candidates: candidates + others)
  }

  // MARK: Keeping

  /// After an input: keeps what was done, forgets a Ctrl-C that has had its effect.
  private func settle() {
    interruption.clear()
    if Signals.forget().contains(SIGINT), Terminal.isInteractive, !Terminal.isDumb { Terminal.write("\r\u{1B}[K") }
    if tutor.wantsReset {
      unkept = [:]
      keep { (file: ProgressFile, record: LessonRecord) throws(Failure) in try file.reset(record) }
      show(tutor.startOver())
    }
    unkept.merge(tutor.takeChanges()) { _, new in new }
    if !unkept.isEmpty {
      do throws(Failure) {
        _ = try writeHandIn()
      } catch {
        show([.remark([Passage("Your answers cannot be written: \(error.message).", .doubt)])])
      }
      let changes = unkept
      keep { (file: ProgressFile, record: LessonRecord) throws(Failure) in try file.add(changes, to: record) }
    }
  }

  /// What cannot be kept now is tried again after the next input. Says once that it cannot, and that it can again.
  private func keep(_ body: (ProgressFile, LessonRecord) throws(Failure) -> Void) {
    do throws(Failure) {
      try body(file.get(), tutor.record)
      unkept = [:]
      if hasWarned { show([.remark([Passage("Progress is kept again.")])]) }
      hasWarned = false
    } catch {
      if !hasWarned { show([.remark([Passage("Progress cannot be kept: \(error.message).", .doubt)])]) }
      hasWarned = true
    }
  }

  /// What becomes of the answers for the teacher.
  private func sayWhatToHandIn() {
    let outcomes = tutor.record.outcomes.values
    guard outcomes.contains(where: { if case .handed = $0 { true } else { false } }) else { return }
    guard let handIn else {
      let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
      let call = "gradus learn \(path.shellWord) --hand-in \((stem + "-answered.md").shellWord)"
      return show([
        .remark([
          Passage([TextRun("Your answers are written into a file to hand in by "), TextRun(call, .code), TextRun(".")])
        ])
      ])
    }
    do throws(Failure) {
      guard let copy = try writeHandIn() else { return }
      show([
        .remark([
          Passage("Hand in \(handIn): \(copy.answered) of \(counted(copy.questions, "question")) answered in it.")
        ])
      ])
    } catch {
      show([.remark([Passage("Your answers cannot be written: \(error.message).", .doubt)])])
    }
  }

  private func leave() {
    sayWhatToHandIn()
    if tutor.position < tutor.plan.steps.count, tutor.record.finished(of: tutor.plan) > 0 {
      let call = command + (tutor.ownSitting.map { ".\($0)" } ?? "") + options
      show([.remark([Passage([TextRun("Go on here with "), TextRun(call, .code), TextRun(".")])])])
    }
    flush()
  }

  // MARK: Showing

  private func show(view outputs: [TutorOutput]) {
    flush()
    var rows = 0
    for output in outputs {
      if case .command(let source) = output {
        rows += Pager.rows(of: "> " + source.replacing("\n", with: "\n| "), columns: Terminal.columns).count
      }
      show([output])
      rows += Pager.rows(of: pending, columns: Terminal.columns).count
      flush()
    }
    viewRows = rows > 0 && rows + 1 < Terminal.rows ? rows : nil
  }

  private func show(_ outputs: [TutorOutput]) {
    for output in outputs {
      switch output {
      case .view(let outputs): show(view: outputs)
      case .prose(let passages):
        separate()
        pending += style.text(passages) + "\n"
        isApart = true
      case .command(let source):
        flush()
        editor.show(source)
        isApart = false
      case .result(let lines): add(style.text(lines))
      case .figure(let figure, _): add(figures.text(of: figure, style: tutor.current.style) + "\n")
      case .failure(let printed): add(coloring.text(printed) + "\n")
      case .remark(let passages): add(style.text(passages))
      }
    }
  }

  /// Draws as wide as the window, as the prompt does.
  private var figures: FigurePrinter {
    guard Terminal.isTerminal(standard_output()) else { return FigurePrinter(coloring: coloring, width: nil) }
    return FigurePrinter(coloring: coloring, width: Terminal.columns, most: Terminal.rows - 2)
  }

  private func add(_ text: String) {
    pending += text
    isApart = text.isEmpty && isApart
  }

  private func separate() {
    if !isApart { pending += "\n" }
  }

  private func flush() {
    if !pending.isEmpty { _ = editor.page(pending) }
    pending = ""
  }
}
