import Language
import Networks
import Probability
import Vocabulary

extension Builtin {
  /// Every activation is a function of x; without x it is the activation itself.
  ///
  /// The word `exponential` is the distribution; as an activation it stands for the function `exp`.
  static let activationWords: [Builtin] = activations.declarations.filter { $0.name != "exponential" }.map {
    declaration in
    let x = Parameter<Value?>.optional("x", .value, "a number, or a vector or matrix to go through")
    var documentation = declaration.signature.documentation
    let slope = (try? declaration.makeStandard())?.derivative
    if let slope {
      let derivative = "\(declaration.name)′(x) = \(slope)"
      documentation.formula = documentation.formula.map { "\($0); \(derivative)" } ?? derivative
    }
    var signature = Signature(
      declaration.name, declaration.signature.summary, [x.description] + declaration.signature.parameters,
      documentation)
    signature.derivative = slope.map { .slope($0) }
    return Builtin(signature) { (arguments, session) throws(Failure) in
      let value = try x.take(from: &arguments)
      let activation = try declaration.make(taking: &arguments)
      guard let value else { return .object(activation) }
      if !activation.isElementwise {
        guard let rows = try Kind<Value>.numbers.read(value) else {
          throw Failure(.argument, "x must be a vector or a matrix, not \(value.brief)")
        }
        try session.machine.step(by: rows.elements.count)
        return try rows.transformed(along: 1) { activation.values(of: $0) }
      }
      let function = ElementaryFunction({ activation.value($0) }, ofMany: { activation.values(of: $0, into: $1) })
      return try session.apply(function, to: value)
    }
  }

  static let saturation = Builtin(
    "saturation", "The share of inputs at which an activation is near one of its bounds.",
    Parameter("activation", .activation, "a bounded activation, such as sigmoid"),
    Parameter("distribution", .distribution, "what comes in"),
    Parameter("tolerance", .positive, "how near is near", default: 0.01),
    notes: "An activation without bounds is never saturated.",
    examples: [Example("saturation(sigmoid, normal(0, 15.8114))", gives: "0.771341")], seeAlso: ["sigmoid", "tanh"]
  ) { (session: inout Session, activation, distribution, tolerance) in
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
