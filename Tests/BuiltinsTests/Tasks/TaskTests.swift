import Builtins
import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary
import Workbench

/// What students and researchers do takes less typing here than in Python, and yields the same numbers.
@Suite struct TaskTests {
  /// The modules of Python that are installed.
  private static let installed = Set(Set(LearnersTask.all.flatMap(\.modules)).filter { Python.has($0) })

  @Test func `there are twenty-one, each in both languages`() {
    #expect(LearnersTask.all.map { Int($0.name.prefix(2)) } == Array(1...21))
    #expect(LearnersTask.all.allSatisfy { $0.pythonLines > 0 })
  }

  @Test(arguments: LearnersTask.all)
  func `takes fewer lines, as it says`(_ task: LearnersTask) throws {
    let (ours, theirs) = (task.commandLines, task.pythonLines)
    #expect(ours < theirs)
    let lines = task.document.markdown.split(separator: "\n")
    #expect(lines.last.map(String.init) == "\(ours) lines; Python \(theirs).")
  }

  @Test(arguments: LearnersTask.all)
  func `the numbers are those of Python`(_ task: LearnersTask) throws {
    guard Self.installed.isSuperset(of: task.modules), let outcome = try Python.run(file: task.pythonPath) else {
      return
    }
    try #require(outcome.status == 0, "\(outcome.errors)")
    // What the program itself prints has no tabs.
    let lines = outcome.output.split(separator: "\n").filter { $0.contains("\t") }
    let expected = try lines.map { try #require(TaskNumbers($0), "\($0)") }
    #expect(!expected.isEmpty)
    let wrong = try #require(LargeStack.run { Self.disagreements(of: task, with: expected) })
    for line in wrong { Issue.record("\(task.name): \(line)") }
  }

  /// What an expression is after the task, where Python has it otherwise.
  private static func disagreements(of task: LearnersTask, with expected: [TaskNumbers]) -> [String] {
    var lesson = LessonSession(builtins: .standard, path: task.path)
    for block in task.document.blocks where block.isRun { _ = lesson.run(block) }
    return expected.compactMap { line in
      let transcript = lesson.session.run(line.expression)
      let numbers = transcript.results.last.map { Self.numbers(of: $0.value) } ?? []
      if line.agree(with: numbers) { return nil }
      return "\(line.expression) is \(transcript.failure?.message ?? "\(numbers)"), in Python \(line.numbers)"
    }
  }

  /// All numbers of a value in their order, truths as 1 and 0.
  private static func numbers(of value: Value) -> [Double] {
    switch value {
    case .number(let number): [number]
    case .truth(let truth): [truth ? 1 : 0]
    case .truths(let truths): truths.elements.map { $0 ? 1 : 0 }
    case .vector(let elements): elements
    case .matrix(let matrix): matrix.elements
    case .list(let values): values.flatMap(numbers)
    default: []
    }
  }
}
