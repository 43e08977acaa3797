import Testing
import TestSupport

/// Coming back to what was typed before.
@Suite(.serialized) struct HistoryTests {
  private let folder: TemporaryFolder
  private var history: String { folder.path + "/history" }

  init() throws { folder = try TemporaryFolder() }

  private let up = "\u{1B}[A"
  private let down = "\u{1B}[B"
  private let left = "\u{1B}[D"

  @Test func `arrows go through what begins as the draft does, and back to it`() throws {
    folder.write("history", "sum(1..3)\n1 + 1\nsum(1..4)\n2 + 2\n")
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("sum" + up)
    terminal.expectRows("> sum(1..4)")
    terminal.send(up)
    terminal.expectRows("> sum(1..3)")
    terminal.send(up)
    terminal.send(down)
    terminal.expectRows("> sum(1..4)")
    terminal.send(down)
    terminal.expectRows("> sum", column: 5)
    // Only what stands before the cursor is compared, and the draft comes back with its cursor.
    terminal.send("\u{15}1 x" + left + left + up)
    terminal.expectRows("> 1 + 1", column: 7)
    terminal.send(down)
    terminal.expectRows("> 1 x", column: 3)
    // An entry that was changed is a draft.
    terminal.send("\u{15}\u{0B}" + up + up + "0")
    terminal.expectRows("> sum(1..4)0")
    terminal.send(up)
    terminal.send("\u{7F}\r")
    terminal.expectRows("> sum(1..4)", "10", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `Ctrl-R finds what is typed, literally, and redraws`() throws {
    folder.write("history", "0.1 + 1\n0 1\nsum(\\n[0.1])\n0.1 + 2\nx = 0.1 + 2\n")
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("dra\u{12}")
    terminal.expectRows("search '': dra")
    terminal.send("0.1")
    terminal.expectRows("search '0.1': x = 0.1 + 2", column: 18)
    terminal.send("\u{12}")
    terminal.expectRows("search '0.1': 0.1 + 2", column: 14)
    terminal.send("\u{12}")
    terminal.expectRows("search '0.1': sum(", "| [0.1])", column: 3)
    terminal.send("\u{12}\u{12}\u{12}")
    terminal.expectRows("search '0.1': 0.1 + 1", column: 14)
    terminal.send("\u{13}")
    terminal.expectRows("search '0.1': sum(", "| [0.1])", column: 3)
    // A pattern that nothing holds, taken back.
    terminal.send("99")
    terminal.expectRows("not found '0.199': dra")
    terminal.send("\u{7F}\u{7F}")
    terminal.expectRows("search '0.1': sum(", "| [0.1])", column: 3)
    // Given up, the draft is as it was.
    terminal.send("\u{07}")
    terminal.expectRows("> dra", column: 5)
    // Ctrl-C likewise; an arrow key accepts and moves; the last pattern comes back.
    terminal.send("\u{12}0.1 + 2")
    terminal.expectRows("search '0.1 + 2': x = 0.1 + 2")
    terminal.type("\u{03}")
    terminal.expectRows("> dra", column: 5)
    terminal.send("\u{12}= 0")
    terminal.expectRows("search '= 0': x = 0.1 + 2")
    terminal.send("\u{1B}[C")
    terminal.expectRows("> x = 0.1 + 2", column: 5)
    terminal.send("\u{12}\u{12}")
    terminal.expectRows("search '= 0': x = 0.1 + 2")
    // Enter runs what was found.
    terminal.send("\r")
    terminal.expectRows("> x = 0.1 + 2", "2.1", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `prompts at the same time lose nothing`() throws {
    folder.write("history", (1...9996).map { "\($0)\n" }.joined())
    let terminals = try (0..<3).map { _ in try PseudoTerminal(history: history) }
    for terminal in terminals { terminal.expectRows(">") }
    for round in 0..<5 {
      for (number, terminal) in terminals.enumerated() { terminal.send("x\(round)\(number) = 1;\r") }
      for terminal in terminals { terminal.expectRows(">") }
    }
    for terminal in terminals { #expect(terminal.end() == 0) }
    let lines = (folder.read("history") ?? "").split(separator: "\n").map(String.init)
    #expect(lines.count == 10_000)
    #expect(lines.first == "12", "the oldest went")
    for round in 0..<5 {
      for number in 0..<3 { #expect(lines.contains("x\(round)\(number) = 1;")) }
    }
    let fresh = try PseudoTerminal(history: history)
    fresh.expectRows(">")
    fresh.send("x32" + up)
    fresh.expectRows("> x32 = 1;")
    fresh.send("\u{03}")
    #expect(fresh.end() == 0)
  }
}
