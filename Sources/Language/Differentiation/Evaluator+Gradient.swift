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

  /// What a function makes of all numbers of a vector or a matrix, or of each of its columns (0) or rows (1), derivatives
  /// kept; it is given the numbers, and a vector of them that carries the derivatives.
  public mutating func reduce(
    _ value: Value, along axis: Int?,
    by body: (inout Self, [Double], Value) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard case .matrix(let matrix) = value.primal else {
      return try body(&self, value.primal.numbers, value.line { $0.numbers })
    }
    guard let axis else { return try body(&self, matrix.elements, value.line { $0.numbers }) }
    var row = Row()
    for index in 0..<(axis == 0 ? matrix.columns : matrix.rows) {
      func line(_ value: Value) -> [Double] {
        guard case .matrix(let matrix) = value else { return value.numbers }
        return axis == 0 ? matrix.column(index) : matrix.row(index)
      }
      row.append(try body(&self, line(value.primal), value.line(line)))
    }
    return try row.value()
  }

  /// An element of a vector that several have in common: its derivative is the mean of theirs, as PyTorch has it.
  public mutating func shared(_ line: Value, among positions: [Int]) throws(Failure) -> Value {
    guard let dual = Dual(line) else { return Row.element(positions[0], of: line) }
    var slope = Row.element(positions[0], of: dual.slope)
    for position in positions.dropFirst() {
      slope = try Arithmetic.apply(.add, slope, Row.element(position, of: dual.slope), limits: context.limits)
    }
    if positions.count > 1 {
      slope = try Arithmetic.apply(.divide, slope, .number(Double(positions.count)), limits: context.limits)
    }
    return .object(Dual(value: try shared(dual.value, among: positions), slope: slope, level: dual.level))
  }
}

extension Value {
  /// All numbers in it, row after row.
  fileprivate var numbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .vector(let elements): elements
    case .matrix(let matrix): matrix.elements
    default: []
    }
  }

  /// A vector of some of the numbers, with their derivatives.
  fileprivate func line(_ choose: (Value) -> [Double]) -> Value {
    guard let dual = Dual(self) else { return .vector(choose(self)) }
    return .object(Dual(value: dual.value.line(choose), slope: dual.slope.line(choose), level: dual.level))
  }

  /// Whether it is made of numbers, with or without derivatives.
  var isDifferentiable: Bool {
    switch primal {
    case .number, .vector, .matrix: true
    default: false
    }
  }

  /// A value of this shape, each number being what the body makes of the unit in its direction.
  func mapUnits(_ body: (Value) throws(Failure) -> Value) throws(Failure) -> Value {
    switch primal {
    case .vector(let elements):
      return try Value.row(elements.count) { (unit) throws(Failure) in try body(.vector(unit)) }
    case .matrix(let matrix):
      var rows = Row()
      for row in 0..<matrix.rows {
        rows.append(
          try Value.row(matrix.columns) { (unit) throws(Failure) in
            var elements = [Double](repeating: 0, count: row * matrix.columns) + unit
            elements += [Double](repeating: 0, count: matrix.elements.count - elements.count)
            return try body(.matrix(Matrix(rows: matrix.rows, columns: matrix.columns, elements: elements)))
          })
      }
      return try rows.value()
    default:
      return try body(.number(1))
    }
  }

  private static func row(_ count: Int, _ body: ([Double]) throws(Failure) -> Value) throws(Failure) -> Value {
    var results = Row()
    var unit = [Double](repeating: 0, count: count)
    for index in 0..<count {
      unit[index] = 1
      results.append(try body(unit))
      unit[index] = 0
    }
    return try results.value()
  }
}
