import Builtins
import Lessons
import TestSupport
import Testing
import Vocabulary

@Suite struct ReleaseTests {
  private static let lesson = """
    # Coins

    ```gradus exercise=sd points=2
    > s = ____
    ```

    <!-- gradus check=sd
    s = 0.458 ±0.001
    wrong 0.21 "That is the variance."
    -->

    <!-- gradus hint=sd
    Take a square root.
    -->

    <details><summary>Solution</summary>

    So it goes:

    ```gradus solution=sd
    > s = std(bernoulli(0.3))
    ```

    </details>

    ```gradus
    > s > 0
    true
    ```

    * a) grows
    * [x] b) shrinks

    <!-- gradus quiz=se answer=b points=3
    a "It falls as 1/√n."
    -->
    behind
    """

  private static let copy = """
    # Coins

    ```gradus exercise=sd points=2
    > s = ____
    ```

    <!-- gradus check=sd kept -->

    <!-- gradus hint=sd
    Take a square root.
    -->

    ```gradus
    > s > 0
    true
    ```

    * [ ] a) grows
    * [ ] b) shrinks

    <!-- gradus quiz=se points=3 kept -->
    behind
    """

  private func release(_ text: String) throws -> String { String(decoding: try bytes(Array(text.utf8)), as: UTF8.self) }
  private func bytes(_ content: [UInt8]) throws -> [UInt8] { try Release.make(of: content, builtins: .standard).bytes }
  private func warnings(_ text: String) throws -> [Release.Warning] {
    try Release.make(of: Array(text.utf8), builtins: .standard).warnings
  }

  @Test func `answers go, all else stays`() throws {
    #expect(try release(Self.lesson) == Self.copy)
    #expect(try release(Self.copy) == Self.copy)
    #expect(try warnings(Self.lesson) == [])
  }

  @Test func `line ends, a byte order mark and a missing last line end stay`() throws {
    let windows = [0xEF, 0xBB, 0xBF] + Array(Self.lesson.replacing("\n", with: "\r\n").utf8)
    #expect(try bytes(windows) == [0xEF, 0xBB, 0xBF] + Array(Self.copy.replacing("\n", with: "\r\n").utf8))
    let old = Array(Self.lesson.replacing("\n", with: "\n\n").utf8)
    #expect(try bytes(old + [10]).count == bytes(old).count + 1)
  }

  @Test func `the lesson of the class`() throws {
    let lesson = try References.file(Project.path("Tests/Classroom/coins.md"))
    let copy = try release(lesson)
    #expect(copy == (try Recording.kept(at: "Tests/Classroom/released.md", for: copy)))
    for secret in ["0.458", "0.21", "root:", "√v", "Twice", "x²", "answer", "falls", "no end", "1..10", "solution="] {
      #expect(!copy.contains(secret), "\(secret)")
    }
    #expect(try Lesson.run(Document(copy), builtins: .standard).holds)
  }

  @Test func `a solution without a fold, at the end, and in a fold with more`() throws {
    let bare = Self.lesson.replacing("<details><summary>Solution</summary>\n\nSo it goes:\n\n", with: "")
      .replacing("</details>\n\n", with: "")
    #expect(try release(bare) == Self.copy)
    let more = Self.lesson.replacing("So it goes:", with: "```gradus run\n> 1 + 1\n```")
    let found = try release(more)
    #expect(!found.contains("std("))
    #expect(found.contains("<details><summary>Solution</summary>\n\n```gradus run\n> 1 + 1\n```\n\n</details>\n"))
    #expect(try warnings(more).map(\.line) == [22])
    let end =
      "```gradus exercise=a\n> x = ____\n```\n\n<!-- gradus check=a\nx = 11\n-->\n\n```gradus solution=a\n> x = 11\n```\n"
    #expect(try release(end) == "```gradus exercise=a\n> x = ____\n```\n\n<!-- gradus check=a kept -->\n")
  }

  @Test func `folds inside others, and a key inside one`() throws {
    let nested = Self.lesson.replacing(
      "<details><summary>Sol", with: "<details>\n\nPractice.\n\n<details>\n<summary>Sol"
    )
    .replacing("</details>", with: "</details>\n\nMore practice.\n\n</details>")
    #expect(try release(nested).contains("<details>\n\nPractice.\n\nMore practice.\n\n</details>\n"))
    let key = "<!-- gradus check=sd\ns = 0.458 ±0.001\nwrong 0.21 \"That is the variance.\"\n-->"
    let inside = Self.lesson.replacing(key + "\n\n", with: "").replacing("So it goes:", with: key)
    let copy = try release(inside)
    #expect(copy.contains("-->\n\n<!-- gradus check=sd kept -->\n\n```gradus\n> s > 0"))
    #expect(!copy.contains("details"))
  }

  @Test func `options of numbered lists`() throws {
    let quiz = "1. a) one\n2.  [X] b) two\n\n<!-- gradus quiz=q answer=b -->\n"
    #expect(try release(quiz) == "1. [ ] a) one\n2.  [ ] b) two\n\n<!-- gradus quiz=q kept -->\n")
  }

  @Test(arguments: [
    ("text <!-- gradus quiz=q answer=b -->\n", "a key stands here where it is not seen as one"),
    ("<div>\n<!-- gradus quiz=q answer=b -->\n</div>\n", "a key stands here where it is not seen as one"),
    ("<!-- x --> <!-- gradus check=q\ns = 3\n-->\n", "a key stands here where it is not seen as one"),
    (
      "<details>\n```gradus solution=sd\n> s = 3\n```\n</details>\n",
      "this block is not seen, since HTML begins above it and no blank line ends it"
    ),
  ])
  func `what would be handed out by oversight is refused`(_ text: (markdown: String, message: String)) {
    let failure = #expect(throws: Failure.self) {
      try Release.make(of: Array((Self.lesson + "\n\n" + text.markdown).utf8), builtins: .standard)
    }
    #expect(failure?.message == text.message)
    #expect((failure?.line ?? 0) > 38)
  }

  @Test func `what gives an answer away or will not run is said`() throws {
    let told = Self.lesson.replacing("> s > 0\ntrue", with: "> s\n0.458")
    #expect(try warnings(told).map(\.message) == ["this prints 0.458, which is what exercise 'sd' asks for"])
    let unnamed = Self.lesson.replacing("> s = std", with: "> v = 1;\n> s = std").replacing("> s > 0", with: "> v > 0")
    #expect(try warnings(unnamed).map(\.message) == ["this needs 'v', which only the solution of exercise 'sd' makes"])
  }

  @Test func `a number that agrees by chance is no answer given away`() throws {
    let lesson =
      "```gradus exercise=n\n> n = ____\n```\n\n<!-- gradus check=n\nn = 10\n-->\n\n```gradus solution=n\n> n = 2 × 5\n```\n"
    for chance in ["4 + 6\n10", "10\n10"] { #expect(try warnings(lesson + "\n```gradus\n> \(chance)\n```\n") == []) }
    for told in ["n\n10", "2×5\n10", "m = n\n10"] {
      #expect(try warnings(lesson + "\n```gradus\n> \(told)\n```\n").count == 1, "\(told)")
    }
    let exact = lesson.replacing("n = 10", with: "n = 0.458")
    #expect(try warnings(exact + "\n```gradus\n> 0.2 + 0.258\n0.458\n```\n").count == 1)
  }

  @Test func `in a copy commands wait for what is still to be made`() throws {
    let later = "\n\n```gradus\n> t = s + 1;\n> t\n5\n> t = 2\n2\n> t\n2\n> 1\n2\n```\n"
    let result = try Lesson.run(Document(Self.copy + later), builtins: .standard)
    #expect(result.commands.map(\.command.source) == ["t = 2", "t", "1"])
    #expect(result.commands.map(\.holds) == [true, true, false])
    let done = try Lesson.run(Document(Self.copy.replacing("____", with: "4") + later), builtins: .standard)
    #expect(done.commands.map(\.holds) == [true, true, true, true, true, true, false])
    let failing = try Lesson.run(Document(Self.copy.replacing("____", with: "foo(")), builtins: .standard)
    #expect(failing.commands.map(\.holds) == [false, false])
  }

  @Test(arguments: [
    "<details><summary>Solution</summary>\n\nb) is right.\n\n</details>\n",
    "<details>\n<summary>Why b?</summary>\n\nSo.\n\n</details>\n",
    "<!-- answer key for me: q is b -->\n", "<!--\nq is b\n-->\n",
    "<details><summary>The answers</summary>\n\nb.\n\n</details>\n",
    "<details><summary>Lösung</summary>\n\nb.\n\n</details>\n",
  ])
  func `what tells an answer in prose is left out behind a quiz`(_ secret: String) throws {
    let quiz = "- a) one\n- b) two\n\n<!-- gradus quiz=q answer=b -->\n"
    let copy = "- [ ] a) one\n- [ ] b) two\n\n<!-- gradus quiz=q kept -->\n"
    #expect(try release(quiz + "\n" + secret + "\nEnd.\n") == copy + "\nEnd.\n")
  }

  @Test func `what may tell an answer and stays is said`() throws {
    let fold = "<details><summary>Answer</summary>\n\n```gradus\n> 2\n2\n```\n\n</details>\n"
    #expect(try warnings(fold).map(\.line) == [1])
    #expect(try warnings("It is <!-- b, of course --> so.\n").map(\.line) == [1])
    for kept in [
      "<!-- markdownlint-disable -->\n", "<!-- toc -->\n", "<details><summary>Hint</summary>\n\nThink.\n\n</details>\n",
    ] {
      #expect(try release(kept) == kept)
      #expect(try warnings(kept).isEmpty)
    }
  }

  @Test func `a copy says that several options are right`() throws {
    let quiz = "- a) one\n- b) two\n\n<!-- gradus quiz=q answer=a,b points=2 -->\n"
    let copy = try release(quiz)
    #expect(copy.hasSuffix("<!-- gradus quiz=q points=2 several kept -->\n"))
    #expect(try Document(copy).quizzes.first?.asksForSeveral == true)
    #expect(try release(copy) == copy)
  }

  @Test func `folders keep their names, and data goes with them`() throws {
    let folder = try TemporaryFolder()
    folder.write("u1/l.md", "# One\n\n```gradus\n> v = load \"data/v.csv\";\n```\n\n![A picture](p.png)\n")
    folder.write("u2/l.md", "# Two\n\n```gradus\n> 1\n1\n```\n")
    folder.write("u1/data/v.csv", "3\n5\n")
    folder.write("u1/data/secret.csv", "1\n")
    folder.write("u1/p.png", "")
    let files = try LessonFiles.find([folder.path])
    let targets = try ReleaseTargets(files, of: [folder.path], output: folder.path + "/out")
    #expect(files.map { targets[$0] } == [folder.path + "/out/u1/l.md", folder.path + "/out/u2/l.md"])
    let names = ReleaseTargets.companions(of: files[0])
    #expect(names == ["data/v.csv", "p.png"])
    let copy = folder.path + "/out/u1/l.md"
    let written = try ReleaseTargets.copy(companions: names, of: files[0], beside: copy)
    #expect(written.count == 2)
    #expect(folder.read("out/u1/data/v.csv") == "3\n5\n")
    #expect(folder.read("out/u1/data/secret.csv") == nil)
    folder.write("out/u1/data/v.csv", "mine")
    #expect(throws: Failure.self) {
      try ReleaseTargets.copy(companions: names, of: files[0], beside: copy)
    }
    // What the solution alone needs stays with the teacher.
    folder.write(
      "u1/l.md",
      "```gradus exercise=m\n> m = ____\n```\n\n<!-- gradus check=m\nm = 1\n-->\n\n```gradus solution=m\n> m = load \"data/secret.csv\"\n```\n"
    )
    #expect(ReleaseTargets.companions(of: files[0]) == [])
    #expect(ReleaseTargets.allCompanions(of: files[0]) == ["data/secret.csv"])
    // One lesson of a folder goes to a folder, too.
    let single = try ReleaseTargets([files[1]], of: [folder.path + "/u2"], output: folder.path + "/alone")
    #expect(single[files[1]] == folder.path + "/alone/l.md")
    // No other lesson is replaced.
    #expect(throws: Failure.self) { try ReleaseTargets([files[0]], of: [files[0]], output: files[1]) }
  }

  @Test func `what is no lesson is refused`() {
    #expect(throws: Failure.self) { try Release.make(of: [0x31, 0xFF], builtins: .standard) }
    #expect(throws: Failure.self) { try Release.make(of: Array("```gradus\n> 1\n".utf8), builtins: .standard) }
  }
}
