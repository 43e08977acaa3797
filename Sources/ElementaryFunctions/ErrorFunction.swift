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

/// A stretch of the axis on which `eˣ² erfc(x) = value + t (slope₀ + slope₁ t + …)` with t = x - center.
///
/// The polynomials interpolate in Chebyshev's points; their errors are below 2⁻⁵⁸ of the value.
struct ScaledComplementPiece {
  let end: Double
  let center: Double
  let value: DoubleDouble
  let slope: [Double]

  func callAsFunction(_ x: Double) -> DoubleDouble {
    let t = x - center
    var sum = 0.0
    for coefficient in slope.reversed() { sum = sum * t + coefficient }
    return .quick(value.high, value.low + t * sum)
  }

  /// The pieces from ½ to 6.
  static let all: [ScaledComplementPiece] = [
    ScaledComplementPiece(
      end: 0.875, center: 0x1.6p-1, value: DoubleDouble(0x1.0fce4e96dd619p-1, -0x1.7210607953137p-57),
      slope: [
        -0x1.97fe7bf1c60fp-2, 0x1.071da7f78298dp-2, -0x1.2ecd75f4d05d2p-3, 0x1.3e0e0ed6b5f17p-4,
        -0x1.358dce2b36d26p-5, 0x1.1a31bff524e46p-6, -0x1.e5d3e4f9cfc65p-8, 0x1.8d62a930c9be7p-9,
        -0x1.366c71f854f3ap-10, 0x1.d115722d07723p-12, -0x1.4f3ad87464bbp-13, 0x1.d26c604ca95cep-15,
        -0x1.3df888e093766p-16, 0x1.9eb6ed65db97p-18,
      ]),
    ScaledComplementPiece(
      end: 1.25, center: 0x1.1p0, value: DoubleDouble(0x1.a4f550c5f1a99p-2, -0x1.baa38f7c05cebp-58),
      slope: [
        -0x1.04ec886c0552fp-2, 0x1.1f73ffa65802dp-3, -0x1.20926c49bc2e9p-4, 0x1.0c4c6c3e58142p-5,
        -0x1.d352a281f81eap-7, 0x1.807142df8665fp-8, -0x1.2cabf5b0234bbp-9, 0x1.c16bd0b11d344p-11,
        -0x1.424d0734248d1p-12, 0x1.bd1e4163e57d6p-14, -0x1.28cebab2f1355p-15, 0x1.7f38cf98ab834p-17,
        -0x1.e56c8ed4b8ce9p-19, 0x1.275a8ba6fb88p-20,
      ]),
    ScaledComplementPiece(
      end: 1.75, center: 0x1.8p0, value: DoubleDouble(0x1.494daffa2ad68p-2, 0x1.39bdf0f0d8e21p-56),
      slope: [
        -0x1.4f1988444caf7p-3, 0x1.37ea271bc54bdp-4, -0x1.0dc51d2941e68p-5, 0x1.b65944f34f7a8p-7,
        -0x1.513ed7600f81ep-8, 0x1.ee705e7366f6bp-10, -0x1.5b0abfdf2982cp-11, 0x1.d4509d058c9e3p-13,
        -0x1.30c0f6b7ac005p-14, 0x1.7f9984238b426p-16, -0x1.d4066991667d8p-18, 0x1.15648512ef8c7p-19,
        -0x1.4577f1a569d28p-21, 0x1.6da6e2dcfc401p-23,
      ]),
    ScaledComplementPiece(
      end: 2.375, center: 0x1.08p1, value: DoubleDouble(0x1.fdb50ebdc92cep-3, 0x1.7daf962f0823dp-59),
      slope: [
        -0x1.a0c196a4dfbadp-4, 0x1.3fb5ad8f09d0fp-5, -0x1.d04be8dc9de54p-7, 0x1.413a25f52196ap-8,
        -0x1.a9b3057f79cedp-10, 0x1.0f44e853cd793p-11, -0x1.4d9b5695b9395p-13, 0x1.8d033e86071eap-15,
        -0x1.ca4d27e98848ep-17, 0x1.011f4c8135321p-18, -0x1.18e100757aa62p-20, 0x1.2b50a054d5d03p-22,
        -0x1.3e65441480c95p-24, 0x1.43bda4a230478p-26,
      ]),
    ScaledComplementPiece(
      end: 3.125, center: 0x1.6p1, value: DoubleDouble(0x1.8c9eb68ff27d7p-3, -0x1.bb4e763c64a35p-57),
      slope: [
        -0x1.0305781330099p-4, 0x1.43b98bac83823p-6, -0x1.84e9ab30e6a8cp-8, 0x1.c2c72fd72761cp-10,
        -0x1.f99e41ecc222fp-12, 0x1.131bb1612d03cp-13, -0x1.2312b241fd3a5p-15, 0x1.2bfb5afa45ecep-17,
        -0x1.2da34776f4e2fp-19, 0x1.285714a1fc3a1p-21, -0x1.1cbc4a94f23eep-23, 0x1.0c05207011492p-25,
        -0x1.fb355be08eecep-28, 0x1.cae2af707d1dcp-30,
      ]),
    ScaledComplementPiece(
      end: 4.25, center: 0x1.d8p1, value: DoubleDouble(0x1.2ee7fff434fbap-3, -0x1.5a4f37777ed31p-59),
      slope: [
        -0x1.33f2a1e11bdb6p-5, 0x1.30452b8af4d67p-7, -0x1.24c93d356c3cdp-9, 0x1.12dd38eda83p-11,
        -0x1.f843d61dd88e8p-14, 0x1.c494d7d561ac4p-16, -0x1.8de769d3dbcebp-18, 0x1.570e080b4b354p-20,
        -0x1.224fe7e97d7fap-22, 0x1.e2b6925d3517cp-25, -0x1.8a8da9f7af7aep-27, 0x1.3d0756781ab0fp-29,
        -0x1.f603a940dac38p-32, 0x1.992eb515bedf8p-34, -0x1.3a2b64dd47abap-36,
      ]),
    ScaledComplementPiece(
      end: 6, center: 0x1.48p2, value: DoubleDouble(0x1.bac6ca42e1bfbp-4, 0x1.409abadf6e0f9p-59),
      slope: [
        -0x1.4d86dc544600bp-6, 0x1.ee3ffedd01da2p-9, -0x1.687d168ebc175p-11, 0x1.02fdcfb107023p-13,
        -0x1.6ecb6c321dae5p-16, 0x1.0025440989f1cp-18, -0x1.60fd0967baecdp-21, 0x1.e032a0c905338p-24,
        -0x1.42927a56dc4e8p-26, 0x1.ac2c305a7434ap-29, -0x1.18e10c12c9c6fp-31, 0x1.6c56fa93920b1p-34,
        -0x1.d249c878447cep-37, 0x1.27f59cd36404p-39, -0x1.911e91d3dbfabp-42, 0x1.f2183252f2adfp-45,
      ]),
  ]
}
