import Lessons
import Vocabulary

/// Students by the questions of a lesson, as a teacher sees them.
public struct Board: Sendable {
  public enum Order: String, Sendable, CaseIterable {
    case name, progress, stuck
  }

  /// What a cell says, a word each, so that no colour is needed.
  public enum Mark: String, Sendable, CaseIterable {
    case open, tried, right, late, shown, handed, done
  }

  public struct Cell: Sendable, Equatable {
    public let mark: Mark
    public let attempts: Int
  }

  public struct Row: Sendable {
    public let student: Int
    /// Nil where names are hidden.
    public let name: String?
    public let points: Int
    /// Steps of the lesson that are finished, commands included.
    public let finished: Int
    /// Where the student did something last, the key of a step; nil where that is in another lesson.
    public let step: String?
    public let wantsHelp: Bool
    public let isStuck: Bool
    /// In the order of `columns`.
    public let cells: [Cell]
  }

  public struct Column: Sendable {
    public let step: ClassLesson.Step
    /// Its number among all steps of the lesson, from 1.
    public let number: Int
    /// How many have it right.
    public let right: Int
    /// How many have answered.
    public let answered: Int
  }

  public let lesson: ClassLesson
  public let columns: [Column]
  public let rows: [Row]

  /// Milliseconds at one question after which somebody can be stuck.
  public static let patience = 240_000
  /// Wrong answers from which on somebody can be stuck.
  public static let doubts = 2

  /// - Parameters:
  ///   - now: milliseconds since 1970.
  ///   - hidesNames: for a beamer.
  public init(
    _ lesson: ClassLesson, _ state: ClassState, now: Int, order: Order = .name, hidesNames: Bool = false
  ) {
    self.lesson = lesson
    let questions = lesson.steps.enumerated().filter(\.element.isQuestion)
    let students = state.students.values.sorted { ($0.name.folded, $0.id) < ($1.name.folded, $1.id) }
    var rows = students.map { student in
      Row(student, lesson, questions.map(\.element), now: now, hidesNames: hidesNames)
    }
    columns = questions.enumerated().map { place, question in
      Column(
        step: question.element, number: question.offset + 1, right: rows.count { $0.cells[place].mark == .right },
        answered: rows.count { $0.cells[place].attempts > 0 })
    }
    // Sorting is stable: where the order says nothing, names do.
    switch order {
    case .name: break
    case .progress: rows.sort { $0.finished > $1.finished }
    case .stuck: rows.sort { $0.urgency > $1.urgency }
    }
    self.rows = rows
  }
}

extension Board.Row {
  fileprivate init(
    _ student: ClassState.Student, _ lesson: ClassLesson, _ questions: [ClassLesson.Step], now: Int, hidesNames: Bool
  ) {
    let records = questions.map { student.record(at: StepPlace(lesson: lesson.name, step: $0.key)) }
    self.student = student.id
    name = hidesNames ? nil : student.name.description
    points = records.reduce(0) { $0 + $1.points }
    finished = student.finished[lesson.name] ?? 0
    step = student.place?.lesson == lesson.name ? student.place?.step : nil
    wantsHelp = student.helpWanted?.lesson == lesson.name
    isStuck =
      wantsHelp
      || zip(questions, records).contains { question, record in
        question.key == student.place?.step && student.place?.lesson == lesson.name && record.isStuck(now: now)
      }
    cells = records.map { Board.Cell(mark: Board.Mark($0), attempts: $0.attempts) }
  }

  /// Who wants help before who is stuck before everybody else.
  fileprivate var urgency: Int { wantsHelp ? 2 : isStuck ? 1 : 0 }
}

extension StepRecord {
  /// Whether somebody has been at this question for long without getting it right.
  public func isStuck(now: Int) -> Bool {
    !isFinished && wrong.count >= Board.doubts && now - began > Board.patience
  }
}

extension Board.Mark {
  init(_ record: StepRecord) {
    self =
      switch record.outcome {
      case nil: record.attempts > 0 ? .tried : .open
      case .tried: .tried
      case .hinted: record.attempts > 0 ? .tried : .open
      case .right, .helped: .right
      case .late: .late
      case .skipped: .shown
      case .handed: .handed
      case .done: .done
      }
  }
}
