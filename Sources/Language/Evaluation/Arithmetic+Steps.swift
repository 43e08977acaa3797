import Vocabulary

extension Arithmetic {
  /// About how many numbers an operator goes through, so that long work counts as many steps.
  static func steps(_ sign: BinaryOperator, _ left: Value, _ right: Value) -> Int {
    switch (left, right) {
    case (.number, .number): return 0
    case (.matrix(let a), .matrix(let b)) where sign == .matrixProduct:
      let products = Double(a.rows) * Double(a.columns) * Double(b.columns)
      return Int(min(products, 0x1p53))
    case (.object, _), (_, .object):
      return steps(level: max(left.level, right.level))
    default: return max(left.size, right.size)
    }
  }

  /// The same for one number with derivatives: each level makes about four operations of one.
  static func steps(level: Int) -> Int { 1 << (2 * min(20, level)) }
}

extension Value {
  /// How many numbers it holds.
  fileprivate var size: Int {
    switch self {
    case .vector(let elements): elements.count
    case .matrix(let matrix): matrix.elements.count
    default: 1
    }
  }
}
