/// e to the power of a number; less than 0.6 units in the last place off, 0.75 where the result is subnormal.
public func exp(_ x: Double) -> Double {
  let parts = ReducedExponential(x.clamped(-746, 710))
  let first = 1 + parts.r
  let sum = first + ((parts.r - (first - 1)) + parts.tail)
  let (half, rest) = parts.powers
  return sum * half * rest
}

/// eˣ - 1 without loss near 0; less than 0.75 units in the last place off.
public func expm1(_ x: Double) -> Double {
  if x.magnitude < 0x1p-54 { return x }
  if x > 36 {
    let (parts, exponent) = DoubleDouble(x.atMost(720)).exponentialParts
    let one = Double(sign: .plus, exponent: -exponent, significand: 1)
    return (parts - DoubleDouble(one)).scaled(by: exponent)
  }
  return ReducedExponential(x.clamped(-50, 36)).lessOne.high
}

/// 2 to the power of a number.
public func exp2(_ x: Double) -> Double {
  if x.isNaN { return x }
  let clamped = x.clamped(-1080, 1030)
  return (DoubleDouble(clamped) * .logarithmOf2).exponential()
}

/// The logistic function 1 / (1 + e⁻ˣ), without overflow on either side; less than 0.6 units in the last place off, 0.75
/// where the result is subnormal.
///
/// With t = e^(-|x|), 1 / (1 + t) on the right and t / (1 + t) on the left, whose power of 2 is multiplied in last so
/// that a subnormal result is rounded once.
public func sigmoid(_ x: Double) -> Double {
  let parts = ReducedExponential(-1 * x.magnitude.atMost(746))
  let (high, low) = parts.significand
  let (half, rest) = parts.powers
  let t = high * half * rest
  let divisor = 1 + t
  let lost = (t - (divisor - 1)) + low * half * rest
  if x < 0 { return quotient(high, low, divisor, lost) * half * rest }
  return quotient(1, 0, divisor, lost)
}

/// An argument of the exponential taken apart: `eˣ = 2ᵏ (1 + r + tail)` with |r| at most ½ ln 2.
///
/// The tail is a polynomial in r with the rounding error of r in it, so that the pieces are good for some 60 bits; each
/// function puts them together so that little of that is lost. The polynomial interpolates (eʳ - 1 - r - r²/2) / r³ in
/// Chebyshev's points; its error is below 2⁻⁶¹ of eʳ.
struct ReducedExponential {
  /// `k + Double.shift`.
  let shifted: Double
  let r: Double
  let tail: Double

  /// The argument must lie between -746 and 746.
  @inline(__always) init(_ x: Double) {
    shifted = x * 0x1.71547652b82fep0 + Double.shift
    let k = shifted - Double.shift
    // ln 2 in two parts, the first short enough for its multiples to be exact.
    let high = x - k * 0x1.62e42fefap-1
    let low = k * 0x1.cf79abc9e3b3ap-40
    r = high - low
    let lost = (high - r) - low
    let square = r * r
    let a = 0x1.5555555555556p-3 + r * 0x1.5555555555555p-5
    let b = 0x1.11111111109b3p-7 + r * 0x1.6c16c16c167e1p-10
    let c = 0x1.a01a01a7c41d5p-13 + r * 0x1.a01a01a47b054p-16
    let d = 0x1.71de0dae63bb3p-19 + r * 0x1.27e4e1f48534fp-22
    let e = 0x1.af38a9b0ec855p-26 + r * 0x1.1f66df7fca49fp-29
    let fourth = square * square
    let series = (a + square * b) + fourth * ((c + square * d) + fourth * e)
    tail = 0.5 * square + (lost + r * (lost + square * series))
  }

  /// 2ᵏ, for k of a normal number.
  @inline(__always) var power: Double { shifted.powerOfShifted }

  /// 2ᵏ as two factors of normal size.
  @inline(__always) var powers: (Double, Double) {
    let k = shifted - Double.shift
    let half = k * 0.5 + Double.shift
    let rest = (k - (half - Double.shift)) + Double.shift
    return (half.powerOfShifted, rest.powerOfShifted)
  }

  /// 1 + r + tail as a double and what rounding it has lost.
  @inline(__always) var significand: (high: Double, low: Double) {
    let first = 1 + r
    let rest = (r - (first - 1)) + tail
    let high = first + rest
    return (high, rest - (high - first))
  }

  /// eˣ - 1 as a double and what rounding it has lost, for k from -1022 to 53.
  @inline(__always) var lessOne: (high: Double, low: Double) {
    let power = power
    let base = power - 1
    let linear = power * r
    let first = base + linear
    let lost = power - (base + 1)
    let rest = (linear - (first - base)) + (power * tail + lost)
    let high = first + rest
    return (high, rest - (high - first))
  }
}

/// `(a + aLow) / (b + bLow)` to nearly half a unit in the last place: the quotient's leading bits, times the divisor's,
/// leave an exact remainder, and that is divided once more.
@inline(__always)
func quotient(_ a: Double, _ aLow: Double, _ b: Double, _ bLow: Double) -> Double {
  let inverse = 1 / b
  let leading = (a * inverse).leadingBits
  let divisor = b.leadingBits
  let remainder = ((a - leading * divisor) - leading * ((b - divisor) + bLow)) + aLow
  return leading + remainder * inverse
}
