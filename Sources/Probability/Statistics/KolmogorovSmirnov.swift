import ElementaryFunctions
import Vocabulary

/// How far the fraction of numbers ≤ x strays from a continuous distribution's, and how often chance alone makes it
/// stray as far.
public struct KolmogorovSmirnov: Record {
  /// The largest distance between the two, anywhere.
  public let distance: Double
  /// The probability of a distance at least as large, if the numbers are independent draws from the distribution.
  public let pValue: Double

  /// Throws where there are no numbers, one is nan, or the distribution is not continuous, and where it is interrupted.
  ///
  /// - Parameter sort: puts numbers into ascending order.
  public init(
    _ numbers: [Double], against distribution: any Distribution, interruption: Interruption = Interruption(),
    sort: ([Double]) throws(Failure) -> [Double] = { $0.sorted() }
  ) throws(Failure) {
    guard !numbers.isEmpty else { throw Failure(.argument, "v must be numbers, at least one", about: .argument("v")) }
    guard !numbers.contains(where: \.isNaN) else {
      throw Failure(.argument, "v must be numbers, not nan", about: .argument("v"))
    }
    guard !distribution.isDiscrete else {
      throw Failure(
        .argument, "distribution must be a continuous distribution, not \(distribution.name)",
        about: .argument("distribution"),
        hint: "of a discrete one the p-value is not known: compare histogram counts")
    }
    try distribution.requireProbabilities()
    let count = Double(numbers.count)
    var largest = 0.0
    for (index, x) in try sort(numbers).enumerated() {
      if index & 0xFFF == 0 { try interruption.check() }
      let below = distribution.cumulative(x)
      largest = max(largest, below - Double(index) / count, Double(index + 1) / count - below)
    }
    distance = largest
    pValue = KolmogorovDistribution(count: numbers.count).survival(largest)
  }

  public var kind: String { "Kolmogorov-Smirnov test" }
  public static let fields: [Field<KolmogorovSmirnov>] = [
    Field("distance", "the largest distance of the shares", aliases: ["statistic", "d"]) { $0.distance },
    Field("p", "the probability that draws from the distribution stray as far", aliases: ["pvalue", "p_value"]) {
      $0.pValue
    },
  ]
  public var display: Display { "distance = \(distance), p = \(pValue)" }
}

/// The distribution of the largest distance between the empirical distribution function of n draws and the true one.
public struct KolmogorovDistribution: Sendable {
  public let count: Int

  /// At least 1.
  public init(count: Int) { self.count = count }

  private var n: Double { Double(count) }

  /// The most draws for which all is exact.
  static let mostExact = 2000

  /// The probability of a distance ≥ d.
  ///
  /// Up to 2000 draws exact but for rounding: the power of a matrix (G. Marsaglia, W. W. Tsang, J. Wang, 2003), in the
  /// tail twice the one-sided probability (R. Simard, P. L'Ecuyer, 2011: 10 digits). Beyond, the asymptotic series to
  /// the order n^(-3/2) of W. Pelz and I. J. Good (1976), good to some 10⁻⁷.
  public func survival(_ d: Double) -> Double {
    if d.isNaN { return d }
    if d <= 0.5 / n { return 1 }
    if d >= 1 { return 0 }
    let square = n * d * d
    if square > 370 { return 0 }
    if count <= Self.mostExact {
      if square >= 4 { return min(1, 2 * oneSided(d)) }
      return min(1, max(0, 1 - matrixPower(d)))
    }
    if square >= 3, count <= 1_000_000 { return min(1, 2 * oneSided(d)) }
    return min(1, max(0, 1 - asymptotic(d)))
  }

  /// The probability of a distance ≥ d on one given side (Birnbaum and Tingey 1951).
  private func oneSided(_ d: Double) -> Double {
    var sum = CompensatedSum()
    let last = Int((n * (1 - d)).rounded(.down))
    for j in 0...last {
      let k = Double(j)
      let probability = d + k / n
      let rest = 1 - probability
      if j == 0 {
        sum.add(exp(n * log1p(-d)))
      } else if rest > 0 {
        // C(n, j) p^j rest^(n - j), from the incomplete beta function's power.
        let term = IncompleteBeta.power(k, n - k, probability, rest) / k * (n / (n - k))
        sum.add(d * term / probability)
      } else if j == count {
        sum.add(d)
      }
    }
    return sum.value
  }

  /// The probability of a distance < d.
  private func matrixPower(_ d: Double) -> Double {
    let k = Int((n * d).rounded(.down)) + 1
    let size = 2 * k - 1
    let h = Double(k) - n * d
    var matrix = SquareMatrix(size)
    for i in 0..<size {
      for j in 0..<size where i - j + 1 >= 0 { matrix[i, j] = 1 }
    }
    for i in 0..<size {
      matrix[i, 0] -= pow(h, Double(i + 1))
      matrix[size - 1, i] -= pow(h, Double(size - i))
    }
    if 2 * h > 1 { matrix[size - 1, 0] += pow(2 * h - 1, Double(size)) }
    for i in 0..<size {
      for j in 0..<size where i - j + 1 > 0 { matrix[i, j] *= exp(-logGamma(Double(i - j + 2))) }
    }
    let power = matrix.power(count)
    var (value, exponent) = (power.matrix[k - 1, k - 1], power.exponent)
    for i in 1...count {
      value *= Double(i) / n
      if value < 0x1p-400 {
        value *= 0x1p400
        exponent -= 400
      }
    }
    return exponent < -2000 ? 0 : value * exp2(Double(exponent))
  }

  /// Four terms of the series in n^(-1/2).
  private func asymptotic(_ d: Double) -> Double {
    let root = n.squareRoot()
    let z = root * d
    let (z2, z4, z6) = (z * z, z * z * z * z, z * z * z * z * z * z)
    let pi2 = Double.pi * Double.pi
    let (pi4, pi6) = (pi2 * pi2, pi2 * pi2 * pi2)
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
    var (thirdWhole, fourthWhole) = (0.0, 0.0)
    for index in (0...40).reversed() {
      let k = Double(index) + 0.5
      let square = k * k
      let fall = exp(-pi2 * square / (2 * z2))
      first += fall
      second += (pi2 * square - z2) * fall
      third += (6 * z6 + 2 * z4 + pi2 * (2 * z4 - 5 * z2) * square + pi4 * (1 - 2 * z2) * square * square) * fall
      fourth +=
        (-30 * z6 - 90 * z6 * z2 + pi2 * (135 * z4 - 96 * z6) * square
          + pi4 * (212 * z4 - 60 * z2) * square * square + pi6 * square * square * square * (5 - 30 * z2)) * fall
      let whole = Double(index + 1) * Double(index + 1)
      let wholeFall = exp(-pi2 * whole / (2 * z2))
      thirdWhole += pi2 * whole * wholeFall
      fourthWhole += (3 * pi2 * whole * z2 - pi4 * whole * whole) * wholeFall
    }
    let unit = (2 * Double.pi).squareRoot()
    let half = (Double.pi / 2).squareRoot()
    let a = unit / z * first
    let b = half / (3 * z4) * second
    let c = half / (36 * z6 * z) * third - half / (18 * z2 * z) * thirdWhole
    let e = half / (3240 * z4 * z6) * fourth + half / (108 * z6) * fourthWhole
    return a + b / root + c / n + e / (n * root)
  }
}

/// A square of numbers, to be raised to a power.
private struct SquareMatrix {
  let size: Int
  private var elements: [Double]

  init(_ size: Int) {
    self.size = size
    elements = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * size + column] }
    set { elements[row * size + column] = newValue }
  }

  static func * (a: SquareMatrix, b: SquareMatrix) -> SquareMatrix {
    var product = SquareMatrix(a.size)
    let size = a.size
    product.elements.withUnsafeMutableBufferPointer { product in
      for row in 0..<size {
        for middle in 0..<size {
          let factor = a.elements[row * size + middle]
          if factor == 0 { continue }
          for column in 0..<size { product[row * size + column] += factor * b.elements[middle * size + column] }
        }
      }
    }
    return product
  }

  /// The power as a matrix times a power of 2.
  func power(_ n: Int) -> (matrix: SquareMatrix, exponent: Int) {
    if n == 1 { return (self, 0) }
    let half = power(n / 2)
    var (matrix, exponent) = (half.matrix * half.matrix, 2 * half.exponent)
    if n % 2 == 1 { matrix = matrix * self }
    if matrix[size / 2, size / 2] > 0x1p400 {
      matrix.elements = matrix.elements.map { $0 * 0x1p-400 }
      exponent += 400
    }
    return (matrix, exponent)
  }
}
