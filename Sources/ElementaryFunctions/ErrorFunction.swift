/// The error function, 2/√π ∫₀ˣ e^(-t²) dt; less than 0.8 units in the last place off.
public func erf(_ x: Double) -> Double {
  if x.isNaN { return x }
  let size = x.magnitude
  if size < 0.5 { return x + x * errorSlope(x * x) }
  let value = size > 6 ? 1 : 1 - complement(size)
  return x < 0 ? -value : value
}

/// 1 - erf(x), right in the far tail; less than 0.8 units in the last place off.
public func erfc(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x.magnitude < 0.5 {
    let rest = x * errorSlope(x * x)
    return x < 0.25 ? 1 - (x + rest) : 0.5 - ((x - 0.5) + rest)
  }
  if x < 0 { return x < -6 ? 2 : 2 - complement(-x) }
  return x > 28 ? 0 : complement(x)
}

/// eˣ² erfc(x) for x ≥ 0: falls like 1 / (x√π) where erfc itself underflows; for x < 0 it grows like 2 eˣ². Less than 1.4
/// units in the last place off.
public func erfcx(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x > 0x1p30 { return 0x1.20dd750429b6dp-1 / x }
  if x >= 0.5 { return scaledComplement(x).value }
  if x < -27 { return .infinity }
  let (growth, exponent) = DoubleDouble.product(x, x).exponentialParts
  if x < -0.5 { return (growth + growth).scaled(by: exponent) - scaledComplement(-x).value }
  return (growth * (DoubleDouble(1) - .quick(x, x * errorSlope(x * x)))).scaled(by: exponent)
}

/// `e^(factor x²)` with the rounding error of the square taken into account; the factor is ±1 or ±½.
public func exponentialOfSquare(_ x: Double, times factor: Double) -> Double {
  if x.isNaN { return x }
  let bounded = x.clamped(-40, 40)
  let square = DoubleDouble.product(bounded, bounded)
  let exponent = DoubleDouble(factor * square.high, factor * square.low)
  if exponent.high.magnitude > 780 { return factor < 0 ? 0 : .infinity }
  return exponent.exponential()
}

/// `erf(x) / x - 1` for |x| < 1, of the square of x; interpolates in Chebyshev's points with an error below 2⁻⁶².
private func errorSlope(_ z: Double) -> Double {
  let a = 0x1.06eba8214db69p-3 + z * (-0x1.812746b0379e6p-2 + z * (0x1.ce2f21a042b3p-4 + z * -0x1.b82ce31284ep-6))
  let b = 0x1.565bcd0dbaa38p-8 + z * (-0x1.c02db3dac435fp-11 + z * (0x1.f9a321d5b8e1ep-14 + z * -0x1.f4d1e3183f7aep-17))
  let c =
    0x1.b9df224ca4b97p-20 + z * (-0x1.5f1ecb6f0764cp-23 + z * (0x1.f7b4bf3b13964p-27 + z * -0x1.389d4f2641625p-30))
  let fourth = z * z * z * z
  return a + fourth * (b + fourth * (c + fourth * 0x1.05ffd737fb32ep-34))
}

/// erfc(x) for x from ½ to 28, rounded once.
private func complement(_ x: Double) -> Double {
  let square = DoubleDouble.product(x, x)
  let (parts, exponent) = (-square).exponentialParts
  return (parts * scaledComplement(x)).scaled(by: exponent)
}

/// eˣ² erfc(x) for x ≥ ½. From 6 on `(1/√π + z S(z)) / x` with z = 1/x²; S interpolates in Chebyshev's points.
private func scaledComplement(_ x: Double) -> DoubleDouble {
  for piece in ScaledComplementPiece.all where x < piece.end { return piece(x) }
  let z = 1 / x / x
  let a = -0x1.20dd750429b6dp-2 + z * (0x1.b14c2f863e903p-2 + z * (-0x1.0ecf9db3e3096p0 + z * 0x1.d9eb53f478d8ep1))
  let b = -0x1.0a945df1363eap4 + z * (0x1.6e8bb1e768b1bp6 + z * (-0x1.29cb5ac1a1d7cp9 + z * 0x1.16dccf52ce5f2p12))
  let c = -0x1.2560bef06e87ap15 + z * (0x1.4a271a5198596p18 + z * (-0x1.64486c8763218p21 + z * 0x1.2e2649c45c821p24))
  let fourth = z * z * z * z
  let series = a + fourth * (b + fourth * (c + fourth * -0x1.1577e08bb7b6fp26))
  return .quick(0x1.20dd750429b6dp-1, 0x1.1ae3a914fed8p-57 + z * series) / DoubleDouble(x)
}
