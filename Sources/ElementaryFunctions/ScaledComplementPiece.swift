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
