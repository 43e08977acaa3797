import Builtins
import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Lessons as notebooks, and notebooks as lessons.
@Suite struct LessonNotebookTests {
  static let lessons = LessonFiles.candidates([Project.path("lessons"), Project.path("README.md")])
  private static let coins = Project.path("Tests/Classroom/coins.md")

  private func notebook(
    _ lesson: String, isForTeacher: Bool = true, runs: Bool = true, at path: String = "lesson.md"
  ) throws -> NotebookFile {
    try NotebookFile(
      LessonNotebook(
        of: Array(lesson.utf8), at: path, builtins: .standard, isForTeacher: isForTeacher, runs: runs
      ).bytes)
  }

  private func lesson(_ notebook: NotebookFile) throws -> String {
    String(decoding: try NotebookLesson(of: notebook.bytes, builtins: .standard).bytes, as: UTF8.self)
  }

  // MARK: There and back

  @Test(
    arguments: lessons + LessonFiles.candidates([Project.path("Tests/Transcripts"), Project.path("Tests/Classroom")]))
  func `a lesson that goes there and back is the same, byte for byte`(_ path: String) throws {
    let content = try TextFile.bytes(of: path).get()
    // Those that are to be refused are.
    guard let text = try? TextFile.text(of: content).get(), (try? Document(text)) != nil else { return }
    let notebook = try LessonNotebook(of: content, at: path, builtins: .standard, isForTeacher: true, runs: false)
    #expect(try NotebookLesson(of: notebook.bytes, builtins: .standard).bytes == content)
  }

  /// What is left of a copy that was handed out is what `gradus release` makes, without hints.
  @Test(arguments: lessons + [coins]) func `learners get what is handed out, without hints`(_ path: String) throws {
    let content = try TextFile.bytes(of: path).get()
    let made = try LessonNotebook(of: content, at: path, builtins: .standard, isForTeacher: false, runs: false)
    let text = String(decoding: made.bytes, as: UTF8.self)
    for word in ["gradus hint=", "solution=", "answer=", "gradus check="] where !path.hasSuffix("README.md") {
      for line in text.split(separator: "\n") where line.contains(word) { #expect(line.contains("kept"), "\(line)") }
    }
    let copy = try NotebookLesson(of: made.bytes, builtins: .standard)
    #expect(copy.flaw == nil)
    let document = try Document(String(decoding: copy.bytes, as: UTF8.self))
    let released = try Document(
      String(decoding: Release.make(of: content, builtins: .standard).bytes, as: UTF8.self))
    #expect(document.exercises.map(\.id) == released.exercises.map(\.id))
    #expect(document.exercises.allSatisfy { $0.isKept && $0.hints.isEmpty && $0.solutions.isEmpty })
    #expect(document.quizzes.map(\.options.count) == released.quizzes.map(\.options.count))
    #expect(document.quizzes.allSatisfy { $0.isKept })
    let outputs = [document, released].map { $0.blocks.flatMap(\.commands).map(\.expected) }
    #expect(outputs[0] == outputs[1])
  }

  @Test(arguments: [
    "", "\n\n# A\n", "text", "text\n\n\n\n", "# A\n\n\n## B\ntext\n# C\n", "```gradus\n> 1\n1\n```",
    "Text\n```gradus\n> 1\n1\n```\ntext\n",
    "```gradus\n\n> 1\n1\n\n> 2\n2\n\n```\n\n\n", "```gradus\n>\n> 1 +\n| 2\n3\n```\n",
    "~~~~gradus run\n> 1\n5\n~~~~\n",
    "```gradus skip\n> 1\n5\n```\n", "```gradus\n```\n", "---\ntitle: A\n---\n\n# A\n",
    "<!-- gradus x = 1 -->\n\n```gradus\n> x\n1\n```\n",
    "<!-- gradus\n> x = 1\n\n> y = 2\n-->\n", "- a\n\n  ```gradus\n  > 1\n  1\n\n  > 2\n  2\n  ```\n\n- b\n",
    "> ```gradus\n> > 1\n> 1\n> ```\n", "```gradus\n> 1\n\\1\n> 2\n...\n> 3\n[..]\n```\n",
    "```gradus\n> a = 1\n| b = 2\n```\n",
    "# A\r\n\r\n```gradus\r\n> 1\r\n1\r\n```\r\n", "\u{FEFF}# A\n\n```gradus\n> 1 + 1\n2\n```\n",
    "```gradus\n> sqrt(\nerror: this ends before it is complete\n```\n", "```python\n1\n```\n",
    "```gradus\n> 1\n2\n```\n",
    "# A\r\n\n```gradus\n> 1\r\n1\n```\n",
  ]) func `so is one that is written in another way, run or not`(_ text: String) throws {
    for runs in [false, true] {
      #expect(try lesson(try notebook(text, runs: runs)) == text)
    }
  }

  // MARK: Cells

  private static let small = """
    ---
    title: Small
    ---

    # Small

    Text.

    <!-- gradus
    hidden = 5
    -->

    ```gradus predict
    > hidden + 1
    6
    > plot(tanh, width=40, height=8);
    ```

    ```gradus
    > table(a=[1, 2], b=[3, 4])
      a   b
      1   3
      2   4
    > smaple 1
    error: there is no function 'smaple'
    ```

    ## Ask

    ```gradus exercise=sd points=2
    > s = ____
    ```

    <!-- gradus check=sd
    s = 2
    -->

    <!-- gradus hint=sd
    Two.
    -->

    <details><summary>Solution</summary>

    ```gradus solution=sd
    > s = 2
    ```

    </details>

    - a) one
    - b) two

    <!-- gradus quiz=two answer=b -->

    """

  @Test func `a cell for text, for each command, for each question`() throws {
    let learner = try notebook(Self.small, isForTeacher: false)
    #expect(learner.top("nbformat") == .number("4") && learner.top("nbformat_minor") == .number("5"))
    #expect(learner.top("metadata", "kernelspec", "name") == .text("gradus"))
    #expect(
      learner.cells.map { "\($0.type): \($0.source.split(separator: "\n").first ?? "")" } == [
        "raw: ---", "markdown: # Small", "code: # set-up", "code: hidden + 1",
        "code: plot(tanh, width=40, height=8);", "code: table(a=[1, 2], b=[3, 4])", "code: smaple 1",
        "markdown: ## Ask",
        "code: # exercise sd", "markdown: - [ ] a) one",
      ])
    #expect(learner.cells[8].source == "# exercise sd\ns = ____" && learner.cells[8].id == "exercise-sd")
    #expect(learner.cells[9].source == "- [ ] a) one\n- [ ] b) two\n\n<!-- gradus quiz=two kept -->")
    #expect(learner.cells[9].id == "quiz-two")
    let teacher = try notebook(Self.small)
    #expect(
      teacher.cells.dropFirst(8).map { "\($0.type): \($0.source.split(separator: "\n").first ?? "")" } == [
        "code: # exercise sd", "raw: <!-- gradus check=sd", "raw: <!-- gradus hint=sd",
        "markdown: <details><summary>Solution</summary>", "code: s = 2", "markdown: </details>", "markdown: - a) one",
        "raw: <!-- gradus quiz=two answer=b -->",
      ])
  }

  @Test func `set-up is folded away, and what learners are to foretell is not told`() throws {
    let cells = try notebook(Self.small, isForTeacher: false).cells
    #expect(cells[2]["metadata", "jupyter", "source_hidden"] == .truth(true))
    #expect(cells[2]["metadata", "tags"] == .array([.text("hide-cell")]) && cells[2]["outputs"] == .array([]))
    #expect(cells[3]["outputs"] == .array([]) && cells[3]["metadata", "jupyter"] == nil)
    #expect(try notebook(Self.small).cells[3].output(0, "data", "text/plain") == .array([.text("6")]))
    #expect(cells[5]["metadata", "jupyter"] == nil)
    #expect(cells[6]["metadata", "tags"] == .array([.text("raises-exception")]))
  }

  @Test func `what is printed stands below its cell, as the kernel shows it`() throws {
    let cells = try notebook(Self.small + "```gradus\n> plot tanh\n...\n```\n").cells
    #expect(cells[3].output(0, "output_type") == .text("execute_result"))
    #expect(cells[3].output(0, "data", "text/plain") == .array([.text("6")]))
    #expect(cells[4].output(0) == nil)
    #expect(cells[5].text(of: 0, "text/html")?.hasPrefix("<table>") == true)
    #expect(cells[6].output(0, "ename") == .text("name"))
    let figure = try #require(cells.last)
    #expect(figure.output(0, "output_type") == .text("display_data"))
    #expect(figure.text(of: 0, "image/svg+xml")?.hasPrefix("<svg") == true)
    #expect(figure.text(of: 0, "text/plain")?.contains("┤") == true)
    let unrun = try notebook(Self.small, runs: false).cells
    #expect(unrun[5].text(of: 0, "text/html") == nil && unrun[5].text(of: 0, "text/plain")?.hasPrefix("  a") == true)
  }

  @Test func `ids are those that notebooks want, and stay when something else changes`() throws {
    let before = try notebook(Self.small).cells.map(\.id)
    let after = try notebook(Self.small.replacing("Text.", with: "More text.\n\n```gradus\n> 7\n7\n```")).cells.map(
      \.id)
    #expect(Set(before).count == before.count)
    #expect(before.filter { !after.contains($0) }.count == 1)
    let odd = try notebook(
      "```gradus\n> 1\n1\n> 1\n1\n```\n\n- a) x\n\n<!-- gradus quiz=größe:\(String(repeating: "x", count: 80)) answer=a -->\n"
    )
    for cell in odd.cells {
      #expect(!cell.id.isEmpty && cell.id.utf8.count <= 64, "\(cell.id)")
      #expect(cell.id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }, "\(cell.id)")
    }
    #expect(Set(odd.cells.map(\.id)).count == odd.cells.count)
  }

  @Test func `links lead to the notebooks that are made along, and back to lessons`() throws {
    let text = "[b](b.md), [c](c.md#one), [d](d.md), [e](https://e.org/b.md), ![b](b.md) and `](b.md`.\n"
    let made = try LessonNotebook(
      of: Array(text.utf8), at: "a.md", builtins: .standard, isForTeacher: true, others: ["b.md", "c.md"])
    var notebook = try NotebookFile(made.bytes)
    #expect(notebook.cells[0].source.hasPrefix("[b](b.ipynb), [c](c.ipynb#one), [d](d.md), [e](https://e.org/b.md)"))
    #expect(try lesson(notebook) == text)
    notebook.cells[0].source += " [c](c.ipynb)"
    #expect(try lesson(notebook) == text.replacing(".\n", with: ". [c](c.md)\n"))
    // Where a link leads to a notebook already, none is changed: nobody could tell them apart.
    let mixed = Array("[b](b.md) [n](n.ipynb)\n".utf8)
    let kept = try LessonNotebook(of: mixed, at: "a.md", builtins: .standard, isForTeacher: true, others: ["b.md"])
    #expect(try NotebookFile(kept.bytes).cells[0].source == "[b](b.md) [n](n.ipynb)")
  }

  @Test func `what differs is said, and what a copy would give away is refused`() throws {
    let content = Array("```gradus\n> 1 + 1\n3\n```\n".utf8)
    let made = try LessonNotebook(of: content, at: "l.md", builtins: .standard, isForTeacher: true)
    #expect(made.differing.map(\.command.line) == [2])
    #expect(try NotebookLesson(of: made.bytes, builtins: .standard).bytes == content)
    let hidden = Array("Text <!-- gradus check=a\nb = 1\n-->\n\n```gradus\n> 1\n1\n```\n".utf8)
    #expect(throws: Failure.self) {
      try LessonNotebook(of: hidden, at: "l.md", builtins: .standard, isForTeacher: false)
    }
  }

  // MARK: Changed by hand

  private func changed(_ change: (inout NotebookFile) -> Void) throws -> String {
    var notebook = try notebook(Self.small)
    change(&notebook)
    return try lesson(notebook)
  }

  @Test func `what is changed in Jupyter is changed in the lesson, and nothing else`() throws {
    #expect(
      try changed { $0.cells[1].source = "# Smaller\n\nOther text." }
        == Self.small.replacing("# Small\n\nText.", with: "# Smaller\n\nOther text."))
    #expect(
      try changed { $0.cells[3].source = "hidden + 2" } == Self.small.replacing("> hidden + 1", with: "> hidden + 2"))
    #expect(
      try changed { $0.cells[3].source = "(hidden +\n 2)" }
        == Self.small.replacing("> hidden + 1", with: "> (hidden +\n|  2)"))
    #expect(
      try changed { $0.cells[8].source = "# exercise sd\nv = 4\ns = ____" }
        == Self.small.replacing("> s = ____", with: "> v = 4\n> s = ____"))
    // What is printed below an exercise and below set-up is not the lesson's.
    #expect(
      try changed {
        $0.cells[8].show("error: there is nothing called '____'")
        $0.cells[2].show("5")
      } == Self.small)
    let other = Self.small.replacing("hidden = 5", with: "hidden = 6")
    #expect(try changed { $0.cells[2].source = "# set-up\nhidden = 6" } == other)
    #expect(try changed { $0.cells[2].source = "hidden = 6" } == Self.small.replacing("hidden = 5", with: "hidden = 6"))
    #expect(
      try changed { $0.cells.remove(at: 6) }
        == Self.small.replacing("> smaple 1\nerror: there is no function 'smaple'\n```\n\n", with: "```\n\n"))
    #expect(
      try changed { $0.cells.insert(.code("1 + 1", shows: "2"), at: 8) }
        == Self.small.replacing("## Ask\n", with: "## Ask\n\n```gradus\n> 1 + 1\n2\n```\n"))
    #expect(
      try changed { $0.cells.insert(.code("x = 1\nx", shows: "1"), at: 4) }
        == Self.small.replacing("> plot", with: "> x = 1\n> x\n1\n> plot"))
    #expect(try changed { $0.cells.append(.text("The end.")) } == Self.small + "\nThe end.\n")
  }

  @Test func `new outputs come in as an update brings them`() throws {
    let text =
      "```gradus\n> sample(normal(0, 1), 3)\n0 ±5\n> 2 / 3\n0.67\n> smaple\nerror: there is no function 'smaple'\n> 5\n5\n```\n"
    var notebook = try notebook(text)
    // As many digits as before, the margin that it had, and the first line of an error.
    notebook.cells[0].show("1.23456")
    notebook.cells[1].show("0.75")
    notebook.cells[3].show("6")
    #expect(
      try lesson(notebook)
        == text.replacing("0.67", with: "0.75").replacing("> 5\n5", with: "> 5\n6"))
    // Outputs that were cleared are not outputs of nothing, where the lesson said more than they did.
    notebook.cells[0].clear()
    notebook.cells[2].clear()
    #expect(
      try lesson(notebook)
        == text.replacing("0.67", with: "0.75").replacing("> 5\n5", with: "> 5\n6"))
  }

  @Test(arguments: [
    (
      #"{"nbformat": 4, "cells": [], "metadata": {"kernelspec": {"name": "python3", "language": "python"}}}"#,
      "'python'"
    ),
    (#"{"nbformat": 5, "cells": []}"#, "format 5"), (#"{"nbformat": 2, "worksheets": []}"#, "format 2"),
    ("[]", "not JSON"),
    (#"{"nbformat": 4}"#, "no list of cells"), ("", "not JSON"), ("# A lesson", "not JSON"),
    (#"{"nbformat": 4, "cells": [{"cell_type": "code"}]}"#, "cell 1"),
    (#"{"nbformat": 4, "cells": [{"cell_type": "widget", "source": ""}]}"#, "cell 1"),
    (#"{"nbformat": 4, "cells": [5]}"#, "cell 1"), (String(repeating: "[", count: 100_000), "not JSON"),
  ]) func `what is no notebook for gradus is told from one`(_ text: String, _ says: String) {
    let failure = #expect(throws: Failure.self) { try NotebookLesson(of: Array(text.utf8), builtins: .standard) }
    #expect(failure?.message.contains(says) == true, "\(failure?.message ?? "")")
  }

  @Test func `notebooks of others become lessons, too`() throws {
    let old = """
      {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": [
        {"cell_type": "heading", "level": 2, "source": ["Old"]},
        {"cell_type": "code", "input": ["1 + 1"], "prompt_number": 1, "outputs": [{"output_type": "pyout", "text": ["2"]}]}
      ]}]}
      """
    let made = try NotebookLesson(of: Array(old.utf8), builtins: .standard)
    #expect(String(decoding: made.bytes, as: UTF8.self) == "## Old\n\n```gradus\n> 1 + 1\n2\n```\n")
    let bare =
      #"{"cells": [{"cell_type": "code", "source": "a = 1", "outputs": 7, "metadata": {"gradus": [1]}}, {"cell_type": "markdown", "source": "x"}]}"#
    #expect(
      String(decoding: try NotebookLesson(of: Array(bare.utf8), builtins: .standard).bytes, as: UTF8.self)
        == "```gradus\n> a = 1\n```\n\nx\n")
  }
}
