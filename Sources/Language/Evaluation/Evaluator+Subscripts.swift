import Vocabulary

extension Evaluator {
  /// What stands between the brackets behind a value.
  mutating func subscripts(
    _ written: [ExpressionSyntax.Subscript], _ frame: inout [Value]
  ) throws(Failure) -> Subscripts {
    var places: [Place] = []
    for element in written {
      switch element {
      case .index(let expression):
        let value = try evaluate(expression, &frame)
        if case .truths(let mask) = value, mask.rows != nil {
          guard written.count == 1 else {
            throw Failure(
              .type, "a matrix of truths stands alone between the brackets", at: expression.span,
              hint: "rows or columns are chosen by a vector of truths")
          }
          return .matrixMask(mask)
        }
        places.append(try place(value, at: expression))
      case .slice(let first, let end, let step):
        let start: Int? = if let first { try whole(first, &frame) } else { nil }
        let stop: Int? = if let end { try whole(end, &frame) } else { nil }
        let stride = if let step { try whole(step, &frame) } else { 1 }
        guard stride != 0 else { throw Failure(.type, "a slice cannot go in steps of 0", at: step?.span) }
        places.append(.slice(start, stop, step: stride))
      }
    }
    return .places(places)
  }

  private mutating func place(_ value: Value, at expression: ExpressionSyntax) throws(Failure) -> Place {
    switch value {
    case .truths(let mask):
      try context.step(by: mask.columns)
      return .mask(mask.elements)
    case .vector(let numbers):
      try context.step(by: numbers.count)
      var indices = [Int](repeating: 0, count: numbers.count)
      for place in numbers.indices {
        let number = numbers[place]
        guard number.magnitude < 0x1p53, number == number.rounded(.towardZero) else {
          throw notWhole(.number(number), at: expression.span)
        }
        indices[place] = Int(number)
      }
      return .several(indices)
    case .truth:
      throw Failure(
        .type, "an index must be a whole number, not \(value.brief)", at: expression.span,
        hint: "elements that meet a condition: v[v > 0]")
    default: return .index(try whole(value, at: expression.span))
    }
  }

  private mutating func whole(_ expression: ExpressionSyntax, _ frame: inout [Value]) throws(Failure) -> Int {
    try whole(try evaluate(expression, &frame), at: expression.span)
  }

  private func whole(_ value: Value, at span: Range<Int>) throws(Failure) -> Int {
    guard let index = value.number.flatMap({ Int(exactly: $0) }) else { throw notWhole(value, at: span) }
    return index
  }

  private func notWhole(_ value: Value, at span: Range<Int>) -> Failure {
    Failure(.type, "an index must be a whole number, not \(value.brief)", at: span)
  }
}
