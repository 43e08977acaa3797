import Builtins
import Lessons
import Platform
import Synchronization
import TestSupport
import Testing
import Workbench

@Suite struct CheckTests {
  private static let good = "# A\n\n```gradus\n> √250\n15.8114\n> N = normal(0, 1)\nnormal(mean=0, stddev=1)\n```\n"

  @Test func `all hold`() throws {
    let folder = try TemporaryFolder()
    folder.write("a.md", Self.good)
    folder.write("deep/b.md", Self.good)
    folder.write("plain.md", "no commands here\n")
    let check = LessonRunner(builtins: .standard).check([folder.path])
    #expect(check.status == .allHold)
    #expect(check.lessons.count == 2)
    #expect(ReportFormat.pretty.text(check) == "2 lessons, 4 commands: all passed\n")
  }

  @Test func `one changed digit is found and named`() throws {
    let folder = try TemporaryFolder()
    folder.write("a.md", Self.good.replacing("15.8114", with: "15.8115"))
    let check = LessonRunner(builtins: .standard).check([folder.path])
    #expect(check.status == .someDiffer)
    #expect(check.lessons[0].failed.map(\.command.line) == [4])
    let report = ReportFormat.pretty.text(check)
    #expect(report.contains("/a.md:4: > √250\n"))
    #expect(report.contains("      expected  15.8115\n                ^^^^^^^\n      got       15.8114\n"))
    #expect(report.contains("off by 1.11699×10⁻⁴, allowed ±5×10⁻⁵") || report.contains("allowed ±5×10⁻⁵"))
    #expect(report.hasSuffix("1 lesson, 2 commands: 1 differs\n"))
  }

  @Test func `marks stand under wide characters, too`() throws {
    let folder = try TemporaryFolder()
    folder.write("a.md", "```gradus\n> \"漢字 abd\"\n\"漢字 abc\"\n```\n")
    let report = ReportFormat.pretty.text(LessonRunner(builtins: .standard).check([folder.path]))
    let space = String(repeating: " ", count: 22)
    #expect(report.contains("      expected  \"漢字 abc\"\n\(space)^^^^\n"))
  }

  @Test func `fewer digits still pass`() throws {
    let folder = try TemporaryFolder()
    folder.write("a.md", Self.good.replacing("15.8114", with: "15.8"))
    #expect(LessonRunner(builtins: .standard).check([folder.path]).status == .allHold)
  }

  @Test func `the lesson goes on after a failure`() throws {
    let folder = try TemporaryFolder()
    folder.write("a.md", "```gradus\n> foo\n1\n> x = 3\n3\n> x\n3\n```\n")
    #expect(
      LessonRunner(builtins: .standard).check([folder.path]).lessons[0].commands.map(\.holds) == [false, true, true])
  }

  @Test func `what cannot be read`() throws {
    let folder = try TemporaryFolder()
    #expect(LessonRunner(builtins: .standard).check([folder.path]).status == .unreadable)
    #expect(LessonRunner(builtins: .standard).check([folder.path + "/missing.md"]).status == .unreadable)
    folder.write("open.md", "```gradus\n> 1\n")
    folder.write("bytes.md", bytes: Array("```gradus\n> 1\n".utf8) + [0xFF, 0x0A])
    folder.write("word.md", "```gradus what\n```\n")
    folder.write("z.md", Self.good)
    let check = LessonRunner(builtins: .standard).check([folder.path])
    #expect(check.status == .unreadable)
    #expect(
      check.lessons.map { $0.failure?.message } == [
        "line 3 is not UTF-8 text", "this block is never closed", "a block cannot be marked 'what'", nil,
      ])
    folder.write("empty.md", "")
    #expect(LessonRunner(builtins: .standard).check([folder.path + "/empty.md"]).status == .allHold)
  }

  @Test func `filter, jobs and fail-fast`() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c", "d"] { folder.write("\(name).md", Self.good) }
    folder.write("b.md", "```gradus\n> 1\n2\n```\n")
    #expect(LessonRunner(builtins: .standard).check([folder.path], filter: "c.md").lessons.count == 1)
    #expect(LessonRunner(builtins: .standard, jobs: 1).check([folder.path]).lessons.count == 4)
    #expect(LessonRunner(builtins: .standard).check([folder.path], failFast: true).lessons.count == 2)
    #expect(LessonRunner(builtins: .standard).check([folder.path], filter: "nothing").status == .unreadable)
  }

  @Test func `control characters are shown, not sent`() throws {
    let folder = try TemporaryFolder()
    folder.write("a.md", "```gradus\n> \"a\u{1B}[31m\"\nx\n```\n")
    #expect(!ReportFormat.pretty.text(LessonRunner(builtins: .standard).check([folder.path])).contains("\u{1B}"))
  }

  @Test func `a file that changes while it runs`() throws {
    let folder = try TemporaryFolder()
    let lesson = "```gradus\n> f(n) = if n < 2 then n else f(n - 1) + f(n - 2);\n> f(60)\n1\n```\n"
    folder.write("a.md", lesson)
    let path = folder.path + "/a.md"
    let isRead = Atomic<Bool>(false)
    var budget = Budget()
    budget.seconds = 1
    let results = LargeStack.map([true, false], threads: 2) { [budget] isReader -> LessonResult? in
      if isReader {
        defer { isRead.store(true, ordering: .relaxed) }
        return Lesson.run(path, builtins: .standard, budget: budget)
      }
      // Whenever the other one begins, the file changes while it runs.
      var version = 0
      while !isRead.load(ordering: .relaxed) {
        version += 1
        try? OpenFile(writing: path + ".new", O_TRUNC).write("\(lesson)\n\(version)\n")
        rename(path + ".new", path)
        usleep(10_000)
      }
      return nil
    }
    #expect(results.compactMap(\.self).first?.failure?.message == "the file changed while it ran")
  }

  /// Draws depend on the command's own text, so a line put in before changes nothing after it.
  @Test func `an inserted line leaves other outputs as they were`() throws {
    let lesson = "```gradus\n> sample normal(0, 1) 3\nx\n> sample uniform(0, 1) 2\nx\n```\n"
    let longer = lesson.replacing("```gradus\n", with: "```gradus\n> sample normal(0, 1) 7;\n> mean([1, 2]);\n")
    let plain = try Lesson.run(Document(lesson), builtins: .standard).commands.map(\.outputText)
    #expect(try Lesson.run(Document(longer), builtins: .standard).commands.suffix(2).map(\.outputText) == plain)
  }
}
