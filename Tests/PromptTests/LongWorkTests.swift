import Testing
import TestSupport

/// Work that takes its time: how far it is, and how it is stopped.
@Suite(.serialized) struct LongWorkTests {
  private let folder: TemporaryFolder
  private var history: String { folder.path + "/history" }

  init() throws { folder = try TemporaryFolder() }

  private let network = """
    data = circles(500, seed=1);
    net = sequential(input(2), dense(5, tanh), dense(1, sigmoid), seed=1);
    """

  @Test func `a training tells how far it is and how long it will take`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("\u{1B}[200~\(network)\u{1B}[201~\rtrain net data epochs=10000000 learning_rate=0.1 seed=1\r")
    terminal.expect("/10000000  loss 0.")
    terminal.expect(" left")
    terminal.type("\u{03}")
    terminal.expect("of 10000000; the weights reached are kept\n> ")
    terminal.expectRows(">")
    #expect(!terminal.window.text.contains(" left"), "the line goes away")
    #expect(terminal.end() == 0)
  }

  @Test func `Ctrl-C while work goes on leaves nothing behind for the next line`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    for _ in 0..<3 {
      terminal.send("sum([n² for n in 1..100000000])\r")
      terminal.expectRows("> sum([n² for n in 1..100000000])")
      terminal.type("\u{03}\u{03}\u{03}")
      terminal.expectRows("stopped", ">")
      terminal.type("1 + 1\r")
      terminal.expectRows("> 1 + 1", "2", ">")
    }
    #expect(terminal.end() == 0)
  }

  @Test func `what is typed while work goes on is not lost`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("sum([n for n in 1..200000]);\r")
    terminal.expect("200000]);")
    terminal.type("1 + 1\r")
    terminal.expectRows("2", ">")
    #expect(terminal.end() == 0)
  }
}
