import Builtins
import Lessons
import TestSupport
import Testing
import Vocabulary

/// What keys can say: texts as wrong answers, points that are shared, data of their own.
@Suite struct AnswerKeyTests {
  private func flaws(_ check: String, template: String = "s = ____", solution: String, before: String = "") throws
    -> [String]
  {
    let lesson =
      before
      + "```gradus exercise=a points=3\n> \(template)\n```\n\n<!-- gradus check=a\(check)\n-->\n\n```gradus solution=a\n> \(solution)\n```\n"
    let result = try Lesson.run(Document(lesson), builtins: .standard)
    return result.flaws.map(\.message) + result.failed.map(\.command.source)
  }

  @Test(arguments: [
    "wrong \"no\" \"It is not no.\"", "wrong s = \"no\" \"It is not no.\"",
    "wrong s == \"no\" = true \"It is not no.\"",
    "wrong s = \"no\" \"Say \"no\" no more.\"", "wrong \"so, so\" \"Decide.\"",
  ])
  func `a text can be a wrong answer`(_ line: String) throws {
    #expect(try flaws("\ns = \"yes\"\n" + line, solution: "s = \"yes\"") == [])
  }

  @Test func `texts in lists, and what is still no message`() throws {
    #expect(
      try flaws("\ns = [\"a\", \"b\"]\nwrong [\"a\", \"c\"] \"Not c.\"", solution: "s = [\"a\", \"b\"]") == [])
    for line in ["wrong \"no\"", "wrong s = \"no\"", "wrong 3 so"] {
      #expect(throws: Failure.self, "\(line)") { try flaws("\ns = \"yes\"\n" + line, solution: "s = \"yes\"") }
    }
  }

  @Test func `points that are shared are earned by nothing that is given`() throws {
    #expect(try flaws(" partial\nmin(s) = 1\nmax(s) = 3", solution: "s = 1..3") == [])
    #expect(throws: Failure.self) { try flaws(" partial\ns = 1", solution: "s = 1") }
    let given = try flaws(" partial\nt = 1\ns = 2", template: "t = 1;\n> s = ____", solution: "t = 1;\n> s = 2")
    #expect(given == ["the check of exercise 'a' shares points out for what is given"])
  }

  @Test func `a key's own commands run before it looks, whatever the answer calls its things`() throws {
    let before = "```gradus\n> f(x) = x + 1\nf(x) = x + 1\n```\n\n"
    #expect(try flaws("\n> t =\n| f(2)\nt × s = 6", solution: "s = 2", before: before) == [])
    #expect(try flaws("\n> t = nobody\nt × s = 6", solution: "s = 2") == ["the check of exercise 'a' does not run"])
  }

  @Test func `where a solution shows an output, all of its outputs are compared`() throws {
    func failed(_ solution: String) throws -> [String] { try flaws("\ns = 2", solution: solution) }
    #expect(try failed("t = 1\n> s = 2") == [])
    #expect(try failed("t = 1;\n> s = 2\n2") == [])
    #expect(try failed("t = 1\n> s = 2\n2") == ["t = 1"])
    #expect(try failed("t = 1\n1\n> s = 2") == ["s = 2"])
  }
}
