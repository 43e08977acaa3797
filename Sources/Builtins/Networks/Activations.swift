import Language
import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  /// Every activation is a function of x; without x it is the activation itself.
  ///
  /// A distribution's word stays the distribution: `exponential` is one, and an activation only where one is wanted.
  static let activationWords: [Builtin] = activations.declarations.filter { distributions[$0.name] == nil }.map {
    declaration in
    let x = Parameter<Value?>.optional("x", .value, "a number, or a vector or matrix to go through")
    var documentation = declaration.signature.documentation
    let slope = (try? declaration.makeDefault())?.derivativeFormula
    if let slope {
      let derivative = "\(declaration.name)′(x) = \(slope)"
      documentation.formula = documentation.formula.map { "\($0); \(derivative)" } ?? derivative
    }
    var signature = Signature(
      declaration.name, declaration.signature.summary, [x.description] + declaration.signature.parameters,
      documentation)
    signature.derivative =
      slope.map { .slope($0) } ?? (try? declaration.makeDefault())?.formula.map { .formula($0) }
    let builtin = Builtin(signature) { (arguments, session) throws(Failure) in
      let value = try x.take(from: &arguments)
      let activation = try declaration.make(taking: &arguments)
      guard let value else { return .object(activation) }
      if !activation.isElementwise {
        guard let rows = try Kind<Value>.numbers.read(value) else {
          throw Failure(.argument, "x must be a vector or a matrix, not \(value.brief)", about: .argument("x"))
        }
        try session.context.step(by: rows.elements.count)
        return try rows.transformed(along: 1) { activation.values(of: $0) }
      }
      let function = ElementaryFunction({ activation.value($0) }, ofMany: { activation.values(of: $0, into: $1) })
      return try session.apply(function, to: value)
    }
    guard let standard = try? declaration.makeDefault(), standard.isElementwise else { return builtin }
    return builtin.on(
      numbers: NumericFunction(
        ElementaryFunction({ standard.value($0) }, ofMany: { standard.values(of: $0, into: $1) })))
  }

  static let saturation = Builtin(
    "saturation", "The share of inputs at which an activation is near one of its bounds.",
    Parameter("activation", .activation, "a bounded activation, such as sigmoid"),
    Parameter("distribution", .distribution, "what comes in"),
    Parameter("tolerance", .positive, "how near is near", default: 0.01),
    documentation: Documentation(
      notes: "An activation without bounds is never saturated. Those of a function of yours are not known.",
      examples: [Example("saturation(sigmoid, normal(0, 15.8114))", gives: "0.771341")],
      seeAlso: ["sigmoid", "tanh"])
  ) { (session: inout Session, activation, distribution, tolerance) throws(Failure) in
    guard activation.knowsBounds else {
      throw Failure(
        .argument, "the bounds of \(activation.name) are not known", about: .argument("activation"),
        hint: "the share of inputs beyond some number is P(|d| > 2)")
    }
    guard let (low, high) = activation.unsaturated(tolerance: tolerance) else {
      return .number(activation.bounds.lowerBound == -.infinity && activation.bounds.upperBound == .infinity ? 0 : 1)
    }
    return .number(distribution.cumulative(low) + distribution.survival(high))
  }
}

extension Activation {
  /// The values of one row of numbers.
  fileprivate func values(of row: [Double]) -> [Double] {
    [Double](unsafeUninitializedCapacity: row.count) { results, filled in
      row.withUnsafeBufferPointer { values(of: $0, into: UnsafeMutableBufferPointer(rebasing: results[..<row.count])) }
      filled = row.count
    }
  }
}
