/// The root of a sum of squares, of numbers so large or small that their squares are no doubles any more too.
struct EuclideanNorm {
  private(set) var value = 0.0

  init() {}

  init(_ numbers: some Collection<Double>) { add(numbers) }

  /// Adds the squares of more numbers. A power of two that is divided out changes no digits.
  mutating func add(_ numbers: some Collection<Double>) {
    var largest = 0.0
    for number in numbers where !(number.magnitude <= largest) { largest = number.magnitude }
    guard largest > 0, largest.isFinite else {
      if largest != 0 { value += largest }
      return
    }
    let unit = Double(sign: .plus, exponent: largest.exponent, significand: 1)
    var sum = 0.0
    for number in numbers { sum += (number / unit) * (number / unit) }
    add(norm: unit * sum.squareRoot())
  }

  /// Adds the squares of numbers that are known by their norm.
  mutating func add(norm: Double) {
    guard value > 0, norm > 0, value.isFinite, norm.isFinite else {
      value += norm
      return
    }
    let (large, small) = value > norm ? (value, norm) : (norm, value)
    value = large * (1 + (small / large) * (small / large)).squareRoot()
  }

  /// The mean of the squares of some numbers; 0 of none.
  static func meanSquare(of numbers: some Collection<Double>) -> Double {
    let norm = EuclideanNorm(numbers).value
    return norm * norm / Double(max(1, numbers.count))
  }
}
