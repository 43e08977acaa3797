import Builtins
import Platform
import Testing
import Vocabulary
import Workbench

/// Long work of every kind asks again and again whether to go on, and stops soon after it is told not to.
///
/// Both are counted, so that nothing depends on how fast or busy the context is. How long a stop takes in milliseconds is
/// shown by `gradus-bench`.
@Suite struct InterruptionTests {
  /// A command and what must be run before it.
  struct Work: CustomTestStringConvertible, Sendable {
    var preparation = ""
    let command: String
    var testDescription: String { command }

    init(_ command: String, after preparation: String = "") {
      self.command = command
      self.preparation = preparation
    }

    /// The session after the preparation, and the command run in it with a stop after so many questions.
    func run(stopAfter questions: Int) throws -> (Transcript, Session) {
      var session = Session()
      let failure = session.run(preparation).failure
      try #require(failure == nil, "\(failure?.message ?? "")")
      session.interruption.request(afterQuestions: questions)
      let prepared = session
      let outcome = LargeStack.run { [command] in
        var session = prepared
        return (session.run(command), session)
      }
      return try #require(outcome)
    }
  }

  private static let vector = "v = linspace(0, 1, 1e5); w = [(v[i] × 7919) % 1 for i in 0..9999];"
  private static let matrix = "m = reshape(linspace(0, 1, 40_000), [200, 200]);"
  private static let network = """
    d = circles(500, seed=1); net = sequential(input(2), dense(8, tanh), dense(8, tanh), dense(1, sigmoid), seed=1);
    """

  /// Work that would go on for hours or for ever.
  static let endless: [Work] =
    [
      "sum([sum(tanh(v) × v) for i in 1..1e7])", "[sum(sort(w)) for i in 1..1e7]",
      "[v[0] ^ sum(v ^ 1.5 % 3) for i in 1..1e7]", "map(sum, [w × i for i in 1..5_000])",
      "[median(w) for i in 1..1e7]", "[sum(cumsum(v) < 0.5) for i in 1..1e7]", "[length(unique(w)) for i in 1..1e7]",
      "[norm(v, 3) for i in 1..1e7]",
    ].map { Work($0, after: vector) }
    + ["[sum(m @ m @ m) for i in 1..1e7]", "[sum(transpose(m)) for i in 1..1e7]"].map { Work($0, after: matrix) }
    + [
      Work("f(60)", after: "f(n) = if n < 2 then n else f(n - 1) + f(n - 2);"),
      Work("map(f, 1 - 1..100_000)", after: "f(n) = if n > 1000 then 0 else f(n + 1) + 1;"),
      Work("f″″″″″″″″″(0.5)", after: "f(x) = tanh(x)² × sin(x);"),
      Work("descend f from=0 steps=2e7", after: "f(x) = (x - 3)²;"),
      Work("gradient(f, linspace(0, 1, 100_000))", after: "f(v) = sum(tanh(v)²);"),
      Work("[circles(1e4, noise=1) for i in 1..1e7]"),
      Work("[sum([if i % 2 == 0 then 1 else -1 for i in 1..1e4]) for j in 1..1e7]"),
    ]
    + [
      "train net d epochs=1e9", "train net d epochs=1e6 watch=gradient_check", "[evaluate(net, d) for i in 1..1e6]",
      "[chain(0.5^9999) for i in 1..1e6]", "compare [sgd, adam] net d epochs=1e6", "gradient_check net d n=500",
      "landscape net d directions=2 positions=100", "[inspect(net, d) for i in 1..1e6]",
      "[symmetry(net) for i in 1..1e6]",
      "[flow(net, d) for i in 1..1e6]", "[chain(net, d) for i in 1..1e6]", "[loss(net, d) for i in 1..1e6]",
      "[forward(net, [[1, 2], [3, 4]]) for i in 1..1e6]",
      "[fit_rate(net, d) for i in 1..1e6]", "fit_rate net d steps=1e6", "[gradients(net, d) for i in 1..1e6]",
      "[initialize(net, d, lsuv) for i in 1..1e6]", "train net d epochs=1e6 watch=[weights, gradients]",
    ].map { Work($0, after: network) }

  @Test(arguments: endless)
  func `it stops`(_ work: Work) throws {
    let (transcript, session) = try work.run(stopAfter: 200)
    if transcript.failure == nil {
      #expect(work.command.hasPrefix("train"), "only a training keeps what it has reached")
    } else {
      #expect(transcript.failure?.kind == .interrupted, "\(transcript.failure?.message ?? "")")
    }
    let left = try #require(session.interruption.questionsLeft)
    // A team of threads asks in each of them; whoever waits for them asks once more.
    #expect(left < 0 && left >= -20, "it was done before it was stopped, or asked \(-left) times after the stop")
  }

  /// Work on about a million numbers by one built-in or operator.
  static let loops: [Work] =
    [
      "tanh(x)", "x × x", "x + 1", "x ^ 1.5", "x % 3", "x < 0.5", "sort(x)", "argsort(x)", "unique(x)", "median(x)",
      "norm(x, 3)", "where(x > 0.5, x, 0)", "sum(tanh(x) × x)", "map(sin, x)", "[x[0] + k for k in x]",
      "sample normal(0, 1) 1e6", "sample uniform(0, 1) 1e6", "1..1e6", "permutation(1e6)", "shuffle(x)",
      "choice(x, 1e6)",
      "choice(1e7, 1e6)", "choice(1e6, 1e6, replace=false)", "integers(0, 9, 1e6)", "circles(5e5)",
    ].map { Work($0, after: "x = linspace(0, 1, 1e6);") }

  /// Between two questions lies the work on at most 2¹⁸ numbers.
  @Test(arguments: loops)
  func `it asks in every loop`(_ work: Work) throws {
    let (transcript, session) = try work.run(stopAfter: 1 << 40)
    #expect(transcript.failure == nil, "\(transcript.failure?.message ?? "")")
    let asked = (1 << 40) - (session.interruption.questionsLeft ?? 0)
    #expect(asked >= 3, "it asked \(asked) times")
  }
}
