import Classroom
import Lessons
import TestSupport
import Testing
import Vocabulary

/// Grades of a class in the formats of `gradus grade`, beside the recorded ones of the copies in Tests/Classroom.
@Suite struct GradesTests {
  /// Ada and Cantor of the recorded class, as they would have answered in a browser.
  private func book() throws -> GradeBook {
    var coins = try CoinClass("Ada", "Cantor")
    func right(_ points: Int) -> StepReply { StepReply(.right, outcome: .right, points: points, say: "Right.") }
    func wrong(_ say: String) -> StepReply { StepReply(.wrong, outcome: .tried, say: say) }
    coins.happen(1, "sd", .answer, "v = p × (1 - p); s = √v", right(2))
    coins.happen(1, "square", .answer, "f(x) = x²", right(1))
    coins.happen(1, "list", .answer, "ten = 1..10", right(3))
    coins.happen(1, "error", .choose, "b", right(3))
    coins.happen(1, "moments", .choose, "a, b", right(1))
    coins.happen(2, "sd", .answer, "v = p × (1 - p); s = v", wrong("That is the variance: take its root."))
    coins.happen(2, "square", .answer, "f(x) = 2 × x", wrong("Twice is not the square."))
    coins.happen(2, "list", .answer, "ten = 1..9", wrong("sum(ten) is 45, which is not what is asked for"))
    coins.happen(2, "error", .choose, "a", wrong("It falls as 1/√n."))
    coins.happen(2, "moments", .choose, "c", wrong("Its integral has no end."))
    return GradeBook(coins.lesson, fileName: "coins.md", coins.state)
  }

  @Test func `every cell is that of the copy, but for the copy's path`() throws {
    let recorded = try References.file(Project.path("Tests/Classroom/grades.csv")).split(separator: "\r\n")
    let rows = try GradeFormat.csv.text(of: try book()).split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(rows[0] == recorded[0])
    for (row, name) in zip(rows.dropFirst(), ["Ada", "Cantor"]) {
      let copy = recorded.first { $0.hasPrefix(name + ",") } ?? ""
      #expect(String(row) == copy.replacing("Tests/Classroom/submissions/\(name).md", with: ""))
    }
  }

  @Test func `every format is written`() throws {
    let book = try book()
    for format in GradeFormat.ofClasses {
      let text = try format.fileText(of: book)
      for name in ["Ada", "Cantor"] { #expect(text.contains(name), "\(format.name)") }
    }
    guard case .object(let json)? = JSONReader.item(in: Array(try GradeFormat.json.text(of: book).utf8)[...]) else {
      Issue.record("no JSON")
      return
    }
    #expect(json["possible"] == .number("10"))
  }

  @Test func `late, shown, handed in, tried and not begun`() throws {
    var coins = try CoinClass("Anna")
    coins.happen(1, "sd", .answer, "v", CoinClass.wrong)
    coins.happen(1, "sd", .skip, StepReply(.skipped, outcome: .skipped, say: ""))
    coins.happen(1, "square", .answer, "f(", StepReply(.failed, outcome: .tried, say: "a bracket is open"))
    coins.happen(1, "list", .skip, StepReply(.skipped, outcome: .skipped, say: ""))
    coins.happen(1, "error", .choose, "a", StepReply(.wrong, outcome: .tried, say: ""))
    coins.happen(1, "error", .choose, "b", StepReply(.late, outcome: .late, say: ""))
    let book = GradeBook(coins.lesson, fileName: "coins.md", coins.state)
    let grades = try #require(book.submissions.first?.grades)
    #expect(grades.map(\.verdict) == [.wrong, .failed, .blank, .wrong, .blank])
    #expect(grades[1].message == "a bracket is open")
    #expect(grades[3].answer == "a")
    #expect(book.submissions.first.map(book.points) == 0)
  }

  @Test func `points that hints took away are not graded`() throws {
    var coins = try CoinClass("Anna")
    coins.happen(
      1, "sd", .answer, "√v", StepReply(.right, outcome: .helped(hints: 2), points: 1, say: "Right. 1 of 2 points."))
    let book = GradeBook(coins.lesson, fileName: "coins.md", coins.state)
    #expect(book.submissions.first?.grades.first?.verdict == .right)
    #expect(book.submissions.first?.grades.first?.message == "after 2 hints")
    #expect(book.submissions.first.map(book.points) == 1)
  }

  @Test func `names that a spreadsheet would compute are dead`() throws {
    let coins = try CoinClass("=cmd()", "+1", "<b>")
    let book = GradeBook(coins.lesson, fileName: "coins.md", coins.state)
    let csv = try GradeFormat.csv.text(of: book)
    #expect(csv.contains("'=cmd()") && csv.contains("'+1"))
    #expect(try !GradeFormat.html.text(of: book).contains("<b>"))
  }
}
