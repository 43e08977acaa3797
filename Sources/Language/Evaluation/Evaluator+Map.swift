import Vocabulary

extension Evaluator {
  /// What a function makes of the elements of some rows, gone through together.
  ///
  /// The rows must be vectors, matrices or lists of one length.
  public mutating func map(_ function: any Function, over rows: [Value], at span: Range<Int>? = nil) throws(Failure)
    -> Value
  {
    let count = rows.first.flatMap { Row.count(of: $0) } ?? 0
    var results = Row()
    var done = 0
    let vectors = rows.compactMap { row in if case .vector(let elements) = row { elements } else { nil } }
    if vectors.count == rows.count, !rows.isEmpty, let numbers = try mapNumbers(function, over: vectors) {
      if numbers.count == count { return .vector(numbers) }
      for number in numbers { results.append(.number(number)) }
      done = numbers.count
    }
    for index in done..<count {
      let arguments = rows.map { Row.element(index, of: $0) }
      results.append(try call(function, with: arguments, at: span))
      try context.limits.reserve(numbers: Double(results.size))
    }
    return try results.value()
  }
}
