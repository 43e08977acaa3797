import Testing
import TestSupport

/// Narrow windows, terminals that can do little, and surroundings without UTF-8.
@Suite(.serialized) struct PoorTerminalTests {
  private let folder: TemporaryFolder
  private var history: String { folder.path + "/history" }

  init() throws { folder = try TemporaryFolder() }

  @Test func `forty columns`() throws {
    folder.write("history", "[11111111, 22222222, 33333333, 44444444,\\n55555555]\n")
    let terminal = try PseudoTerminal(history: history, columns: 40, rows: 10)
    terminal.expectRows(">")
    terminal.send("\u{1B}[A")
    terminal.expectRows("> [11111111, 22222222, 33333333, 4444444", "4,", "| 55555555]", column: 11)
    terminal.send("\u{1B}[A\u{05}6\u{01}\u{1B}[C")
    terminal.expectRows("> [11111111, 22222222, 33333333, 4444444", "4,6", "| 55555555]", column: 3)
    terminal.send("\u{05}\u{7F}\r")
    terminal.expectRows("4,", "| 55555555]", "[11111111, 22222222, 33333333, 44444444,", " 55555555]", ">")
    // A line that fills the window exactly.
    terminal.send("1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10")
    terminal.expectRows("> 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10")
    terminal.send("+1\u{7F}\u{7F}\r")
    // The empty row tells whoever pastes this that the command does not go on.
    terminal.expectRows("> 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10", "", "55", ">")
    terminal.send("\u{12}222")
    terminal.expectRows("search '222': [11111111, 22222222, 33333", "333, 44444444,", "| 55555555]")
    terminal.send("\u{07}sequential(initializer\t")
    terminal.expectRows("> sequential(initializer=")
    terminal.send("\u{03}")
    #expect(terminal.end() == 0)
  }

  @Test func `a block higher than the window`() throws {
    let terminal = try PseudoTerminal(history: history, rows: 6)
    terminal.expectRows(">")
    terminal.send("[0,\r" + (1...20).map { "\($0),\r" }.joined())
    terminal.expectRows("| 17,", "| 18,", "| 19,", "| 20,", "|")
    terminal.send(String(repeating: "\u{1B}[A", count: 20) + "9")
    terminal.expectRows("> [0,", "| 91,", "| 2,", "| 3,", "| 4,", "| 5,", column: 3)
    terminal.send(String(repeating: "\u{1B}[B", count: 20) + "21]\r")
    terminal.expect("| 21]")
    terminal.expectRows(">")
    #expect(terminal.window.text.contains("> [0,\n| 91,\n| 2,\n"), "after Enter all of it is there")
    #expect(terminal.end() == 0)
  }

  @Test func `without UTF-8`() throws {
    let terminal = try PseudoTerminal(history: history, environment: ["LC_ALL=C"])
    terminal.expectRows(">")
    terminal.send("x\\_1\t = 2\\times\t3\\^2\t\r")
    terminal.expectRows("> x_1 = 2*3^2", "18", ">")
    terminal.send("0.1\\^5\t \\times\t 0.03\r")
    terminal.expectRows("> 0.1^5 * 0.03", "3e-07", ">")
    terminal.send("\\s\t")
    terminal.expectRows("  sigma  \\sigma", "  sqrt   \\sqrt", "> \\s")
    terminal.send("\u{15}σ = 漢\u{15}1 + 1\r")
    terminal.expectRows("> 1 + 1", "2", ">")
    #expect(!terminal.written.utf8.contains { $0 >= 0x80 })
    #expect(terminal.end() == 0)
  }

  @Test func `a history with UTF-8 survives a prompt without it`() throws {
    folder.write("history", "0.1⁵×0.03\nσ = 1\n")
    let terminal = try PseudoTerminal(history: history, environment: ["LC_ALL=C"])
    terminal.expectRows(">")
    terminal.send("\u{1B}[A")
    terminal.expectRows("> sigma = 1")
    terminal.send("\u{1B}[A\r")
    terminal.expectRows("3e-07", ">")
    #expect(terminal.end() == 0)
    #expect(folder.read("history") == "0.1⁵×0.03\nσ = 1\n0.1⁵×0.03\n")
  }

  @Test(arguments: ["TERM=dumb", "TERM=unknown", "TERM="])
  func `terminals that cannot move their cursor`(_ variable: String) throws {
    let terminal = try PseudoTerminal(history: history, environment: [variable])
    terminal.expectRows(">")
    terminal.type("(1 +\r")
    let waiting = "'(' is never closed; a blank line or Ctrl-C gives up"
    terminal.expectRows("> (1 +", waiting, "|")
    terminal.type("\u{03}")
    terminal.expect("^C\n")
    terminal.expectRows(">")
    terminal.type("(1 +\r")
    terminal.expectRows("> (1 +", waiting, "|")
    terminal.type("2)\r")
    terminal.expectRows("| 2)", "3", ">")
    #expect(!terminal.written.contains("\u{1B}[?"))
    #expect(folder.read("history") == "(1 +\\n2)\n")
    #expect(terminal.end() == 0)
  }
}
