import Vocabulary
import Workbench

/// Questions on a handout: what is asked, and room to write. Nothing is here that an answer earns: no output to be foretold, no key, hint,
/// solution, or explanation of an answer.
struct HandoutParts: LessonParts {
  private let names: TaskNames
  private let told: [ClosedRange<Int>]
  /// Renders what stands in a line.
  private let renderer: LessonRenderer
  private let lexicon: Lexicon

  init(_ plan: TutorPlan, _ names: TaskNames, _ renderer: LessonRenderer, lexicon: Lexicon) {
    told = plan.told.map(\.lines)
    self.names = names
    self.renderer = renderer
    self.lexicon = lexicon
  }

  func shows(line: Int) -> Bool { !told.contains { $0.contains(line) } }

  /// Each command to be foretold with those before it that print nothing.
  func html(of block: Block) -> HTML? {
    if block.solution != nil { return "" }
    guard block.marks.contains(.predict) else { return nil }
    var parts: [HTML] = []
    var commands: [LessonCommand] = []
    for command in block.commands {
      commands.append(command)
      guard let name = names[command.line] else { continue }
      parts.append(task("exercise", name, session(commands) + room(command.expected.count, most: 6)))
      commands = []
    }
    if !commands.isEmpty { parts.append(session(commands)) }
    return parts.joined(separator: "\n")
  }

  func html(of exercise: Exercise) -> HTML? {
    let commands = exercise.template.commands
    let name = names[exercise.template.lines.lowerBound] ?? "Exercise"
    return task("exercise", name, session(commands) + room(commands.count + 2, most: 8))
  }

  func html(of quiz: Quiz) -> HTML? {
    let options = quiz.options.map { option in
      """
      <li><span class="box"></span><span class="letter">\(option.letter))</span> \(renderer.line(option.text))</li>

      """ as HTML
    }
    let name = (names[quiz.lines.lowerBound] ?? "Quiz") + (quiz.asksForSeveral ? " · several are right" : "")
    return task("quiz", name, "<ul class=\"options\">\n\(options.joined())</ul>")
  }

  private func task(_ kind: String, _ name: String, _ content: HTML) -> HTML {
    .element(
      "div", ["class": kind, "role": "group", "aria-label": name], "\n<p class=\"label\">\(name)</p>\n\(content)\n")
  }

  private func session(_ commands: [LessonCommand]) -> HTML {
    let rendered = commands.map { CommandRenderer($0.source, lexicon: lexicon) }
    let index = WideBlock.tabIndex(ofWidth: rendered.map(\.width).max() ?? 0)
    return .element("div", ["class": "session", "tabindex": index], "\n" + rendered.map(\.html).joined())
  }

  /// Lines to write on.
  private func room(_ lines: Int, most: Int) -> HTML {
    let line: HTML = "<div></div>"
    return "\n<div class=\"room\">\((0..<max(1, min(lines, most))).map { _ in line }.joined())</div>"
  }
}
