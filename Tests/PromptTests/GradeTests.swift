import Platform
import TestSupport
import Testing

/// `gradus grade`, `release` and `new lesson` as teachers run them.
///
/// Tests/Classroom keeps the grades in each format; of the page what is between `<main` and `</main>`.
@Suite struct GradeTests {
  private static let lesson = Project.path("Tests/Classroom/coins.md")
  private static let copies = Project.path("Tests/Classroom/submissions")

  private static func released() throws -> String { try References.file(Project.path("Tests/Classroom/released.md")) }

  private func grade(_ paths: String...) throws -> Program.Outcome { try Program.run(["grade", Self.lesson] + paths) }

  /// The statuses of one student's answers, or why there are none.
  private func verdicts(_ csv: String, _ student: String) -> [String] {
    let row = csv.split(separator: "\r\n").first { $0.hasPrefix(student + ",") } ?? ""
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return cells.filter { ["right", "wrong", "blank", "missing", "failed", "over budget", "crashed"].contains($0) }
  }

  @Test(arguments: [("text", "txt"), ("csv", "csv"), ("json", "json"), ("html", "html")], ["1", "3"])
  func `the class's grades, whatever runs at once`(_ format: (name: String, suffix: String), _ jobs: String) throws {
    let outcome = try grade(Self.copies, "--format", format.name, "--jobs", jobs)
    #expect(outcome.status == 0)
    var output = outcome.output.replacing(Project.path(""), with: "")
    if format.name == "html" {
      let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
      let main = lines.drop { !$0.hasPrefix("<main") }.prefix { $0 != "</main>" }
      output = (main + ["</main>", ""]).joined(separator: "\n")
      #expect(!outcome.output.contains("<script"))
      #expect(!outcome.output.contains("http:") && !outcome.output.contains("https:"))
    }
    #expect(try output == Recording.kept(at: "Tests/Classroom/grades.\(format.suffix)", for: output))
  }

  @Test func `hostile copies cost themselves alone`() throws {
    let folder = try TemporaryFolder()
    let good = try References.file(Self.copies + "/Ada.md")
    func write(_ name: String, _ text: String) { folder.write("in/" + name + ".md", text) }
    func answer(_ source: String) -> String { good.replacing("> s = √v", with: source) }
    write("=cmd()", good)
    write("control\u{1B}[31m\u{202E}", answer("> s = \"\u{1B}[2J\""))
    write("crlf", "\u{FEFF}" + good.replacing("\n", with: "\r\n"))
    write("nested", String(repeating: ">", count: 100_000) + " x\n" + good)
    write("huge", String(repeating: "x", count: 5_000_000))
    write("empty", "")
    write("nothing", "# No block\n")
    write("noprompt", answer("s = √v").replacing("> v = p × (1 - p);", with: "v = p - p²"))
    write("unclosed", answer("> s = √v\n").replacing("√v\n\n```", with: "√v"))
    write("doubled", good + "\n```gradus exercise=sd\n> s = ____\n```\n\n```gradus exercise=sd what\n> s = 7\n```\n")
    write("steps", answer("> s = √v; t = sum(1..2e7)"))
    write("memory", answer("> set memory=4TB; s = √v; t = 1..1e9"))
    write("values", answer("> s = √v; " + (0..<60).map { "a\($0) = 1..9e6;" }.joined()))
    write("calls", answer("> g(x) = g(x) + 1; s = g(1)"))
    write("long", answer("> s = √v; t = [sum([sum([i × j × k for i in 1..99]) for j in 1..99]) for k in 1..999]"))
    write("outside", answer("> save(1..3, \"\(folder.path)/evil.csv\"); s = √v"))
    write("upwards", answer("> save(1..3, \"../evil.csv\"); s = √v"))
    write("seed", answer("> seed 7; set digits=1; s = √v"))
    folder.write("in/bytes.md", bytes: Array(good.utf8) + [0xFF])
    symlink(Self.copies + "/Ada.md", folder.path + "/in/link.md")
    mkfifo(folder.path + "/in/pipe.md", 0o600)
    let outcome = try grade(folder.path + "/in", "--format", "csv", "--time-limit", "5")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let csv = outcome.output
    for name in ["'=cmd()", "bytes", "crlf", "noprompt", "unclosed", "seed"] {
      #expect(verdicts(csv, name) == ["right", "right", "right", "right", "right"], "\(name)")
    }
    for name in ["steps", "memory", "calls", "long"] {
      #expect(verdicts(csv, name) == ["over budget", "right", "right", "right", "right"], "\(name)")
    }
    #expect(["crashed", "over budget"].contains(verdicts(csv, "values").first ?? ""))
    #expect(verdicts(csv, "values").dropFirst() == ["right", "right", "right", "right"])
    for name in ["outside", "upwards"] {
      #expect(verdicts(csv, name) == ["failed", "right", "right", "right", "right"], "\(name)")
    }
    #expect(folder.read("evil.csv") == nil)
    #expect(verdicts(csv, "doubled").first == "wrong")
    for name in ["empty", "nothing"] { #expect(verdicts(csv, name) == Array(repeating: "missing", count: 5)) }
    for (name, why) in [
      ("nested", "this is nested too deep for a lesson"), ("huge", "it is larger than 4 MB"),
      ("link", "it is a symbolic link, which is not followed"),
      ("pipe", "it is no ordinary file"),
    ] {
      #expect(csv.split(separator: "\r\n").contains { $0.hasPrefix(name + ",") && String($0).contains(why) }, "\(name)")
    }
    for format in ["text", "csv", "html"] {
      let shown = try grade(folder.path + "/in/control\u{1B}[31m\u{202E}.md", "--format", format).output
      #expect(!shown.contains("\u{1B}") && !shown.contains("\u{202E}"), "\(format)")
      #expect(shown.contains("control␛[31m"), "\(format)")
    }
  }

  @Test func `what was graded is kept, and taken from there until something changes`() throws {
    let folder = try TemporaryFolder()
    let good = try References.file(Self.copies + "/Ada.md")
    for name in ["a", "b", "c"] { folder.write("in/\(name).md", good) }
    let output = folder.path + "/grades.json"
    func run() throws -> String? {
      let outcome = try grade(folder.path + "/in", "--output", output, "--resume")
      #expect(outcome.status == 0)
      return folder.read("grades.json")
    }
    let first = try run()
    let journal = try #require(folder.read("grades.json.progress"))
    // What stands in the journal is believed as long as the copy is what it was.
    folder.write("grades.json.progress", journal.replacing("\tright\t", with: "\tblank\t") + "grades\tcut o")
    #expect(try run()?.contains("\"blank\"") == true)
    folder.write("in/a.md", good + "\n")
    folder.write("in/b.md", good + "\n")
    folder.write("in/c.md", good + "\n")
    #expect(try run() == first)
    folder.write("grades.json.progress", "mine")
    #expect(try grade(folder.path + "/in", "--output", output, "--resume").status == 2)
    #expect(folder.read("grades.json.progress") == "mine")
  }

  @Test func `killed at any instant, it goes on where it was`() throws {
    let folder = try TemporaryFolder()
    let slow = try References.file(Self.copies + "/Ada.md")
      .replacing("> s = √v", with: "> s = √v; t = sample(normal(0, 1), 2e7)")
    for number in 10..<30 { folder.write("in/\(number).md", slow) }
    let arguments = "grade '\(Self.lesson)' '\(folder.path)/in' --time-limit 0.05 --jobs 1 --resume --output"
    let whole = folder.path + "/whole.csv"
    #expect(try Program.shell("'\(Program.path)' \(arguments) '\(whole)'") == 0)
    let output = "\(folder.path)/cut.csv"
    for done in [0, 3, 8] {
      let isFurther = "[ $(grep -c 'over budget' '\(output).progress' 2> /dev/null || true) -ge \(done) ] 2> /dev/null"
      _ = try Program.shell(
        "'\(Program.path)' \(arguments) '\(output)' & until \(isFurther) || ! kill -0 $!; do sleep 0.02; done; kill -9 $!; wait"
      )
    }
    #expect(folder.read("cut.csv.progress")?.contains("over budget") == true)
    #expect(try Program.shell("'\(Program.path)' \(arguments) '\(folder.path)/cut.csv'") == 0)
    #expect(folder.read("cut.csv") == folder.read("whole.csv"))
  }

  @Test func `a call or a lesson that is wrong`() throws {
    let copy = Project.path("Tests/Classroom/released.md")
    let kept = try Program.run("grade", copy, Self.copies)
    #expect(kept.status == 2)
    #expect(kept.errors.contains("this is a copy without answers"))
    #expect(try grade(Self.copies + "/nobody.md").status == 2)
    #expect(try Program.run("grade", "missing.md", Self.copies).status == 2)
    #expect(try grade(Self.copies, "--output", "/nowhere/x.csv").status == 2)
    let folder = try TemporaryFolder()
    folder.write("bad.md", try References.file(Self.lesson).replacing("s = √v", with: "s = v"))
    let bad = try Program.run("grade", folder.path + "/bad.md", Self.copies)
    #expect(bad.status == 2)
    #expect(bad.errors.contains("bad.md:34: the solution of exercise 'sd' does not pass its check"))
  }

  @Test func `release writes copies beside or below, never over the lesson`() throws {
    let folder = try TemporaryFolder()
    let lesson = try References.file(Self.lesson)
    for name in ["a.md", "deep/b.md"] { folder.write("in/" + name, lesson) }
    #expect(try Program.run("release", Self.lesson).output == Self.released())
    #expect(try Program.run("release", folder.path + "/in", "--output", folder.path + "/new/out").status == 0)
    #expect(try folder.read("new/out/deep/b.md") == Self.released())
    for target in [folder.path + "/in/a.md", folder.path + "/in"] {
      let outcome = try Program.run("release", folder.path + "/in/a.md", "--output", target)
      #expect(outcome.status == 2)
      #expect(folder.read("in/a.md") == lesson)
    }
    #expect(try Program.run("release", folder.path + "/in").status == 2)
    #expect(try Program.run("release", folder.path + "/missing.md").status == 2)
  }

  @Test func `a new lesson says what to do next`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run("new", "lesson", "first steps", "--output", folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("wrote \(folder.path)/first-steps.md\n"))
    #expect(try Program.run("check", folder.path).status == 0)
    #expect(try Program.run("new", "lesson", "first steps", "--output", folder.path).status == 2)
  }
}
