import Platform
import TestSupport
import Testing

/// A class of thirty with a roster, three attempts each, one of them late, two missing, one with points by hand, graded as a teacher
/// does it.
@Suite struct CourseGradingTests {
  private static let lesson = Project.path("Tests/Classroom/coins.md")
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func login(_ number: Int) -> String { "s" + (number < 10 ? "0" : "") + String(number) }

  /// The answers of a student's attempt, and the points that they are worth: of 2, 1, 3, 3 and 1 for the five questions.
  private static func answers(_ number: Int, _ attempt: Int) -> (right: [Bool], points: Int) {
    let right = (0..<5).map { question in (number * 7 + question * 3) % 4 < attempt }
    return (right, zip(right, [2, 1, 3, 3, 1]).reduce(0) { $0 + ($1.0 ? $1.1 : 0) })
  }

  private func writeClass() throws {
    let good = try References.file(Project.path("Tests/Classroom/submissions/Ada.md"))
    let wrong = [
      ("> s = √v", "> s = v"), ("f(x) = x²", "f(x) = 2 × x"), ("ten = 1..10", "ten = 1..9"),
      ("- [x] b) shrinks", "- [ ] b) shrinks"), ("- [x] b) normal", "- [ ] b) normal"),
    ]
    var roster = "login,first name,last name,email\n"
    for number in 1...30 {
      let login = Self.login(number)
      roster += "\(login),Given\(number),Family\(number),\(login)@example.org\n"
      if [7, 19].contains(number) { continue }
      for attempt in 1...3 {
        var copy = good
        for (isRight, change) in zip(Self.answers(number, attempt).right, wrong) where !isRight {
          copy = copy.replacing(change.0, with: change.1)
        }
        folder.write("in/\(login)/\(attempt)/coins.md", copy)
        let hour = number == 12 && attempt == 3 ? 19 : 14 + attempt
        folder.write("in/\(login)/\(attempt)/timestamp.txt", "2026-12-01 \(hour):00:00 UTC\n")
      }
    }
    folder.write("roster.csv", roster)
    folder.write(
      "marks.csv", "student,question,points,remark\ns23,list,1.5,\"Right idea, Given23.\"\ns23,,,See me.\n")
  }

  private func grade(_ options: String...) throws -> Program.Outcome {
    try Program.run(
      [
        "grade", Self.lesson, folder.path + "/in", "--roster", folder.path + "/roster.csv", "--deadline",
        "2026-12-01T19:00+01:00", "--times", "stamps", "--late-penalty", "50", "--marks", folder.path + "/marks.csv",
      ] + options)
  }

  @Test func `the table that a teacher expects, twice the same`() throws {
    try writeClass()
    let first = try grade("--format", "csv", "--jobs", "1")
    let second = try grade("--format", "csv", "--jobs", "2")
    #expect(first.status == 0 && first.output == second.output && first.errors == second.errors)
    #expect(first.errors == "missing: Given7 Family7 (s07)\nmissing: Given19 Family19 (s19)\nlate: Given12 Family12\n")
    let rows = first.output.replacing("\u{FEFF}", with: "").split(separator: "\r\n").map(String.init)
    let header = rows[0].split(separator: ",").map(String.init)
    #expect(rows.count == 31)
    var last: [String] = []
    for number in 1...30 where ![7, 19].contains(number) {
      let points = Self.answers(number, 3).points
      let marked = number == 23
      let expected =
        number == 12 ? "\(Double(points) / 2)".replacing(".0", with: "") : marked ? "\(points + 1).5" : String(points)
      let row = try #require(rows.first { $0.hasPrefix("Given\(number) ") })
      #expect(row.contains(",graded,\(expected),10,"), "\(row)")
      #expect(row.contains(number == 12 ? ",late,3,3," : ",in time,3,3,"), "\(row)")
      last.append(row)
    }
    #expect(
      header.suffix(9) == ["remark", "login", "id", "email", "handed in", "late", "attempt", "attempts", "penalty"])
    #expect(
      rows.filter { $0.contains(",missing,") }.map { String($0.prefix { $0 != "," }) } == [
        "Given7 Family7", "Given19 Family19",
      ])
    #expect(rows.first { $0.hasPrefix("Given23 ") }?.contains("\"Right idea, Given23.\"") == true)
    let text = try grade()
    let shown = text.output.replacing(folder.path, with: "")
    #expect(try shown == Recording.kept(at: "Tests/Classroom/course.txt", for: shown))
  }

  @Test func `points by hand outlive a new run, and no new answer gets them unseen`() throws {
    try writeClass()
    func row() throws -> String? {
      try grade("--format", "csv").output.split(separator: "\r\n").map(String.init).first { $0.hasPrefix("Given23 ") }
    }
    folder.write("marks.csv", "student,question,points,remark,answer\ns23,sd,1,Nearly.,v = p × (1 - p); s = v\n")
    let copy = try #require(folder.read("in/s23/3/coins.md"))
    folder.write("in/s23/3/coins.md", copy.replacing("> s = √v", with: "> s = v"))
    #expect(try row()?.contains("Nearly.") == true)
    folder.write(
      "in/s23/3/coins.md", copy.replacing("> s = √v", with: "> s = 2 × v").replacing("> s = v\n", with: "> s = 2 × v\n")
    )
    folder.write("in/s23/2/coins.md", "")
    folder.write("in/s23/1/coins.md", "")
    let changed = try grade("--format", "csv")
    #expect(changed.status == 1)
    #expect(changed.errors.contains("marks.csv:2: 's23' has another answer to sd now, so the mark does not count"))
    #expect(folder.read("marks.csv")?.contains("s23,sd,1,Nearly.") == true)
    for (sheet, message) in [
      ("student,question,points\ns23,sdd,1\n", "there is no question 'sdd' (did you mean 'sd'?)"),
      ("student,question,points\ns23,sd,2.5\n", "'2.5' are no points of sd"),
      ("student,question,points\ns23,sd,1\ns23,sd,2\n", "this marks the same as line 2"),
      ("student,question,points\ns23,,1\n", "points are for a question"), ("a,b\n", "this is no sheet of marks"),
    ] {
      folder.write("marks.csv", sheet)
      let outcome = try grade()
      #expect(outcome.status == 2 && outcome.errors.contains(message), "\(outcome.errors)")
    }
    folder.write("marks.csv", "student,question,points\nnobody,sd,1\n")
    #expect(try grade().errors.contains("there is no copy of 'nobody', so the mark counts for nobody"))
  }

  @Test func `what says nothing without a roster, or not of several copies, is refused`() throws {
    try writeClass()
    for options in [
      ["--attempts", "best"], ["--handed-in", "2026-12-01T18:00Z"], ["--deadline", "tomorrow"],
      ["--late-penalty", "5"],
    ] {
      let outcome = try Program.run(["grade", Self.lesson, folder.path + "/in"] + options)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(options)")
    }
  }

  @Test func `nbgrader's own table of the same class`() throws {
    let outcome = try Program.run(
      [
        "grade", Self.lesson, Project.path("Tests/Classroom/submissions"), "--roster",
        Project.path("Tests/Classroom/roster.csv"), "--deadline", "2026-12-01T18:00+01:00", "--late-penalty", "25",
        "--format", "nbgrader",
      ])
    #expect(outcome.status == 0)
    #expect(try outcome.output == References.text("platforms/nbgrader.csv"))
  }

  @Test func `a sheet of marks is begun with what has to be looked at`() throws {
    let good = try References.file(Project.path("Tests/Classroom/submissions/Ada.md"))
    folder.write("in/eve.md", good.replacing("- [x] b) shrinks", with: "- [?] b) shrinks"))
    let sheet = folder.path + "/marks.csv"
    let outcome = try Program.run("grade", Self.lesson, folder.path + "/in", "--marks", sheet)
    #expect(outcome.status == 0 && outcome.errors == "begun: \(sheet)\n")
    #expect(folder.read("marks.csv") == "student,question,points,remark,answer\r\neve,error,,,\r\n")
    folder.write("marks.csv", "student,question,points,remark,answer\r\neve,error,3,Shrinks.,\r\n")
    let marked = try Program.run("grade", Self.lesson, folder.path + "/in", "--marks", sheet)
    #expect(marked.output.contains("10") && marked.output.contains("to be looked at*"))
    #expect(folder.read("marks.csv")?.contains("Shrinks.") == true)
  }

  @Test func `a page for each student, over no file of anybody else's`() throws {
    let good = try References.file(Project.path("Tests/Classroom/submissions/Ada.md"))
    folder.write("in/ada.md", good)
    folder.write("in/<b> & co.md", good.replacing("> s = √v", with: "> s = \"<script>\""))
    let pages = folder.path + "/back"
    func run() throws -> Program.Outcome {
      try Program.run("grade", Self.lesson, folder.path + "/in", "--feedback", pages)
    }
    #expect(try run().status == 0)
    #expect(folder.read("back/ada.html")?.contains("<p>10 of 10 points.</p>") == true)
    let other = try #require(folder.read("back/_b____co.html"))
    #expect(other.contains("8 of 10 points.") && !other.contains("<script") && !other.contains("0.458"))
    #expect(try run().status == 0)
    folder.write("back/ada.html", "mine")
    let refused = try run()
    #expect(refused.status == 2 && refused.errors.contains("is in the way"))
    #expect(folder.read("back/ada.html") == "mine")
  }

  @Test func `one copy at a time, as platforms hand it over`() throws {
    let good = try References.file(Project.path("Tests/Classroom/submissions/Ada.md"))
    func results(_ format: String) throws -> String {
      let outcome = try Program.run("grade", Self.lesson, folder.path + "/in", "--format", format)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output
    }
    folder.write("in/anything.md", good)
    #expect(try results("gradescope").contains("\"score\": 10,"))
    folder.write("in/README.md", "# Mine\n")
    #expect(try results("gradescope").contains("several files could be the copy; hand in one, or call it 'coins.md'"))
    folder.write("in/deep/coins.md", good.replacing("> s = √v", with: "> s = v"))
    #expect(try results("gradescope").contains("\"score\": 8,"))
    #expect(try results("prairielearn").contains("\"score\": 0.8,"))
    for (name, bytes) in [
      ("empty", [UInt8]()), ("binary", (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
      ("huge", Array(repeating: 0x20, count: 5_000_000)),
      ("nested", Array(repeating: UInt8(ascii: ">"), count: 100_000)),
    ] {
      folder.write("in/deep/coins.md", bytes: bytes)
      let results = try results("prairielearn")
      #expect(results.contains("\"gradable\": false") && results.contains("This cannot be graded"), "\(name)")
    }
    unlink(folder.path + "/in/deep/coins.md")
    symlink(Self.lesson, folder.path + "/in/deep/coins.md")
    #expect(try results("gradescope").contains("it is a symbolic link, which is not followed"))
    let empty = try TemporaryFolder()
    let none = try Program.run("grade", Self.lesson, empty.path, "--format", "gradescope")
    #expect(none.status == 0 && none.output.contains("hand in 'coins.md' with your answers (nothing was handed in)"))
    empty.write("he.docx", "PK")
    let wrong = try Program.run("grade", Self.lesson, empty.path, "--format", "prairielearn")
    #expect(wrong.status == 0 && wrong.output.contains("(handed in: he.docx)"))
    #expect(try Program.run("grade", Self.lesson, empty.path + "/nowhere", "--format", "gradescope").status == 2)
  }

  @Test func `Classroom 50 is told by its workflow what is graded`() throws {
    let call = ["grade", Self.lesson, Project.path("Tests/Classroom/submissions/Cantor.md"), "--format", "classroom50"]
    let bare = try Program.run(call)
    #expect(bare.status == 2 && bare.errors.contains("is not set"))
    let environment = [
      "CLASSROOM=ml", "ASSIGNMENT=coins", "SUBMISSION_TAG=submit/1", "COMMIT_URL=https://example.org/c",
      "RELEASE_URL=https://example.org/r",
    ]
    let untimed = try Program.run(call, environment: environment)
    #expect(untimed.status == 2 && untimed.errors.contains("--handed-in \"$(git log -1 --format=%cI)\""))
    let outcome = try Program.run(call + ["--handed-in", "2026-12-01T18:00:00+01:00"], environment: environment)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"datetime\": \"2026-12-01T17:00:00Z\""))
    #expect(outcome.output.contains("\"review\": \"https://example.org/c\""))
    #expect(outcome.output.contains("\"score\": 0,\n  \"max-score\": 10,\n"))
  }

  @Test func `answers from the tutor are written into a copy to hand in`() throws {
    folder.write("he.md", try References.file(Project.path("Tests/Classroom/released.md")))
    let (copy, filled) = (folder.path + "/he.md", folder.path + "/he-ada.md")
    func learn(_ input: String, _ target: String) throws -> Program.Outcome {
      try Program.run(
        ["learn", copy, "--hand-in", target], input: Array(input.utf8), environment: ["XDG_STATE_HOME=" + folder.path])
    }
    // What is said works when it is typed: `skip` shows no solution that is not there, and going on goes on writing.
    let begun = try learn("\n\n√v\n", folder.path + "/begun.md").output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(begun.contains("hint helps, skip goes on.") && !begun.contains("shows the solution"), "\(begun)")
    #expect(begun.contains("Go on here with `gradus learn \(copy) --hand-in \(folder.path)/begun.md`."), "\(begun)")
    #expect(
      try Program.run(
        ["learn", copy], input: Array("reset\nyes\n".utf8), environment: ["XDG_STATE_HOME=" + folder.path]
      ).status == 0)
    let answers = "\n\n√v\n\n\n\nx²\n\n1..10\n\nb\na, b\n"
    let first = try learn(answers, filled)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("Hand in \(filled): 5 of 5 questions answered in it."), "\(first.output)")
    let ada = try References.file(Project.path("Tests/Classroom/submissions/Ada.md"))
    #expect(folder.read("he-ada.md") == ada.replacing("quiz=moments kept", with: "quiz=moments several kept"))
    #expect(try folder.read("he.md") == References.file(Project.path("Tests/Classroom/released.md")))
    #expect(try Program.run("grade", Self.lesson, filled, "--format", "gradescope").output.contains("\"score\": 10,"))
    // Neither the copy itself nor anything else is replaced.
    folder.write("notes.md", "# Mine\n")
    for target in ["he.md", "notes.md"] {
      let before = folder.read(target)
      #expect(try learn("", folder.path + "/" + target).status == 2)
      #expect(folder.read(target) == before)
    }
    #expect(
      try Program.run(["learn", Self.lesson, "--hand-in", filled], environment: ["XDG_STATE_HOME=" + folder.path])
        .status == 2)
  }
}
