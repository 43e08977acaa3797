import Testing
import TestSupport

/// Text from the clipboard, between the marks that terminals put around it.
@Suite(.serialized) struct PasteTests {
  private let folder: TemporaryFolder
  private var history: String { folder.path + "/history" }

  init() throws { folder = try TemporaryFolder() }

  private func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

  @Test func `a pasted text goes in as one and waits for Enter`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("1 + " + paste("x\t= 3\rx +\r1\r") + "\u{15}")
    terminal.expectRows("> 1 + x  = 3", "| x +", "|")
    terminal.send("\u{1F}")
    terminal.expectRows("> 1 + x  = 3", "| x +", "| 1")
    terminal.send("\u{1B}[A\u{1B}[A\u{01}\u{1B}[3~\u{1B}[3~\u{1B}[3~\u{1B}[3~\r")
    terminal.expectRows("> x  = 3", "| x +", "| 1", "3", "4", ">")
    #expect(folder.read("history") == "x  = 3\\nx +\\n1\n")
    #expect(terminal.end() == 0)
  }

  @Test func `a pasted transcript runs, command by command`() throws {
    let terminal = try PseudoTerminal(history: history, environment: ["NO_COLOR=1"])
    terminal.expectRows(">")
    terminal.send(
      paste(
        """
        > f(x) =
        |   x²
        f(x) = x²
        > foo
        error: there is nothing called 'foo'
        > f(3);

        gradus> f(4)
        17
        >>> 1 +
        ... 1
        >
        """.replacingLineEnds))
    terminal.expectRows(
      "> f(x) =", "|   x²", "f(x) = x²", "> foo", "error: there is nothing called 'foo'", "  foo", "  ^^^", "> f(3);",
      "> f(4)", "16", "> 1 +", "| 1", "2", ">")
    #expect(folder.read("history") == "f(x) =\\n  x²\nfoo\nf(3);\nf(4)\n1 +\\n1\n")
    #expect(terminal.end() == 0)
  }

  @Test func `the last command of a transcript is left where more must follow`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send(paste("> 1 + 1\n2\n> (3 +\n"))
    terminal.expectRows("> 1 + 1", "2", "> (3 +")
    terminal.send("4)\r")
    terminal.expectRows("> (3 +4)", "7", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `a transcript in a text that has begun only loses its prompts`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("1 + " + paste("> 2 × 3\n6\n") + "\r")
    terminal.expectRows("> 1 + 2 × 3", "7", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `Ctrl-C ends a transcript`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send(paste("> sum([n² for n in 1..100000000])\n> 1 + 1\n"))
    terminal.expectRows("> sum([n² for n in 1..100000000])")
    terminal.type("\u{03}")
    terminal.expect("stopped")
    terminal.expectRows(">")
    #expect(!terminal.window.text.contains("1 + 1"))
    #expect(terminal.end() == 0)
  }

  @Test func `Ctrl-C in a training ends the rest of a transcript too`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send(
      paste(
        """
        > data = circles(500, seed=1);
        > net = sequential(input(2), dense(1, sigmoid), seed=1);
        > train net data epochs=10000000
        > 1 + 1
        """))
    terminal.expect("/10000000  loss 0.")
    terminal.type("\u{03}")
    terminal.expect("the weights reached are kept")
    terminal.expectRows(">")
    #expect(!terminal.window.text.contains("1 + 1"))
    #expect(terminal.end() == 0)
  }

  @Test func `pasting is marked only while somebody types`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    #expect(terminal.shows { $0.modes.contains("?2004") })
    terminal.send("sum([n² for n in 1..100000000])\r")
    terminal.expectRows("> sum([n² for n in 1..100000000])")
    terminal.type("\u{03}")
    #expect(terminal.end() == 0)
    #expect(terminal.shows { !$0.modes.contains("?2004") })
    #expect(terminal.written.contains("\u{1B}[?2004l"))
  }

  @Test func `a long paste`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send(paste((1...400).map { "x\($0) = \($0);\n" }.joined()))
    terminal.expectRows("| x399 = 399;", "| x400 = 400;")
    terminal.send("\rx1 + x400\r")
    terminal.expectRows("> x1 + x400", "401", ">")
    #expect(terminal.window.text.contains("> x1 = 1;\n| x2 = 2;\n"), "after Enter all of it is there")
    #expect(terminal.end() == 0)
  }
}

extension String {
  /// As terminals send them.
  fileprivate var replacingLineEnds: String { String(map { $0.isNewline ? "\r" : $0 }) }
}
