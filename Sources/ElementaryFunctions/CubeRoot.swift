/// The cube root, with the sign of its argument; nearly always the nearest double.
public func cbrt(_ x: Double) -> Double {
  if x == 0 || !x.isFinite { return x }
  let root = (DoubleDouble.logarithm(of: x.magnitude) / DoubleDouble(3)).exponential()
  return x < 0 ? -root : root
}
