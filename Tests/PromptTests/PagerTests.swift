import Testing
import TestSupport

/// Texts longer than the window.
@Suite(.serialized) struct PagerTests {
  private let folder: TemporaryFolder
  private var history: String { folder.path + "/history" }

  init() throws { folder = try TemporaryFolder() }

  /// A prompt in a window of eight rows that has got a command that prints `1` to `30`, a line each.
  private func pager() throws -> PseudoTerminal {
    folder.write("history", (1...30).map { "\($0)" }.joined(separator: ";") + "\n")
    let terminal = try PseudoTerminal(history: history, columns: 100, rows: 8)
    terminal.expectRows(">")
    terminal.send("\u{1B}[A\r")
    terminal.expectRows("5", "6", "7", "-- 23% -- Enter: on, b: back, q: enough")
    return terminal
  }

  @Test func `goes on by pages and lines`() throws {
    let terminal = try pager()
    terminal.send(" ")
    terminal.expectRows("13", "14", "-- 46% -- Enter: on, b: back, q: enough")
    terminal.send("j")
    terminal.expectRows("14", "15", "-- 50% -- Enter: on, b: back, q: enough")
    terminal.send("\u{1B}[B\u{1B}[24~")
    terminal.expectRows("15", "16", "-- 53% -- Enter: on, b: back, q: enough")
    terminal.send("b")
    terminal.expectRows("3", "4", "5", "6", "7", "8", "9", "-- 30% -- Enter: on, b: back, q: enough")
    terminal.send("b")
    terminal.expectRows("1", "2", "3", "4", "5", "6", "7", "-- 23% -- Enter: on, b: back, q: enough")
    terminal.send("G")
    terminal.expectRows("29", "30", ">")
    #expect(terminal.end() == 0)
  }

  @Test(arguments: ["q", "\u{03}", "\u{04}", "\u{1B}"])
  func `is left`(_ key: String) throws {
    let terminal = try pager()
    terminal.type(key)
    terminal.expectRows("6", "7", ">")
    terminal.send("1 + 1\r")
    terminal.expectRows("> 1 + 1", "2", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `goes on by Enter, and whoever types quit means it`() throws {
    let terminal = try pager()
    terminal.send("\r")
    terminal.expectRows("13", "14", "-- 46% -- Enter: on, b: back, q: enough")
    terminal.type("quit\r")
    #expect(terminal.end() == 0)
    #expect(!terminal.window.text.contains("error"))
  }

  @Test func `is not asked for what fits, by a dumb terminal, or outside the prompt`() throws {
    let terminal = try PseudoTerminal(history: history, rows: 8)
    terminal.expectRows(">")
    terminal.send("1;2;3;4;5;6;7\r")
    terminal.expectRows("6", "7", ">")
    #expect(terminal.end() == 0)
    let dumb = try PseudoTerminal(history: history, rows: 8, environment: ["TERM=dumb"])
    dumb.expectRows(">")
    dumb.type("1;2;3;4;5;6;7;8;9;10;11;12\r")
    dumb.expectRows("11", "12", ">")
    #expect(dumb.end() == 0)
    let script = try PseudoTerminal(["-e", "1;2;3;4;5;6;7;8;9;10;11;12"], history: history, rows: 8)
    script.expectRows("11", "12")
    #expect(script.end() == 0)
  }
}
