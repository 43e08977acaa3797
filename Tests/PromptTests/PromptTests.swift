import Testing
import TestSupport

/// The real prompt with the real libedit, in a pseudo-terminal.
@Suite(.serialized) struct PromptTests {
  private let folder: TemporaryFolder
  private var history: String { folder.path + "/history" }

  init() throws { folder = try TemporaryFolder() }

  @Test func `types and edits UTF-8`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expect("> ")
    terminal.type("0.1⁵×0.03\r")
    terminal.expect("\n3×10⁻⁷\n> ")
    // ⁵² by mistake: five to the left and the ² away.
    terminal.type("0.1⁵²×0.03" + String(repeating: "\u{1B}[D", count: 5) + "\u{7F}\r")
    terminal.expect("\n3×10⁻⁷\n> ")
    // To the beginning and the end.
    terminal.type("√25\u{1B}[H2 × \u{1B}[F0\r")
    terminal.expect("\n31.6228\n> ")
    #expect(terminal.end() == 0)
  }

  @Test func `completes by Tab`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expect("> ")
    terminal.type("norma\t(0, stddev\t2)\r")
    terminal.expect("\nnormal(mean=0, stddev=2)\n> ")
    terminal.type("sig\t")
    terminal.expect("sigmoid  Squeezes any number between 0 and 1")
    terminal.expect("> sig")
    terminal.type("\u{03}")
    terminal.expect("^C")
    #expect(terminal.end() == 0)
  }

  @Test func `names of characters become them by Tab`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("\\sigma\t = 0.1\\^5\t \\times\t 0.03\r")
    terminal.expectRows("> σ = 0.1⁵ × 0.03", "3×10⁻⁷", ">")
    terminal.send("\\s\t")
    terminal.expectRows("  σ  \\sigma", "  √  \\sqrt", "> \\s")
    terminal.send("q\t25\r")
    terminal.expectRows("> √25", "5", ">")
    #expect(terminal.end() == 0)
  }

  @Test func `completes values and files in quotation marks`() throws {
    folder.write("data.csv", "1,2\n")
    let terminal = try PseudoTerminal(history: history)
    terminal.expectRows(">")
    terminal.send("dense(5, activation=\"ta\t)\r")
    terminal.expectRows("> dense(5, activation=\"tanh\")", "dense(5, tanh)", ">")
    terminal.send("load \"\(folder.path)/da\t")
    terminal.expect("data.csv")
    terminal.send("\u{03}")
    #expect(terminal.end() == 0)
  }

  @Test func `Ctrl-C gives up a line`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expect("> ")
    terminal.type("1 + foo(")
    terminal.expect("foo(")
    terminal.type("\u{03}")
    terminal.expect("^C\n> ")
    terminal.type("2 + 2\r")
    terminal.expect("\n4\n> ")
    // Also in the middle of a continued one.
    terminal.type("(1 +\r")
    terminal.expect("| ")
    terminal.type("\u{03}")
    terminal.expect("^C\n> ")
    terminal.type("(2 +\r3)\r")
    terminal.expect("\n5\n> ")
    #expect(terminal.end() == 0)
  }

  @Test func `Ctrl-C stops a training and keeps the weights reached`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expect("> ")
    terminal.type("data = circles(500, seed=1);\r")
    terminal.type("net = sequential(input(2), dense(5, tanh), dense(1, sigmoid), seed=1);\r")
    terminal.type("first = weights(net);\r")
    terminal.type("train net data epochs=1000000 learning_rate=0.1 seed=1\r")
    terminal.expect("/1000000  loss")
    terminal.type("\u{03}")
    terminal.expect("of 1000000; the weights reached are kept\n> ")
    terminal.type("mean(weights(net) == first)\r")
    terminal.expect("\n0\n> ")
    terminal.type("length(weights(net))\r")
    terminal.expect("\n2\n> ")
    #expect(terminal.end() == 0)
  }

  @Test func `Ctrl-C stops an evaluation`() throws {
    let terminal = try PseudoTerminal(history: history)
    terminal.expect("> ")
    terminal.type("x = 7\r")
    terminal.expect("7\n> ")
    terminal.type("sum([n² for n in 1..100000000])\r")
    terminal.expect("100000000])\n")
    terminal.type("\u{03}")
    terminal.expect("stopped\n> ")
    terminal.type("x\r")
    terminal.expect("\n7\n> ")
    #expect(terminal.end() == 0)
  }

  @Test func `leaves, comes back and recalls`() throws {
    let first = try PseudoTerminal(history: history)
    first.expect("> ")
    first.type("0.1⁵×0.03\r")
    first.expect("\n3×10⁻⁷\n> ")
    #expect(first.end() == 0)
    #expect(folder.read("history") == "0.1⁵×0.03\n")
    let second = try PseudoTerminal(history: history)
    second.expect("> ")
    second.type("\u{1B}[A")
    second.expect("0.1⁵×0.03")
    second.type("\r")
    second.expect("\n3×10⁻⁷\n> ")
    #expect(second.end() == 0)
    #expect(folder.read("history") == "0.1⁵×0.03\n", "the same line is not kept twice")
  }

  @Test func `errors do not end the conversation`() throws {
    let terminal = try PseudoTerminal(history: history, environment: ["NO_COLOR=1"])
    terminal.expect("> ")
    terminal.type("smaple 3\r")
    terminal.expect("error: there is no function 'smaple'\n  smaple 3\n  ^^^^^^ did you mean 'sample'?\n> ")
    terminal.type("1 + 1\r")
    terminal.expect("\n2\n> ")
    #expect(terminal.end() == 0)
  }

  @Test(arguments: [["LC_ALL=C"], ["TERM=dumb"], ["LC_ALL=C", "TERM=dumb"], ["LC_ALL=nonsense"], ["TERM=unknown"]])
  func `poor terminals`(_ environment: [String]) throws {
    let terminal = try PseudoTerminal(history: history, environment: environment)
    terminal.expect("> ")
    terminal.type("0.1^5*0.03\r")
    terminal.expect(environment.contains("LC_ALL=C") ? "\n3e-07\n> " : "\n3×10⁻⁷\n> ")
    terminal.type("foo\r")
    terminal.expect("there is nothing called 'foo'")
    #expect(terminal.end() == 0)
  }

  @Test func `narrow windows`() throws {
    let terminal = try PseudoTerminal(history: history, columns: 40)
    terminal.expect("> ")
    terminal.type("sig\t")
    terminal.expect("sigmoid  Squeezes any number betw")
    terminal.expect("> sig")
    terminal.type("\u{03}")
    terminal.expect("^C\n> ")
    terminal.type("1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12\r")
    terminal.expect("\n78\n> ")
    #expect(terminal.end() == 0)
  }

  @Test func `a history that cannot be read or written does no harm`() throws {
    folder.write("folder/x", "")
    for path in [folder.path + "/folder", "/nowhere/history"] {
      let terminal = try PseudoTerminal(history: path)
      terminal.expect("> ")
      terminal.type("1 + 1\r")
      terminal.expect("\n2\n> ")
      #expect(terminal.end() == 0)
    }
  }
}
