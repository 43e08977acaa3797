import Lessons
import TestSupport
import Testing
import Workbench

/// What the course promises of each of its lessons, counted: pictures, and questions of every kind before long.
@Suite struct CourseCountsTests {
  struct Counted: CustomTestStringConvertible, Sendable {
    let name: String
    var figures = 0
    var explorations = 0
    var predictions = 0
    var exercises = 0
    /// The letters of the right answers, a quiz each, with how many options it has.
    var quizzes: [(answer: String, options: Int)] = []
    /// The most commands between two questions.
    var longestStretch = 0

    var testDescription: String { name }
  }

  static let lessons: [Counted] = {
    guard let course = try? Course([Project.path("lessons")]) else { return [] }
    return course.entries.filter { $0.number != nil }.compactMap { entry in
      guard let plan = try? Course.plan(entry.path) else { return nil }
      var counted = Counted(name: entry.name)
      var stretch = 0
      for step in plan.steps {
        switch step.task {
        case .command(let command, _):
          stretch += 1
          counted.longestStretch = max(counted.longestStretch, stretch)
          if command.isDrawing { counted.figures += 1 }
          continue
        case .exploration(let block):
          stretch += 1
          counted.explorations += 1
          counted.figures += block.commands.count { $0.isDrawing }
          counted.longestStretch = max(counted.longestStretch, stretch)
          continue
        case .prediction: counted.predictions += 1
        case .exercise: counted.exercises += 1
        case .quiz(let quiz): counted.quizzes.append((quiz.answers.joined(), quiz.options.count))
        }
        stretch = 0
      }
      return counted
    }
  }()

  @Test func `there are fourteen`() { #expect(Self.lessons.count == 14) }

  @Test(arguments: lessons)
  func `a lesson shows, asks, and does not talk for long`(_ lesson: Counted) {
    #expect(lesson.figures >= 2, "figures")
    #expect(lesson.predictions >= 2, "predictions")
    #expect(lesson.exercises >= 3, "exercises")
    #expect(lesson.quizzes.count >= 3, "quizzes")
    #expect(lesson.longestStretch <= 8, "commands without a question")
  }

  @Test func `initializer, spread, depth, activation and learning rate can be moved`() {
    let moving = Self.lessons.enumerated().filter { $0.element.explorations > 0 }.map { $0.offset + 1 }
    #expect(Set(moving).isSuperset(of: [2, 4, 6, 7, 9, 10, 11]))
  }

  /// Whoever always takes the same letter is wrong more often than right.
  @Test func `right answers are spread over the letters`() {
    let single = Self.lessons.flatMap(\.quizzes).filter { $0.answer.count == 1 && $0.options == 3 }
    for letter in ["a", "b", "c"] {
      let share = Double(single.count { $0.answer == letter }) / Double(single.count)
      #expect((0.2...0.45).contains(share), "\(letter): \(share)")
    }
  }
}

extension LessonCommand {
  /// Whether it draws a figure: what the lesson expects of it has axes or dots.
  fileprivate var isDrawing: Bool {
    expected.contains { line in
      line.unicodeScalars.contains { "┤└┬".unicodeScalars.contains($0) || (0x2800...0x28FF).contains($0.value) }
    }
  }
}
