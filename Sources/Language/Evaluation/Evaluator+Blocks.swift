import Vocabulary

/// Statements in brackets, functions without a name, loops.
extension Evaluator {
  // MARK: Statements in brackets

  /// Evaluates a statement in brackets and gives its names their places in the frame.
  mutating func take(_ step: ExpressionSyntax.Step, _ frame: inout [Value]) throws(Failure) {
    let value = try evaluate(step.value, &frame)
    guard let first = step.targets.first else { return }
    if case .nothing = value {
      throw Failure(.type, "this yields nothing that could be called '\(first.name)'", at: step.value.span)
    }
    guard step.targets.count > 1 else {
      frame[first.place] = value
      return
    }
    for (target, element) in zip(step.targets, try elements(of: value, for: step.targets.count, at: step.value.span)) {
      frame[target.place] = element
    }
  }

  /// The elements of a value to which so many names are given. Throws where there are more or fewer.
  public func elements(of value: Value, for count: Int, at span: Range<Int>) throws(Failure) -> [Value] {
    guard Row.count(of: value) == count else {
      throw Failure(
        .type, "\(counted(count, "name")) for \(value.noun)", at: span,
        hint: "there must be as many as there are elements")
    }
    return (0..<count).map { Row.element($0, of: value) }
  }

  // MARK: Functions without a name

  /// A function with the values that its body mentions as they are now: of the places around it and of the learner's names.
  ///
  /// The name that it is given itself, if any, is looked up when it is called. Throws where functions would be kept inside
  /// each other too deep.
  func capturing(
    _ function: FunctionSyntax, _ frame: [Value], except own: String? = nil
  ) throws(Failure) -> UserFunction {
    // About as much as a piece of syntax takes.
    let piece = 20
    var size = 0
    var nesting = Nesting()
    var depth = 0
    func capture(_ expression: ExpressionSyntax, _ level: Int) -> ExpressionSyntax {
      let value: (Value, String)? =
        switch expression.node {
        case .outer(level, let place, let name): (frame[place], name)
        case .variable(let name) where name != own:
          (name == "_" ? context.last : context.variables[name]).map { ($0, name) }
        default: nil
        }
      size += piece
      if let (value, name) = value {
        size += value.size()
        depth = max(depth, nesting.depth(of: value))
        return ExpressionSyntax(.captured(value, name), at: expression.span)
      }
      let inner = expression.levelInside(level)
      return expression.replacingChildren { capture($0, inner) }
    }
    let whole = capture(ExpressionSyntax(.function(function), at: function.body.span), 0)
    try Nesting.check(depth + 1)
    guard case .function(let captured) = whole.node else { return UserFunction(function) }
    return UserFunction(captured, numberCount: size, nesting: depth + 1)
  }

  /// The value to which a name of the learner's is given. A function without a name calls itself by it, as `f(x) = …`
  /// does, unless the name stands for something else than a function so far.
  public mutating func evaluate(
    _ expression: ExpressionSyntax, for name: String, _ frame: inout [Value]
  ) throws(Failure) -> Value {
    guard case .function(let function) = expression.node else { return try evaluate(expression, &frame) }
    let isFree = if case .function? = context.variables[name] { true } else { context.variables[name] == nil }
    return .function(try capturing(function, frame, except: isFree ? name : nil))
  }

  // MARK: Loops

  /// `[body for … in … if …]`
  mutating func comprehend(
    _ body: ExpressionSyntax, _ clauses: [ExpressionSyntax.Clause], _ frame: inout [Value]
  ) throws(Failure) -> Value {
    var row = Row()
    if let all = try loop(body, clauses[...], &row, &frame) { return all }
    return try row.value()
  }

  /// Appends what the body yields for all elements of the first clause; where there is no other clause, and a program
  /// goes through all of them, yields it instead.
  private mutating func loop(
    _ body: ExpressionSyntax, _ clauses: ArraySlice<ExpressionSyntax.Clause>, _ row: inout Row, _ frame: inout [Value]
  ) throws(Failure) -> Value? {
    guard let clause = clauses.first else {
      row.append(try evaluate(body, &frame))
      try context.limits.reserve(numbers: Double(row.size))
      return nil
    }
    let source = try evaluate(clause.source, &frame)
    guard let count = Row.count(of: source) else {
      throw Failure(
        .type, "a loop runs over a vector, a matrix or a list, not \(source.brief)", at: clause.source.span)
    }
    var done = 0
    if clauses.count == 1, case .vector(let elements) = source,
      let finding = comprehendNumbers(body, clause.local, over: elements, where: clause.condition, frame)
    {
      if finding.done == count, row.isEmpty, clauses.startIndex == 0 { return finding.value }
      finding.append(to: &row)
      try context.limits.reserve(numbers: Double(row.size))
      done = finding.done
    }
    for index in done..<count {
      frame[clause.local] = Row.element(index, of: source)
      if let condition = clause.condition, try !truth(of: condition, &frame) { continue }
      _ = try loop(body, clauses.dropFirst(), &row, &frame)
    }
    return nil
  }
}
