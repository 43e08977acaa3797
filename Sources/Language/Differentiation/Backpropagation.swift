import Vocabulary

/// One function value taken apart: every step of the evaluation with its value, and how strongly the result depends on it.
///
/// Reverse-mode automatic differentiation (Linnainmaa 1970): the steps are evaluated in order; then the derivatives are
/// passed back from the last to the first, each step multiplying by its own local derivative.
public struct Backpropagation: Sendable {
  /// An input or a step.
  public struct Node: Sendable {
    /// The step in gradus's notation, with `…` for what was computed before.
    public let label: String
    public let value: Value
    /// The nodes that the step reads, by their numbers; none of an input.
    public let operands: [Int]
    /// The derivative of the result with respect to this node, in the shape of its value.
    public fileprivate(set) var gradient: Value
  }

  /// The function's name, `y` where there is none.
  public let name: String
  public fileprivate(set) var nodes: [Node]
}

extension Evaluator {
  /// Evaluates a call of the learner's function, or any expression of the learner's variables, and passes the derivatives
  /// back through it.
  ///
  /// Throws a failure of kind `type` where the result is no number.
  public mutating func backpropagate(_ quotation: Quotation) throws(Failure) -> Backpropagation {
    var frame = quotation.frame
    if case .call(let callee, let arguments) = quotation.expression.node, callee.isOwnFunction,
      case .function(let function as UserFunction) = try evaluate(callee, &frame)
    {
      let values = try self.arguments(arguments.written, for: function, &frame, callee: callee.span)
      var trace = Trace(frame: try self.frame(for: function, with: values, at: quotation.expression.span))
      // Defaults stand in the frame, too.
      let inputs = trace.frame
      for (place, name) in function.parameters.enumerated() { trace.addInput(name, inputs[place], at: place) }
      do {
        return try backpropagate(function.body, &trace, name: callee.source(atLeast: .atom))
      } catch {
        // The function's own text may be long gone.
        var outer = error
        outer.span = quotation.expression.span
        throw outer
      }
    }
    var trace = Trace(frame: frame)
    return try backpropagate(quotation.expression, &trace, name: "y")
  }

  private mutating func backpropagate(
    _ expression: ExpressionSyntax, _ trace: inout Trace, name: String
  ) throws(Failure) -> Backpropagation {
    let result = try follow(expression, &trace)
    guard case .local(let last, _) = result.node, trace.frame[last].number != nil else {
      throw Failure(
        .type, "\(name) must depend on something and yield a number", at: expression.span,
        hint: "sum(…) or mean(…) makes a number of a vector")
    }
    var gradients = trace.frame.map(\.zeros)
    gradients[last] = .number(1)
    for step in trace.steps.reversed() {
      for operand in step.operands {
        let part = try pull(gradients[step.place], through: step.expression, to: operand, trace.frame)
        gradients[operand] = try Arithmetic.apply(.add, gradients[operand], part)
      }
    }
    let numbers = Dictionary(uniqueKeysWithValues: trace.nodes.enumerated().map { ($1.place, $0) })
    let operands = Dictionary(uniqueKeysWithValues: trace.steps.map { ($0.place, $0.operands) })
    let nodes = trace.nodes.map { node in
      Backpropagation.Node(
        label: node.label, value: trace.frame[node.place],
        operands: (operands[node.place] ?? []).compactMap { numbers[$0] }, gradient: gradients[node.place])
    }
    return Backpropagation(name: name, nodes: nodes)
  }

  /// The derivative with respect to one operand of a single step, given the derivative with respect to its result.
  private mutating func pull(
    _ gradient: Value, through step: ExpressionSyntax, to operand: Int, _ frame: [Value]
  ) throws(Failure) -> Value {
    try frame[operand].mapUnits { (direction) throws(Failure) in
      let slope = try self.slope(of: frame[operand], in: direction, at: step.span) {
        (evaluator, moved) throws(Failure) in
        var frame = frame
        frame[operand] = moved
        return try evaluator.evaluate(step, &frame)
      }
      return .number(try Arithmetic.apply(.multiply, gradient, slope).total)
    }
  }

  // MARK: Taking an expression apart

  /// Evaluates an expression step by step; what stands for it afterwards: a place in the frame, or itself where it depends
  /// on no input.
  private mutating func follow(_ expression: ExpressionSyntax, _ trace: inout Trace) throws(Failure) -> ExpressionSyntax
  {
    try context.enter()
    defer { context.leave() }
    switch expression.node {
    case .number, .constant, .truth, .text, .builtin, .local, .outer, .captured:
      return expression
    case .block(let steps, let value):
      return try follow(steps[...], value, &trace)
    case .variable(let name):
      guard let value = context.variables[name], value.isDifferentiable else { return expression }
      return ExpressionSyntax(.local(trace.input(name, value), name), at: expression.span)
    case .conditional(let condition, let then, let otherwise):
      var frame = trace.frame
      return try follow(try truth(of: condition, &frame) ? then : otherwise, &trace)
    case .comprehension, .function, .comparison, .not, .binary(.and, _, _), .binary(.or, _, _):
      return try addWhole(expression, &trace)
    case .call(let callee, let arguments):
      let isQuoting =
        if case .builtin(let number, _) = callee.node {
          lexicon.signatures[number].parameters.contains { $0.passing != .value }
        } else { false }
      guard !isQuoting else { return try addWhole(expression, &trace) }
      let parts = try arguments.map { (part) throws(Failure) in try follow(part, &trace) }
      return try add(ExpressionSyntax(.call(callee, parts), at: expression.span), for: expression, &trace)
    default:
      let step = try expression.mapChildren { (child) throws(Failure) in try follow(child, &trace) }
      return try add(step, for: expression, &trace)
    }
  }

  /// Takes an expression as one step of the inputs that it mentions.
  private mutating func addWhole(_ expression: ExpressionSyntax, _ trace: inout Trace) throws(Failure)
    -> ExpressionSyntax
  {
    func link(_ expression: ExpressionSyntax, _ level: Int) throws(Failure) -> ExpressionSyntax {
      if case .variable(let name) = expression.node, let value = context.variables[name], value.isDifferentiable {
        let place = trace.input(name, value)
        return ExpressionSyntax(
          level == 0 ? .local(place, name) : .outer(level: level, place, name), at: expression.span)
      }
      let inner = expression.levelInside(level)
      return try expression.mapChildren { (child) throws(Failure) in try link(child, inner) }
    }
    return try add(try link(expression, 0), for: expression, &trace)
  }

  /// Statements in brackets one after the other; a name stands for the step that computed its value.
  private mutating func follow(
    _ steps: ArraySlice<ExpressionSyntax.Step>, _ value: ExpressionSyntax, _ trace: inout Trace
  ) throws(Failure) -> ExpressionSyntax {
    guard let step = steps.first else { return try follow(value, &trace) }
    guard step.targets.count < 2 else {
      throw Failure(
        .type, "gradus cannot follow several names at once backwards", at: step.value.span,
        hint: "give each a statement of its own")
    }
    let result = try follow(step.value, &trace)
    guard let target = step.targets.first else { return try follow(steps.dropFirst(), value, &trace) }
    while trace.frame.count <= target.place { trace.frame.append(.nothing) }
    guard case .local(let place, _) = result.node else {
      // A function, a distribution or a list that was made of an input: what follows is one step of that input.
      guard trace.operands(of: result).isEmpty else {
        return try addWhole(ExpressionSyntax(.block(Array(steps), value), at: value.span), &trace)
      }
      trace.frame[target.place] = try evaluate(result, &trace.frame)
      return try follow(steps.dropFirst(), value, &trace)
    }
    trace.name(place, target.name)
    func renamed(_ expression: ExpressionSyntax, _ level: Int) -> ExpressionSyntax {
      switch expression.node {
      case .local(target.place, _) where level == 0:
        return ExpressionSyntax(.local(place, target.name), at: expression.span)
      case .outer(level, target.place, _) where level > 0:
        return ExpressionSyntax(.outer(level: level, place, target.name), at: expression.span)
      default:
        let inner = expression.levelInside(level)
        return expression.replacingChildren { renamed($0, inner) }
      }
    }
    let rest = steps.dropFirst().map { ExpressionSyntax.Step(targets: $0.targets, value: renamed($0.value, 0)) }
    return try follow(rest[...], renamed(value, 0), &trace)
  }

  private mutating func add(
    _ step: ExpressionSyntax, for expression: ExpressionSyntax, _ trace: inout Trace
  ) throws(Failure) -> ExpressionSyntax {
    let operands = trace.operands(of: step)
    guard !operands.isEmpty else { return expression }
    var frame = trace.frame
    let value = try evaluate(step, &frame)
    guard value.isDifferentiable else { return step }
    let place = trace.add(step, operands, label: trace.label(of: step).source, value: value)
    trace.sources[place] = expression
    return ExpressionSyntax(.local(place, "…"), at: expression.span)
  }
}

/// The steps of an evaluation, each with a place in the frame for its value.
private struct Trace {
  struct Step {
    let place: Int
    let expression: ExpressionSyntax
    let operands: [Int]
  }

  var frame: [Value]
  private(set) var steps: [Step] = []
  private(set) var nodes: [(label: String, place: Int)] = []
  /// What was computed into a place.
  var sources: [Int: ExpressionSyntax] = [:]
  private var inputs: [String: Int] = [:]

  init(frame: [Value]) { self.frame = frame }

  mutating func addInput(_ name: String, _ value: Value, at place: Int) {
    guard value.isDifferentiable else { return }
    inputs[name] = place
    nodes.append((name, place))
  }

  /// The place of a variable.
  mutating func input(_ name: String, _ value: Value) -> Int {
    if let place = inputs[name] { return place }
    frame.append(value)
    addInput(name, value, at: frame.count - 1)
    return frame.count - 1
  }

  /// What was computed into a place gets a name, by which what follows mentions it.
  mutating func name(_ place: Int, _ name: String) {
    sources[place] = nil
    guard let index = nodes.firstIndex(where: { $0.place == place }), steps.contains(where: { $0.place == place })
    else { return }
    nodes[index].label = "\(name) = \(nodes[index].label)"
  }

  mutating func add(_ step: ExpressionSyntax, _ operands: [Int], label: String, value: Value) -> Int {
    frame.append(value)
    let place = frame.count - 1
    steps.append(Step(place: place, expression: step, operands: operands))
    nodes.append((label, place))
    return place
  }

  /// The places that a step reads and that can be differentiated, each once.
  func operands(of step: ExpressionSyntax) -> [Int] {
    let known = Set(nodes.map(\.place))
    var places: [Int] = []
    func collect(_ part: ExpressionSyntax, _ level: Int) {
      switch part.node {
      case .local(let place, _) where level == 0 && known.contains(place) && !places.contains(place):
        places.append(place)
      case .outer(level, let place, _) where level > 0 && known.contains(place) && !places.contains(place):
        places.append(place)
      default:
        let inner = part.levelInside(level)
        _ = part.replacingChildren { child in
          collect(child, inner)
          return child
        }
      }
    }
    collect(step, 0)
    return places
  }

  /// The step with `…` for what was computed before.
  func label(of step: ExpressionSyntax) -> ExpressionSyntax {
    if case .local(let place, _) = step.node, let source = sources[place] {
      return ExpressionSyntax(.elided(source), at: source.span)
    }
    return (try? step.mapChildren { label(of: $0) }) ?? step
  }
}

extension ExpressionSyntax {
  /// Whether it may stand for a function of the learner's.
  fileprivate var isOwnFunction: Bool {
    switch node {
    case .variable, .function: true
    default: false
    }
  }
}

extension Value {
  /// The sum of all numbers.
  fileprivate var total: Double {
    switch self {
    case .number(let number): number
    case .vector(let elements): elements.reduce(0, +)
    case .matrix(let matrix): matrix.elements.reduce(0, +)
    default: .nan
    }
  }
}
