/// The natural logarithm, nearly always the nearest double, which `log` is not; it takes twice as long.
public func nearestLog(_ x: Double) -> Double {
  guard x > 0, x < .infinity else { return logarithmOutside(x) }
  return DoubleDouble.logarithm(of: x).value
}

/// The natural logarithm of 1 + x without loss near 0; nearly always the nearest double.
public func log1p(_ x: Double) -> Double {
  if x.magnitude < 0x1p-28 { return x - 0.5 * x * x }
  guard x > -1, x < .infinity else { return x == -1 ? -.infinity : x > 0 ? x : .nan }
  return DoubleDouble.sum(1, x).logarithm.value
}

/// The logarithm to base 2, exact for powers of 2; nearly always the nearest double.
public func log2(_ x: Double) -> Double {
  guard x > 0, x < .infinity else { return logarithmOutside(x) }
  if x.significandBitPattern == 0 { return Double(x.exponent) }
  return (DoubleDouble.logarithm(of: x) * DoubleDouble(0x1.71547652b82fep0, 0x1.777d0ffda0d24p-56)).value
}

/// The logarithm to base 10; nearly always the nearest double, so that powers of 10 give whole numbers.
public func log10(_ x: Double) -> Double {
  guard x > 0, x < .infinity else { return logarithmOutside(x) }
  return (DoubleDouble.logarithm(of: x) * DoubleDouble(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57)).value
}

/// The logarithm to any base of a number that is not positive and finite.
private func logarithmOutside(_ x: Double) -> Double {
  x == 0 ? -.infinity : x > 0 ? x : .nan
}

/// The natural logarithm; less than 0.8 units in the last place off.
///
/// With x = (1 + f) 2ᵏ and s = f / (2 + f), `log(1 + f) = 2 artanh(s) = f - f²/2 + s (f²/2 + R)`, where R is an even
/// polynomial in s (the way of FDLIBM's e_log.c).
public func log(_ x: Double) -> Double {
  guard x < .infinity else { return x }
  guard x > 0 else { return x < 0 ? .nan : -.infinity }
  let isSubnormal = x < 0x1p-1022
  let (exponent, significand) = (isSubnormal ? x * 0x1p54 : x).decomposed
  let k = exponent - (isSubnormal ? 54 : 0)
  let f = significand - 1
  let s = f / (2 + f)
  let z = s * s
  let w = z * z
  let odd =
    z * (0x1.5555555555555p-1 + w * (0x1.2492492476ba1p-2 + w * (0x1.745cf8f6c9119p-3 + w * 0x1.0fbe478772696p-3)))
  let even =
    w * (0x1.9999999999a38p-2 + w * (0x1.c71c72017a15cp-3 + w * (0x1.3b1c38474d3eep-3 + w * 0x1.0c06cf14c641bp-3)))
  let half = 0.5 * f * f
  let tail = s * (half + (odd + even)) + k * 0x1.cf79abc9e3b3ap-40
  return k * 0x1.62e42fefap-1 - ((half - tail) - f)
}
