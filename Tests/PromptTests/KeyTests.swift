import Testing
import TestSupport

/// What keys do, and that those without a meaning do nothing.
@Suite(.serialized) struct KeyTests {
  private let folder: TemporaryFolder
  private var history: String { folder.path + "/history" }

  init() throws { folder = try TemporaryFolder() }

  /// Control characters and letters with Alt that are bound to nothing; libedit has meanings of its own for most.
  private static let unbound: [String] =
    ["^G", "^O", "^Q", "^S", "^T", "^V", "^X", "^]", "^^"].map { key in
      String(Character(Unicode.Scalar((key.unicodeScalars.last?.value ?? 0) ^ 0x40) ?? " "))
    }
    + (0x20..<0x7F).compactMap { Unicode.Scalar($0) }.filter { !"bfdnpry/[O]P^_X".unicodeScalars.contains($0) }.map {
      "\u{1B}\($0)"
    }

  @Test func `keys without a meaning do nothing`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    for key in Self.unbound { terminal.send("12" + key + "3\"\u{7F}") }
    terminal.send("\u{15}1 + 1\r")
    terminal.expectRows("> 1 + 1", "2", ">")
    #expect(terminal.end() == 0)
  }

  @Test(arguments: edits) func `keys change the line`(_ keys: String, _ line: String) throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send(keys)
    terminal.expectRows(line.isEmpty ? ">" : "> " + line)
    terminal.send("\u{03}")
    #expect(terminal.end() == 0)
  }

  @Test(arguments: ["exit", "quit", "exit()", " quit() ", ":q"]) func `words that leave`(_ word: String) throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send(word + "\r")
    #expect(terminal.endingSignal() == 0)
  }

  @Test func `a text that goes on says so, and Ctrl-D gives it up`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("(1 +\r")
    #expect(terminal.shows { $0.text.contains("Ctrl-C gives up") })
    terminal.type("\u{04}")
    terminal.expectRows("> (1 +", "| ^D", ">")
    terminal.send("(1 +\r2)\r")
    terminal.expectRows("| 2)", "3", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `Ctrl-backslash ends nothing`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("1 + ")
    terminal.expectRows("> 1 +", column: 6)
    // The terminal throws away what had been typed before it and was not read yet.
    terminal.type("\u{1C}")
    terminal.type("1\r")
    terminal.expectRows("2", ">")
    #expect(terminal.end() == 0)
  }

  @Test(arguments: ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm"])
  func `terminals that the system does not know`(_ name: String) throws {
    folder.write("history", "1 + 1\n")
    let terminal = try PseudoTerminal(history: history, environment: ["TERM=" + name])
    terminal.expectRows(">")
    terminal.send("\u{1B}[A\r")
    terminal.expectRows("> 1 + 1", "2", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `what clear forgets is said`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("x = 1;\ry = 2;\rclear\r")
    terminal.expectRows("> clear", "forgot x, y; Ctrl-L clears the screen", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `what is typed while something is shown page by page is a command`() throws {
    let terminal = try PseudoTerminal(history: history, rows: 10)
    terminal.expectRows(">")
    terminal.send("help\r1 + 1\r")
    terminal.expectRows("> 1 + 1", "2", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `what is typed while work goes on is not shown before its turn`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("sum([n² for n in 1..100000000])\r")
    terminal.expectRows("> sum([n² for n in 1..100000000])")
    terminal.type("7 × 6\r")
    terminal.type("\u{03}")
    terminal.expect("stopped")
    #expect(terminal.end() == 0)
    #expect(!terminal.window.text.contains("\n7 × 6"))
  }
}

/// The keys, then what the line is.
private let edits: [(keys: String, line: String)] = [
  ("a bb ccc\u{17}\u{17}\u{17}\u{19}", "a bb ccc"),
  ("one\u{01}\u{0B}two\u{15}\u{19}\u{1B}y", "one"),
  ("one two\u{01}\u{1B}d\u{1B}d\u{19}\u{19}", "one twoone two"),
  ("first second\u{1F}", "first"),
  ("first second\u{1F}\u{1F}", ""),
  ("first second\u{1F}\u{1F}\u{1B}/\u{1B}/", "first second"),
  ("first second\u{1B}r", ""),
  ("first second\u{1B}r\u{1B}/", "first second"),
  ("1 + 2\u{1B}\u{1B}[D\u{1B}\u{1B}[D9", "91 + 2"),
  ("1\u{1B}]11;rgb:0000/0000/0000\u{07} + \u{1B}]11;rgb:00/00/00\u{1B}\\2", "1 + 2"),
  ("1\u{1B}P>|term\u{1B}\\ + 2", "1 + 2"),
  ("sigmoi\u{0}", "sigmoid"),
  ("é ü ø\u{1B}[Dx", "é ü xø"),
]
