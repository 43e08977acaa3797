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
