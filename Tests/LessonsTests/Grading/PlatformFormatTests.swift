import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary

/// What course platforms read, beside examples with every member that their documentation names: Tests/References/platforms.
@Suite struct PlatformFormatTests {
  private static let questions = [
    Question(id: "sd", kind: .exercise, points: 2), Question(id: "list", kind: .exercise, points: 3, shares: 2),
    Question(id: "error", kind: .quiz, points: 1),
  ]

  private func book(_ grades: Grade..., student: String = "Ada") -> GradeBook {
    let submission = GradedSubmission(student: student, grades: grades)
    return GradeBook(lesson: "coins.md", questions: Self.questions, submissions: [submission])
  }

  private var mixed: GradeBook {
    book(
      Grade(.right, answer: "s = √v"),
      Grade(.partly, "sum(ten) is 45, which is not what is asked for", answer: "ten = 1..9", held: 1),
      Grade(.wrong, "It falls as 1/√n.", answer: "a"))
  }

  private func json(_ text: String) throws -> JSONReader.Item {
    try #require(JSONReader.item(in: Array(text.utf8)[...]), "\(text)")
  }

  private func example(_ name: String) throws -> JSONReader.Item { try json(References.text("platforms/\(name).json")) }

  /// The members of some JSON that an example has not, or has as something else.
  private func strange(_ item: JSONReader.Item, beside example: JSONReader.Item, _ path: String = "") -> [String] {
    switch (item, example) {
    case (.object(let members), .object(let known)):
      return members.flatMap { name, value in
        known[name].map { strange(value, beside: $0, path + "." + name) } ?? (known.isEmpty ? [] : [path + "." + name])
      }.sorted()
    case (.array(let items), .array(let known)):
      return known.first.map { first in items.flatMap { strange($0, beside: first, path + "[]") } } ?? []
    case (.text, .text), (.number, .number), (.truth, .truth): return []
    default: return [path]
    }
  }

  @Test func `Gradescope's results`() throws {
    let text = try GradeFormat.gradescope.text(of: mixed)
    let item = try json(text)
    #expect(strange(item, beside: try example("gradescope")) == [])
    #expect(
      text == """
        {
          "score": 3.5,
          "output": "3.5 of 6 points",
          "output_format": "text",
          "test_output_format": "text",
          "visibility": "visible",
          "stdout_visibility": "hidden",
          "extra_data": {"lesson": "coins.md", "student": "Ada"},
          "tests": [
            {"name": "exercise sd", "number": "1", "score": 2, "max_score": 2, "status": "passed", "output": "right\\nYour answer: s = √v", "tags": ["exercise"], "visibility": "visible"},
            {"name": "exercise list", "number": "2", "score": 1.5, "max_score": 3, "status": "failed", "output": "partly right: sum(ten) is 45, which is not what is asked for\\nYour answer: ten = 1..9", "tags": ["exercise"], "visibility": "visible"},
            {"name": "quiz error", "number": "3", "score": 0, "max_score": 1, "status": "failed", "output": "wrong: It falls as 1/√n.\\nYour answer: a", "tags": ["quiz"], "visibility": "visible"}
          ]
        }

        """)
  }

  @Test func `PrairieLearn's results`() throws {
    let text = try GradeFormat.prairielearn.text(of: mixed)
    #expect(strange(try json(text), beside: try example("prairielearn")) == [])
    #expect(text.contains("\"score\": 0.5833333333333334,\n"))
    #expect(text.utf8.count < 1_000_000)
    // Without points nothing is missed.
    let empty = GradeBook(lesson: "a.md", questions: [], submissions: [GradedSubmission(student: "Ada", grades: [])])
    #expect(try GradeFormat.gradescope.text(of: empty).contains("This cannot be graded"))
  }

  @Test func `a copy of another lesson, and one that cannot be read, are no noughts where that costs an attempt`()
    throws
  {
    let other = book(Grade(.missing), Grade(.missing), Grade(.missing))
    let results = try GradeFormat.prairielearn.text(of: other)
    #expect(results.contains("\"gradable\": false") && !results.contains("\"score\""))
    #expect(results.contains("none of the questions of 'coins.md' is in it"))
    let scope = try GradeFormat.gradescope.text(of: other)
    #expect(
      scope.contains("\"score\": 0,") && scope.contains("\"tests\": []") && scope.contains("none of the questions"))
    #expect(strange(try json(scope), beside: try example("gradescope")) == [])
  }

  @Test func `formats for one copy refuse a class`() throws {
    let two = GradeBook(
      lesson: "coins.md", questions: Self.questions,
      submissions: ["a", "b"].map {
        GradedSubmission(student: $0, grades: [Grade(.right), Grade(.right), Grade(.right)])
      })
    for format in GradeFormat.all where format.reader == .student {
      let failure = #expect(throws: Failure.self) { try format.text(of: two) }
      #expect(failure?.message == "\(format.name) takes one copy at a time, and here are 2")
    }
  }

  @Test func `tables of one student`() throws {
    let evil = book(Grade(.right), Grade(.right), Grade(.right), student: "=Ada, \"A\"")
    #expect(
      try GradeFormat.canvas.text(of: evil)
        == "Student,ID,SIS User ID,SIS Login ID,Section,coins\r\n\"    Points Possible\",,,,,6\r\n\"'=Ada, \"\"A\"\"\",,,,,6\r\n"
    )
    #expect(try GradeFormat.moodle.text(of: mixed).hasPrefix("username,email,idnumber,grade,feedback\r\nAda,,,3.5,"))
    #expect(
      try GradeFormat.nbgrader.text(of: mixed)
        == "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score\n"
        + "coins,,,Ada,,,,3.5,0.0,3.5,6.0\n")
  }

  @Test func `points are exact to the hundredth`() {
    #expect(
      ["0", "2", "1.5", "1,25", "0.05", "10.10"].map { Score($0)?.text } == ["0", "2", "1.5", "1.25", "0.05", "10.1"])
    for text in ["", "-1", "+1", "1.", ".5", "1.234", "1.2.3", "x", "1e3", "99999", "1 ", "٣"] {
      #expect(Score(text) == nil, "\(text)")
    }
    #expect((0...3).map { Score(1).part($0, of: 3).text } == ["0", "0.33", "0.67", "1"])
    for points in 0...20 {
      for shares in 1...7 {
        let parts = (0...shares).map { Score(points).part($0, of: shares) }
        #expect(parts == parts.sorted() && parts.first == .zero && parts.last == Score(points))
      }
    }
  }
}
