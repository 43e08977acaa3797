import Builtins
import Lessons
import TestSupport
import Testing
import Workbench

/// `transcript` writes lessons that hold.
@Suite struct TranscriptCommandTests {
  private func lesson(_ inputs: [String]) throws -> (text: String, commands: [CommandResult]) {
    var files = try FileSession()
    for input in inputs { _ = files.run(input) }
    _ = try files.value("transcript \"%/a.md\"")
    let text = try #require(files.folder.read("a.md"))
    return (text, try Lesson.run(Document(text), builtins: .standard).commands)
  }

  @Test func `shows what was typed and printed`() throws {
    let text = try lesson(["x = 3", "y = 4;", "sqrt(x² +\n  y²)", "sqrt(q)", "1; transcript \"%/b.md\"", "x; y", "  "])
      .text
    #expect(
      text == """
        # a

        ```gradus
        > x = 3
        3
        > y = 4;
        > sqrt(x² +
        |   y²)
        5
        > sqrt(q)
        error: there is nothing called 'q'
        > x; y
        3
        4
        ```

        """)
  }

  @Test func `holds when it is checked`() throws {
    let inputs = [
      "0.1⁵ × 0.03", "chain 0.1⁵ × 0.03", "help sample", "help", "N = normal(0, 1)", "sample N 30", "sample N 30",
      "sample he_normal [30, 40]", "foo(1)", "1 +", "(1 + ", "x = [1, 2,\n\n 3]", "\"> a\"", "\"[..]\"", "\"```` ±\"",
      "describe he_normal", "f(x) = (x - 3)²; f′(5)", "d = circles(100, seed=1)",
      "net = sequential(input(2), dense(3, tanh), dense(1, sigmoid))", "train net d epochs=3", "inspect net d",
      "set digits=3", "π × 1e9", "set notation=e", "π × 1e9", "1; 2; oops", "# nothing", "é = 3", "\t5", "vars",
      "1e300 × 1e300", "[1, 2, 3] + [1]", ";;", "\"\\\\ a\"", "…",
    ]
    let (text, commands) = try lesson(inputs)
    #expect(commands.count == inputs.count)
    for command in commands where !command.holds {
      Issue.record("\(command.command.source) printed\n\(command.outputText)\nin\n\(text)")
    }
  }

  @Test func `an empty session has an empty lesson`() throws {
    #expect(try lesson([]).text == "# a\n\n")
  }

  @Test func `a long session forgets its beginning`() throws {
    var files = try FileSession()
    for number in 0...10_000 { _ = files.run("\(number)") }
    _ = try files.value("transcript \"%/a.md\"")
    let text = try #require(files.folder.read("a.md"))
    #expect(text.hasPrefix("# a\n\nLeft out: the first 1001 inputs of the session.\n\n```gradus\n> 1001\n1001\n"))
    #expect(text.hasSuffix("> 10000\n10000\n```\n"))
  }

  @Test func `large inputs are forgotten first`() throws {
    var files = try FileSession()
    for number in 0..<40 { _ = files.run("\(number) #" + String(repeating: "x", count: 1 << 20)) }
    _ = try files.value("transcript \"%/a.md\"")
    let text = try #require(files.folder.read("a.md"))
    #expect((6 << 20..<8 << 20).contains(text.utf8.count))
    #expect(text.hasPrefix("# a\n\nLeft out: the first 33 inputs"))
  }
}
