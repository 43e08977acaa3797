import Builtins
import Lessons
import Testing
import Vocabulary

@Suite struct DocumentTests {
  private func commands(_ markdown: String) throws -> [LessonCommand] {
    try Document(markdown).blocks.flatMap(\.commands)
  }

  @Test func `commands, continuations and output with their lines`() throws {
    let found = try commands("# Title\n\n```gradus\n> 1 +\n| 2\n3\n\n> 4\n4\n```\n")
    #expect(
      found == [
        LessonCommand(source: "1 +\n2", line: 4, expected: ["3"]), LessonCommand(source: "4", line: 8, expected: ["4"]),
      ])
  }

  @Test func `fences in lists and quotes, of tildes and longer ones`() throws {
    let markdown = """
      - a list

        ```gradus
        > 1
        1
        ```

      > a quote
      > ~~~gradus
      > > 2
      > 2
      > ~~~

      `````gradus
      > "```"
      "```"
      `````
      """
    #expect(try commands(markdown).map(\.source) == ["1", "2", "\"```\""])
    #expect(try commands(markdown).map(\.line) == [4, 10, 15])
    #expect(try commands(markdown).map(\.expected) == [["1"], ["2"], ["\"```\""]])
  }

  @Test func `windows line ends and a byte order mark`() throws {
    #expect(try commands("```gradus\r\n> 1\r\n1\r\n```\r\n").first?.expected == ["1"])
  }

  @Test func `other languages are counted and left alone`() throws {
    let document = try Document("```swift\n> x\n```\n\n    > indented\n\n```\nplain\n```\n")
    #expect(document.blocks.isEmpty)
    #expect(document.otherBlocks == 2)
  }

  @Test func `an unclosed fence is reported with its line`() {
    #expect(throws: Failure(.document, "this block is never closed", line: 3, hint: "end it with ```")) {
      try Document("text\n\n```gradus\n> 1\n1\n")
    }
    #expect(throws: Failure.self) { try Document("- x\n  ```gradus\n  > 1\n\nafter the list\n") }
  }

  @Test func `unknown words are errors`() {
    #expect(
      throws: Failure(.document, "a block cannot be marked 'skp'", line: 1, hint: "did you mean 'skip'?")
    ) {
      try Document("```gradus skp\n```\n")
    }
    #expect(throws: Failure.self) { try Document("```gradus points=x\n```\n") }
    #expect(throws: Failure.self) { try Document("```gradus\n1 + 1\n```\n") }
  }

  @Test func `marks`() throws {
    let markdown = """
      ```gradus skip
      > foo
      ```
      ```gradus run
      > 1
      2
      ```
      ```gradus exercise=a points=2
      > s = ____
      ```
      <!-- gradus check=a kept -->
      """
    let results = try Lesson.run(Document(markdown), builtins: .standard).commands
    #expect(results.map(\.command.source) == ["1"])
    #expect(results.map(\.holds) == [true])
  }

  @Test func `hidden set-up runs unseen, and its errors count`() throws {
    let good = "<!-- gradus\nx = 5\n> y = 6\n-->\n\n```gradus\n> x + y\n11\n```\n"
    #expect(try Lesson.run(Document(good), builtins: .standard).commands.map(\.holds) == [true, true, true])
    let bad = "<!-- gradus\nfoo(\n-->\n"
    #expect(try Lesson.run(Document(bad), builtins: .standard).commands.map(\.holds) == [false])
    let key = "- a) x\n\n<!-- gradus quiz=a kept -->\n<!-- a comment -->\n<!-- gradusx\n1\n-->\n"
    #expect(try Lesson.run(Document(key), builtins: .standard).commands.isEmpty)
  }
}
