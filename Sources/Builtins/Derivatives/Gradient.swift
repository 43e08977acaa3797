import Language
import Vocabulary
import Workbench

extension Builtin {
  static let gradient = Builtin(
    "gradient", "All partial derivatives of a function at a point, by automatic differentiation.",
    Parameter("function", .function, "a function that yields a number"),
    .names("point", "its arguments, in order or by name"),
    documentation: Documentation(
      source: "forward mode: Wengert, A simple automatic derivative evaluation program, 1964",
      notes:
        "At a kink it is the subgradient that PyTorch takes: 0 for |x| and relu(x) at 0; equal numbers in max, min, "
        + "maximum and minimum share it. Outside a function's domain it is nan.",
      examples: [
        Example("L(w, b) = (w × 2 + b)²; gradient(L, w=1, b=3)", gives: "L(w, b) = (w × 2 + b)²\n[20, 10]"),
        Example("f(v) = sum(v²); gradient(f, [1, 2, 3])", gives: "f(v) = sum(v²)\n[2, 4, 6]"),
      ],
      seeAlso: ["backprop", "derivative", "descend"],
      aliases: ["grad", "GradientTape"]),
    derivative: .own
  ) { (session: inout Session, function, point) throws(Failure) in
    guard !point.isEmpty else {
      throw Failure(
        .argument, "gradient needs point: where the derivatives are taken", hint: "write gradient(\(function.name), 1)")
    }
    let values = try session.order(point, for: function, callee: nil)
    let partials = try session.gradient(of: function, at: values)
    guard partials.count != 1 else { return partials[0] }
    var row = Row()
    for partial in partials { row.append(partial) }
    return try row.value()
  }

  static let derivative = Builtin(
    "derivative", "The formula of a function's derivative, simplified.",
    Parameter("function", .function, "a function of yours, f′ of one, or a built-in such as sigmoid"),
    documentation: Documentation(
      notes:
        "Of a function of several variables it gives one formula for each. The value at a point is f′(2). At a kink it "
        + "is the subgradient that PyTorch takes, and nan outside a function's domain: help gradient.",
      examples: [
        Example("f(x) = (x - 3)²; derivative f", gives: "f(x) = (x - 3)²\nf′(x) = 2 × (x - 3)"),
        Example("derivative sigmoid", gives: "sigmoid′(x) = sigmoid(x) × (1 - sigmoid(x))"),
      ],
      seeAlso: ["gradient", "backprop"])
  ) { (session: inout Session, function) throws(Failure) in
    var (written, order) = try session.writtenOut(function)
    guard written.parameters.count == 1 else {
      guard order == 0 else {
        throw Failure(.argument, "a function of several variables has partial derivatives only of the first order here")
      }
      var formulas: [Value] = []
      for parameter in written.parameters.indices {
        formulas.append(.function(try session.formula(ofDerivativeOf: written, parameter: parameter)))
      }
      return .object(Report(kind: "derivatives", display: formulas.map(\.display).joined(separator: "\n")))
    }
    for _ in 0...order { written = try session.formula(ofDerivativeOf: written, parameter: 0) }
    return .function(written)
  }
}

extension Session {
  /// A function with its formula, and how many times it is to be differentiated already.
  fileprivate func writtenOut(_ function: any Function) throws(Failure) -> (UserFunction, order: Int) {
    switch function {
    case let user as UserFunction: return (user, 0)
    case let derivative as DerivativeFunction:
      let (written, order) = try writtenOut(derivative.function)
      return (written, order + derivative.order)
    default:
      let statements = try Parser.statements(of: "f(x) = \(function.name)(x)", lexicon: lexicon)
      guard case .definition(let user) = statements.first?.kind else {
        throw Failure(.argument, "\(function.name) has no formula")
      }
      return (user.with(name: function.name), 0)
    }
  }
}
