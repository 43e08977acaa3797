import Language
import Vocabulary
import Workbench

extension Builtin {
  static let iterate = Builtin(
    "iterate", "A value, what a function makes of it, what the function makes of that, and so on: n + 1 values.",
    Parameter("function", .function, "a function of one argument"),
    Parameter("start", .value, "the first value: a number, a vector or anything else", aliases: ["x0"]),
    Parameter("n", .count, "how often the function is applied"),
    documentation: Documentation(
      formula: "start, f(start), f(f(start)), …",
      notes:
        "Numbers make a vector, vectors of one length a matrix with a row for each, anything else a list. Recursion, which "
        + "is a function that calls itself, ends after some 2000 calls inside each other (10 000 expressions and calls); "
        + "iterate and fold go on as long as is wanted.",
      examples: [
        Example("iterate(x -> x / 2, 1, 4)", gives: "[1, 0.5, 0.25, 0.125, 0.0625]"),
        Example(
          "iterate(x -> x - (x² - 2) / 2x, 1, 5)[-1]", gives: "1.41421"),
        Example(
          "fibonacci = iterate(p -> [p[1], sum(p)], [0, 1], 10)[:, 0]",
          gives: "[0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55]"),
      ],
      seeAlso: ["fold", "map", "descend"],
      aliases: ["scan", "accumulate", "itertools.accumulate", "while_loop"]),
    derivative: .own
  ) { (session: inout Session, function, start, n) throws(Failure) in
    try session.iterate(function, from: start, times: n)
  }

  static let fold = Builtin(
    "fold",
    "What a function makes of a value and the first element, of that and the second, and so on: the last value.",
    Parameter("function", .function, "a function of two arguments: what there is so far, and the next element"),
    Parameter("v", .value, "a vector, a list, or a matrix to go through row by row"),
    Parameter("start", .value, "what there is before the first element", aliases: ["initial", "initializer"]),
    documentation: Documentation(
      formula: "f(… f(f(start, v[0]), v[1]) …, v[-1])",
      examples: [
        Example("fold((total, x) -> 10 × total + x, [3, 1, 4], 0)", gives: "314"),
        Example("fold((w, x) -> w - 0.1 × (w - x), sample(normal(5, 1), 100, seed=1), 0)", gives: "4.83125"),
      ],
      seeAlso: ["iterate", "sum", "prod", "cumsum"],
      aliases: ["foldl"]),
    derivative: .own
  ) { (session: inout Session, function, v, start) throws(Failure) in
    guard Row.count(of: v) != nil else {
      throw Failure(.argument, "v must be a vector, a matrix or a list, not \(v.brief)", about: .argument("v"))
    }
    return try session.fold(function, over: v, from: start)
  }
}
