import Platform
import TestSupport
import Testing

/// The manual pages that are made for packages.
@Suite(.serialized) struct ManualTests {
  private static let sections = [
    "NAME", "SYNOPSIS", "DESCRIPTION", "SUBCOMMANDS", "OPTIONS", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES",
    "SEE ALSO",
  ]

  private let folder: TemporaryFolder
  private let names: [String]

  init() throws {
    folder = try TemporaryFolder()
    let made = try Program.run("manual", "--output", folder.path + "/man1")
    #expect(made.status == 0 && made.output.isEmpty && made.errors.isEmpty, "\(made)")
    names = try Program.run("manual").output.split(separator: "\n").map { String($0) }
  }

  private func page(_ name: String) throws -> String { try #require(folder.read("man1/\(name).1"), "\(name)") }

  @Test func `there is a page of the program and of every subcommand`() throws {
    let help = try Program.run("--help").output
    let list = help.split(separator: "SUBCOMMANDS:\n").last?.split(separator: "\n\n").first ?? ""
    let subcommands = list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first }
    #expect(subcommands.count > 8)
    #expect(names == names.sorted())
    let inner = ["new-lesson", "class-list", "class-export", "class-import", "class-delete"].map { "gradus-" + $0 }
    #expect(Set(names) == Set(["gradus"] + inner + subcommands.map { "gradus-\($0)" }))
    #expect(Set(Folder.names(in: folder.path + "/man1")) == Set(names.map { $0 + ".1" }))
  }

  @Test func `pages have their sections in the order of mdoc, in plain ASCII`() throws {
    for name in names {
      let page = try page(name)
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      let titles = lines.filter { $0.hasPrefix(".Sh ") }.map { String($0.dropFirst(4)) }
      #expect(titles == Self.sections.filter(titles.contains), "\(name)")
      #expect(Set(titles).isSuperset(of: ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "SEE ALSO"]), "\(name)")
      if !["gradus-new", "gradus-class"].contains(name) {
        #expect(Set(titles).isSuperset(of: ["EXIT STATUS", "EXAMPLES"]), "\(name)")
      }
      #expect(page.utf8.allSatisfy { $0 == 10 || 32...126 ~= $0 }, "\(name)")
      #expect(lines.allSatisfy { $0.utf8.count <= 80 || $0.hasPrefix(".Nd ") }, "\(name)")
      #expect(lines.dropLast().allSatisfy { !$0.isEmpty }, "\(name)")
      #expect(try Program.run("manual", name).output == page, "the same bytes every time")
    }
  }

  @Test(arguments: [
    (nil, ".Dd December 1, 2026"), ("0", ".Dd January 1, 1970"), ("86399", ".Dd January 1, 1970"),
    ("86400", ".Dd January 2, 1970"), ("951782400", ".Dd February 29, 2000"), ("951868800", ".Dd March 1, 2000"),
    ("4107542399", ".Dd February 28, 2100"), ("4107542400", ".Dd March 1, 2100"),
    ("1798761599", ".Dd December 31, 2026"), ("253402300799", ".Dd December 31, 9999"),
  ])
  func `they are dated by the version or by SOURCE_DATE_EPOCH`(_ seconds: String?, _ line: String) throws {
    let outcome = try Program.run(
      "manual", "gradus", environment: seconds.map { ["SOURCE_DATE_EPOCH=" + $0] } ?? [])
    #expect(outcome.output.split(separator: "\n").contains { $0 == line })
  }

  @Test(arguments: ["-1", "today", "253402300800", "99999999999999999999"])
  func `what is no time is told`(_ seconds: String) throws {
    let outcome = try Program.run("manual", "gradus", environment: ["SOURCE_DATE_EPOCH=" + seconds])
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "error: SOURCE_DATE_EPOCH is '\(seconds)', which is no number of seconds since 1970 (set it right, or unset it)\n"
    )
  }

  @Test func `a page that is none, and a folder that cannot be written`() throws {
    let none = try Program.run("manual", "gradus-none")
    #expect(none.errors == "error: there is no page 'gradus-none' ('gradus manual' lists them)\n")
    #expect(none.status == 2)
    folder.write("file", "")
    let unwritten = try Program.run("manual", "--output", folder.path + "/file/man1")
    #expect(unwritten.errors == "error: '\(folder.path)/file' is no folder\n")
    #expect(unwritten.status == 2)
  }

  /// What gradus takes from its surroundings is declared in the sources, and each declaration is told somewhere.
  @Test func `every environment variable is in a page`() throws {
    // For those who pack gradus.
    let unsaid = ["SOURCE_DATE_EPOCH"]
    let pages = try names.map(page).joined()
    var found: Set<String> = []
    for file in Self.sources(below: Project.path("Sources")) where !file.contains("/Benchmarks/") {
      for opening in ["EnvironmentVariable(", "getenv(", "environmentVariable("] {
        for part in try References.file(file).components(after: opening) {
          let name = part.drop { $0.isWhitespace || $0 == "\"" }.prefix { $0.isUppercase || $0.isNumber || $0 == "_" }
          if name.count > 2 { found.insert(String(name)) }
        }
      }
    }
    #expect(found.isSuperset(of: ["GRADUS_LESSONS", "GRADUS_HISTORY", "TERM", "HOME", "NO_COLOR"]))
    for name in found.sorted() where !unsaid.contains(name) {
      let items = pages.split(separator: "\n").filter { $0.hasPrefix(".It Ev ") }
      #expect(items.contains { $0.split(separator: " ").contains { $0 == name } }, "\(name) is in no page")
    }
  }

  private static func sources(below folder: String) -> [String] {
    BytePath(folder).entries.flatMap { name -> [String] in
      let path = folder + "/" + name.text
      if FileKind(of: path, followsLinks: false) == .folder { return sources(below: path) }
      return [".swift", ".c", ".h"].contains { path.hasSuffix($0) } ? [path] : []
    }
  }

  // MARK: Readers

  private static func has(_ program: String) -> Bool {
    (try? Program.shell("command -v \(program) > /dev/null")) == 0
  }

  @Test(.enabled(if: has("mandoc"))) func `mandoc has nothing to say`() throws {
    let outcome = try Program.run(
      ["/bin/sh", "-c", "mandoc -Tlint -Wall man1/*.1"], in: folder.path,
      environment: ["PATH=/usr/local/bin:/usr/bin:/bin", "MANPATH=" + folder.path])
    // That other pages are not installed here is no fault of a page.
    let lines = outcome.output.split(separator: "\n").filter { !$0.contains("referenced manual not found: Xr gradus") }
    #expect(lines.isEmpty, "\(lines.joined(separator: "\n"))")
  }

  @Test(.enabled(if: has("man") && has("groff"))) func `man has nothing to say, and no line is too long`() throws {
    for name in names {
      let outcome = try Program.run(
        ["/bin/sh", "-c", "man --warnings -E UTF-8 -P cat -l man1/\(name).1 | col -b"], in: folder.path,
        environment: ["PATH=/usr/local/bin:/usr/bin:/bin", "MANWIDTH=80", "HOME=" + folder.path])
      #expect(outcome.errors.isEmpty, "\(name): \(outcome.errors)")
      #expect(outcome.output.contains("SEE ALSO"), "\(name)")
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(name)")
    }
  }

  // MARK: Examples

  /// The commands of a page's examples, each with what it prints where the page shows it.
  private static func examples(in page: String) -> [(command: String, output: String)] {
    var examples: [(command: String, output: String)] = []
    var isLiteral = false
    for line in page.split(separator: "\n") {
      if line.hasPrefix(".Bd -literal") {
        isLiteral = true
      } else if line == ".Ed" {
        isLiteral = false
      } else if isLiteral, line.hasPrefix("$ ") {
        examples.append((unescaped(line.dropFirst(2)), ""))
      } else if isLiteral, let last = examples.last {
        // A command goes on behind a backslash.
        if last.command.hasSuffix("\\") {
          examples[examples.count - 1].command += "\n" + unescaped(line)
        } else {
          examples[examples.count - 1].output += unescaped(line) + "\n"
        }
      }
    }
    return examples
  }

  private static func unescaped(_ text: some StringProtocol) -> String {
    let signs = ["\\-": "-", "\\(aq": "'", "\\(dq": "\"", "\\(ga": "`", "\\(ha": "^", "\\(ti": "~", "\\e": "\\"]
    return signs.reduce(String(text)) { $0.replacing($1.key, with: $1.value) }
  }

  @Test func `examples do what they say`() throws {
    let installed = try InstalledProgram()
    let lesson = "```gradus\n> sum(normal(0, 1), 3)\nnormal(mean=0, stddev=1.73205)\n```\n"
    for name in ["lessons/03-sum.md", "lessons/04-more.md", "my-lesson.md"] {
      installed.folder.write("desk/" + name, "# Sum\n\n" + lesson)
    }
    // Long enough for a second sitting.
    let sections = ["One", "Two"].map { "\n## \($0)\n\n" + String(repeating: lesson + "\n", count: 16) }
    installed.folder.write("desk/lessons/03-sum.md", "# Sum\n" + sections.joined())
    let varied =
      "\n```gradus exercise=twice\n> n = 3\n> m = ____\n```\n\n<!-- gradus check=twice\nvariants n = 3, 5\nm = 2 × n\n-->\n"
      + "\n```gradus solution=twice\n> n = 3\n> m = 2 × n\n```\n"
    installed.folder.write(
      "desk/lessons/10-he.md", try #require(installed.folder.read("usr/share/gradus/lessons/01-coins.md")) + varied)
    try Folder.make(installed.desk + "/submissions")
    for copy in ["submissions/ada.md", "homework.md"] {
      #expect(try installed.run("release", "10", "--output", copy).status == 0)
    }
    installed.folder.write("desk/class.csv", "login,name\nada,Ada Lovelace\n")
    installed.folder.write("desk/marks.csv", "student,question,points,remark\n")
    installed.folder.write(
      "desk/worksheet.csv",
      """
      Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,Last modified (submission),\
      Last modified (grade),Feedback comments
      Participant 1,Ada,ada@example.org,Submitted for grading,,100.00,Yes,"Tuesday, 1 December 2026, 5:30 PM",-,

      """)
    var count = 0
    // Those of classes need another program and do not end: ServerTests runs them.
    for name in names where name != "gradus-serve" && !name.hasPrefix("gradus-class") {
      for (command, output) in try Self.examples(in: page(name)) {
        // It hands over a program that needs no libraries, which only packages hold.
        if command.contains("--gradescope") { continue }
        let outcome = try Program.run(
          ["/bin/bash", "-c", command], in: installed.desk,
          environment: ["PATH=\(installed.root)/usr/bin:/usr/bin:/bin", "HOME=\(installed.root)/home"])
        #expect(outcome.status == 0, "\(name): \(command): \(outcome.errors)")
        #expect(outcome.errors.isEmpty, "\(name): \(command): \(outcome.errors)")
        if !output.isEmpty { #expect(outcome.output == output, "\(name): \(command)") }
        count += 1
      }
    }
    #expect(count > 20)
  }
}

extension String {
  /// What follows each occurrence of a text.
  fileprivate func components(after opening: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: opening) {
      rest = rest[range.upperBound...]
      parts.append(rest)
    }
    return parts
  }
}
