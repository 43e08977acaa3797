import Platform
import TestSupport
import Testing

/// The lessons that come with gradus, from the shell.
@Suite(.serialized) struct BundledLessonsTests {
  private let program: InstalledProgram

  init() throws { program = try InstalledProgram() }

  /// What a call prints, on standard output and standard error, without the folder's path.
  private func expect(
    _ arguments: String..., output: String? = nil, errors: String = "", status: Int32 = 0, input: String = "",
    environment: [String] = [], location: SourceLocation = #_sourceLocation
  ) throws {
    let words = [program.path] + arguments
    let outcome = try Program.run(
      words, in: program.desk, input: Array(input.utf8), environment: environment)
    if let output { #expect(program.plain(outcome.output) == output, sourceLocation: location) }
    #expect(program.plain(outcome.errors) == errors, sourceLocation: location)
    #expect(outcome.status == status, sourceLocation: location)
  }

  private static let note = "note: these are the lessons that came with gradus, in '/usr/share/gradus/lessons'\n"

  @Test func `learn lists them and says where they are`() throws {
    try expect(
      "learn",
      output: """
        1  Coins  2 steps
        2  Dice   1 step

        These are the lessons that came with gradus, in /usr/share/gradus/lessons.
        'gradus learn NUMBER' begins one, 'gradus learn --copy FOLDER' copies them all.

        """)
    let outcome = try program.run("learn", "1", input: "\n", environment: ["HOME=" + program.root])
    #expect(outcome.output.hasSuffix("Go on here with `gradus learn 1`.\n"), "\(outcome.output)")
    let whole = try program.run("learn", "coins", input: "\n0.4583\n")
    #expect(whole.output.contains("Next: Dice, with `gradus learn 2`."), "\(whole.output)")
  }

  @Test func `a folder 'lessons' here comes first`() throws {
    program.folder.write("desk/lessons/01-mine.md", "# Mine\n\n```gradus\n> 1\n1\n```\n")
    try expect("learn", output: "1  Mine  1 step\n")
    try expect("check", output: "1 lesson, 1 command: all passed\n")
    try expect(
      "learn", "2", errors: "error: there is no lesson 2 here ('gradus learn' lists them)\n", status: 2)
    try expect("check", program.lessons, output: "2 lessons, 3 commands: all passed\n")
  }

  @Test func `check, export, release and grade call them by number and name`() throws {
    try expect("check", output: "2 lessons, 3 commands: all passed\n", errors: Self.note)
    try expect("check", "2", "coins", output: "2 lessons, 3 commands: all passed\n")
    try expect("check", "3", output: "error: there is no lesson 3 here ('gradus learn' lists them)\n", status: 2)
    try expect("export", "-o", "pages", output: "3 pages in pages\n", errors: Self.note)
    try expect("export", "1", "-o", "page", output: "2 pages in page\n")
    try expect(
      "export", "3", "-o", "page", errors: "error: there is no lesson 3 here ('gradus learn' lists them)\n", status: 2)
    try Folder.make(program.desk + "/copies")
    try expect("release", "1", "-o", "copies/ada.md")
    try expect("release", "4", errors: "error: there is no lesson 4 here ('gradus learn' lists them)\n", status: 2)
    let copy = try #require(program.folder.read("desk/copies/ada.md"))
    program.folder.write("desk/copies/ada.md", copy.replacing("____", with: "√0.21"))
    let grades = try program.run("grade", "coins", "copies", "--format", "csv")
    #expect(grades.status == 0)
    #expect(grades.output.contains("ada"), "\(grades)")
    try expect(
      "grade", "copies", "copies",
      errors: "error: 'copies' is a folder (name one lesson by its file, number or name)\n", status: 2)
  }

  @Test func `an update leaves them as they are`() throws {
    program.folder.write("usr/share/gradus/lessons/02-dice.md", "# Dice\n\n```gradus\n> 1\n2\n```\n")
    for words in [["check", "--update", "--yes"], ["check", "2", "--update", "--yes"]] {
      let outcome = try Program.run([program.path] + words, in: program.desk)
      #expect(outcome.status == 2)
      #expect(
        outcome.errors.hasSuffix(
          "error: the lessons that came with gradus are left as they are ('gradus learn --copy FOLDER' writes some of your own)\n"
        ))
    }
    #expect(program.folder.read("usr/share/gradus/lessons/02-dice.md")?.contains("\n2\n") == true)
  }

  @Test func `a school's lessons take their place`() throws {
    program.folder.write("school/01-rain.md", "# Rain\n\n```gradus\n> 1\n1\n```\n")
    try expect(
      "check", "rain", output: "1 lesson, 1 command: all passed\n",
      environment: ["GRADUS_LESSONS=\(program.root)/school"])
    let school = ["GRADUS_LESSONS=\(program.root)/school"]
    try expect(
      "check", output: "1 lesson, 1 command: all passed\n",
      errors: "note: these are the lessons that GRADUS_LESSONS names, in '/school'\n", environment: school)
    #expect(try version(environment: school).hasSuffix("\nlessons: /school, which GRADUS_LESSONS names"))
    program.write(version: "0.0.9", to: "school")
    try expect(
      "check", "rain", output: "1 lesson, 1 command: all passed\n",
      errors:
        "note: '/school' holds the lessons of gradus 0.0.9, and this is gradus 0.1.0 (unset GRADUS_LESSONS for its own)\n",
      environment: school)
    try expect(
      "learn",
      errors: "error: GRADUS_LESSONS names '/none', which is no folder (set it to a folder of lessons, or unset it)\n",
      status: 2, environment: ["GRADUS_LESSONS=/none"])
  }

  @Test func `without any`() throws {
    Folder.remove(program.lessons)
    let reason =
      "there is no folder 'lessons' here, and no lessons came with gradus (name a lesson's file or a folder of lessons)"
    try expect("learn", errors: "error: \(reason)\n", status: 2)
    try expect("check", output: "error: \(reason)\n", status: 2)
    try expect("learn", "3", errors: "error: there is no file or folder '3', and \(reason)\n", status: 2)
    try expect(
      "learn", "--copy", "x",
      errors: "error: no lessons came with this gradus (install it again, with the folder share/gradus beside bin)\n",
      status: 2)
  }

  @Test func `learn copies them`() throws {
    let commands = "  gradus learn my/copy    lists them\n  gradus check my/copy    runs them and compares\n"
    try expect(
      "learn", "--copy", "my/copy",
      output: "4 files written: 'my/copy' now holds the lessons of gradus 0.1.0 with their data.\n" + commands)
    try expect("check", "my/copy", output: "2 lessons, 3 commands: all passed\n")
    try expect("learn", "--copy", "my/copy", output: "'my/copy' holds the lessons of gradus 0.1.0 already.\n")
    program.folder.write("desk/my/copy/01-coins.md", "mine")
    try expect(
      "learn", "--copy", "my/copy",
      errors:
        "error: 'my/copy' holds other lessons, and nothing was written: 01-coins.md would be replaced (name another folder, or add --replace to lose what is there)\n",
      status: 2)
    #expect(program.folder.read("desk/my/copy/01-coins.md") == "mine")
    try expect(
      "learn", "--copy", "my/copy", "--replace",
      output: "1 file written: 'my/copy' now holds the lessons of gradus 0.1.0 with their data.\n" + commands)
    for words in [["learn", "--replace"], ["learn", "--copy", "x", "1"]] {
      #expect(try Program.run([program.path] + words, in: program.desk).status == 2)
    }
  }

  @Test func `lessons of another version are noticed`() throws {
    try expect("learn", "--copy", "old")
    program.write(version: "0.0.9", to: "desk/old")
    let note =
      "note: 'old' holds the lessons of gradus 0.0.9, and this is gradus 0.1.0 ('gradus learn --copy FOLDER' writes its own)\n"
    try expect("check", "old", output: "2 lessons, 3 commands: all passed\n", errors: note)
    try expect("check", "old", "1", output: "1 lesson, 2 commands: all passed\n", errors: note)
    try expect("learn", "old", errors: note)
    try expect("learn", "old/02-dice.md", errors: note)
    program.write(version: "1.0", to: "usr/share/gradus/lessons")
    try expect(
      "learn", "2",
      errors:
        "note: '/usr/share/gradus/lessons' holds the lessons of gradus 1.0, and this is gradus 0.1.0 (install gradus again, with its lessons)\n"
    )
  }

  // MARK: The version

  /// What `--version` prints below its first line, which depends on how the program was built.
  private func version(environment: [String] = []) throws -> String {
    let outcome = try program.run("--version", environment: environment)
    #expect(outcome.status == 0)
    let lines = program.plain(outcome.output).split(separator: "\n")
    let linking = try #require(Linking(of: program.path))
    #expect(lines.first ?? "" == "gradus 0.1.0 (\(linking), \(processorKind))")
    return lines.dropFirst().joined(separator: "\n")
  }

  @Test func `the version says what it is and where from`() throws {
    #expect(
      try version() == "program: /usr/bin/gradus\nlessons: /usr/share/gradus/lessons, which came with gradus")
    program.write(version: "1.0", to: "usr/share/gradus/lessons")
    #expect(
      try version()
        == "program: /usr/bin/gradus\nlessons: /usr/share/gradus/lessons, which came with gradus, of gradus 1.0")
    try Folder.make(program.desk + "/lessons")
    #expect(try version() == "program: /usr/bin/gradus\nlessons: lessons, a folder here")
    Folder.remove(program.desk + "/lessons")
    Folder.remove(program.lessons)
    #expect(
      try version()
        == "program: /usr/bin/gradus\nlessons: none: there is no folder 'lessons' here, and no lessons came with gradus (name a lesson's file or a folder of lessons)"
    )
  }

  @Test func `a build finds the lessons of its source tree`() throws {
    let outcome = try Program.run([Program.path, "--version"], in: program.desk)
    #expect(
      outcome.output.hasSuffix("\nlessons: \(Project.path("lessons")), which came with gradus\n"), "\(outcome.output)")
  }
}
