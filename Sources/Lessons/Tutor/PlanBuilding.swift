/// Puts a plan together while the pieces of a lesson come by.
struct PlanBuilding {
  private(set) var title: String?
  private(set) var steps: [TutorStep] = []
  /// What was read since the last step.
  private(set) var passages: [Passage] = []
  private var setUp: [Block] = []
  private let blocks: [Int: Block]
  private let exercises: [String: Exercise]
  private let quizzes: [Int: Quiz]
  private let hidden: [Int: Block]
  private var occurrences: [String: Int] = [:]
  /// What stands in an open `<details>`.
  private var aside: Aside?
  /// Whether nothing was read since the last step, so that an aside is about it.
  private var isAdjacent = false
  /// The asides that are about a question.
  private(set) var told: [TutorPlan.Telling] = []

  init(_ document: Document) {
    blocks = Dictionary(
      document.blocks.filter { !$0.isHidden }.map { ($0.lines.lowerBound, $0) }, uniquingKeysWith: { first, _ in first }
    )
    hidden = Dictionary(
      document.blocks.filter(\.isHidden).map { ($0.lines.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    exercises = Dictionary(document.exercises.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    quizzes = Dictionary(document.quizzes.map { ($0.lines.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ pieces: [PassageReader.Piece]) {
    for piece in pieces { add(piece) }
  }

  /// An aside that is never closed ends with the file.
  mutating func finish() {
    if aside != nil { closeAside(at: .max) }
  }

  private mutating func add(_ piece: PassageReader.Piece) {
    if case .html(let html, let line) = piece {
      add(html: html, line: line)
    } else if case .list(let line, _) = piece, let quiz = quizzes[line] {
      add(.quiz(quiz))
    } else if case .list(_, let inner) = piece {
      add(inner)
    } else if aside != nil {
      aside?.pieces.append(piece)
    } else if case .code(let line, let passage) = piece {
      add(code: line, passage)
    } else if case .passage(let passage) = piece {
      add(passage)
    }
  }

  private mutating func add(_ passage: Passage) {
    if title == nil, case .heading(1, let runs) = passage.content { title = runs.map(\.text).joined() }
    passages.append(passage)
    isAdjacent = false
  }

  // MARK: Steps

  private mutating func add(code line: Int, _ passage: Passage) {
    guard let block = blocks[line] else { return add(passage) }
    if let id = block.solution {
      explain([.solution(block)], exercise: id)
    } else if let id = block.exercise, let exercise = exercises[id] {
      add(.exercise(exercise))
    } else if block.exploration != nil {
      add(.exploration(block))
    } else if block.isRun {
      let isPrediction = block.marks.contains(.predict)
      for command in block.commands {
        let isAsked = isPrediction && !command.expected.isEmpty
        add(isAsked ? .prediction(command, of: block) : .command(command, of: block))
      }
    } else {
      add(passage)
    }
  }

  private mutating func add(_ task: TutorStep.Task) {
    if aside != nil { closeAside(at: task.line - 1) }
    let count = occurrences[TutorStep.identity(of: task), default: 0] + 1
    occurrences[TutorStep.identity(of: task)] = count
    steps.append(TutorStep(task, occurrence: count, passages: passages, setUp: setUp))
    passages = []
    setUp = []
    isAdjacent = true
  }

  private mutating func explain(_ explanations: [TutorStep.Explanation], exercise id: String) {
    if let index = step(of: id) { steps[index].explanations += explanations }
  }

  private func step(of exercise: String) -> Int? {
    steps.lastIndex { if case .exercise(let other) = $0.task { other.id == exercise } else { false } }
  }

  // MARK: Asides

  /// What readers of a page may open: hints and solutions after a question, anything else elsewhere.
  private struct Aside {
    let line: Int
    var summary: String
    var depth = 1
    var pieces: [PassageReader.Piece] = []
  }

  private mutating func add(html: String, line: Int) {
    if let block = hidden[line] {
      setUp.append(block)
      return
    }
    let markup = Markup(html)
    if aside != nil {
      aside?.depth += markup.opened
      if !markup.text.isEmpty { aside?.pieces += Passage.all(in: markup.text).map { .passage($0) } }
      aside?.depth -= markup.closed
      if aside?.depth ?? 0 <= 0 { closeAside(at: line) }
    } else if markup.opened > 0 {
      aside = Aside(line: line, summary: markup.summary, depth: markup.opened - markup.closed)
      if !markup.text.isEmpty { aside?.pieces = Passage.all(in: markup.text).map { .passage($0) } }
      if markup.opened <= markup.closed { closeAside(at: line) }
    } else if !markup.text.isEmpty {
      for passage in Passage.all(in: markup.text) { add(passage) }
    }
  }

  private mutating func closeAside(at end: Int) {
    guard let aside else { return }
    self.aside = nil
    let solved = aside.pieces.compactMap { piece -> String? in
      if case .code(let line, _) = piece { blocks[line]?.solution } else { nil }
    }.first
    let runs = aside.pieces.contains { piece in
      if case .code(let line, _) = piece { blocks[line]?.isRun == true } else { false }
    }
    let isAbout = isAdjacent && steps.last?.isQuestion == true
    guard solved != nil || isAbout, !runs, let last = steps.indices.last else {
      if !aside.summary.isEmpty { add(Passage(aside.summary, .strong)) }
      add(aside.pieces)
      return
    }
    let said = explanations(of: aside.pieces)
    told.append(TutorPlan.Telling(step: solved.flatMap(step(of:)) ?? last, lines: aside.line...max(aside.line, end)))
    if let solved {
      explain(said, exercise: solved)
    } else if aside.summary.lowercased().hasPrefix("hint") {
      steps[last].hints.append(said.flatMap(\.passages))
    } else {
      steps[last].explanations += said
    }
  }

  private func explanations(of pieces: [PassageReader.Piece]) -> [TutorStep.Explanation] {
    var result: [TutorStep.Explanation] = []
    for piece in pieces.flat {
      let passage: Passage
      switch piece {
      case .code(let line, _) where blocks[line]?.solution != nil:
        if let block = blocks[line] { result.append(.solution(block)) }
        continue
      case .code(_, let code): passage = code
      case .passage(let prose): passage = prose
      case .list, .html: continue
      }
      if case .prose(let passages)? = result.last {
        result[result.count - 1] = .prose(passages + [passage])
      } else {
        result.append(.prose([passage]))
      }
    }
    return result
  }
}

extension TutorStep.Task {
  /// Where it begins in the file, counted from 1.
  var line: Int {
    switch self {
    case .command(let command, _), .prediction(let command, _): command.line
    case .exploration(let block): block.lines.lowerBound
    case .exercise(let exercise): exercise.template.lines.lowerBound
    case .quiz(let quiz): quiz.lines.lowerBound
    }
  }
}
