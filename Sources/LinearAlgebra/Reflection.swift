/// A reflection `I - weight × v vᵀ`, v[0] = 1, that turns a vector onto the first axis (A. S. Householder, 1958).
struct Reflection {
  /// What the vector becomes: this, followed by zeros.
  let length: Double
  /// 0 where the vector lies on the axis already and stays as it is.
  let weight: Double

  /// Writes v in the place of the vector; of a vector that stays it writes 1, 0, 0 …
  init(of vector: UnsafeMutablePointer<Double>, count: Int) {
    guard count > 0 else { (length, weight) = (0, 0); return }
    let head = vector[0]
    vector[0] = 1
    let rest = Self.norm(vector + 1, count - 1)
    guard rest > 0 else { (length, weight) = (head, 0); return }
    let norm = Self.norm(of: head, rest)
    length = head.sign == .minus ? norm : -norm
    weight = (length - head) / length
    for index in 1..<count { vector[index] /= head - length }
  }

  /// The root of the sum of the squares; scaled where those would underflow.
  private static func norm(_ numbers: UnsafePointer<Double>, _ count: Int) -> Double {
    let sum = Stretch.dot(numbers, numbers, count)
    if sum > 1e-280 { return sum.squareRoot() }
    let largest = (0..<count).reduce(0.0) { max($0, numbers[$1].magnitude) }
    guard largest > 0 else { return 0 }
    let exponent = Int(largest.exponent)
    var scaled = 0.0
    for index in 0..<count {
      let number = numbers[index].timesTwo(to: -exponent)
      scaled += number * number
    }
    return scaled.squareRoot().timesTwo(to: exponent)
  }

  private static func norm(of a: Double, _ b: Double) -> Double {
    let (large, small) = a.magnitude > b ? (a.magnitude, b) : (b, a.magnitude)
    let ratio = small / large
    return large * (1 + ratio * ratio).squareRoot()
  }

  /// Reflects another vector, given v.
  func apply(
    _ v: UnsafePointer<Double>, to vector: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    guard weight != 0 else { return }
    Stretch.add(-weight * Stretch.dot(v, vector, count), times: v, to: vector, count)
  }
}
