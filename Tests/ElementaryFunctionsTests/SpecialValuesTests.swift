import ElementaryFunctions
import Testing

/// Zeros with their signs, infinities, nan and the ends of domains, as Annex F of C99 has them.
@Suite struct SpecialValuesTests {
  private static let infinity = Double.infinity

  /// Each function with arguments and the values there.
  static let cases: [(name: String, function: @Sendable (Double) -> Double, values: [(Double, Double)])] = [
    ("exp", { exp($0) }, [(0, 1), (-0.0, 1), (infinity, infinity), (-infinity, 0), (710, infinity), (-746, 0)]),
    (
      "exp2", { exp2($0) },
      [(0, 1), (infinity, infinity), (-infinity, 0), (1024, infinity), (-1076, 0), (1e300, infinity)]
    ),
    (
      "expm1", { expm1($0) },
      [(0, 0), (-0.0, -0.0), (infinity, infinity), (-infinity, -1), (710, infinity), (-800, -1)]
    ),
    (
      "log", { log($0) },
      [
        (1, 0), (0, -infinity), (-0.0, -infinity), (infinity, infinity), (-1, .nan), (-infinity, .nan),
        (-0x1p-1074, .nan),
      ]
    ),
    (
      "log1p", { log1p($0) },
      [(0, 0), (-0.0, -0.0), (-1, -infinity), (infinity, infinity), (-1.5, .nan), (-infinity, .nan)]
    ),
    ("log2", { log2($0) }, [(1, 0), (0, -infinity), (infinity, infinity), (-1, .nan), (0x1p-1074, -1074)]),
    ("log10", { log10($0) }, [(1, 0), (0, -infinity), (infinity, infinity), (-1, .nan)]),
    ("cbrt", { cbrt($0) }, [(0, 0), (-0.0, -0.0), (infinity, infinity), (-infinity, -infinity), (-8, -2)]),
    ("sin", { sin($0) }, [(0, 0), (-0.0, -0.0), (infinity, .nan), (-infinity, .nan)]),
    ("cos", { cos($0) }, [(0, 1), (-0.0, 1), (infinity, .nan), (-infinity, .nan)]),
    ("tan", { tan($0) }, [(0, 0), (-0.0, -0.0), (infinity, .nan)]),
    ("asin", { asin($0) }, [(0, 0), (-0.0, -0.0), (1, .pi / 2), (-1, -.pi / 2), (1.5, .nan), (-infinity, .nan)]),
    ("acos", { acos($0) }, [(1, 0), (-1, .pi), (0, .pi / 2), (1.5, .nan), (-infinity, .nan)]),
    ("atan", { atan($0) }, [(0, 0), (-0.0, -0.0), (infinity, .pi / 2), (-infinity, -.pi / 2)]),
    ("sinh", { sinh($0) }, [(0, 0), (-0.0, -0.0), (infinity, infinity), (-infinity, -infinity), (-800, -infinity)]),
    ("cosh", { cosh($0) }, [(0, 1), (-0.0, 1), (infinity, infinity), (-infinity, infinity), (-800, infinity)]),
    ("tanh", { tanh($0) }, [(0, 0), (-0.0, -0.0), (infinity, 1), (-infinity, -1), (30, 1), (-30, -1)]),
    ("asinh", { asinh($0) }, [(0, 0), (-0.0, -0.0), (infinity, infinity), (-infinity, -infinity)]),
    ("acosh", { acosh($0) }, [(1, 0), (infinity, infinity), (0.5, .nan), (-infinity, .nan)]),
    ("atanh", { atanh($0) }, [(0, 0), (-0.0, -0.0), (1, infinity), (-1, -infinity), (1.5, .nan), (infinity, .nan)]),
    ("sigmoid", { sigmoid($0) }, [(0, 0.5), (-0.0, 0.5), (infinity, 1), (-infinity, 0), (40, 1), (-800, 0)]),
    ("erf", { erf($0) }, [(0, 0), (-0.0, -0.0), (infinity, 1), (-infinity, -1)]),
    ("erfc", { erfc($0) }, [(0, 1), (infinity, 0), (-infinity, 2), (28.5, 0)]),
    ("erfcx", { erfcx($0) }, [(0, 1), (infinity, 0), (-infinity, infinity), (-27, infinity)]),
    (
      "logGamma", { logGamma($0) },
      [
        (1, 0), (2, 0), (0, infinity), (-0.0, infinity), (-3, infinity),
        (-1e300, infinity), (infinity, infinity), (-infinity, infinity),
      ]
    ),
  ]

  @Test(arguments: cases.indices)
  func `special values`(_ index: Int) {
    let (name, function, values) = Self.cases[index]
    for (x, expected) in values {
      let value = function(x)
      #expect(
        value.isNaN ? expected.isNaN : value.bitPattern == expected.bitPattern, "\(name)(\(x)) is \(value)")
    }
    #expect(function(.nan).isNaN, "\(name)(nan)")
  }

  @Test func `powers of special values`() {
    let infinity = Double.infinity
    for (x, y, expected) in [
      (0, 0, 1), (.nan, 0, 1), (1, .nan, 1), (0, -1, infinity), (-0.0, -3, -infinity), (-0.0, -2, infinity),
      (-0.0, 3, -0.0), (-0.0, 2, 0), (-2, 0.5, .nan), (-2, 3, -8), (-2, 2, 4), (0.5, infinity, 0),
      (2, infinity, infinity),
      (0.5, -infinity, infinity), (-1, infinity, 1), (-1, -infinity, 1), (2, 2000, infinity), (2, -2000, 0),
      (-2, 2001, -infinity), (-infinity, 3, -infinity), (-infinity, -3, -0.0), (infinity, -0.5, 0), (.nan, 1, .nan),
      (2, .nan, .nan), (-1, 1e300, 1), (-1, 0x1p53 - 1, -1), (2, 1e-300, 1), (0.5, 1e300, 0), (0x1p-1074, -1, infinity),
    ] as [(Double, Double, Double)] {
      let value = pow(x, y)
      #expect(
        value.isNaN ? expected.isNaN : value.bitPattern == expected.bitPattern, "pow(\(x), \(y)) is \(value)")
    }
  }

  @Test func `angles of special points`() {
    let infinity = Double.infinity
    for (y, x, expected) in [
      (0, 1, 0), (-0.0, 1, -0.0), (0, -1, .pi), (-0.0, -1, -.pi), (0, 0, 0), (0, -0.0, .pi), (-0.0, -0.0, -.pi),
      (1, 0, .pi / 2), (-1, -0.0, -.pi / 2), (infinity, infinity, .pi / 4), (infinity, -infinity, 3 * .pi / 4),
      (-infinity, -infinity, -3 * .pi / 4), (1, infinity, 0), (1, -infinity, .pi), (infinity, 1, .pi / 2),
      (.nan, 1, .nan), (1, .nan, .nan), (1e-300, 1e300, 0), (1e300, -1e-300, .pi / 2),
    ] as [(Double, Double, Double)] {
      let value = atan2(y, x)
      #expect(
        value.isNaN ? expected.isNaN : value.bitPattern == expected.bitPattern, "atan2(\(y), \(x)) is \(value)")
    }
  }
}
