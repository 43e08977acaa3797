import Vocabulary

/// Derivatives as formulas, by the rules of the blackboard, in gradus's own notation.
struct FormulaDerivative {
  let context: EvaluationContext
  let lexicon: Lexicon
  /// The place of the variable in the frame.
  let variable: Int
  /// How many functions of several variables are being written out inside each other.
  var depth = 0

  /// The derivative of an expression, simplified.
  ///
  /// Throws a failure of kind `type` where there is a derivative but no formula, or no derivative.
  func derivative(of expression: ExpressionSyntax) throws(Failure) -> ExpressionSyntax {
    guard mentionsVariable(expression) else { return Algebra.zero }
    switch expression.node {
    case .local: return Algebra.one
    case .negation(let operand): return Algebra.negation(try derivative(of: operand))
    case .magnitude(let operand):
      let sign = try call("sign", [operand])
      return Algebra.product(sign, try derivative(of: operand))
    case .root(let operand):
      let under = Algebra.product(Algebra.number(2), Algebra.root(operand))
      return Algebra.quotient(try derivative(of: operand), under)
    case .binary(let sign, let left, let right): return try derivative(of: sign, left, right)
    case .conditional(let condition, let then, let otherwise):
      return Algebra.conditional(
        condition, then: try derivative(of: then), otherwise: try derivative(of: otherwise))
    case .row(let elements):
      return Algebra.node(.row(try elements.map { (element) throws(Failure) in try derivative(of: element) }))
    case .comprehension(let body, let clauses) where !clauses.contains(where: { mentionsVariable($0.source) }):
      return Algebra.node(.comprehension(body: try derivative(of: body), clauses))
    case .block(let steps, let value):
      guard let whole = ExpressionSyntax.writtenOut(steps[...], value) else { throw unknown(expression) }
      return try derivative(of: whole)
    case .element(let operand, let places):
      return Algebra.node(.element(try derivative(of: operand), places))
    case .call(let callee, let arguments):
      return try derivative(ofCall: callee, arguments, expression)
    default: throw unknown(expression)
    }
  }

  private func unknown(_ expression: ExpressionSyntax) -> Failure {
    Failure(.type, "there is no formula for the derivative of \(expression.source)")
  }

  private func mentionsVariable(_ expression: ExpressionSyntax) -> Bool {
    expression.contains { if case .local(variable, _) = $0.node { true } else { false } }
  }

  // MARK: Operators

  private func derivative(
    of sign: BinaryOperator, _ u: ExpressionSyntax, _ v: ExpressionSyntax
  ) throws(Failure) -> ExpressionSyntax {
    let (du, dv) = (try derivative(of: u), try derivative(of: v))
    switch sign {
    case .add, .subtract:
      guard isNumber(u) == isNumber(v) || (!du.isZero && !dv.isZero) else {
        throw unknown(Algebra.node(.binary(sign, u, v)))
      }
      return sign == .add ? Algebra.sum(du, dv) : Algebra.difference(du, dv)
    case .multiply:
      return Algebra.sum(Algebra.product(du, v), Algebra.product(u, dv))
    case .divide:
      if dv.isZero { return Algebra.quotient(du, v) }
      let over = Algebra.difference(Algebra.product(du, v), Algebra.product(u, dv))
      return Algebra.quotient(over, Algebra.power(v, Algebra.number(2)))
    case .power: return try derivative(ofPower: u, du, v, dv)
    case .remainder:
      let floor = try call("floor", [Algebra.quotient(u, v)])
      return Algebra.difference(du, Algebra.product(floor, dv))
    case .matrixProduct:
      let left = du.isZero ? nil : Algebra.node(.binary(.matrixProduct, du, v))
      let right = dv.isZero ? nil : Algebra.node(.binary(.matrixProduct, u, dv))
      guard let left, let right else { return left ?? right ?? Algebra.zero }
      return Algebra.node(.binary(.add, left, right))
    default: throw unknown(Algebra.node(.binary(sign, u, v)))
    }
  }

  private func derivative(
    ofPower u: ExpressionSyntax, _ du: ExpressionSyntax, _ v: ExpressionSyntax, _ dv: ExpressionSyntax
  ) throws(Failure) -> ExpressionSyntax {
    let lowered = v.literal.map { Algebra.number($0 - 1) } ?? Algebra.difference(v, Algebra.one)
    let byBase = Algebra.product(Algebra.product(v, Algebra.power(u, lowered)), du)
    if dv.isZero { return byBase }
    let logarithm = u.isEuler ? Algebra.one : try call("log", [u])
    let byExponent = Algebra.product(Algebra.product(Algebra.power(u, v), logarithm), dv)
    return Algebra.sum(byBase, byExponent)
  }

  /// Whether an expression surely yields a number, not a vector.
  private func isNumber(_ expression: ExpressionSyntax) -> Bool {
    switch expression.node {
    case .number, .constant, .local: return true
    case .variable(let name): return context.variables[name]?.number != nil
    case .negation(let operand), .root(let operand), .magnitude(let operand): return isNumber(operand)
    case .binary(let sign, let left, let right): return sign != .matrixProduct && isNumber(left) && isNumber(right)
    case .conditional(_, let then, let otherwise): return isNumber(then) && isNumber(otherwise)
    case .call(let callee, let arguments):
      if case .builtin(let number, _) = callee.node, lexicon.signatures[number].derivative == .linear { return true }
      return arguments.written.allSatisfy { isNumber($0.expression) }
    default: return false
    }
  }

  // MARK: Calls

  private func derivative(
    ofCall callee: ExpressionSyntax, _ arguments: CallArguments, _ expression: ExpressionSyntax
  ) throws(Failure) -> ExpressionSyntax {
    let values = arguments.written.map(\.expression)
    switch callee.node {
    case .builtin(let number, _):
      return try derivative(ofBuiltin: number, callee, arguments, expression)
    case .variable(let name):
      guard values.count > 1 else {
        let slope = Algebra.node(.call(Algebra.node(.derivative(callee, order: 1)), arguments))
        return Algebra.product(slope, try derivative(of: values[0]))
      }
      guard case .function(let function as UserFunction) = context.variables[name], depth < 10,
        function.parameters.count == values.count, function.localCount == values.count
      else { throw unknown(expression) }
      var inner = self
      inner.depth += 1
      return try inner.derivative(of: try function.body.substituting(values))
    case .derivative(let function, let order):
      let slope = Algebra.node(.call(Algebra.node(.derivative(function, order: order + 1)), arguments))
      return Algebra.product(slope, try derivative(of: values[0]))
    default: throw unknown(expression)
    }
  }

  private func derivative(
    ofBuiltin number: Int, _ callee: ExpressionSyntax, _ arguments: CallArguments, _ expression: ExpressionSyntax
  ) throws(Failure) -> ExpressionSyntax {
    let values = arguments.written.map(\.expression)
    guard arguments.written.allSatisfy({ $0.label == nil }) else { throw unknown(expression) }
    switch lexicon.signatures[number].derivative {
    case .constant: return Algebra.zero
    case .linear where values.dropFirst().allSatisfy({ !mentionsVariable($0) }):
      return try call(callee, [try derivative(of: values[0])] + values.dropFirst())
    case .slopes(let formulas):
      var total = Algebra.zero
      for (index, value) in values.enumerated() where mentionsVariable(value) {
        guard index < formulas.count else { throw unknown(expression) }
        let slope = try formula(formulas[index], of: number, at: values, in: expression)
        total = Algebra.sum(total, Algebra.product(slope, try derivative(of: value)))
      }
      return total
    case .formula(let text) where depth < 10:
      var inner = self
      inner.depth += 1
      return try inner.derivative(of: try formula(text, of: number, at: values, in: expression))
    default: throw unknown(expression)
    }
  }

  /// A formula of a declaration, with expressions for the parameters.
  private func formula(
    _ text: String, of number: Int, at values: [ExpressionSyntax], in call: ExpressionSyntax
  ) throws(Failure) -> ExpressionSyntax {
    let parameters = lexicon.signatures[number].parameters
    let defaults = parameters.dropFirst(values.count).compactMap { $0.defaultValue?.number.map(Algebra.number) }
    let values = values + defaults
    let names = parameters.prefix(values.count).map(\.name).joined(separator: ", ")
    let statements = try Parser.statements(of: "formula(\(names)) = \(text)", lexicon: lexicon)
    guard case .definition(let function) = statements.first?.kind, function.localCount == values.count else {
      throw unknown(call)
    }
    return try function.body.substituting(values).decided
  }

  private func call(_ name: String, _ values: [ExpressionSyntax]) throws(Failure) -> ExpressionSyntax {
    guard let number = lexicon.number(of: name) else { throw Failure(.name, "there is no function '\(name)'") }
    return try call(Algebra.node(.builtin(number, name)), values)
  }

  private func call(_ callee: ExpressionSyntax, _ values: [ExpressionSyntax]) throws(Failure) -> ExpressionSyntax {
    let arguments = values.map { ArgumentSyntax(label: nil, labelSpan: nil, expression: $0) }
    let call = try Parser.call(callee, arguments, endingAt: callee.span.upperBound, lexicon: lexicon)
    return Algebra.node(call.node)
  }
}

extension ExpressionSyntax {
  /// The body of a function with expressions in the place of its parameters.
  fileprivate func substituting(_ values: [ExpressionSyntax]) throws(Failure) -> ExpressionSyntax {
    if case .local(let place, _) = node { return place < values.count ? values[place] : self }
    return try mapChildren { (child) throws(Failure) in try child.substituting(values) }
  }

  /// Statements in brackets as one expression, what they name written out; nil where that cannot be done.
  fileprivate static func writtenOut(
    _ steps: ArraySlice<ExpressionSyntax.Step>, _ value: ExpressionSyntax
  ) -> ExpressionSyntax? {
    guard let step = steps.first else { return value.isLonger(than: 200) ? nil : value }
    guard step.targets.count == 1 else { return nil }
    let place = step.targets[0].place
    func replaced(_ expression: ExpressionSyntax) -> ExpressionSyntax? {
      switch expression.node {
      case .local(place, _): return step.value
      case .function, .block: return nil
      default:
        return try? expression.mapChildren { (child) throws(Failure) in
          guard let child = replaced(child) else { throw Failure(.type, "") }
          return child
        }
      }
    }
    var rest: [ExpressionSyntax.Step] = []
    for step in steps.dropFirst() {
      guard let value = replaced(step.value) else { return nil }
      rest.append(ExpressionSyntax.Step(targets: step.targets, value: value))
    }
    return replaced(value).flatMap { writtenOut(rest[...], $0) }
  }

  /// Whether it has more parts than so many.
  fileprivate func isLonger(than most: Int) -> Bool {
    var count = 0
    return contains { _ in
      count += 1
      return count > most
    }
  }

  /// The branch that is taken where the condition compares two written numbers.
  fileprivate var decided: ExpressionSyntax {
    guard case .conditional(let condition, let then, let otherwise) = node,
      case .comparison(let left, let links) = condition.node, links.count == 1, let a = left.anyNumber,
      let b = links[0].right.anyNumber,
      case .truth(let holds) = try? Arithmetic.apply(links[0].sign, .number(a), .number(b))
    else { return self }
    return holds ? then.decided : otherwise.decided
  }

  private var anyNumber: Double? {
    if case .constant(let number, _) = node { number } else { literal }
  }

  fileprivate var isEuler: Bool {
    if case .constant(_, "e") = node { true } else { false }
  }
}

extension String {
  /// The name with one more prime.
  fileprivate var primed: String {
    let name = String(prefix { LookAlikes.primes($0.unicodeScalars.first ?? " ") == nil })
    let order = unicodeScalars.reduce(0) { $0 + (LookAlikes.primes($1) ?? 0) }
    return name + Primes.text(order + 1)
  }
}

extension Evaluator {
  /// The derivative of a function with respect to one of its parameters, as a function with a formula.
  ///
  /// Throws a failure of kind `type` where there is no formula for it.
  public func formula(ofDerivativeOf function: UserFunction, parameter: Int) throws(Failure) -> UserFunction {
    let rules = FormulaDerivative(context: context, lexicon: lexicon, variable: parameter)
    let stillThere =
      function.parameters.count == 1
      ? "\(function.name.primed)(2) still gives its value at 2" : "gradient(\(function.name), …) still gives its value"
    let body: ExpressionSyntax
    do {
      body = try rules.derivative(of: function.body)
    } catch {
      throw Failure(error.kind, error.message, hint: stillThere)
    }
    guard !body.isLonger(than: 4000) else {
      throw Failure(.limit, "the formula would fill pages", hint: stillThere)
    }
    let isOnly = function.parameters.count == 1
    let name = isOnly ? function.callee.primed : "∂\(function.callee)/∂\(function.parameters[parameter])"
    return function.with(name: name, body: body)
  }
}
