import Lessons
import TestSupport
import Testing

/// What exercises of the course ask for: of each kind enough, and of more than one in each lesson.
@Suite struct ExerciseKindsTests {
  enum Kind: CaseIterable {
    /// A number that is worked out.
    case number
    /// Something that instruments must find good.
    case build
    /// A sick net that one change makes well.
    case mend
    /// What a table says.
    case read

    /// By what the key looks at, and by the words of the task.
    init(_ exercise: Exercise, task: String) {
      let expressions = exercise.expectations.map(\.expression)
      if expressions.contains(where: { $0.contains("mended") }) {
        self = .mend
      } else if ["table", "column", "row", "read", "layer by layer"].contains(where: task.lowercased().contains) {
        self = .read
      } else {
        self = expressions.contains { $0.contains("(") } ? .build : .number
      }
    }
  }

  private static let kinds: [[Kind]] = {
    guard let course = try? Course([Project.path("lessons")]) else { return [] }
    return course.entries.filter { $0.number != nil }.map { entry in
      ((try? Course.plan(entry.path))?.steps ?? []).compactMap { step in
        guard case .exercise(let exercise) = step.task else { return nil }
        // The heading and the words right before it.
        let task = step.passages.suffix(4).map { passage in
          switch passage.content {
          case .heading(_, let runs), .paragraph(let runs): runs.map(\.text).joined()
          default: ""
          }
        }
        return Kind(exercise, task: task.joined(separator: "\n"))
      }
    }
  }()

  @Test(arguments: Kind.allCases)
  func `there is enough of each kind`(_ kind: Kind) {
    let count = Self.kinds.joined().count { $0 == kind }
    #expect(count >= 10, "\(kind): \(count)")
  }

  @Test func `no lesson asks for the same kind all the time`() {
    #expect(Self.kinds.count == 14)
    for (index, kinds) in Self.kinds.enumerated() { #expect(Set(kinds).count >= 2, "lesson \(index + 1): \(kinds)") }
  }
}
