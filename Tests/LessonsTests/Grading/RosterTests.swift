import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite struct RosterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func roster(_ text: String, zone: Int? = nil) throws -> Roster {
    folder.write("roster.csv", text)
    return try Roster(folder.path + "/roster.csv", zone: zone)
  }

  private func failure(_ text: String) -> String? {
    do {
      _ = try roster(text)
      return nil
    } catch let failure as Failure {
      return failure.text().replacing(folder.path + "/", with: "")
    } catch {
      return "\(error)"
    }
  }

  /// What becomes of copies with these paths, each right at one question of one point.
  private func book(_ roster: Roster?, _ paths: String..., change: (inout CourseRules) -> Void = { _ in }) throws
    -> GradeBook
  {
    for path in paths { folder.write("in/" + path, "") }
    var rules = CourseRules()
    rules.roster = roster
    change(&rules)
    let files = try SubmissionFiles.find([folder.path + "/in"])
    let book = GradeBook(
      lesson: "he.md", questions: [Question(id: "q", kind: .quiz, points: 1)],
      submissions: files.graded { _ in [Grade(.right)] })
    return try book.settled(by: rules)
  }

  @Test func `a gradebook of Canvas, and a worksheet of Moodle`() throws {
    let canvas = try Roster(Project.path("Tests/References/platforms/canvas.csv"))
    #expect(canvas.students.map(\.name) == ["Lovelace, Ada", "Noether, Emmy", "Gauß, \"Carl\" Friedrich"])
    #expect(canvas.students.map(\.login) == ["ada", "emmy", "cfg@example.org"])
    #expect(canvas.students.map(\.firstName) == ["Ada", "Emmy", "\"Carl\" Friedrich"])
    let moodle = try Roster(Project.path("Tests/References/platforms/moodle.csv"), zone: 3600)
    #expect(moodle.students.map(\.name) == ["Ada Lovelace", "Emmy Noether", "Carl Friedrich Gauß", "Sonja Kovalevski"])
    #expect(
      moodle.students.map(\.identifiers) == [
        ["Participant 11", "101"], ["Participant 12", "102"], ["Participant 13", "103"], ["Participant 14", "104"],
      ])
  }

  @Test func `a list with any separator, byte order mark and line ends`() throws {
    for separator in [",", ";", "\t"] {
      for end in ["\n", "\r\n"] {
        let text = ["login,first name,last name", "ada,Ada,Lovelace", "", "emmy,\"Emmy \"\"N\"\"\",Noether"]
          .map { $0.replacing(",", with: separator) }.joined(separator: end)
        let students = try roster("\u{FEFF}" + text).students
        #expect(students.map(\.name) == ["Ada Lovelace", "Emmy \"N\" Noether"])
        #expect(students.map(\.login) == ["ada", "emmy"])
      }
    }
  }

  @Test(arguments: [
    ("", "this file is empty"), ("\n\n", "this file is empty"), ("login\n", "nobody is on this roster"),
    ("colour,size\nred,3\n", "names no column by which students are known"),
    (
      "login,name\nada,Ada\n,\nada,Eve\n",
      "roster.csv:4: 'ada' stands for two students of this roster (line 2 has it, too)"
    ),
    ("login,section\n,A\n", "roster.csv:2: this row of the roster names nobody"),
    ("name\n\"Ada\n", "roster.csv:2: a quotation mark is never closed"),
    ("login,deadline\nada,tomorrow\n", "roster.csv:2: 'tomorrow' is no time"),
    ("login,deadline\nada,2026-12-01 18:00\n", "does not say in which time zone"),
  ])
  func `a roster that says nothing clear`(_ roster: (text: String, message: String)) {
    #expect(failure(roster.text)?.contains(roster.message) == true, "\(failure(roster.text) ?? "nothing")")
  }

  @Test func `bytes that are no text`() throws {
    folder.write("roster.csv", bytes: Array("name\nJos".utf8) + [0xE9, 0x0A])
    #expect(throws: Failure.self) { try Roster(folder.path + "/roster.csv") }
    folder.write("roster.csv", bytes: [0xFF, 0xFE, 0x41, 0])
    #expect(throws: Failure.self) { try Roster(folder.path + "/roster.csv") }
    #expect(throws: Failure.self) { try Roster(folder.path) }
    #expect(throws: Failure.self) { try Roster(folder.path + "/nowhere.csv") }
  }

  @Test func `copies are known by login or id, then by name, and by nothing less`() throws {
    let roster = try roster(
      "name,login,id\nAda Lovelace,al1,101\nEmmy Noether,en2,102\n\"Gauss, Carl\",cg3,103\nadam,al,104\nEva Stern,,\n")
    let book = try book(
      roster, "al1/work.md", "102.md", "Carl_Gauss.md", "sub/AL/he.md", "eva stern (1).md", "Ada.md", "x103.md")
    #expect(book.submissions.map(\.name) == ["Ada Lovelace", "Emmy Noether", "Gauss, Carl", "adam", "Eva Stern"])
    #expect(book.missing.isEmpty)
    #expect(book.setAside.map { $0.path.replacing(folder.path + "/in/", with: "") } == ["Ada.md", "x103.md"])
    #expect(book.setAside.allSatisfy { $0.reason == "nobody on the roster is called so" })
    #expect(book.concerns.count == 2)
  }

  @Test func `two students of one name, and two names on one path`() throws {
    let roster = try roster("name,login\nAda Lovelace,al1\nAda Lovelace,al2\nEmmy Noether,en\n")
    let book = try book(roster, "Ada Lovelace.md", "al2.md", "en/al1.md")
    #expect(book.submissions.map { $0.student?.login } == ["al2"])
    #expect(book.missing.map(\.login) == ["al1", "en"])
    #expect(
      book.setAside.map(\.reason).sorted() == [
        "it could be of Ada Lovelace (al1) or Ada Lovelace (al2); name it by login or id",
        "it could be of Emmy Noether (en) or Ada Lovelace (al1); name it by login or id",
      ])
    #expect(book.concerns.count == 2)
  }

  @Test func `names as Moodle and Canvas give them to what teachers download`() throws {
    let moodle = try Roster(Project.path("Tests/References/platforms/moodle.csv"), zone: 3600)
    let book = try book(
      moodle, "Ada Lovelace_11_assignsubmission_file_/he.md", "Emmy_X_12_assignsubmission_file_/copy (1).md"
    ) {
      $0.deadline = HandInTime(secondsSince1970: 1_796_144_400)
    }
    #expect(book.submissions.map(\.name) == ["Ada Lovelace", "Emmy Noether"])
    // Handed in 17:59 and 18:05 in a zone an hour east of Greenwich, where the deadline is 18:00.
    #expect(book.rules.deadline?.text == "2026-12-01T17:00:00Z")
    #expect(book.submissions.map(\.handIn.isLate) == [false, true])
    #expect(book.missing.map(\.name) == ["Carl Friedrich Gauß", "Sonja Kovalevski"])
    let other = try RosterTests()
    let canvas = try Roster(Project.path("Tests/References/platforms/canvas.csv"))
    let downloaded = try other.book(
      canvas, "lovelaceada_101_9001_he.md", "noetheremmy_LATE_102_9002_he-1.md", "noetheremmy_102_9000_he.md")
    #expect(downloaded.submissions.map(\.handIn.isLate) == [nil, true])
    #expect(downloaded.submissions.map(\.handIn.attempt) == [1, 2])
    #expect(downloaded.setAside.count == 1 && downloaded.concerns.isEmpty)
  }

  @Test func `Canvas gets its own rows and its own column`() throws {
    let canvas = try Roster(Project.path("Tests/References/platforms/canvas.csv"))
    let book = try book(canvas, "ada.md", "102.md") { $0.column = "Coins" }
    #expect(
      try GradeFormat.canvas.text(of: book) == """
        Student,ID,SIS User ID,SIS Login ID,Section,Coins (301)\r
        "    Points Possible",,,,,1\r
        "Lovelace, Ada",101,S101,ada,A-1,1\r
        "Noether, Emmy",102,S102,emmy,A-1,1\r
        "Gauß, ""Carl"" Friedrich",103,S103,cfg@example.org,A-2,\r

        """)
  }

  @Test func `a worksheet of Moodle keeps every other byte`() throws {
    let path = Project.path("Tests/References/platforms/moodle.csv")
    let before = try References.file(path)
    let moodle = try Roster(path, zone: 3600)
    let book = try book(moodle, "ada@example.org.md", "104.md")
    let lines = before.split(separator: "\r\n")
    let expected = lines.enumerated().map { index, line in
      index == 1
        ? String(line).replacing("grading\",,100", with: "grading\",100.00,100").replacing(
          "-,", with: "-,\"q: 1 of 1, right\"")
        : String(line)
    }
    #expect(try GradeFormat.moodle.text(of: book) == expected.joined(separator: "\r\n") + "\r\n")
    // Nothing to fill in: the same file.
    let none = try RosterTests().book(moodle, "nobody.md")
    #expect(try GradeFormat.moodle.text(of: none) == before)
  }

  @Test(arguments: [
    (AttemptRule.last, 3), (.first, 1), (.best, 2), (.punctual, 2),
  ])
  func `which attempt counts`(_ rule: AttemptRule, _ number: Int) throws {
    let roster = try roster("login\nada\n")
    for attempt in 1...3 {
      folder.write("in/ada/\(attempt)/he.md", "")
      folder.write("in/ada/\(attempt)/timestamp.txt", "2026-12-0\(attempt) 10:00:00.5 UTC\n")
    }
    var rules = CourseRules()
    (rules.roster, rules.attempts, rules.times) = (roster, rule, .stamps)
    rules.deadline = try HandInTime("2026-12-02T12:00Z")
    let files = try SubmissionFiles.find([folder.path + "/in"])
    let points: [Grade.Verdict] = [.wrong, .right, .right]
    let book = try GradeBook(
      lesson: "he.md", questions: [Question(id: "q", kind: .quiz, points: 4)],
      submissions: files.graded { path in
        [Grade(points.indices.first { path.contains("/\($0 + 1)/he") }.map { points[$0] } ?? .missing)]
      }
    ).settled(
      by: {
        var with = rules; with.latePenalty = 25; return with
      }())
    let counted = try #require(book.submissions.first)
    #expect(counted.handIn.attempt == number && counted.handIn.attempts == 3)
    #expect(counted.handIn.isLate == (number == 3))
    #expect(book.points(counted) == (number == 3 ? 3 : number == 2 ? 4 : 0))
    #expect(book.setAside.count == 2)
  }

  @Test func `where no time is known, nobody is called late or in time`() throws {
    let book = try book(roster("login\nada\n"), "ada.md") { $0.deadline = HandInTime(secondsSince1970: 0) }
    #expect(book.submissions.map(\.handIn.isLate) == [nil])
    #expect(book.concerns.count == 1 && book.concerns[0].contains("nothing tells when it was handed in"))
    let timed = try self.book(roster("login\nada\n"), "ada.md") {
      $0.deadline = HandInTime(secondsSince1970: 0)
      $0.times = .files
    }
    #expect(timed.submissions.map(\.handIn.isLate) == [true])
  }

  @Test func `times as they are written`() throws {
    for text in [
      "2026-12-01T18:00+01:00", "2026-12-01 17:00:00 UTC", "2026-12-01T17:00:00.999Z", "2026-12-01T12:00:00-0500",
      "2026-12-01t17:00Z",
    ] { #expect(try HandInTime(text).text == "2026-12-01T17:00:00Z", "\(text)") }
    for text in ["Tuesday, 1 December 2026, 6:00 PM", "1 December 2026, 18:00", "2026-12-01 18:00"] {
      #expect(try HandInTime(text, zone: 3600).text == "2026-12-01T17:00:00Z", "\(text)")
      #expect(throws: Failure.self) { try HandInTime(text) }
    }
    for text in [
      "", "now", "2026-02-30T00:00Z", "2026-12-01T24:00Z", "2026-12-01", "1/12/2026 18:00 UTC", "2026-12-01T18:00+1:00",
    ] {
      #expect(throws: Failure.self, "\(text)") { try HandInTime(text, zone: 0) }
    }
    #expect(HandInTime(secondsSince1970: 951_782_400).text == "2000-02-29T00:00:00Z")
    for seconds in stride(from: 0, to: 250_000_000_000, by: 1_234_567_891) {
      #expect(try HandInTime(HandInTime(secondsSince1970: seconds).text).secondsSince1970 == seconds)
    }
  }
}

extension SubmissionFiles {
  /// As if they had been graded.
  func graded(_ grades: (String) -> [Grade]) -> [GradedSubmission] {
    files.map { GradedSubmission($0, grades: grades($0.path)) }
  }
}
