import Builtins
import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Notebooks as students hand them in, and what they are given for them.
@Suite struct HandedInNotebookTests {
  private static let path = Project.path("Tests/Classroom/coins.md")

  /// The lesson, its three exercises and two quizzes prepared to judge by.
  private static let lesson: GradingLesson? = try? GradingLesson(
    Document(References.file(path)), builtins: .standard, path: path, budget: AnswerBudget(),
    watch: ProcessorWatch(grace: .seconds(60)) {})

  /// What was handed out.
  private static let blank: NotebookFile? = try? NotebookFile(
    LessonNotebook(
      of: Array(References.file(path).utf8), at: path, builtins: .standard, isForTeacher: false, runs: false
    ).bytes)

  private static let right = [
    "sd": "# exercise sd\nv = p × (1 - p);\ns = √v", "square": "# exercise square\nf(x) = x²",
    "list": "# exercise list\nten = 1..10",
  ]

  /// The notebook with all answers right.
  private func solved() throws -> NotebookFile {
    var notebook = try #require(Self.blank)
    for (id, source) in Self.right { notebook[id].source = source }
    for (id, letters) in [("error", "b"), ("moments", "ab")] {
      for letter in letters { tick(letter, in: id, of: &notebook) }
    }
    return notebook
  }

  private func tick(_ letter: Character, in quiz: String, of notebook: inout NotebookFile) {
    notebook[quiz].source = notebook[quiz].source.replacing("[ ] \(letter))", with: "[x] \(letter))")
  }

  private func verdicts(_ bytes: [UInt8], called name: String = "copy.ipynb") throws -> [String] {
    let lesson = try #require(Self.lesson)
    let copy = try HandedInCopy(bytes, at: BytePath(name), exercises: lesson.exercises)
    let sheet = try AnswerSheet(copy, lexicon: BuiltinTable.standard.lexicon)
    return (0..<lesson.count).map { lesson.grade($0, of: sheet).verdict.rawValue }
  }

  private func verdicts(_ change: (inout NotebookFile) throws -> Void) throws -> [String] {
    var notebook = try solved()
    try change(&notebook)
    return try verdicts(notebook.bytes)
  }

  private static let all = ["right", "right", "right", "right", "right"]

  @Test func `a notebook as it was handed out is blank, and one that is filled in is right`() throws {
    #expect(try verdicts(try #require(Self.blank).bytes) == Array(repeating: "blank", count: 5))
    #expect(try verdicts { _ in } == Self.all)
    let bytes = try solved().bytes
    #expect(try verdicts(bytes, called: "renamed.md") == Self.all)
    #expect(try verdicts([0xEF, 0xBB, 0xBF] + bytes) == Self.all)
  }

  @Test func `cells may be copied`() throws {
    // The template again, above and below; a wrong copy above; the right one below a wrong one.
    let blank = try #require(Self.blank)["sd"]
    #expect(try verdicts { $0.cells.append(blank) } == Self.all)
    #expect(try verdicts { $0.cells.insert(blank, at: 0) } == Self.all)
    #expect(
      try verdicts {
        let right = $0["sd"]
        $0["sd"].source = "# exercise sd\ns = 5"
        $0.cells.append(right)
      } == Self.all)
    #expect(
      try verdicts {
        var wrong = $0["sd"]
        wrong.source = "# exercise sd\nv = 0.21\ns = 0.21"
        $0.cells.append(wrong)
      } == ["wrong", "right", "right", "right", "right"])
    // A copy whose line was taken away, behind the template.
    #expect(
      try verdicts {
        var copy = $0["square"]
        copy.source = "f(x) = x²"
        $0["square"].source = blank.source.replacing("sd", with: "square")
        $0.cells.insert(copy, at: $0.place(of: "square") + 1)
      } == Self.all)
    // A quiz twice: the one that is ticked.
    #expect(
      try verdicts {
        var empty = $0["error"]
        empty.source = empty.source.replacing("[x]", with: "[ ]")
        $0.cells.append(empty)
      } == Self.all)
  }

  @Test func `cells may be split and joined`() throws {
    #expect(
      try verdicts {
        let place = $0.place(of: "sd")
        var second = $0.cells[place]
        second.source = "s = √v"
        $0.cells[place].source = "# exercise sd\nv = p × (1 - p);"
        $0.cells.insert(second, at: place + 1)
      } == Self.all)
    #expect(
      try verdicts {
        let place = $0.place(of: "square")
        $0.cells[place].source += "\n\n" + $0["list"].source
        $0.cells.remove(at: $0.place(of: "list"))
      } == Self.all)
    // A quiz whose mark came into another cell than its options.
    #expect(
      try verdicts {
        let place = $0.place(of: "moments")
        let parts = $0.cells[place].source.split(separator: "\n\n", maxSplits: 1).map(String.init)
        var second = $0.cells[place]
        $0.cells[place].source = parts[0]
        second.source = parts[1]
        $0.cells.insert(second, at: place + 1)
      } == Self.all)
  }

  @Test func `a cell that is deleted is missing, and nothing else suffers`() throws {
    for (number, id) in ["sd", "square", "list", "error", "moments"].enumerated() {
      var expected = Self.all
      expected[number] = "missing"
      #expect(try verdicts { $0.cells.remove(at: $0.place(of: id)) } == expected, "\(id)")
    }
    #expect(try verdicts { $0.cells.removeAll() } == Array(repeating: "missing", count: 5))
  }

  @Test func `cells may be moved, retyped, and lose what they remember`() throws {
    #expect(try verdicts { $0.cells.reverse() } == Self.all)
    // The same typed anew, in a notebook of one's own: by the lines that say what they are for.
    #expect(
      try verdicts { notebook in
        notebook.cells = notebook.cells.map {
          $0.type == "code" ? .code($0.source, shows: "") : .text($0.source)
        }
      } == Self.all)
    for line in ["#exercise SD", "  #  Exercise sd:", "# exercise sd, my answer"] {
      #expect(
        try verdicts { $0.cells[$0.place(of: "sd")] = .code(line + "\nv = p × (1 - p)\ns = √v", shows: "") }
          == Self.all,
        "\(line)")
    }
    // By what they remember, where the line was taken away.
    #expect(try verdicts { $0["sd"].source = "v = p × (1 - p)\ns = √v" } == Self.all)
    #expect(
      try verdicts {
        $0["error"].source = $0["error"].source.replacing("<!-- gradus quiz=error points=3 kept -->", with: "")
      }
        == Self.all)
    // The line counts where both are there: it is what the student sees.
    #expect(
      try verdicts {
        ($0["square"].source, $0["list"].source) = ($0["list"].source, $0["square"].source)
      } == Self.all)
    // A key pressed by mistake makes text of code, and code of text.
    #expect(
      try verdicts {
        $0["sd"].change(to: "markdown")
        $0["square"].change(to: "raw")
        $0["error"].change(to: "code")
      } == Self.all)
  }

  @Test func `one part cannot spoil another`() throws {
    let hostile: [NotebookFile.Cell] = [
      .text("```"), .text("<!-- never closed"), .text("<details>"), .text("# exercise"),
      .code("# exercise of mine\nx = 1", shows: ""),
      .code("%%python\nimport os", shows: ""), .code("", shows: String(repeating: "x", count: 100_000)),
      .text("- [x] a) z"),
      .code("____", shows: ""), .code("> 1 + 1\n2", shows: ""), .text("    - [x] q)"),
    ]
    #expect(try verdicts { $0.cells = hostile + $0.cells + hostile } == Self.all)
    // A helper outside of the exercise is said.
    var notebook = try solved()
    notebook.cells.insert(.code("g(x) = x²", shows: ""), at: 0)
    notebook["square"].source = "# exercise square\nf(x) = g(x)"
    #expect(try verdicts(notebook.bytes)[1] == "failed")
  }

  @Test func `a notebook of format 3 is graded, too`() throws {
    let cells = try solved().cells.map { cell -> String in
      let source = JSON(string: cell.source).text
      return cell.type == "code"
        ? #"{"cell_type": "code", "input": \#(source), "language": "gradus", "outputs": []}"#
        : #"{"cell_type": "markdown", "source": \#(source)}"#
    }
    let old = #"{"nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": [\#(cells.joined(separator: ","))]}]}"#
    #expect(try verdicts(Array(old.utf8)) == Self.all)
  }

  @Test func `cells of another kernel are run as gradus, and that is said where they fail`() throws {
    var notebook = try solved()
    notebook["sd"].source = "# exercise sd\nimport numpy as np\ns = np.sqrt(0.21)"
    let bytes = Array(String(decoding: notebook.bytes, as: UTF8.self).replacing("\"gradus\"", with: "\"python3\"").utf8)
    let lesson = try #require(Self.lesson)
    let copy = try HandedInCopy(bytes, at: BytePath("a.ipynb"), exercises: lesson.exercises)
    let sheet = try AnswerSheet(copy, lexicon: BuiltinTable.standard.lexicon)
    let grade = lesson.grade(0, of: sheet)
    #expect(grade.verdict == .failed && grade.message.contains("'python3'"), "\(grade.message)")
    #expect(lesson.grade(2, of: sheet).verdict == .right)
  }

  @Test(arguments: [
    ("", "not JSON"), ("{", "not JSON"), ("# A copy in Markdown", "not JSON"), ("{\"cells\": {}}", "no list of cells"),
    ("{\"nbformat\": 6, \"cells\": []}", "format 6"), ("{\"cells\": [null]}", "cell 1"),
    (#"{"cells": [{"cell_type": "code", "source": [1]}]}"#, "cell 1"),
    (String(repeating: "{\"a\":", count: 90_000), "not JSON"),
    (#"{"cells": [], "cells": []}"#, "not JSON"),
  ]) func `what is called a notebook and is none is said to be none`(_ text: String, _ says: String) {
    let failure = #expect(throws: Failure.self) { try self.verdicts(Array(text.utf8)) }
    #expect(failure?.message.contains(says) == true, "\(failure?.message ?? "")")
  }
}

extension NotebookFile {
  /// Where the cell of a question is, whichever kind it is of.
  func place(of question: String) -> Int {
    cells.firstIndex { ["exercise-" + question, "quiz-" + question].contains($0.id) } ?? 0
  }

  subscript(_ question: String) -> Cell {
    get { cells[place(of: question)] }
    set { cells[place(of: question)] = newValue }
  }
}

extension NotebookFile.Cell {
  mutating func change(to type: String) { set("cell_type", .text(type)) }
}
