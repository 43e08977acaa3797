/// Puts a mark where each step of a lesson stands, and leaves out what answers give.
struct LiveParts: LessonParts {
  /// The numbers of steps by the lines on which they begin.
  private let steps: [Int: Int]
  private let told: [ClosedRange<Int>]

  init(_ plan: TutorPlan) {
    steps = Dictionary(plan.steps.enumerated().map { ($1.task.line, $0) }) { first, _ in first }
    told = plan.told.map(\.lines)
  }

  func html(of block: Block) -> HTML? {
    if block.solution != nil { return "" }
    if block.exploration != nil { return steps[block.lines.lowerBound].map(StepMark.html) }
    let marks = block.commands.compactMap { steps[$0.line].map(StepMark.html) }
    return marks.isEmpty ? nil : .element("div", ["class": "steps"], marks.joined())
  }

  func html(of exercise: Exercise) -> HTML? { steps[exercise.template.lines.lowerBound].map(StepMark.html) }

  func html(of quiz: Quiz) -> HTML? { steps[quiz.lines.lowerBound].map(StepMark.html) }

  func shows(line: Int) -> Bool { !told.contains { $0.contains(line) } }
}

/// What stands in the place of a step until a student's state is filled in.
enum StepMark {
  /// No text of a lesson holds it, since characters that do not show are made visible.
  static let character: Character = "\u{0}"

  static func html(_ step: Int) -> HTML { HTML(stringLiteral: "\(character)\(step)\(character)") }
}
