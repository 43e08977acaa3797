import Vocabulary

extension Evaluator {
  /// The partial derivatives of a function at a point, each in the shape of its argument.
  ///
  /// Throws a failure of kind `type` where the function yields no number.
  public mutating func gradient(
    of function: any Function, at point: [Value], span: Range<Int>? = nil
  ) throws(Failure) -> [Value] {
    var partials: [Value] = []
    for (index, value) in point.enumerated() {
      guard value.isDifferentiable else {
        throw Failure(.type, "\(function.name) can be differentiated at numbers, not at \(value.brief)", at: span)
      }
      partials.append(
        try value.mapUnits { (direction) throws(Failure) in
          let slope = try self.slope(of: value, in: direction, at: span) { (evaluator, moved) throws(Failure) in
            var point = point
            point[index] = moved
            return try evaluator.call(function, with: point, at: span)
          }
          guard slope.primal.number != nil else {
            throw Failure(
              .type, "\(function.name) must yield a number to have a gradient, not \(slope.noun)", at: span,
              hint: "sum(…) or mean(…) makes a number of a vector")
          }
          return slope
        })
    }
    return partials
  }
}
