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
