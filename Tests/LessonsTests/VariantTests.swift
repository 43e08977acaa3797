import Builtins
import Lessons
import TestSupport
import Testing
import Vocabulary

/// Exercises whose numbers are drawn from the learner's name: what of a key is proved, what is refused, and who gets what.
@Suite struct VariantTests {
  /// A lesson with one exercise; what it gives stands in lines 2 and 3, its key from line 6 on.
  private static func lesson(
    _ key: String, given: String = "n = 100", answer: String = "s = ____", solution: String = "s = √(1/n)"
  ) -> String {
    """
    ```gradus exercise=a points=2
    > \(given)
    > \(answer)
    ```

    <!-- gradus check=a
    \(key)
    -->

    ```gradus solution=a
    > \(given)
    > \(solution)
    ```

    """
  }

  private static let key = """
    variants n = 100, 400, 900, 1600
    s = √(1/n) ±1%
    wrong 1/n "The root of it."
    """

  private static func flaws(_ lesson: String) throws -> [String] {
    let result = try Lesson.run(Document(lesson), builtins: .standard)
    return result.failed.map { "\($0.command.line): \($0.command.source)" }
      + result.flaws.map { "\($0.line): \($0.message) (\($0.detail))" }
  }

  /// The number that a learner's copy gives.
  private static func drawn(_ name: String, _ lesson: String = lesson(key)) throws -> String {
    let copy = try Release.make(of: Array(lesson.utf8), for: name, builtins: .standard)
    let text = String(decoding: copy.bytes, as: UTF8.self)
    return try String(#require(text.split(separator: "\n").first { $0.hasPrefix("> n = ") }).dropFirst(6))
  }

  // MARK: Proofs

  @Test func `a key in terms of the numbers that are given proves itself for all of them`() throws {
    #expect(try Self.flaws(Self.lesson(Self.key)) == [])
    let pairs = Self.lesson(
      "variants n, d = [100, 0.1], [400, 0.2], [900, 0.3]\ns = n × d ±0.1%", given: "n = 100\n> d = 0.1",
      solution: "s = n × d")
    #expect(try Self.flaws(pairs) == [])
    let apart = Self.lesson(
      "variants n = 100, 400\nvariants d = 3, 7\ns = n × d", given: "n = 100\n> d = 3", solution: "s = n × d")
    #expect(try Self.flaws(apart) == [])
    let vectors = Self.lesson(
      "variants n = [1, 2], [3, 4]\ns = sum(n)", given: "n = [1, 2]", solution: "s = sum(n)")
    #expect(try Self.flaws(vectors) == [])
  }

  @Test(arguments: [
    (
      "variants n = 100, 400, 900\ns = 0.100 ±0.001", "s = √(1/n)",
      "11: the solution of exercise 'a' does not pass its check with n = 400 (s is 0.05, which is not what is asked for)"
    ),
    (
      "variants n = 100, 400\ns = √(1/n) ±1%\nwrong 0.05 \"No.\"", "s = √(1/n)",
      "9: the wrong answer 0.05 passes as right with n = 400 (0.05 ±1% accepts it)"
    ),
    (
      "variants n = 100, 121, 400\ns = √(1/n) ±30%", "s = √(1/n)",
      "7: the answer to exercise 'a' with n = 100 passes with n = 121, too (let the answers differ by more than the check allows)"
    ),
    (
      "variants n = 100, nothing, 400\ns = √(1/n) ±1%", "s = √(1/n)",
      "7: the value nothing of a variant does not run (there is nothing called 'nothing')"
    ),
    (
      "variants n = 100, (3, 400\ns = √(1/n) ±1%", "s = √(1/n)",
      "7: the value (3, 400 of a variant does not run"
    ),
    (
      "variants n = 1, -1\ns = √(n + 1) ±1%", "s = if n < 0 then nobody else √2",
      "13: the solution of exercise 'a' fails with n = -1"
    ),
  ])
  func `what is wrong with one variant is said with its numbers`(_ row: (key: String, solution: String, flaw: String))
    throws
  {
    let given = row.key.contains("n = 1,") ? "n = 1" : "n = 100"
    let flaws = try Self.flaws(Self.lesson(row.key, given: given, solution: row.solution))
    #expect(!flaws.isEmpty && flaws[0].hasPrefix(row.flaw), "\(flaws)")
  }

  @Test func `what differs from learner to learner is not used further down`() throws {
    let used = Self.lesson(Self.key) + "\n```gradus\n> 2 × s\n0.2\n> s = 1;\n> s\n1\n```\n"
    #expect(
      try Self.flaws(used) == [
        "18: 's' differs from learner to learner, since its exercise has variants (give it a value of the lesson's own before it is used here)"
      ])
  }

  @Test(arguments: [
    ("variants n", "n = 100", "7: these variants say not what has which values (write 'variants n = 100, 200, 400')"),
    (
      "variants n = 100", "n = 100", "7: one value of n makes no variants (write others behind it, with commas between)"
    ),
    (
      "variants n = 100, , 400", "n = 100",
      "7: a value is missing between two commas (write a value on each side of each comma)"
    ),
    ("variants n = 100, 400, 100", "n = 100", "7: 100 stands twice among the variants (leave one of the two out)"),
    (
      "variants m = 100, 400", "n = 100",
      "7: exercise 'a' does not give 'm' (write '> m = 100' in its block, above the blank)"
    ),
    (
      "variants n = 400, 100", "n = 100",
      "7: exercise 'a' gives n = 100, and its variants begin with 400 (let the first variant be the one that is written in the block)"
    ),
    (
      "variants n, d = [100, 1], [400]", "n = 100\n> d = 1",
      "8: '[400]' has no value for each of n, d (write values that go together in brackets, as in […, …])"
    ),
    ("variants n = 100, 400\nvariants n = 100, 900", "n = 100", "8: 'n' has variants already"),
    (
      "variants n = \((100..<201).map(String.init).joined(separator: ", "))", "n = 100",
      "7: these are more than 100 variants, too many to prove (let values go together, as in 'variants n, s = [100, 0.1], [400, 0.05]')"
    ),
  ])
  func `variants that say nothing useful are refused where they stand`(
    _ row: (key: String, given: String, failure: String)
  ) throws {
    let failure = #expect(throws: Failure.self) {
      try Document(Self.lesson(row.key + "\ns = √(1/n) ±1%", given: row.given))
    }
    let said = failure.map { "\($0.line ?? 0): \($0.message)" + ($0.hint.map { " (\($0))" } ?? "") }
    #expect(said == row.failure)
  }

  // MARK: Drawing

  @Test(arguments: [
    ("Ada Lovelace", "400"), ("Grace Hopper", "100"), ("Alan Turing", "400"), ("Emmy Noether", "1600"),
    ("Zoë Barnes", "1600"), ("s01", "1600"),
  ])
  func `a name gets the same numbers for ever`(_ row: (name: String, number: String)) throws {
    #expect(try Self.drawn(row.name) == row.number)
  }

  @Test func `a name is the same however it is written`() throws {
    let many = Self.lesson(
      "variants n = \((100..<200).map(String.init).joined(separator: ", "))\ns = n ±0.1", solution: "s = n")
    for names in [
      ["Ada Lovelace", "Lovelace, Ada", "ada_lovelace", " ADA  LOVELACE "],
      ["Zo\u{EB} Barnes", "Zoe\u{308} Barnes", "ZO\u{CB} BARNES"], ["Stra\u{DF}e", "stra\u{DF}e"],
    ] {
      let numbers = try Set(names.map { try Self.drawn($0, many) })
      #expect(numbers.count == 1, "\(names[0]): \(numbers)")
    }
    #expect(try Self.drawn("Ada Lovelace", many) != Self.drawn("Grace Hopper", many))
  }

  @Test func `everybody's copy is one that was proved, and a class gets all of them`() throws {
    var counts: [String: Int] = [:]
    for number in 1...300 { counts[try Self.drawn("Given\(number) Family\(number % 40)"), default: 0] += 1 }
    #expect(Set(counts.keys) == ["100", "400", "900", "1600"])
    for (number, count) in counts { #expect((45...110).contains(count), "\(number): \(count)") }
  }

  @Test func `a lesson with somebody's numbers is a lesson, and nothing else in it differs`() throws {
    let plain = "Text.\n\n" + Self.lesson(Self.key)
    for name in ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Emmy Noether", "Kurt Gödel"] {
      let text = try Document(plain).text(for: name)
      #expect(try Self.flaws(text) == [])
      let changed = zip(plain.split(separator: "\n"), text.split(separator: "\n")).filter { $0 != $1 }.map(\.1)
      let number = try Self.drawn(name)
      #expect(changed.filter { $0 == "> n = \(number)" }.count == (number == "100" ? 0 : 2))
      #expect(changed.count == (number == "100" ? 0 : 3))
    }
  }

  @Test func `everybody on a roster has a folder of their own`() throws {
    let folder = try TemporaryFolder()
    folder.write(
      "class.csv", "name,login\nAda Lovelace,al\n\"Hopper, Grace\",gh\nANN  LEE,a1\nAnn Lee,a2\n../x/y?,xy\n,s9\n")
    let recipients = try Recipient.all(of: Roster(folder.path + "/class.csv"))
    #expect(recipients.map(\.folder) == ["Ada Lovelace", "Hopper, Grace", "a1", "a2", "x y", "s9"])
    #expect(recipients.map(\.name) == ["Ada Lovelace", "Hopper, Grace", "ANN  LEE", "Ann Lee", "../x/y?", "s9"])
  }

  // MARK: Grading

  @Test(arguments: [
    (["n = 400", "s = 0.05"], true), (["n = 400", "s = 0.1"], false), (["n = 100", "s = 0.1"], true),
    (["s = 0.05"], false), (["n = 400;", "s = √(1/n)"], true), (["n = 400", "n = 100", "s = 0.1"], false),
  ])
  func `an answer is judged by the numbers that were given, whatever it makes of them`(
    _ row: (answer: [String], isRight: Bool)
  ) throws {
    let name = try #require(["Ada", "Ben", "Cleo", "Dora", "Emil", "Finn"].first { try Self.drawn($0) == "400" })
    let exercise = try #require(Document(Document(Self.lesson(Self.key)).text(for: name)).exercises.first)
    let judgement = Answer(row.answer).judged(by: exercise, in: LessonSession(builtins: .standard)).judgement
    #expect(judgement.isRight == (row.isRight && row.answer[0].hasPrefix("n = 400") || row.answer == ["s = 0.05"]))
  }
}
