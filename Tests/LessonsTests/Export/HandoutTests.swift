import Builtins
import Foundation
import Lessons
import TestSupport
import Testing

/// Handouts, which hold no answer, and the pages that hold all of them.
@Suite(.serialized) struct HandoutTests {
  static let lessons = LessonFiles.candidates([Project.path("lessons")])
    .map { String($0.split(separator: "/").last?.dropLast(3) ?? "") }
    .filter { $0 == "project" || $0.first?.isNumber == true }

  @Test(arguments: lessons)
  func `no answer of a lesson is on its handout, and all are with the teacher`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let path = Project.path("lessons/\(name).md")
    let export = SiteExport.write([path], .paper(withAnswers: true), builtins: .standard, to: folder.path)
    // Whether the lesson holds is for others to test: a slow machine may not come to its end.
    #expect(export.pageCount == 3)
    let source = try #require(folder.read("\(name).html"))
    #expect(!Self.has("class=\"correct\"", in: source) && !Self.has("class=\"wrong\"", in: source))
    #expect(!Self.has("Solution", in: source) && !Self.has("class=\"hint\"", in: source))
    let (handout, answers) = (
      PageReading(source), PageReading(try #require(folder.read("\(name)-answers.html")))
    )
    #expect(handout.isWellFormed && answers.isWellFormed)
    // Numbers beside the axes of figures are there by chance.
    let figures = try Regex("(?s)<svg.*?</svg>")
    let words = PageReading(source.replacing(figures, with: "")).text

    let markdown = try References.file(path)
    let plan = try TutorPlan(Document(markdown), name: name)
    for step in plan.steps {
      switch step.task {
      case .command, .exploration: break
      case .prediction(let command, _):
        for line in command.expected where Self.isPlain(line) {
          #expect(Self.has(line, in: answers.text), "\(line)")
          // What the lesson says elsewhere, too, is no secret.
          let isSaidOnce = markdown.components(separatedBy: line).count == 2
          #expect(!isSaidOnce || !Self.has(line, in: words), "\(line)")
        }
      case .exercise(let exercise):
        for command in exercise.solutions.flatMap(\.commands) {
          let line = String(command.source.split(separator: "\n").first ?? "")
          #expect(Self.has(line, in: answers.text), "\(line)")
          let isSaidOnce = markdown.components(separatedBy: line).count == 2
          #expect(!isSaidOnce || !Self.has(line, in: words), "\(line)")
        }
        for expectation in exercise.expectations {
          #expect(Self.has("\(expectation.expression) = \(expectation.expected)", in: answers.text))
          #expect(!Self.has("\(expectation.expression) = \(expectation.expected)", in: handout.text))
        }
      case .quiz(let quiz):
        for message in quiz.messages {
          let words = message.text.prefix { !"`*_[".contains($0) }
          guard words.count > 12 else { continue }
          #expect(Self.has(String(words), in: answers.text) && !Self.has(String(words), in: handout.text), "\(words)")
        }
      }
    }
    // Each place of an answer is empty: between a task's name and its room stands no output.
    for task in source.components(separatedBy: "aria-label=\"Prediction ").dropFirst() {
      let question = task.components(separatedBy: "<div class=\"room\">")
      #expect(question.count > 1 && !Self.has("output", in: question[0]))
      #expect(Self.has("class=\"command\"", in: question[0]))
    }
    let questions = plan.steps.filter(\.isQuestion).count
    #expect(source.components(separatedBy: "class=\"label\"").count - 1 == questions)
    #expect(answers.elements["h2"] == questions)
  }

  /// Whether an output is shown as it is written.
  private static func isPlain(_ line: String) -> Bool {
    !line.isEmpty && !has("...", in: line) && !has("[..]", in: line) && !has("±", in: line)
      && !line.unicodeScalars.contains { (0x2500...0x28FF).contains($0.value) }
  }

  /// Quicker than by characters.
  private static func has(_ part: String, in text: String) -> Bool { text.range(of: part, options: .literal) != nil }

  private static let questions = """
    # Questions

    Words.

    ```gradus predict
    > a = 5170;
    > a + 1
    5171
    > a + 2
    5172
    ```

    <details><summary>Why?</summary>

    Because of the sum.

    </details>

    ```gradus exercise=e points=2
    > s = ____
    ```

    <!-- gradus check=e
    s = 1009
    wrong 1008 "One more."
    -->

    <!-- gradus hint=e
    A prime.
    -->

    <details><summary>Solution</summary>

    It is *prime*.

    ```gradus solution=e
    > s = 1000 + 9
    1009
    ```

    </details>

    - a) grows
    - b) shrinks
    - c) stays

    <!-- gradus quiz=q answer=b,c points=1
    a "It does not."
    -->

    """

  @Test func `tasks have names, points and room`() throws {
    let site = try ExportedSite(["a.md": Self.questions], .paper(withAnswers: false))
    #expect(site.export.messages == [] && site.export.pageCount == 2)
    let page = try site.page("a.html")
    for words in [
      "<p class=\"sheet\"><span>Name</span><span>Date</span><span>Points (of 3)</span></p>",
      "<p class=\"label\">Prediction 1</p>", "<p class=\"label\">Prediction 2</p>",
      "<p class=\"label\">Exercise 1 · 2 points</p>", "<p class=\"label\">Quiz 1 · 1 point · several are right</p>",
      "<li><span class=\"box\"></span><span class=\"letter\">b)</span> shrinks</li>", "<div class=\"room\"><div></div>",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    for secret in ["5171", "5172", "Because", "1009", "1008", "prime", "Right", "It does not", "details>"] {
      #expect(!page.contains(secret), "\(secret)")
    }
    #expect(try !site.page("index.html").contains("answers"))
  }

  @Test func `answers stand under the names of their tasks`() throws {
    let site = try ExportedSite(["a.md": Self.questions], .paper(withAnswers: true))
    let page = PageReading(try site.page("a-answers.html"))
    #expect(page.isWellFormed && page.elements["h2"] == 4)
    for words in [
      "Answers: Questions", "Prediction 1", "5171", "5172", "Because of the sum.", "s = 1009", "s = 1008 One more.",
      "It is prime.", "1000 + 9", "a) grows No. It does not.", "c) stays Right.",
    ] {
      #expect(page.text.contains(words), "\(words)")
    }
    #expect(try site.page("index.html").contains("<a href=\"a-answers.html\">Answers: Questions</a>"))
  }

  @Test func `a lesson that asks nothing has no sheet and no answers`() throws {
    let site = try ExportedSite(["a.md": "# A\n\n```gradus\n> 1\n1\n```\n"], .paper(withAnswers: true))
    #expect(site.export.pageCount == 2)
    #expect(try !site.page("a.html").contains("class=\"sheet\""))
  }

  @Test func `a copy that was handed out has no answers to show`() throws {
    let copy = "- [ ] a) grows\n- [ ] b) shrinks\n\n<!-- gradus quiz=se points=2 kept -->\n\n```gradus\n> 1\n1\n```\n"
    let site = try ExportedSite(["a.md": copy], .paper(withAnswers: true))
    #expect(try site.page("a-answers.html").contains("<p>The key is not in this copy.</p>"))
  }

  @Test func `no lesson takes the place of another's answers`() throws {
    let lesson = "# A\n\n```gradus\n> 1\n1\n```\n"
    let site = try ExportedSite(["a.md": lesson, "a-answers.md": lesson], .paper(withAnswers: true))
    #expect(site.export.status == .unreadable && site.export.pageCount == 0)
    #expect(site.export.messages[0].contains("would both become 'a-answers.html'"))
  }

  @Test func `an output that tells what an exercise asks for is named`() throws {
    let site = try ExportedSite(
      ["a.md": Self.questions + "```gradus\n> 1000 + 9\n1009\n```\n"], .paper(withAnswers: false))
    #expect(site.export.messages.count == 1)
    #expect(site.export.messages.first?.contains("this prints 1009, which is what exercise 'e' asks for") == true)
  }
}
