/// A number as the unevaluated sum of two doubles, good for about 106 bits (Dekker 1971; Hida, Li and Bailey 2001).
struct DoubleDouble {
  let high: Double
  let low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  var value: Double { high + low }

  /// The exact sum of two doubles.
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let t = s - a
    return DoubleDouble(s, (a - (s - t)) + (b - t))
  }

  /// The exact product of two doubles, by Veltkamp's splitting; no fused operation is needed.
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    let (aHigh, aLow) = split(a)
    let (bHigh, bLow) = split(b)
    return DoubleDouble(p, ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
  }

  private static func split(_ a: Double) -> (Double, Double) {
    let t = 134_217_729 * a
    let high = t - (t - a)
    return (high, a - high)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    let u = quick(s.high, s.low + t.high)
    return quick(u.high, u.low + t.low)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + DoubleDouble(-b.high, -b.low) }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    return quick(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a - b * DoubleDouble(first)
    let second = rest.high / b.high
    let last = (rest - b * DoubleDouble(second)).high / b.high
    return quick(first, second) + DoubleDouble(last)
  }

  /// The sum of a larger and a smaller double.
  private static func quick(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    return DoubleDouble(s, b - (s - a))
  }

  static let logarithmOf2 = DoubleDouble(0.6931471805599453, 2.3190468138462996e-17)

  /// The natural logarithm of a positive finite double: `k ln 2 + 2 artanh((m - 1) / (m + 1))`.
  static func logarithm(of x: Double) -> DoubleDouble {
    guard let (k, m) = decomposed(x) else { return DoubleDouble(.nan) }
    let s = DoubleDouble(m - 1) / sum(m, 1)
    let square = s * s
    var series = DoubleDouble(0)
    for n in stride(from: 41, through: 1, by: -2) {
      series = series * square + DoubleDouble(1) / DoubleDouble(Double(n))
    }
    return DoubleDouble(k) * logarithmOf2 + DoubleDouble(2) * s * series
  }

  /// e to the power of the number, rounded to a double; its size must be below 750.
  func exponential() -> Double {
    let k = (high * 1.44269504088896338700).rounded()
    let r = (self - DoubleDouble(k) * Self.logarithmOf2) * DoubleDouble(0x1p-4)
    var series = DoubleDouble(1)
    for n in stride(from: 14, through: 1, by: -1) {
      series = DoubleDouble(1) + r * series / DoubleDouble(Double(n))
    }
    for _ in 0..<4 { series = series * series }
    // Rounded once, also where the result is subnormal.
    let exponent = Int(k)
    if exponent < -1000 {
      let base = scaled(series.high, by: exponent)
      let rest = scaled(series.high - scaled(base, by: -exponent) + series.low, by: exponent)
      return base + rest
    }
    return scaled(series.value, by: exponent)
  }
}
