import Language
import Platform
import Testing
import Vocabulary
import Workbench

@Suite struct ParserTests {
  /// A language with three built-ins.
  private static let lexicon = Lexicon(
    ["sample", "sqrt", "vars"].map { name in
      let parameters =
        name == "vars"
        ? []
        : ["a", "b", "c", "seed"].map {
          ParameterDescription(name: $0, meaning: "m", noun: "n", presence: .optional)
        }
      return Signature(name, "A word.", parameters, Documentation())
    })

  private func source(_ text: String) throws -> String {
    let statement = try #require(try Parser.statements(of: text, lexicon: Self.lexicon).first)
    switch statement.kind {
    case .expression(let expression), .binding(_, let expression), .bindings(_, let expression):
      return expression.source
    case .definition(let function): return function.display.printed().text
    }
  }

  @Test(arguments: [
    ("1+2*3", "1 + 2 × 3"), ("(1+2)*3", "(1 + 2) × 3"), ("-2²", "-2²"), ("(-2)^2", "(-2)²"), ("2^3^2", "2^3²"),
    ("(2^3)^2", "(2³)²"), ("a−b–c", "a - b - c"), ("a-(b-c)", "a - (b - c)"), ("2·3÷4", "2 × 3 / 4"),
    ("x**-2", "x⁻²"), ("x⁻²", "x⁻²"), ("2x²", "2 × x²"), ("1/2x", "1 / (2 × x)"), ("|a-b|", "|a - b|"),
    ("a<b<=c", "a < b ≤ c"), ("a!=b", "a ≠ b"), ("not a and b or c", "not a and b or c"), ("√x+1", "√x + 1"),
    ("[1,2,3][0]", "[1, 2, 3][0]"), ("m[:,0]", "m[:, 0]"), ("v[1:]", "v[1:]"), ("1..n", "1..n"),
    ("[n² for n in 1..3]", "[n² for n in 1..3]"), ("if a then b else c", "if a then b else c"), ("f′(x)", "f′(x)"),
    ("f''(x)", "f″(x)"), ("0.1 x 0.03", "0.1 × 0.03"), ("f(x)=x*x", "f(x) = x × x"), ("“ab”", "\"ab\""),
    ("x->x²", "x -> x²"), ("(x,y) → x*y", "(x, y) -> x × y"), ("(x -> x²)(3)", "(x -> x²)(3)"),
    ("(x->x)'(3)", "(x -> x)′(3)"), ("() -> 1", "() -> 1"), ("f = g -> x -> g(x)", "g -> x -> g(x)"),
    ("if a then x -> x else y -> -y", "if a then x -> x else y -> -y"), ("(x, k=2) -> k*x", "(x, k=2) -> k × x"),
    ("f(x, k = x+1) = k", "f(x, k=x + 1) = k"), ("(y=x+1;y²)", "(y = x + 1; y²)"), ("2*(y=1;y)", "2 × (y = 1; y)"),
    ("(a,b=v;a)", "(a, b = v; a)"), ("(g(t)=t²; g(3))", "(g(t) = t²; g(3))"), ("(a; b;)", "(a; b)"),
    ("[i*j for i in 1..3 for j in 1..i if j>1]", "[i × j for i in 1..3 for j in 1..i if j > 1]"),
    ("sqrt(x² for x in v)", "sqrt([x² for x in v])"), ("v[v>0]", "v[v > 0]"), ("v[[0,-1]]", "v[[0, -1]]"),
    ("a % b @ c", "a % b @ c"), ("xⁿ", "x^n"), ("1e-7", "1e-07"), ("1e-7²", "1e-07²"), ("0.1234567891", "0.1234567891"),
  ])
  func `reads and prints`(_ text: String, _ printed: String) throws {
    #expect(try source(text) == printed)
    #expect(try source(printed) == printed, "what is printed reads back as the same")
  }

  @Test(arguments: [
    ("sample a b", "sample(a, b)"), ("sample a -1", "sample(a, -1)"), ("sample a - 1", "sample(a - 1)"),
    ("sample a-1", "sample(a - 1)"), ("sample a, b", "sample(a, b)"), ("sample a [1, 2]", "sample(a, [1, 2])"),
    ("sample a (1 + 2)", "sample(a, 1 + 2)"), ("sample (a, b)", "sample(a, b)"), ("sample (a) b", "sample(a, b)"),
    ("sample a seed=7", "sample(a, seed=7)"), ("sample a seed = 7", "sample(a, seed=7)"),
    ("sample |a| b", "sample(|a|, b)"),
    ("sample a × b", "sample(a × b)"), ("y = sample a b", "sample(a, b)"), ("vars", "vars()"),
    ("sample - 1", "sample - 1"),
    ("sample -1", "sample(-1)"), ("sqrt 4 + 5", "sqrt(4 + 5)"), ("sample f(1) g", "sample(f(1), g)"),
    ("sample a[0] b", "sample(a[0], b)"),
  ])
  func `commands are calls`(_ text: String, _ call: String) throws {
    #expect(try source(text) == call)
  }

  @Test(arguments: [
    "(1", "[1, 2", "1 +", "\"abc", "f(x) =", "if a then", "x =", "f(", "[n for n in", "x ->", "(y = 1;", "(x, y) ->",
  ])
  func `unfinished input waits for more`(_ text: String) {
    #expect { try Parser.statements(of: text, lexicon: Self.lexicon) } throws: { ($0 as? Failure)?.kind == .unfinished }
  }

  @Test(arguments: ["1)", "(]", "1 2", "=", "a b", "f(x) = = 1", "[1 2]", "x[", "¿", "1 = 2", "sample = 3", "π = 3"])
  func `what cannot be read is said`(_ text: String) {
    #expect(throws: Failure.self) { try Parser.statements(of: text, lexicon: Self.lexicon) }
  }

  @Test func `deep nesting is refused, not fatal`() {
    for opener in ["(", "[", "|", "-", "√", "not ", "2^", "f(", "if ", "(|["] {
      for text in [String(repeating: opener, count: 100_000), String(repeating: opener, count: 50_000) + "1"] {
        // A stack as sessions have it; unoptimized code needs more than a thread of the tests has.
        let isRefused = LargeStack.run { (try? Parser.statements(of: text, lexicon: Self.lexicon)) == nil }
        #expect(isRefused == true, "\(opener)")
      }
    }
  }

  @Test(arguments: ["1+", "1×", "1 or ", "1 and ", "1-"])
  func `endless chains are refused, not fatal`(_ link: String) {
    #expect(throws: Failure.self) {
      try Parser.statements(of: String(repeating: link, count: 200_000) + "1", lexicon: Self.lexicon)
    }
    #expect(throws: Never.self) {
      try Parser.statements(of: String(repeating: link, count: 1000) + "1", lexicon: Self.lexicon)
    }
  }

  @Test func `long input is read in time`() throws {
    let sum = (0..<250_000).map { _ in "1+" }.joined() + "1"
    #expect(throws: Never.self) { try Parser.statements(of: "[" + sum.replacingPlus + "]", lexicon: Self.lexicon) }
    #expect(try Parser.statements(of: String(repeating: "1;", count: 100_000), lexicon: Self.lexicon).count == 100_000)
  }
}

extension String {
  fileprivate var replacingPlus: String { String(map { $0 == "+" ? "," : $0 }) }
}
