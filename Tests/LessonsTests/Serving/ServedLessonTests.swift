import Builtins
import Lessons
import TestSupport
import Testing

/// What steps answer: the lessons of the house, walked by requests, print what `gradus check` finds.
@Suite struct ServedLessonTests {
  private static let lessons = [
    "01-why-weights-must-start-somewhere", "02-two-distributions", "03-variance-of-a-weighted-sum", "04-saturation",
    "05-how-nets-learn", "06-vanishing-gradients", "07-exploding-gradients", "08-zero-and-constant-starts", "09-xavier",
    "10-he", "11-the-circles-experiment", "12-more-remedies", "13-from-here-to-keras-and-pytorch", "14-experiment",
  ]

  /// What the `<pre class="output">` of a fragment hold, as text.
  private static func outputs(in html: String) -> [String] {
    var outputs: [String] = []
    var rest = html[...]
    while let start = rest.firstRange(of: "<samp>"), let end = rest.firstRange(of: "</samp>") {
      outputs.append(text(of: rest[start.upperBound..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return outputs
  }

  private static func text(of html: Substring) -> String {
    var text = ""
    var isTag = false
    for character in html {
      if character == "<" {
        isTag = true
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        text.append(character)
      }
    }
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(entity, with: character)
    }
    return text
  }

  private static func withoutSpace(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test(arguments: lessons)
  func `the reply to each command of a lesson is what check finds`(_ name: String) throws {
    let path = Project.path("lessons/\(name).md")
    let text = try References.file(path)
    let checked = Lesson.run(path, builtins: .standard)
    #expect(checked.holds)
    let server = StepServer(builtins: .standard)
    let lesson = ServedLesson(path: path, text: text)
    server.add(lesson)
    let results = Dictionary(checked.commands.map { ($0.command.line, $0) }) { first, _ in first }
    var count = 0
    for step in try TutorPlan(Document(text), name: name).steps {
      let (command, action): (LessonCommand, StepAction)
      switch step.task {
      case .command(let own, _): (command, action) = (own, .run)
      case .prediction(let own, _): (command, action) = (own, .predict)
      case .exploration, .exercise, .quiz: continue
      }
      var request = StepRequest(version: lesson.version, step: step.key, action: action)
      if action == .run { request.text = command.source }
      let reply = try #require(server.answer(to: request))
      let result = try #require(results[command.line])
      #expect(reply.state == .done)
      #expect(reply.outcome == .done)
      #expect(!reply.isKept)
      // Of a figure the page has a drawing, and of the text what stands around it.
      if !reply.html.contains("<svg") {
        let shown = Self.outputs(in: reply.html).joined(separator: "\n")
        #expect(Self.withoutSpace(shown) == Self.withoutSpace(result.outputText), "\(command.source)")
      }
      count += 1
    }
    #expect(count > 2)
  }

  @Test(arguments: lessons)
  func `each question of a lesson takes its own answers`(_ name: String) throws {
    let path = Project.path("lessons/\(name).md")
    let text = try References.file(path)
    let server = StepServer(builtins: .standard)
    let lesson = ServedLesson(path: path, text: text)
    server.add(lesson)
    for step in try TutorPlan(Document(text), name: name).steps {
      var request = StepRequest(version: lesson.version, step: step.key, action: .answer)
      func ask(_ action: StepAction, _ text: String) throws -> StepReply {
        request.action = action
        request.text = text
        let reply = try #require(server.answer(to: request))
        if reply.isKept { request.lines.append(text) }
        if let outcome = reply.outcome { request.outcome = outcome }
        return reply
      }
      switch step.task {
      case .command, .exploration: continue
      case .prediction(let command, _):
        #expect(try ask(.run, command.source).state == .failed)
        if command.expected.contains(where: { $0.contains("...") || $0.contains("[..]") }) { continue }
        #expect(try ask(.predict, command.expected.joined(separator: "\n")).outcome == .right, "\(command.source)")
        #expect(try ask(.run, command.source).state == .done)
      case .quiz(let quiz):
        for option in quiz.options where !quiz.answers.contains(option.letter) {
          #expect(try ask(.choose, option.letter).state == .wrong)
        }
        let wasAsked = request.outcome == .tried
        let right = try ask(.choose, quiz.answers.joined(separator: ","))
        #expect(right.state == (wasAsked ? .late : .right))
        #expect(right.points == 0 || !wasAsked)
        request.outcome = nil
        #expect(try ask(.choose, quiz.answers.joined(separator: ",")).points == quiz.points)
      case .exercise(let exercise):
        for (index, _) in step.hints.enumerated() {
          request.hintsShown = index
          let reply = try ask(.hint, "")
          #expect(reply.state == .hint && reply.html.contains("Hint"))
        }
        request.hintsShown = step.hints.count
        #expect(try ask(.hint, "").say.contains("no"))
        let solution = try #require(exercise.solutions.first).commands.map(\.source)
        let skipped = try ask(.skip, "")
        #expect(skipped.state == .skipped && skipped.points == 0)
        for source in solution.compactMap({ $0.split(separator: "\n").first }) {
          #expect(Self.text(of: skipped.html[...]).contains(String(source)))
        }
        request.outcome = nil
        var last: StepReply?
        for (index, source) in solution.enumerated() where last?.state != .right {
          let commands = exercise.template.commands
          guard commands.count <= index || commands[index].source.contains(Exercise.blank) else { continue }
          last = try ask(.answer, source)
        }
        #expect(last?.state == .right, "\(exercise.id): \(last?.say ?? "")")
        #expect(last?.points == exercise.points)
        #expect(try ask(.answer, solution.last ?? "").points == 0)
      }
    }
  }
}
