import Platform
import Testing
import TestSupport

/// Texts of several lines, and lines longer than the window.
@Suite(.serialized) struct BlockTests {
  private let folder: TemporaryFolder
  private var history: String { folder.path + "/history" }

  init() throws { folder = try TemporaryFolder() }

  @Test func `an incomplete line goes on in the same text`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("(1 +\r")
    terminal.expectRows("> (1 +", "| '(' is never closed; a blank line or Ctrl-C gives up")
    // Up into the first line, 1 becomes 10, and down again.
    terminal.send("2)\u{1B}[A0\u{1B}[B")
    terminal.expectRows("> (10 +", "| 2)", column: 4)
    terminal.send("\r")
    terminal.expectRows("| 2)", "12", ">")
    #expect(folder.read("history") == "(10 +\\n2)\n")
    #expect(terminal.end() == 0)
  }

  @Test func `a recalled block is whole and can be edited`() throws {
    folder.write("history", "1 + 1\n[1,\\n2,\\n3]\n")
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("\u{1B}[A")
    terminal.expectRows("> [1,", "| 2,", "| 3]", column: 4)
    // To the first line, to its end, past its top into the history and back.
    terminal.send("\u{1B}[A\u{1B}[A\u{1B}[A")
    terminal.expectRows("> 1 + 1")
    terminal.send("\u{1B}[B")
    terminal.expectRows("> [1,", "| 2,", "| 3]", column: 4)
    // Line ends go like any other character.
    terminal.send("\u{01}\u{7F}")
    terminal.expectRows("> [1,", "| 2,3]", column: 4)
    terminal.send("\r")
    terminal.expectRows("| 2,3]", "[1, 2, 3]", ">")
    #expect(folder.read("history") == "1 + 1\n[1,\\n2,\\n3]\n[1,\\n2,3]\n")
    #expect(terminal.end() == 0)
  }

  @Test func `Alt-Enter always begins a line; the commands of a block run in order`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("x = 3\u{1B}\rx + 1\u{1B}\r(x +\r2)\r")
    terminal.expectRows("> x = 3", "| x + 1", "| (x +", "| 2)", "3", "4", "5", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `Enter on a blank line runs what is incomplete`() throws {
    let terminal = try PseudoTerminal(history: history, environment: ["NO_COLOR=1"])
    terminal.expectRows(">")
    terminal.send("(1 +\r\r")
    terminal.expectRows("|", "error: '(' is never closed", "  (1 +", "  ^", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `keys of a line stay in it`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("[1,\r2]\u{01}\u{0B}3,\u{19}\u{1B}[H4,\u{1B}[F")
    terminal.expectRows("> [1,", "| 4,3,2]", column: 8)
    terminal.send("\u{15}5]\u{1B}[1;5D\u{1B}b0 \u{05}")
    terminal.expectRows("> [0 1,", "| 5]", column: 7)
    // Undo, one thing after the other.
    terminal.send("\u{1F}\u{1F}")
    terminal.expectRows("> [1,", "| 5]")
    terminal.send("\r")
    terminal.expectRows("| 5]", "[1, 5]", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `a draft longer than the window's width is edited, recalled over and found again`() throws {
    folder.write("history", "7\n1 + 1\n")
    let terminal = try PseudoTerminal(history: history, columns: 40)
    terminal.expectRows(">")
    let sum = (["1"] + [String](repeating: "+ 1", count: 374)).joined(separator: " ")
    let rows = Window.rows(of: "> " + sum + "+3", columns: 40)
    terminal.send(sum)
    terminal.send("\u{1B}[A\u{1B}[B")
    terminal.send("+3\u{1B}[D\u{1B}[D\u{1B}[C\u{1B}[C")
    terminal.expectRows(rows[rows.count - 3], rows[rows.count - 2], rows[rows.count - 1])
    terminal.send("\r")
    terminal.expectRows("378", ">")
    #expect(terminal.window.text.contains("\n" + rows.joined(separator: "\n") + "\n378\n"))
    #expect(folder.read("history") == "7\n1 + 1\n\(sum)+3\n")
    #expect(terminal.end() == 0)
  }

  @Test func `marks on letters and wide letters`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("x\u{302}y = 漢 7")
    terminal.expectRows("> x\u{302}y = 漢 7", column: 11)
    terminal.send("\u{1B}[D\u{1B}[D\u{7F}")
    terminal.expectRows("> x\u{302}y =  7", column: 7)
    terminal.send("\u{01}\u{1B}[C\u{1B}[C\u{7F}z")
    terminal.expectRows("> x\u{302}z =  7", column: 4)
    terminal.send("\r")
    terminal.expectRows("> x\u{302}z =  7", "7", ">")
    terminal.send("x\u{302}z\u{7F}\u{7F}xx\u{1B}[D\u{1B}[D\u{1B}[D")
    terminal.expectRows("> xx", column: 2)
    terminal.send("\u{03}")
    terminal.expectRows("> xx^C", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `keys that mean nothing do nothing`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("1\u{1B}[24~\u{1B}[2~\u{1B}OP\u{1B}[1;6P\u{1B}[[A2\u{1B}[1~3\u{1B}OF4\r")
    terminal.expectRows("> 3124", "3124", ">")
    #expect(terminal.end() == 0)
  }

  @Test(arguments: [(80, 30), (30, 80)])
  func `another width while a long line is edited`(_ columns: (UInt16, UInt16)) throws {
    let terminal = try PseudoTerminal(history: history, columns: columns.0)
    terminal.expectRows(">")
    let sum = [String](repeating: "1", count: 40).joined(separator: "+")
    terminal.send(sum)
    terminal.expect("+1+1+1")
    terminal.expectRows(Window.rows(of: "> " + sum, columns: Int(columns.0)).last ?? "")
    terminal.resize(columns: columns.1)
    let rows = Window.rows(of: "> " + sum + "+2", columns: Int(columns.1))
    terminal.send("+2")
    terminal.expectRows(rows[rows.count - 2], rows[rows.count - 1])
    terminal.send("\r")
    terminal.expectRows("42", ">")
    #expect(terminal.window.text.split(separator: "> 1+1").count == 2, "no rest of the old rows stays")
    #expect(terminal.end() == 0)
  }

  @Test func `Ctrl-Z stops, and the draft is there again afterwards`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("1 +\r2")
    terminal.expectRows("> 1 +", "| 2")
    terminal.send("\u{1A}")
    #expect(terminal.isStopped())
    #expect(terminal.shows { !$0.modes.contains("?2004") })
    terminal.send(signal: SIGCONT)
    terminal.expectRows("| 2", "> 1 +", "| 2")
    terminal.send("0\r")
    terminal.expectRows("> 1 +", "| 20", "21", ">")
    #expect(terminal.end() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal to end leaves the terminal as it was`(_ signal: Int32) throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("(1 +\r")
    terminal.expectRows("> (1 +", "| '(' is never closed; a blank line or Ctrl-C gives up")
    terminal.send(signal: signal)
    #expect(terminal.endingSignal() == signal)
    #expect(terminal.shows { !$0.modes.contains("?2004") })
  }
}
