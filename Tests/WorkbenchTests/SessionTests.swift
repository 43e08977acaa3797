import Builtins
import Platform
import Testing
import TestSupport
import Vocabulary
import Workbench

@Suite struct SessionTests {
  private func text(_ commands: String...) -> String {
    var session = Session()
    var last = ""
    for command in commands {
      let transcript = session.run(command)
      last = transcript.failure.map { "error: \($0.message)" } ?? transcript.results.last?.printed.text ?? ""
    }
    return last
  }

  @Test func `a copy is a snapshot`() {
    var session = Session()
    _ = session.run("x = 1; net = sequential(input(2), dense(1), seed=1); d = circles(20, seed=1)")
    let before = session
    var copy = session
    _ = copy.run("x = 2; train net d epochs=3")
    var first = before
    #expect(first.run("x").results[0].printed.text == "1")
    let weights = "weights(net)[0, 0]"
    #expect(session.run(weights).results[0].printed.text == first.run(weights).results[0].printed.text)
    #expect(copy.run(weights).results[0].printed.text != first.run(weights).results[0].printed.text)
  }

  @Test func `no error changes a variable`() {
    #expect(text("x = 1", "x = foo", "x") == "1")
    #expect(text("x = 1", "seed 5", "y = sample(normal(0, 1), -1)", "x") == "1")
  }

  @Test func `a draw depends on its own text and how often it succeeded`() {
    let draw = "sample normal(0, 1) 3"
    let first = text(draw)
    #expect(text("1 + 1", "sample uniform(0, 1) 2", "sample normal(0, 1) -1", draw) == first)
    #expect(text(draw, draw) != first)
    #expect(text(draw, "seed 0", draw) == first)
    #expect(text("seed 1", draw) != first)
    #expect(text("sample   normal(0,1)  3") == first, "spaces between tokens do not matter")
    #expect(text("sample normal(0, 1) 3 # a comment") == first)
  }

  /// `default_rng([0, FNV-1a("sample normal ( 0 , 1 ) 3"), 0])`, computed by NumPy.
  @Test func `unseeded draws are NumPy's for three integers`() throws {
    let rows = try References.rows("random/commands.csv")
    #expect(rows.count >= 3)
    for row in rows {
      var session = Session()
      if row[0] != "0" { _ = session.run("seed \(row[0])") }
      for _ in 0..<(Int(row[1]) ?? 0) { _ = session.run("sample normal(0, 1) 3") }
      guard case .vector(let drawn) = try #require(session.run("sample normal(0, 1) 3").results.last).value else {
        Issue.record("no vector")
        continue
      }
      #expect(drawn == row[2...].map(References.double))
    }
  }

  @Test func `bad input is only an error`() {
    _ = LargeStack.run { Self.tryBadInput() }
  }

  private static func tryBadInput() {
    var session = Session()
    // The limit is what is tried, not how much this context has.
    session.context.limits.memory = 10_000_000
    let inputs = [
      "f(x) = f(x)", "f(1)", "sample normal(0, 1) 1e12", "sample normal(0,1) [1e9, 1e9]", "1..1e15",
      String(repeating: "(", count: 100_000), String(repeating: "x", count: 1_000_000), "1/0", "[1][1e300]", "2^1e300",
      "circles(1e15)", "[[0 for i in 1..20000] for j in 1..20000]", String(repeating: "1+", count: 500_000) + "1",
      "inspect(sequential(input(2), dense(100000), dense(1)), circles(100000))",
      "f" + String(repeating: "(1)", count: 9999), "sequential(input(1), dense(9007199254740992))",
      "repeat(10000, repeat(10000, dense(1)))",
      "sequential(input(1), repeat(3, input(2)))", "help \"\"", "\u{0}", "x = x", "[n for n in 1..3", "[n for 3 in 4]",
      "quantile normal(0, 1) [0.5, 2]", "truncated_normal(0, 1, 40, 41)", "truncated_normal(0, 1, 3, 2)", "P(not 3)",
      "sum(normal(0, 1))", "sum(3, 4)", "set memory=-1GB", "weights(sequential(input(1), dense(1)), 2)", "_", "''",
      "f′(3)", "tanh′", "(1)(2)", "normal(0, 1)²", "[[1, 2], [3, 4]][5, 0]", "-\"a\"", "√normal(0, 1)",
      "sample normal(0, 1) seed=1e300", "seed 1.5", "chain 0.5^-1", "chain", "P(-1 < normal < 1)", "1e999", "0x10",
    ]
    for input in inputs {
      let transcript = session.run(input)
      if let failure = transcript.failure { #expect(!failure.message.isEmpty, "\(input.prefix(40))") }
    }
    #expect(session.run("1 + 1").results.first?.printed.text == "2")
  }

  @Test func `an interruption stops work and keeps the session`() {
    var session = Session()
    _ = session.run("x = 3; f(n) = if n ≤ 0 then 0 else f(n - 1)")
    session.interruption.request()
    #expect(session.run("sum([f(20) for k in 1..100000])").failure?.kind == .interrupted)
    session.interruption.clear()
    #expect(session.run("x").results.first?.printed.text == "3")
  }

  @Test func `an interrupted training keeps the weights reached`() throws {
    var session = Session()
    _ = session.run("d = circles(200, seed=1); net = sequential(input(2), dense(4, tanh), dense(1, sigmoid), seed=1)")
    let before = session.run("weights(net)").results[0].printed.text
    let interruption = session.interruption
    session.progress = { text in if text != nil { interruption.request() } }
    let history = session.run("train net d epochs=1000 learning_rate=0.5 seed=1")
    #expect(history.failure == nil)
    #expect(history.results[0].printed.text.hasSuffix("stopped in epoch 2 of 1000; the weights reached are kept"))
    #expect(session.run("weights(net)").results[0].printed.text != before)
  }
}
