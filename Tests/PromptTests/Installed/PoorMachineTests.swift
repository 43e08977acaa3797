import Platform
import TestSupport
import Testing

/// File systems that only the program sees that mounts them.
private enum OwnMounts {
  /// Whether this user may have them.
  static let areAllowed: Bool = {
    #if os(Linux)
      guard let folder = try? TemporaryFolder() else { return false }
      return (try? Program.shell("unshare --mount mount -t tmpfs none '\(folder.path)' 2> /dev/null")) == 0
    #else
      return false
    #endif
  }()
}

/// Machines on which something is missing, full or may only be read, made with file systems that only the test sees.
@Suite(.serialized, .enabled(if: OwnMounts.areAllowed)) struct PoorMachineTests {
  private let installed: InstalledProgram
  private var home: String { installed.root + "/home" }

  init() throws {
    installed = try InstalledProgram()
    try Folder.make(home)
  }

  /// Runs a script of the shell in a file system of its own; `gradus` is the installed one.
  private func run(_ script: String, environment: [String] = []) throws -> Program.Outcome {
    installed.folder.write("desk/.script", script)
    return try Program.run(
      ["unshare", "--mount", "/bin/sh", ".script"], in: installed.desk,
      environment: ["PATH=\(installed.root)/usr/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=" + home] + environment)
  }

  /// A disk of four pages at the home folder, where it is full but for what was there before.
  private var fullHome: String {
    """
    mount -t tmpfs -o size=16k none '\(home)'
    mkdir -p '\(home)/.local/state/gradus'
    head -c 100000 /dev/zero > '\(home)/fill' 2> /dev/null

    """
  }

  // MARK: Without /proc

  @Test func `without proc the program knows its arguments and finds itself`() throws {
    let outcome = try run(
      """
      mount -t tmpfs none /proc
      gradus -e '1 + 1'
      gradus --version
      ../usr/bin/gradus --version
      mkdir copies
      gradus release 1 --output copies/ada.md
      gradus grade 1 copies
      gradus check 2

      """)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    let lines = installed.plain(outcome.output).split(separator: "\n", omittingEmptySubsequences: false)
    let version = ["program: /usr/bin/gradus", "lessons: /usr/share/gradus/lessons, which came with gradus"]
    #expect(lines.first == "2")
    #expect(lines.dropFirst(2).prefix(2).map { String($0) } == version, "found in PATH")
    #expect(lines.dropFirst(5).prefix(2).map { String($0) } == version, "found by its path")
    #expect(lines.contains { $0.hasPrefix("  ada ") }, "\(outcome.output)")
    #expect(lines.suffix(2) == ["1 lesson, 1 command: all passed", ""])
  }

  // MARK: Full

  @Test func `progress that has no room is told once, tried again and not lost`() throws {
    let outcome = try run(
      fullHome + """
        { printf '\\n'; n=0; until [ -e room ] || [ $n = 600 ]; do sleep 0.05; n=$((n + 1)); done; printf '0.4583\\n'; } | gradus learn 1 |
          while read -r line; do
            echo "$line"
            case "$line" in *'disk.') rm '\(home)/fill'; touch room;; esac
          done
        cat '\(home)/.local/state/gradus/progress'

        """)
    let reason = "Progress cannot be kept: there is no room for\n'/home/.local/state/gradus/progress' on the disk.\n"
    let plain = installed.plain(outcome.output)
    let unbroken = plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      unbroken.components(of: reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")) == 1, "\(plain)")
    #expect(plain.contains("Progress is kept again."), "\(plain)")
    let kept = plain.split(separator: "\n").filter { $0.hasPrefix("step\t") }
    #expect(kept.count == 2, "\(plain)")
    #expect(outcome.status == 0)
  }

  @Test func `history that has no room is told once`() throws {
    let terminal = try PseudoTerminal(
      of: ["/usr/bin/unshare", "--mount", "/bin/sh", "-c", fullHome + "exec '\(installed.path)'"],
      history: home + "/.local/state/gradus/history", columns: 200)
    terminal.expectRows(">")
    terminal.send("1 + 1\r")
    terminal.expectRows(
      "> 1 + 1", "What you type is not kept: there is no room for '\(home)/.local/state/gradus/history' on the disk.",
      "2",
      ">")
    terminal.send("2 + 2\r")
    terminal.expectRows("2", "> 2 + 2", "4", ">")
    #expect(terminal.end() == 0)
  }

  /// Four bytes fit into the last page of the disk.
  @Test func `half a line of history is never left`() throws {
    let history = home + "/.local/state/gradus/history"
    let script = """
      mount -t tmpfs -o size=16k none '\(home)'
      mkdir -p '\(home)/.local/state/gradus'
      { head -c 4091 /dev/zero | tr '\\0' x; echo; } > '\(history)'
      head -c 100000 /dev/zero > '\(home)/fill' 2> /dev/null
      '\(installed.path)'
      wc -c < '\(history)' > '\(installed.desk)/size'

      """
    let terminal = try PseudoTerminal(
      of: ["/usr/bin/unshare", "--mount", "/bin/sh", "-c", script], history: history, columns: 200)
    terminal.expectRows(">")
    terminal.send("1 + 1\r")
    terminal.expectRows(
      "> 1 + 1", "What you type is not kept: there is no room for '\(history)' on the disk.", "2", ">")
    #expect(terminal.end() == 0)
    #expect(installed.folder.read("desk/size") == "4092\n")
  }

  @Test func `a copy that has no room goes on later`() throws {
    let outcome = try run(
      fullHome + """
        gradus learn --copy '\(home)/my' 2>&1
        find '\(home)/my' -type f
        rm '\(home)/fill'
        gradus learn --copy '\(home)/my'
        gradus check '\(home)/my'

        """)
    #expect(
      installed.plain(outcome.output) == """
        error: there is no room for '/home/my/01-coins.md' on the disk
        4 files written: '/home/my' now holds the lessons of gradus 0.1.0 with their data.
          gradus learn /home/my    lists them
          gradus check /home/my    runs them and compares
        2 lessons, 3 commands: all passed

        """)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
  }

  // MARK: Read-only

  @Test func `a home that may only be read`() throws {
    let outcome = try run(
      """
      mount -t tmpfs none '\(home)'
      mkdir -p '\(home)/.local/state/gradus'
      printf '\\n' | gradus learn 1 > /dev/null
      mount -o remount,ro '\(home)'
      cd '\(home)'
      printf '0.4583\\n' | gradus learn 1
      gradus learn --copy my 2>&1
      gradus -e '1 + 1'
      gradus -e 'save [1, 2] "x.npy"' 2>&1
      gradus learn

      """)
    let unbroken = installed.plain(outcome.output).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "Resumed at step 2 of 2", "Right. 2 points.",
      "Progress cannot be kept: '/home/.local/state/gradus/progress' is on a disk that may only be read.",
      "error: the folder 'my' cannot be made: the disk may only be read",
      "error: 'x.npy' is on a disk that may only be read",
      "1 Coins 1 of 2 steps",
    ] { #expect(unbroken.contains(words), "\(words) in\n\(outcome.output)") }
  }

  @Test func `a home in which nothing can be made`() throws {
    let outcome = try run(
      """
      mount -t tmpfs -o ro none '\(home)'
      printf '\\n' | gradus learn 1

      """)
    let unbroken = installed.plain(outcome.output).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      unbroken.contains(
        "Progress cannot be kept: the folder '/home/.local' cannot be made: the disk may only be read."),
      "\(outcome.output)")
    #expect(outcome.status == 0)
  }
}

extension String {
  /// How often a text is in this one.
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
