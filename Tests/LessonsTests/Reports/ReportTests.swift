import Builtins
import Lessons
import TestSupport
import Testing

/// The formats, each by its own rules, of lessons in which everything goes wrong that can.
@Suite struct ReportTests {
  private let folder: TemporaryFolder
  private let check: Check

  init() throws {
    folder = try TemporaryFolder()
    folder.write("a.md", "```gradus\n> √250\n15.8\n> 1 + 1\n3\n> \"a\u{1B}\u{0}]]>&<\"\n<x>\n> foo\n# 1\n```\n")
    folder.write("b,c:d%.md", "```gradus\n> 1\n")
    folder.write(
      "c.md", "```gradus\n> f(n) = if n < 2 then n else f(n - 1) + f(n - 2);\n> f(60)\n1\n> 3\n3\n```\n")
    folder.write("d.md", "```gradus\n> sample bernoulli(0.5)\n1\n> 2\n2\n```\n")
    var budget = Budget()
    budget.steps = 10_000
    check = LessonRunner(builtins: .standard, budget: budget).check([folder.path], seeds: 20)
  }

  private func report(_ name: String) throws -> String {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    return format.text(check).replacing(folder.path + "/", with: "")
  }

  @Test func `each format has a name and a summary`() {
    #expect(ReportFormat.all.map(\.name) == ["pretty", "json", "junit", "tap", "github"])
    #expect(ReportFormat.all.allSatisfy { !$0.summary.isEmpty })
  }

  @Test func `no format lets a control character through, and each is the same again`() throws {
    for format in ReportFormat.all {
      let text = format.text(check)
      #expect(
        !text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }, "\(format.name)")
      #expect(text == format.text(check))
      #expect(text.contains("f(60)"))
    }
  }

  @Test func `pretty`() throws {
    let text = try report("pretty")
    #expect(text.contains("a.md:4: > 1 + 1\n      expected  3\n"))
    #expect(text.contains("c.md:3: > f(60)\n      over budget  the lesson takes more than 10000 steps"))
    #expect(text.contains("c.md: 1 command after that not run"))
    #expect(text.contains("b,c:d%.md:1: this block is never closed"))
    #expect(text.contains("d.md:2: > sample bernoulli(0.5)\n      luck: "))
    #expect(text.hasSuffix("1 over budget, 1 not run, 1 file not readable\n"))
  }

  @Test func `json is JSON`() throws {
    let text = try report("json")
    #expect(Grammar.isJSON(text))
    #expect(text.contains("\"version\": 1, \"status\": \"unreadable\""))
    #expect(text.contains("\"kind\": \"over budget\", \"line\": 3"))
    #expect(text.contains("\"resource\": \"steps\""))
    #expect(text.contains("\"luck\": [{\"line\": 2, \"title\": \"> sample bernoulli(0.5)\", \"held\": "))
    #expect(!Grammar.isJSON("{\"a\": }"))
  }

  @Test func `junit follows the schema`() throws {
    let text = try report("junit")
    #expect(try JUnitSchema.faults(of: text) == [])
    #expect(text.contains("message=\"it prints something else\""))
    #expect(
      try JUnitSchema.faults(of: text.replacing("<failure", with: "<fail").replacing("</failure", with: "</fail")) != []
    )
    #expect(try JUnitSchema.faults(of: text.replacing("tests=", with: "count=")) != [])
    #expect(try JUnitSchema.faults(of: text.replacing("failures=\"3\"", with: "failures=\"4\"")) != [])
  }

  @Test func `tap is version 14`() throws {
    let lines = try report("tap").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "TAP version 14")
    let points = lines.filter { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
    #expect(lines[1] == "1..\(points.count)")
    for (index, point) in points.enumerated() {
      let words = point.split(separator: " ")
      #expect(words[words[0] == "not" ? 2 : 1] == "\(index + 1)")
    }
    #expect(points.count { $0.contains(" # SKIP ") } == 1)
    #expect(lines.count { $0 == "  ---" } == lines.count { $0 == "  ..." })
    #expect(lines.count { $0 == "  ---" } == points.count { $0.hasPrefix("not ok ") })
  }

  @Test func `github gets one line for each`() throws {
    let lines = try report("github").split(separator: "\n")
    #expect(
      lines.contains {
        $0 == "::error file=a.md,line=4,title=differs::> 1 + 1%0Ait prints something else%0Aexpected%0A3%0Agot%0A2"
      })
    #expect(lines.contains { $0.hasPrefix("::error file=b%2Cc%3Ad%25.md,line=1,title=unreadable::") })
    #expect(lines.contains { $0.hasPrefix("::warning file=d.md,line=2,title=luck::") })
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("::") })
  }

  @Test func `paths that lead nowhere`() throws {
    let check = LessonRunner(builtins: .standard).check([folder.path + "/none"])
    for format in ReportFormat.all {
      #expect(format.text(check).contains("there is no file or folder"), "\(format.name)")
    }
    let junit = try #require(ReportFormat.all.first { $0.name == "junit" })
    #expect(try JUnitSchema.faults(of: junit.text(check)) == [])
  }

  @Test func `luck is counted`() throws {
    let luck = try #require(check.lessons.last).luck
    #expect(luck.map(\.line) == [2])
    #expect(luck[0].runs == 20)
    #expect((3...17).contains(luck[0].held))
    let again = LessonRunner(builtins: .standard).check([folder.path + "/d.md"], seeds: 20)
    #expect(again.lessons[0].luck == luck)
    #expect(LessonRunner(builtins: .standard).check([folder.path + "/d.md"]).lessons[0].luck.isEmpty)
  }
}
