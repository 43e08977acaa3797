import Builtins
import Lessons
import Platform
import TestSupport
import Testing

/// What an update writes, byte for byte.
@Suite struct UpdateTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func update(acceptsErrors: Bool = false) throws -> LessonUpdate {
    try #require(LessonUpdate(Lesson.run(folder.path + "/a.md", builtins: .standard), acceptsErrors: acceptsErrors))
  }

  /// The file after all changes are written; it must hold then.
  private func updated(_ text: String, acceptsErrors: Bool = false) throws -> String {
    folder.write("a.md", text)
    let update = try update(acceptsErrors: acceptsErrors)
    #expect(update.refusals.isEmpty)
    #expect(try update.write(update.changes) == .written)
    #expect(Lesson.run(folder.path + "/a.md", builtins: .standard).holds)
    return try #require(folder.read("a.md"))
  }

  @Test func `only what differs is replaced`() throws {
    #expect(
      try updated(
        """
        # A\u{20}\u{20}

        ```gradus
        > √250
        15.8
        > √250
        15.9

        > 2 + 3
        > 1..3
        [1 ±0.5,  2, 3]
        > [1, 2, 4]
        [1, 2, 3]
        ```
        """) == """
          # A\u{20}\u{20}

          ```gradus
          > √250
          15.8
          > √250
          15.8114

          > 2 + 3
          5
          > 1..3
          [1 ±0.5,  2, 3]
          > [1, 2, 4]
          [1, 2, 4]
          ```
          """)
  }

  @Test func `patterns that still match stay`() throws {
    let lesson = """
      ```gradus
      > "a"; 1; √250; "b"; 2; 3
      ...
      15.8 ±0.1
      [..]b"
      7
      3
      ```

      """
    #expect(try updated(lesson) == lesson.replacing("7", with: "2"))
    #expect(try updated("```gradus\n> 1; 2; 3\n1\n3\n```\n") == "```gradus\n> 1; 2; 3\n1\n2\n3\n```\n")
    #expect(try updated("```gradus\n> 1; 3\n1\n2\n3\n```\n") == "```gradus\n> 1; 3\n1\n3\n```\n")
    #expect(try updated("```gradus\n> 1;\n1\n2\n```\n") == "```gradus\n> 1;\n```\n")
  }

  /// Within a line, too, all stays that still matches, and a number keeps its margin.
  @Test(arguments: [
    ("[0, 0.5, 4]", "[0.2 ±0.5, 0.50, 3]", "[0.2 ±0.5, 0.50, 4]"),
    ("[1.5, 2.5, 3.7]", "[1.5, [..], 3.8]", "[1.5, [..], 3.7]"),
    ("1.01546", "1.10 ±0.04", "1.02 ±0.04"), ("√250", "16.2 ±2%", "15.8 ±2%"), ("-0.9", "0 ±0.5", "-1 ±0.5"),
    ("2.6", "1 ±0.3", "2.6 ±0.3"),
    ("[√2, √3, √7]", "[1.41, 1.73, 2.24]", "[1.41, 1.73, 2.65]"),
    ("normal(0, 2)", "normal([..], stddev=1)", "normal([..], stddev=2)"),
    ("[1, 2, 3, 4]", "[1, [..] 5]", "[1, [..] 4]"),
    ("√250", "15.9", "15.8114"), ("0.6127", "0.5", "0.6127"), ("[1, 2, 4]", "[1, 2, 3]", "[1, 2, 4]"),
    ("[1e-7, 2.5]", "[0.3 ±0.1, 2.50]", "[1×10⁻⁷ ±0.1, 2.50]"), ("[1, √2]", "[1, 1.41, 7]", "[1, 1.41421]"),
  ])
  func `what an author chose stays in a line`(_ row: (command: String, old: String, new: String)) throws {
    let lesson = { (output: String) in "```gradus\n> \(row.command)\n\(output)\n```\n" }
    #expect(try updated(lesson(row.old)) == lesson(row.new))
  }

  @Test func `line ends, marks and indentation stay`() throws {
    let text =
      "\u{FEFF}- x\r\n\r\n  ~~~~ gradus\r\n  > 1\r\n  2\r\n  > 3\r\n  ~~~~\r\n\r\n> ```gradus\r\n> > [[1, 2], [3, 4]]\r\n> ```\r\n"
    let expected = text.replacing("  2\r\n", with: "  1\r\n").replacing("  > 3\r\n", with: "  > 3\r\n  3\r\n")
      .replacing("3, 4]]\r\n", with: "3, 4]]\r\n> [[1, 2],\r\n>  [3, 4]]\r\n")
    #expect(try updated(text) == expected)
    #expect(try updated("1. x\n\n\t```gradus\n\t> 1\n\t2\n\t```\n") == "1. x\n\n\t```gradus\n\t> 1\n\t1\n\t```\n")
    #expect(try updated(">```gradus\n>> 1\n>2\n>```\n").contains("1\n>```"))
    #expect(try updated("```gradus\n> 1\n```") == "```gradus\n> 1\n1\n```")
  }

  @Test func `errors are written by their first line, where they may be`() throws {
    folder.write("a.md", "```gradus\n> foo\n3\n> 1\n2\n```\n")
    let update = try update()
    #expect(update.changes.map(\.line) == [4])
    #expect(update.refusals.map(\.line) == [2])
    let written = "```gradus\n> foo\nerror: there is nothing called 'foo'\n> 1\n1\n```\n"
    #expect(try updated("```gradus\n> foo\n3\n> 1\n2\n```\n", acceptsErrors: true) == written)
    #expect(try updated("```gradus\n> foo\nerror: other\n> 1\n1\n```\n") == written)
    #expect(
      try updated("```gradus\n> foo\nerror: other\n  foo\n  ^\n```\n")
        == "```gradus\n> foo\nerror: there is nothing called 'foo'\n  foo\n  ^^^\n```\n")
    #expect(try updated("```gradus\n> 1\nerror: other\n```\n") == "```gradus\n> 1\n1\n```\n")
  }

  @Test func `what would be read as something else is written literally`() throws {
    let text = "```gradus\n> f(x) = (x - 3)²; \"[..]\"; [\"...\", 2]\n```\n"
    #expect(try updated(text).contains("\n\\\"[..]\"\n"))
    #expect(try updated("````gradus\n> help load\n````\n").contains("> help load\n"))
  }

  @Test func `keys and hidden set-up are not touched`() throws {
    let text = """
      <!-- gradus
      foo
      -->

      ```gradus run
      > bar
      ```

      ```gradus exercise=a
      > s = ____
      ```

      <!-- gradus check=a
      s = 3
      -->

      ```gradus solution=a
      > s = 4
      5
      ```

      """
    folder.write("a.md", text)
    let update = try update(acceptsErrors: true)
    #expect(update.refusals.map(\.line) == [2, 6])
    #expect(try update.write(update.changes) == .written)
    #expect(folder.read("a.md") == text.replacing("\n5\n", with: "\n4\n"))
  }

  @Test func `a file that changed meanwhile is left alone`() throws {
    folder.write("a.md", "```gradus\n> 1\n2\n```\n")
    let update = try update()
    folder.write("a.md", "```gradus\n> 1\n3\n```\n")
    #expect(try update.write(update.changes) == .changedMeanwhile)
    #expect(folder.read("a.md") == "```gradus\n> 1\n3\n```\n")
    unlink(folder.path + "/a.md")
    #expect(try update.write(update.changes) == .changedMeanwhile)
  }

  @Test func `rights stay, links are followed`() throws {
    folder.write("real.md", "```gradus\n> 1\n2\n```\n")
    chmod(folder.path + "/real.md", 0o640)
    symlink("real.md", folder.path + "/a.md")
    let update = try update()
    #expect(try update.write(update.changes) == .written)
    #expect(FileKind(of: folder.path + "/a.md", followsLinks: false) == .link)
    #expect(try FileStatus(of: folder.path + "/real.md").rights == 0o640)
    #expect(folder.read("real.md") == "```gradus\n> 1\n1\n```\n")
  }
}
