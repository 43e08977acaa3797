import Platform
import TestSupport
import Testing

/// What grades depend on, which is the copy alone, and what is a right answer however it is written. Each table is graded in one
/// run of the program.
@Suite struct GradingLawTests {
  private static let lesson = """
    # Data

    ```gradus
    > v = load "v.csv"
    [3, 5, 10]
    > D = normal(-0.5, 0.1)
    normal(mean=-0.5, stddev=0.1)
    ```

    ```gradus exercise=k points=2
    > k = ____
    ```

    <!-- gradus check=k
    k = 1.25
    -->

    ```gradus solution=k
    > k = 5/4
    ```

    ```gradus exercise=m points=3
    > m = ____
    ```

    <!-- gradus check=m
    m == mean(load("v.csv")) = true
    mean(sample(D, 5)) = -0.5 ±0.3
    -->

    ```gradus solution=m
    > m = mean(v)
    ```

    ```gradus exercise=io
    > save linspace(0, 1, 200_000) "a.npy"
    > w = ____
    ```

    <!-- gradus check=io
    length(w) = 200000
    -->

    ```gradus solution=io
    > save linspace(0, 1, 200_000) "a.npy"
    > w = load "a.npy";
    ```

    A factor above 1 in each layer

    - a) vanishes
    - b) grows beyond all bounds
    - c) stays at 1

    <!-- gradus quiz=limit answer=b -->

    """

  private static let copy = """
    # Data

    ```gradus exercise=k points=2
    > k = 1.25
    ```

    ```gradus exercise=m points=3
    > m = mean(v)
    ```

    ```gradus exercise=io
    > save linspace(0, 1, 200_000) "a.npy"
    > w = load "a.npy";
    ```

    - [ ] a) vanishes
    - [x] b) grows beyond all bounds
    - [ ] c) stays at 1

    <!-- gradus quiz=limit points=1 kept -->

    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.write("lesson.md", Self.lesson)
    folder.write("v.csv", "3\n5\n10\n")
    mkdir(folder.path + "/tmp", 0o700)
  }

  /// The verdicts of each student on k, m, io and limit; or why there are none.
  private func grade(_ paths: [String], _ options: String...) throws -> [String: [String]] {
    let outcome = try Program.run(
      ["grade", folder.path + "/lesson.md"] + paths + ["--format", "csv"] + options,
      environment: ["TMPDIR=\(folder.path)/tmp"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    var grades: [String: [String]] = [:]
    for row in outcome.output.split(separator: "\r\n").dropFirst() {
      let cells = Self.cells(of: row)
      grades[cells[0]] = cells[2] == "graded" ? [6, 10, 14, 18].map { cells[$0] } : [cells[2]]
    }
    return grades
  }

  private static func cells(of row: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in row {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// Grades copies in which a text is replaced by each of some others; the verdicts on one question.
  private func verdicts(on question: Int, replacing old: String, with others: [String]) throws -> [String] {
    for (number, text) in others.enumerated() {
      folder.write("in/\(1000 + number).md", Self.copy.replacing(old, with: text))
    }
    let grades = try grade([folder.path + "/in"])
    return others.indices.map { grades["\(1000 + $0)"].map { $0.count == 4 ? $0[question] : $0[0] } ?? "" }
  }

  private func expect(_ table: [(String, String)], on question: Int, replacing old: String) throws {
    let found = try verdicts(on: question, replacing: old, with: table.map(\.0))
    for (row, verdict) in zip(table, found) { #expect(verdict == row.1, "\(row.0)") }
  }

  @Test func `a tick is a tick`() throws {
    let plain = "- [ ] a) vanishes\n- [x] b) grows beyond all bounds\n- [ ] c) stays at 1\n"
    let (a, c) = ("- [ ] a) vanishes\n", "- [ ] c) stays at 1\n")
    try expect(
      [
        (plain, "right"),
        (a + "- [x] b) grows beyond all bounds\n  - since the factor grows\n  - and again\n" + c, "right"),
        (plain + "\nMy reasons:\n\n- because it is above 1\n- and there are many layers\n", "right"),
        (plain + "\n1. first\n2. second\n", "right"),
        (plain + "\n- [ ] I am sure\n", "right"),
        (a + "- [x] **b)** grows beyond all bounds\n" + c, "right"),
        (a + "- [x] **b) grows beyond all bounds**\n" + c, "right"),
        (a + "- **[x] b) grows beyond all bounds**\n" + c, "right"),
        (a + "- b) [x] grows beyond all bounds\n" + c, "right"),
        (a + "- b) grows beyond all bounds [x]\n" + c, "right"),
        (a + "-[x] b) grows beyond all bounds\n" + c, "right"),
        (a + "- [X ] b) grows beyond all bounds\n" + c, "right"),
        (a + "- [✓] b) grows beyond all bounds\n" + c, "right"),
        (a + "- [x] B) grows beyond all bounds\n" + c, "right"),
        (a + "- [x] b. grows beyond all bounds\n" + c, "right"),
        (a + "- [x] (b) grows beyond all bounds\n" + c, "right"),
        (a + "- ☑ b) grows beyond all bounds\n" + c, "right"),
        (a + "- [b] b) grows beyond all bounds\n" + c, "right"),
        (a + "* [x] b) grows beyond all bounds\n" + c, "right"),
        (a + "- [x] grows beyond all bounds\n" + c, "right"),
        (a + "-\u{A0}[x] b) grows beyond all bounds\n" + c, "right"),
        ("> " + plain.replacing("\n", with: "\n> ") + "\n", "right"),
        (plain.replacing("\n", with: "\n\n"), "right"),
        (a + "- [x] b) grows beyond all bounds\n- [x] c) stays at 1\n", "wrong"),
        ("- [x] a) vanishes\n- [ ] b) grows beyond all bounds\n" + c, "wrong"),
        (a + "- [ ] b) grows beyond all bounds\n" + c, "blank"),
        ("- a) vanishes\n- b) grows beyond all bounds\n- c) stays at 1\n", "blank"),
        (a + "- [-] b) grows beyond all bounds\n" + c, "to be looked at"),
        (a + "- [?] b) grows beyond all bounds\n" + c, "to be looked at"),
        (a + "- [ ] **b) grows beyond all bounds**\n" + c, "to be looked at"),
        (a + "- [ ] b) grows beyond all bounds <-- this\n" + c, "to be looked at"),
        (a + "- [ ] b) grows beyond all bounds\n" + c + "\nAnswer: b\n", "to be looked at"),
        (a + "- [x] d) none of these\n" + c, "to be looked at"),
        ("I do not know.\n", "missing"),
      ], on: 3, replacing: plain)
  }

  @Test func `a value is right however it is written`() throws {
    try expect(
      [
        "> k = 1.25", "> k = 5/4", "> k = 1,25", "> k = 125%", "> k = 125 %", "> k = 125 percent", "> k = 1.25 units",
        " > k = 1.25", "\t> k = 1.25", ">\u{A0}k = 1.25", "\u{A0}> k = 1.25",
        ">k = 1.25", ">> k = 1.25", ">>> k = 1.25", "&gt; k = 1.25", "k = 1.25", "   k = 1.25", "> k =\u{A0}1.25",
        "> k ≈ 1.25",
        "> k = 1.25.", "> k = 1.25  # was 0,5", "> x = 5\n> k = x/4", "> k =\n|   5/4", " > k =\n |   5/4",
        "> k = 2.5/2", "> k = 12.5e-1",
      ].map { ($0, "right") }
        + [
          ("> k = 1.3", "wrong"), ("> k = 1,3", "failed"), ("> k = 0.0125 percent", "failed"), ("> k = ____", "blank"),
          ("", "blank"),
          ("> k = [1,25]", "wrong"), ("> k = \"1,25\"", "wrong"), ("> k = 1.25 +", "failed"),
        ], on: 0, replacing: "> k = 1.25")
  }

  @Test func `no answer passes by what it does to the key`() throws {
    try expect(
      [
        ("> m = mean(v)", "right"), ("> m = 6", "right"), ("> seed 1\n> m = mean(v)", "right"),
        ("> m = 1", "wrong"), ("> save [1, 1, 1] \"v.csv\"\n> m = 1", "wrong"),
        ("> save [1, 1, 1] \"./v.csv\"\n> m = 1", "wrong"),
        ("> save [6] \"v.csv\"\n> m = mean(v)", "right"), ("> save [1, 1, 1] \"w.csv\"\n> m = mean(v)", "right"),
        ("> seed 1\n> D = normal(0.3, 1)\n> m = 6", "right"), ("> set digits=1\n> m = 6.2", "wrong"),
        ("> v = [1, 1, 1]\n> m = mean(v)", "wrong"),
      ], on: 1, replacing: "> m = mean(v)")
  }

  @Test func `a helper elsewhere in the copy is named`() throws {
    let helper = "```gradus\n> h(x) = x / 4\n```\n\n"
    folder.write("in/a.md", helper + Self.copy.replacing("> k = 1.25", with: "> k = h(5)"))
    let outcome = try Program.run("grade", folder.path + "/lesson.md", folder.path + "/in", "--format", "csv")
    #expect(outcome.output.contains("'h' is defined elsewhere in the copy, and only the exercise's block counts"))
  }

  @Test func `a byte that is no text costs its block alone`() throws {
    let heading = Self.copy.replacing("# Data", with: "# Übungen")
    func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
    func wide(_ text: String, isLittle: Bool) -> [UInt8] {
      ("\u{FEFF}" + text).utf16.flatMap {
        isLittle ? [UInt8($0 & 255), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 255)]
      }
    }
    let all = ["right", "right", "right", "right"]
    let copies: [(String, [UInt8], [String])] = [
      ("latin", latin(heading), all), ("little", wide(heading, isLittle: true), all),
      ("big", wide(heading, isLittle: false), all),
      ("windows", [0xEF, 0xBB, 0xBF] + Array(heading.replacing("\n", with: "\r\n").utf8), all),
      ("mac", Array(heading.replacing("\n", with: "\r").utf8), all),
      ("end", Array(heading.utf8) + [0xFF], all),
      ("comment", latin(Self.copy.replacing("1.25", with: "1.25 # für")), all),
      (
        "answer", latin(Self.copy.replacing("k = 1.25", with: "kö = 1.25")),
        ["to be looked at", "right", "right", "right"]
      ),
    ]
    for (name, bytes, _) in copies { folder.write("in/\(name).md", bytes: bytes) }
    let grades = try grade([folder.path + "/in"])
    for (name, _, verdicts) in copies { #expect(grades[name] == verdicts, "\(name)") }
  }

  /// Right copies, and such as write, do not end and take names away, in any order and with any number of processes.
  @Test func `a grade depends on the copy alone`() throws {
    func write(_ name: String, _ answer: String) {
      folder.write("in/\(name).md", Self.copy.replacing("> k = 1.25", with: answer))
    }
    for number in 0..<40 { write("right\(number)", "> k = 1.25") }
    write(
      "writes", (0..<9).map { "> save linspace(0, 1, 200_000) \"f\($0).npy\"" }.joined(separator: "\n") + "\n> k = 1.25"
    )
    write("endless", "> g(n) = if n < 2 then n else g(n - 1) + g(n - 2)\n> k = g(60)")
    write("names", "> v = 1\n> D = 2\n> clear\n> seed 9\n> k = 1.25")
    let names = (0..<40).map { "right\($0)" } + ["writes", "endless", "names"]
    let paths = names.map { folder.path + "/in/\($0).md" }
    let first = try grade(paths, "--jobs", "1")
    for number in 0..<40 { #expect(first["right\(number)"] == ["right", "right", "right", "right"]) }
    #expect(first["endless"]?.first == "over budget")
    #expect(first["names"] == ["right", "right", "right", "right"])
    for (order, jobs) in [(Array(paths.reversed()), "1"), (paths, "3"), (Array(paths[5...] + paths[..<5]), "2")] {
      #expect(try grade(order, "--jobs", jobs) == first)
    }
    let left = try Program.shell("test -z \"$(ls -A '\(folder.path)/tmp')\"")
    #expect(left == 0, "temporary folders are left")
  }

  @Test func `nothing is replaced that was not made by grade`() throws {
    folder.write("in/a.md", Self.copy)
    func run(_ options: String...) throws -> Int32 {
      try Program.run(["grade", folder.path + "/lesson.md", folder.path + "/in"] + options).status
    }
    for target in ["lesson.md", "in/a.md", "in/../lesson.md"] {
      #expect(try run("--output", folder.path + "/" + target) == 2)
      #expect(try run("--output", folder.path + "/" + target, "--format", "csv") == 2)
    }
    #expect(try Program.run("check", folder.path + "/lesson.md", "--output", folder.path + "/lesson.md").status == 2)
    #expect(folder.read("lesson.md") == Self.lesson)
    #expect(folder.read("in/a.md") == Self.copy)
    let picture: [UInt8] = [0xFF, 0xD8, 0x20, 0x4A]
    folder.write("out.csv.progress", bytes: picture)
    #expect(try run("--resume", "--output", folder.path + "/out.csv") == 2)
    #expect(folder.bytes("out.csv.progress") == picture)
    #expect(try run("--output", folder.path + "/out.xlsx") == 2)
    #expect(try run("--output", folder.path + "/out.csv") == 0)
    #expect(folder.bytes("out.csv")?.starts(with: [0xEF]) == false)
    folder.write("in/Zoë.md", Self.copy)
    #expect(try run("--output", folder.path + "/out.csv") == 0)
    #expect(folder.bytes("out.csv")?.starts(with: [0xEF, 0xBB, 0xBF]) == true)
  }

  /// `/dev/full` takes nothing, as a full disk does.
  @Test(arguments: [
    "release '%'", "-e '1 + 1'", "reference", "complete --line 'sq'", "grade '%' '%'", "check '%'",
    "export '%' --output '@'",
  ])
  func `an output that cannot be written is said`(_ call: String) throws {
    let arguments = call.replacing("%", with: folder.path + "/lesson.md").replacing("@", with: folder.path + "/site")
    #expect(try Program.shell("'\(Program.path)' \(arguments) > /dev/full 2> '\(folder.path)/said'") == 3)
    #expect(
      folder.read("said")?.contains("could not be written") == true
        || folder.read("said")?.contains("output could be written") == true)
  }

  @Test func `a journal that was cut off inside a letter keeps the rest`() throws {
    for name in ["a", "b"] { folder.write("in/\(name).md", Self.copy) }
    let output = folder.path + "/g.csv"
    func run() throws -> Int32 {
      try Program.run("grade", folder.path + "/lesson.md", folder.path + "/in", "--resume", "--output", output).status
    }
    #expect(try run() == 0)
    let journal = try #require(folder.bytes("g.csv.progress"))
    let marked = String(decoding: journal, as: UTF8.self).replacing("right\t\t", with: "blank\t\t")
    folder.write("g.csv.progress", bytes: Array(marked.utf8) + Array("grades\t/x/Jos".utf8) + [0xC3])
    #expect(try run() == 0)
    #expect(folder.read("g.csv")?.contains("blank") == true)
  }
}
