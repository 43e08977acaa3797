import Language
import Vocabulary
import Workbench

extension Builtin {
  static let map = Builtin(
    "map", "What a function makes of each element.",
    Parameter("function", .function, "a function of one argument, or of as many as there are rows"),
    .rest("rows", .value, "vectors, matrices or lists of one length, gone through together", atLeast: 1),
    documentation: Documentation(
      examples: [
        Example("f(x) = x²; map(f, 1..4)", gives: "f(x) = x²\n[1, 4, 9, 16]"),
        Example("map(atan2, [0, 1], [1, 0])", gives: "[0, 1.5708]"),
      ],
      aliases: ["apply", "vectorize", "vmap"]), derivative: .own
  ) { (session: inout Session, function, rows) throws(Failure) in
    guard let count = Row.count(of: rows[0]), rows.allSatisfy({ Row.count(of: $0) == count }) else {
      throw Failure(
        .argument,
        "rows must be vectors, matrices or lists of one length, not "
          + rows.map(\.brief).joined(separator: " and "), about: .argument("rows"))
    }
    return try session.map(function, over: rows)
  }
}
