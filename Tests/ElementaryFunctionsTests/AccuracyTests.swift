import ElementaryFunctions
import Testing

@Suite struct AccuracyTests {
  /// The functions and how many units in the last place each may be off.
  static let unary: [String: (function: @Sendable (Double) -> Double, ulps: Double)] = [
    "exp": ({ exp($0) }, 0.75), "exp2": ({ exp2($0) }, 0.51), "expm1": ({ expm1($0) }, 0.75),
    "log": ({ log($0) }, 0.8), "log1p": ({ log1p($0) }, 0.51), "log2": ({ log2($0) }, 0.51),
    "log10": ({ log10($0) }, 0.51), "cbrt": ({ cbrt($0) }, 0.51),
    "sin": ({ sin($0) }, 0.8), "cos": ({ cos($0) }, 0.8), "tan": ({ tan($0) }, 0.9),
    "asin": ({ asin($0) }, 0.6), "acos": ({ acos($0) }, 0.6), "atan": ({ atan($0) }, 0.6),
    "sinh": ({ sinh($0) }, 0.6), "cosh": ({ cosh($0) }, 0.51), "tanh": ({ tanh($0) }, 0.7),
    "asinh": ({ asinh($0) }, 0.51), "acosh": ({ acosh($0) }, 0.51), "atanh": ({ atanh($0) }, 0.51),
    "sigmoid": ({ sigmoid($0) }, 0.75), "erf": ({ erf($0) }, 0.8), "erfc": ({ erfc($0) }, 0.8),
    "erfcx": ({ erfcx($0) }, 1.4), "logGamma": ({ logGamma($0) }, 0.6),
  ]

  @Test(arguments: unary.keys.sorted())
  func `agrees with mpmath`(_ name: String) throws {
    let (function, ulps) = try #require(Self.unary[name])
    let accuracy = try Accuracy(of: name) { function($0.first) }
    #expect(accuracy.count >= 180)
    #expect(accuracy.worst <= ulps, "\(name)(\(accuracy.place?.first ?? 0))")
  }

  @Test func `powers are nearly always the nearest double`() throws {
    let accuracy = try Accuracy(of: "pow") { pow($0.first, $0.second ?? .nan) }
    #expect(accuracy.count >= 300)
    #expect(accuracy.worst <= 0.51, "pow(\(accuracy.place?.first ?? 0), \(accuracy.place?.second ?? 0))")
    #expect(pow(0.1, 5) == 1.0000000000000003e-05)
  }

  @Test func `angles of points`() throws {
    let accuracy = try Accuracy(of: "atan2") { atan2($0.first, $0.second ?? .nan) }
    #expect(accuracy.count >= 200)
    #expect(accuracy.worst <= 0.6, "atan2(\(accuracy.place?.first ?? 0), \(accuracy.place?.second ?? 0))")
  }

  @Test func `small whole powers are products`() {
    for x in stride(from: -7.3, through: 9, by: 0.37) {
      #expect(pow(x, 2) == x * x)
      #expect(pow(x, 1) == x)
      #expect(pow(x, -1) == 1 / x)
    }
    for exponent in -1074...1023 { #expect(exp2(Double(exponent)) == pow(2, Double(exponent))) }
    for exponent in 0...22 { #expect(log10(pow(10, Double(exponent))) == Double(exponent)) }
    for root in 1...100 { #expect(cbrt(Double(root * root * root)) == Double(root)) }
  }
}
