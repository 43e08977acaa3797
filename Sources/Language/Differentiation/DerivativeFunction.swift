import Vocabulary

/// `f′`, `f″` …: a function's exact derivative.
struct DerivativeFunction: Function {
  let function: any Function
  let order: Int

  init(of function: any Function, order: Int) {
    if let inner = function as? DerivativeFunction {
      self.function = inner.function
      self.order = inner.order + order
    } else {
      self.function = function
      self.order = order
    }
  }

  var name: String { function.name + String(repeating: "′", count: order) }
  var display: Display { "\(name)(x)" }
}

extension Environment {
  /// The derivative of some order of a function of one variable, at a number or at every element of a vector.
  mutating func differentiate(
    _ function: any Function, order: Int, at values: [Value], _ span: Range<Int>?
  ) throws(Failure) -> Value {
    guard values.count == 1 else {
      throw Failure(.argument, "\(function.name)′ takes 1 argument, not \(values.count)", at: span)
    }
    guard order <= 20 else { throw Failure(.limit, "derivatives go up to the twentieth", at: span) }
    if case .vector(let elements) = values[0] {
      var slopes = Row()
      for element in elements {
        slopes.append(try differentiate(function, order: order, at: [.number(element)], span))
      }
      return try slopes.value()
    }
    let level = (Dual(values[0])?.level ?? 0) + 1
    let seed = Value.object(Dual(value: values[0], slope: .number(1), level: level))
    let result =
      order == 1
      ? try call(function, with: [seed], at: span)
      : try differentiate(function, order: order - 1, at: [seed], span)
    if let dual = Dual(result) { return dual.level == level ? dual.slope : .number(0) }
    if result.number != nil { return .number(0) }
    throw Failure(.type, "\(function.name) yields \(result.noun), which has no derivative", at: span)
  }
}
