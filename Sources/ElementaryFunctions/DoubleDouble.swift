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
  @inline(__always) static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let t = s - a
    return DoubleDouble(s, (a - (s - t)) + (b - t))
  }

  /// The exact product of two doubles, by Veltkamp's splitting; no fused operation is needed.
  @inline(__always) static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    let (aHigh, aLow) = split(a)
    let (bHigh, bLow) = split(b)
    return DoubleDouble(p, ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow)
  }

  @inline(__always) private static func split(_ a: Double) -> (Double, Double) {
    let t = 134_217_729 * a
    let high = t - (t - a)
    return (high, a - high)
  }

  @inline(__always) static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    let u = quick(s.high, s.low + t.high)
    return quick(u.high, u.low + t.low)
  }

  @inline(__always) static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    a + DoubleDouble(-b.high, -b.low)
  }

  @inline(__always) static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    return quick(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  @inline(__always) static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a - b * DoubleDouble(first)
    return quick(first, rest.high / b.high)
  }

  @inline(__always) static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }

  /// Half the number, exactly where nothing is subnormal.
  var halved: DoubleDouble { DoubleDouble(0.5 * high, 0.5 * low) }

  /// The square root of a number that is not negative.
  var squareRoot: DoubleDouble {
    if high == 0 { return self }
    let root = high.squareRoot()
    return .quick(root, ((self - .product(root, root)).high) / (2 * root))
  }

  /// The exact sum of a larger and a smaller double.
  @inline(__always) static func quick(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    return DoubleDouble(s, b - (s - a))
  }
}
