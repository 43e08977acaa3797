import Builtins
import Platform
import Testing
import Vocabulary
import Workbench

/// Values at which programs break: counts that no memory holds, positions that are none, matrices without numbers, lists
/// that share their parts. Each is an answer or an error in the learner's words, and what is shown stays short.
@Suite struct ExtremeValuesTests {
  private static func session(_ preparation: String = "") -> Session {
    var session = Session()
    session.context.limits.memory = 20_000_000
    let failure = session.run(preparation).failure
    precondition(failure == nil, failure?.message ?? "")
    return session
  }

  /// What is no count, position or class, and what would not fit.
  static let errors = [
    "one_hot([-2])", "one_hot([-1])", "one_hot([-5, -5])", "one_hot([-2^63])", "one_hot([2^53])", "one_hot([2^62])",
    "one_hot([nan])", "one_hot([∞])", "one_hot([-∞])", "one_hot([0.5])", "one_hot([0, -1])", "one_hot([0], 2^53)",
    "one_hot([0, 1], classes=-1)", "one_hot(1..1e5, 1e5)", "one_hot([1e15, 0])",
    "choice(-1)", "choice(0)", "choice(0.5)", "choice(nan)", "choice(∞)", "choice(1e300)",
    "choice(2^53, 3, replace=false)",
    "choice(1e10, 2, replace=false)", "choice(1e7, 1e7, replace=false)", "choice(5, -1)", "choice(5, 2^53)",
    "choice([], 1)",
    "choice([1, 2], p=[1, nan])", "choice(1..3, 1e8)", "choice(2^60)",
    "permutation(-1)", "permutation(1e8)", "permutation(2^53)", "permutation(nan)", "permutation(0.5)",
    "reshape([], [2^40, 0])", "reshape([], [0, 2^40])", "reshape([], [2^62, 0])", "reshape([], [0, 2^62])",
    "reshape([], [-1, 0])", "reshape([], [1e7, 0])", "reshape(1..4, [2^40, 2^40])", "reshape([], [nan, 0])",
    "reshape([], [∞, 0])", "sum(reshape([], [2^40, 0]), axis=1)", "transpose(reshape([], [2^40, 0]))",
    "reshape([], [2^40, 0])[:, 0]", "norm(reshape([], [2^40, 0]), axis=1)", "softmax(reshape([], [2^40, 0]))",
    "sort(reshape([], [2^40, 0]), axis=1)", "mean(reshape([], [0, 2^40]), axis=0)", "diff(reshape([], [0, 2^31]), 0)",
    "reverse(reshape([], [1e9, 0]))", "shuffle(reshape([], [2^40, 0]))", "cumsum(reshape([], [0, 2^50]), axis=0)",
    "sample normal(0, 1) [2^40, 0]", "sample normal(0, 1) [0, 2^40]", "sample he_normal [2^40, 0]",
    "sample normal(0, 1) 2^53", "sample normal(0, 1) [2^53, 2^53]", "integers(0, 5, [0, 2^50])", "integers(0, 5, 2^53)",
    "integers(5, 0)", "integers(0, 2^63)", "linspace(0, 1, 2^53)", "linspace(0, 1, -1)", "1..2^53", "1..1e300", "0..∞",
    "nan..3", "[1, 2][2^53]", "[1, 2][-2^63]", "[1, 2][1e300]", "[1, 2][nan]", "[1, 2][0.5]", "[1, 2][::0]",
    "[[1]][0, 2^40]",
    "circles(2^53)", "circles(1e7)", "histogram [1, 2] bins=2^53", "quantile([1, 2], 2)", "quantile([], 0.5)",
    "max([])",
    "argmin([])", "[[0 for i in 1..20_000] for j in 1..20_000]",
    "[[0, linspace(0, 1, 1e5)] for i in 1..700]", "[[\"x\", linspace(0, 1, 1e5)], [\"x\"]] × 2",
    "[circles(1000) for i in 1..1e6]", "[sequential(input(100), dense(100)) for i in 1..1e5]", "[[] for i in 1..1e9]",
    "[\"x\" for i in 1..1e9]", "[true for i in 1..1e9]", "[zeros for i in 1..1e9]",
    "concatenate([[1, 2]], [[1, 2, 3]])",
    "gradient(sin)", "f(x) = x²; gradient f", "f(x) = x²; gradient(f)", "where([1, 2, 3] > 1, [1, 2], 0)",
    "where([[1, 2], [3, 4]] > 1, [1, 2, 3], 0)", "where(\"a\", 1, 2)",
  ]

  @Test(arguments: errors)
  func `an error in words`(_ command: String) {
    var session = Self.session()
    let transcript = session.run(command)
    #expect(transcript.failure != nil, "\(command) is \(transcript.results.last?.printed.text.prefix(80) ?? "")")
    #expect(transcript.failure?.span != nil)
  }

  static let answers = [
    ("length(choice(2^53, 3))", "3"), ("choice(1, 2)", "[0, 0]"), ("length(choice(1e10, 5))", "5"),
    ("one_hot([])", "an empty 0×1 matrix"),
    ("one_hot([-0.0])", "[[1]]"), ("permutation(0)", "[]"), ("shape(reshape([], [1000, 0]))", "[1000, 0]"),
    ("sum(reshape([], [3, 0]), axis=1)", "[0, 0, 0]"), ("shape(transpose(reshape([], [0, 3])))", "[3, 0]"),
    ("where([[1, 0], [1, 1]] == 1, [10, 20], 0)", "[[10,  0],\n [10, 20]]"),
    ("where([1, 0] == 1, [[1, 2], [3, 4]], 0)", "[[1, 0],\n [3, 0]]"),
    ("where([[1], [0], [1]] == 1, [10, 20], [5, 6])", "[[10, 20],\n [ 5,  6],\n [10, 20]]"),
    ("where(is_nan([[nan, 1], [2, nan]]), [7, 8], [[nan, 1], [2, nan]])", "[[7, 1],\n [2, 8]]"),
    ("where(1 > 2, [1, 2], 0)", "[0, 0]"), ("where(true, 3, 4)", "3"), ("where([1, 0], 5, 6)", "[5, 6]"),
    ("where(2 > 1, \"a\", \"b\")", "\"a\""), ("where([1, 0] == 1, \"a\", \"b\")", "[\"a\", \"b\"]"),
    ("where([] > 0, 1, 2)", "[]"),
    ("where([1, 2, 3] > 1, [1], 0)", "[0, 1, 1]"), ("where([[1, 2], [3, 4]] > 2, 1, 0)", "[[0, 0],\n [1, 1]]"),
    ("f(x) = sum(where(x > 0, x², [1, 2])); gradient(f, [3, -1])", "[6, 0]"),
    ("L(w) = sum(tanh([1, 2] @ w)²); length(gradient(L, [[1, 2], [3, 4]]))", "2"),
    ("f(x) = softmax([x, 1])[0]; f′(1)", "0.25"), ("f(x) = sum(softmax([[x, 1], [1, x]])[0]); f′(1)", "0"),
    ("log_gamma′(1)", "-0.577216"), ("digamma(-0.5)", "0.03649"), ("norm′([0, 0])", "[0, 0]"),
  ]

  @Test(arguments: answers)
  func `an answer`(_ command: String, _ expected: String) {
    var session = Self.session()
    let transcript = session.run(command)
    #expect(transcript.failure == nil, "\(transcript.failure?.message ?? "")")
    #expect(transcript.results.last?.printed.text == expected)
  }

  /// Lists stand for more values than there are in memory, where they share them.
  @Test func `lists in lists are shown in part`() {
    for levels in [3, 10, 16, 24, 34, 200] {
      let transcript = LargeStack.run {
        var session = Self.session("g(a) = [a, a]")
        return session.run(
          String(repeating: "g(", count: levels) + "[\"x\"]" + String(repeating: ")", count: levels))
      }
      guard let transcript else {
        Issue.record("no thread")
        return
      }
      if let failure = transcript.failure {
        #expect(failure.kind == .limit && levels > 16)
      } else {
        #expect((transcript.results.last?.printed.text.utf8.count ?? .max) < 40_000)
      }
    }
    var session = Self.session()
    let shown = session.run("[[\"a\", i] for i in 1..3000]").results.last?.printed.text
    #expect(
      shown == "[[\"a\", 1], [\"a\", 2], [\"a\", 3], …, [\"a\", 2998], [\"a\", 2999], [\"a\", 3000]]  (3000 values)")
  }

  /// Each value fits, but not all of them.
  @Test func `variables together have a limit`() {
    var session = Self.session("a = linspace(0, 1, 1e6); b = linspace(0, 1, 1e6)")
    #expect(
      session.run("c = linspace(0, 1, 1e6)").failure?.message
        == "your variables would then take 24 MB; the limit is 20 MB")
    #expect(session.run("c = a[:10]").failure == nil)
    #expect(session.run("b = 1; c = linspace(0, 1, 1e6)").failure == nil)
    #expect(session.run("x, y = [a, a]").failure != nil)
    #expect(session.run("clear a; d = linspace(0, 1, 1e6)").failure == nil)
  }

  @Test func `a matrix in backprop stays in its row`() {
    var session = Self.session("L(w) = sum(tanh([1, 2] @ w)²)")
    let lines = session.run("backprop L([[1, 2], [3, 4]])").results.last?.printed.text.split(separator: "\n") ?? []
    #expect(lines.count >= 4)
    #expect(lines.contains { $0.contains("[[1, 2], [3, 4]]") })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") })
  }
}
