import Platform
import TestSupport
import Testing

/// `gradus check` as a program: its status, its questions, and what becomes of files when it is killed.
@Suite(.serialized) struct CheckCommandTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/a.md" }

  init() throws { folder = try TemporaryFolder() }

  private static let wrong = "```gradus\n> 1\n2\n> 3\n4\n> 5\n6\n```\n"

  @Test func `the status tells what happened`() throws {
    folder.write("a.md", "```gradus\n> 1\n1\n```\n")
    #expect(try Program.run("check", path).status == 0)
    folder.write("b.md", Self.wrong)
    #expect(try Program.run("check", folder.path).status == 1)
    folder.write("c.md", "```gradus\n> 1\n")
    let outcome = try Program.run("check", folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("/c.md:1: this block is never closed (end it with ```)"))
    #expect(try Program.run("check", folder.path + "/none").status == 2)
    #expect(try Program.run("check", path, "--format", "xml").status == 2)
    #expect(try Program.run("check", path, "--jobs", "0").status == 2)
    #expect(try Program.run("check", path, "--yes").status == 2)
    #expect(try Program.run("check", path, "--watch", "--update").status == 2)
    #expect(try Program.run("check", path, "--output", folder.path + "/none/report").status == 3)
  }

  @Test func `a report that cannot be written is a fault`() throws {
    folder.write("a.md", "```gradus\n> 1\n1\n```\n")
    let program = Program.path
    if access("/dev/full", W_OK) == 0 {
      #expect(try Program.shell("'\(program)' check '\(path)' > /dev/full 2> /dev/null") == 3)
    }
    #expect(
      try Program.shell(
        """
        cd '\(folder.path)'
        { until [ -e closed ]; do sleep 0.05; done; '\(program)' check '\(path)' 2> /dev/null; echo $? > status; } \
        | { exec <&-; touch closed; }
        """) == 0)
    #expect(folder.read("status") == "3\n")
  }

  @Test func `without a place for what a lesson writes it says how to name one`() throws {
    folder.write("a.md", "```gradus\n> save [1, 2] \"v.csv\"\nsaved [..]\n```\n")
    let missing = folder.path + "/missing"
    let outcome = try Program.run("check", path, environment: ["TMPDIR=\(missing)"])
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains(
        "error: no folder for what lessons write can be made in '\(missing)': No such file or directory"))
    #expect(outcome.output.contains("set TMPDIR to a folder that you may write to"))
    #expect(try Program.run("check", path, environment: ["TMPDIR=\(folder.path)"]).status == 0)
  }

  @Test func `files that are none`() throws {
    mkfifo(folder.path + "/pipe.md", 0o600)
    folder.write("bytes.md", bytes: [0x60, 0x60, 0x60, 0x67, 0xFF, 0x0A])
    folder.write("return.md", "a\rb\n```gradus\n> 1\n1\n```\n")
    symlink("nowhere.md", folder.path + "/link.md")
    let outcome = try Program.run("check", folder.path)
    #expect(outcome.status == 2)
    for message in [
      "/bytes.md: line 1 is not UTF-8 text (save the file as UTF-8)", "/link.md: there is no such file",
      "/pipe.md: this is no ordinary file", "/return.md:1: a carriage return stands alone here",
    ] { #expect(outcome.output.contains(message), "\(message) in\n\(outcome.output)") }
    if getuid() != 0 {
      chmod(folder.path + "/return.md", 0)
      #expect(try Program.run("check", folder.path + "/return.md").output.contains("this file may not be read"))
    }
  }

  @Test func `a report goes to a file at once`() throws {
    folder.write("a.md", Self.wrong)
    folder.write("report", "old")
    let outcome = try Program.run("check", path, "--format", "tap", "--output", folder.path + "/report")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(folder.read("report")?.hasPrefix("TAP version 14\n1..3\n") == true)
  }

  // MARK: Updating

  @Test func `without a terminal nothing is written unasked`() throws {
    folder.write("a.md", Self.wrong)
    let outcome = try Program.run("check", path, "--update")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasSuffix("3 outputs would change; nothing was written, --yes writes them\n"))
    #expect(folder.read("a.md") == Self.wrong)
    #expect(try Program.run("check", path, "--update", "--yes").status == 0)
    #expect(folder.read("a.md") == "```gradus\n> 1\n1\n> 3\n3\n> 5\n5\n```\n")
    #expect(try Program.run("check", path, "--update", "--yes").output == "nothing was written\n")
  }

  @Test(arguments: [
    (["y", "n", "y"], "1", "4", "5"), (["n", "a"], "2", "3", "5"), (["y", "q"], "1", "4", "6"),
    (["what", "q"], "2", "4", "6"),
  ])
  func `on a terminal each change is asked for`(
    _ answers: [String], _ first: String, _ second: String, _ third: String
  ) throws {
    folder.write("a.md", Self.wrong)
    let terminal = try PseudoTerminal(["check", path, "--update"], history: folder.path + "/history")
    for answer in answers {
      terminal.expect("q quit: ")
      terminal.type(answer + "\n")
    }
    terminal.expect("written")
    #expect(folder.read("a.md") == "```gradus\n> 1\n\(first)\n> 3\n\(second)\n> 5\n\(third)\n```\n")
  }

  @Test func `no room on the disk`() throws {
    let commands = (0..<2000).map { "> \($0)\n\($0 + 1)\n" }.joined()
    let lesson = "```gradus\n\(commands)```\n"
    folder.write("a.md", lesson)
    let command = "ulimit -f 8; '\(Program.path)' check '\(path)' --update --yes | tail -2 > /dev/null; exit 0"
    #expect(try Program.shell(command) == 0)
    #expect(folder.read("a.md") == lesson)
  }

  /// Killed before it begins, and then ever later, until long after it has ended. At no instant is there anything else than
  /// one of the two, so it does not matter at which ones a machine is quick or slow.
  @Test func `a lesson is the old one or the new one, whenever the program is killed`() throws {
    let commands = (0..<400).map { "> \($0)\n\($0 + 1)\n" }.joined()
    let old = "```gradus\n\(commands)```\n"
    let new = "```gradus\n\((0..<400).map { "> \($0)\n\($0)\n" }.joined())```\n"
    folder.write("a.md", old)
    let held = try ChildProcess(
      "/bin/sh", ["-c", "kill -STOP $$; exec '\(Program.path)' check '\(path)' --update --yes"], output: .nothing)
    let isHeld = (0..<120_000).contains { _ in
      usleep(1_000)
      return held.isStopped()
    }
    held.kill()
    #expect(isHeld)
    #expect(held.poll() == .killed(SIGKILL))
    #expect(folder.read("a.md") == old)
    for round in 0..<60 {
      folder.write("a.md", old)
      let process = try Program.start(
        ["check", path, "--update", "--yes"], output: .nothing, environment: ["LC_ALL=C.UTF-8"])
      usleep(UInt32(round * 500))
      process.kill()
      let text = folder.read("a.md")
      #expect(text == old || text == new, "round \(round)")
    }
    // What was left behind is in nobody's way.
    folder.write("a.md", old)
    #expect(try Program.run("check", path, "--update", "--yes").status == 0)
    #expect(folder.read("a.md") == new)
    #expect(folder.read(".a.md.part0") == nil)
  }

  // MARK: Watching

  @Test func `a lesson is run again when it changes, and new ones are noticed`() throws {
    folder.write("a.md", "```gradus\n> 1\n1\n```\n")
    folder.write("plain.md", "nothing\n")
    let terminal = try PseudoTerminal(["check", folder.path, "--watch"], history: folder.path + "/history")
    terminal.expect("1 lesson, 1 command: all passed")
    folder.write("a.md", "```gradus\n> 1\n2\n```\n")
    terminal.expect("1 differs")
    #expect(terminal.written.contains("\u{1B}[2J"))
    folder.write("b.md", "```gradus\n> 1\n1\n```\n")
    terminal.expect("2 lessons, 2 commands: 1 differs")
    folder.write("plain.md", "```gradus\n> 7\n7\n```\n")
    terminal.expect("3 lessons, 3 commands: 1 differs")
    unlink(folder.path + "/a.md")
    terminal.expect("2 lessons, 2 commands: all passed")
    folder.write("b.md", "```gradus\n> 1\n1\n> 2\n2\n> 3\n3\n```\n")
    terminal.expect("2 lessons, 4 commands")
    terminal.type("\u{03}")
    #expect(terminal.endingSignal() != nil)
  }
}
