import ElementaryFunctions
import TestSupport
import Testing

@Suite struct ElementaryFunctionsTests {
  /// The functions and how many units in the last place each may be off.
  static let unary: [String: (function: @Sendable (Double) -> Double, ulps: Double)] = [
    "exp": ({ exp($0) }, 1), "expm1": ({ expm1($0) }, 1), "log": ({ log($0) }, 1), "log1p": ({ log1p($0) }, 1),
    "log2": ({ log2($0) }, 0.51), "log10": ({ log10($0) }, 0.51), "cbrt": ({ cbrt($0) }, 0.51),
    "sin": ({ sin($0) }, 1), "cos": ({ cos($0) }, 1), "tan": ({ tan($0) }, 2), "asin": ({ asin($0) }, 3),
    "acos": ({ acos($0) }, 3), "atan": ({ atan($0) }, 1), "sinh": ({ sinh($0) }, 2.5), "cosh": ({ cosh($0) }, 2.5),
    "tanh": ({ tanh($0) }, 2), "asinh": ({ asinh($0) }, 2.5), "acosh": ({ acosh($0) }, 2.5),
    "atanh": ({ atanh($0) }, 2), "sigmoid": ({ sigmoid($0) }, 2), "erf": ({ erf($0) }, 8), "erfc": ({ erfc($0) }, 12),
  ]

  @Test(arguments: unary.keys.sorted())
  func `agrees with mpmath`(_ name: String) throws {
    let (function, ulps) = try #require(Self.unary[name])
    let rows = try References.rows("elementary/elementary.csv").filter { $0[0] == name }
    #expect(rows.count >= 60)
    for row in rows {
      let (x, expected) = (References.double(row[1]), References.double(row[3]))
      let error = Self.error(of: function(x), from: expected)
      #expect(error <= ulps, "\(name)(\(x)) is \(function(x)), not \(expected)")
    }
  }

  /// The power is carried in double-double arithmetic, so it is nearly always the nearest double.
  @Test func `powers are correctly rounded`() throws {
    for row in try References.rows("elementary/elementary.csv") where row[0] == "pow" {
      let (x, y) = (References.double(row[1]), References.double(row[2]))
      #expect(pow(x, y) == References.double(row[3]), "\(x) to the power of \(y)")
    }
  }

  @Test func `powers of special values`() {
    #expect(pow(0, 0) == 1)
    #expect(pow(.nan, 0) == 1)
    #expect(pow(0, -1) == .infinity)
    #expect(pow(-0.0, -3) == -.infinity)
    #expect(pow(-2, 0.5).isNaN)
    #expect(pow(0.5, .infinity) == 0)
    #expect(pow(2, 2000) == .infinity)
    #expect(pow(-.infinity, 3) == -.infinity)
  }

  /// The distance in units in the last place of the expected value.
  private static func error(of value: Double, from expected: Double) -> Double {
    if value == expected || (value.isNaN && expected.isNaN) { return 0 }
    return (value - expected).magnitude / expected.ulp
  }
}
