import Builtins
import Lessons
import TestSupport
import Testing
import Vocabulary

/// Blocks that were meant to be run and are not seen as blocks: each is an error, and none of what only looks like one.
@Suite struct UnseenBlockTests {
  private static let body = "\n> 1 + 1\n3\n```\n"

  @Test(arguments: [
    ("```Gradus" + body, 1), ("```GRADUS predict" + body, 1), ("```gardus" + body, 1), ("```grdus" + body, 1),
    ("```graduss" + body, 1), ("```gradis" + body, 1), ("```gradus,predict" + body, 1),
    ("```gradus{.predict}" + body, 1),
    ("```{gradus}" + body, 1), ("```{.gradus}" + body, 1), ("```gradus:" + body, 1), ("~~~ Gradus\n> 1\n~~~\n", 1),
    ("```gradus-predict" + body, 1),
    ("<details><summary>x</summary>\n```gradus" + body + "</details>\n", 2),
    ("<div>\n\n```gradus\n> 1\n1\n```\n\n<div>\n```gradus" + body, 9),
    ("<details>\n<summary>x</summary>\n  ```gradus exercise=a" + body, 3),
    ("Text.\n\n    ```gradus" + body.replacing("\n", with: "\n    "), 3), ("Text.\n    ```gradus" + body, 2),
    ("- a\n\n      ```gradus\n      > 1\n      ```\n", 3), ("> Text\n>     ```gradus\n", 2),
  ])
  func `is said with its line`(_ lesson: (text: String, line: Int)) {
    let failure = #expect(throws: Failure.self) { try Document(lesson.text) }
    #expect(failure?.line == lesson.line, "\(failure?.text() ?? "")")
  }

  @Test(arguments: [
    "```python\n1\n```\n", "````md\n```gradus\n> 1\n```\n````\n", "~~~\n```Gradus\n~~~\n", "```\n> 1\n```\n",
    "<!--\n```gradus\n> 1\n```\n-->\n", "Write ```` ```gradus ```` above it.\n", "```grade\n1\n```\n",
    "```graph\n1\n```\n",
    "```radius\n1\n```\n", "<details>\n\n```gradus\n> 1\n1\n```\n\n</details>\n", "    indented\n    text\n",
  ])
  func `is not said of anything else`(_ lesson: String) throws {
    #expect(try Lesson.run(Document(lesson), builtins: .standard).holds)
  }

  @Test func `a folder's file that holds only such a block is found`() throws {
    let folder = try TemporaryFolder()
    folder.write("a.md", "```Gradus\n> 1\n2\n```\n")
    folder.write("b.md", "```gradus\n> 1\n1\n```\n")
    let check = LessonRunner(builtins: .standard).check([folder.path])
    #expect(check.lessons.map(\.holds) == [false, true])
    #expect(check.status == .unreadable)
  }
}
