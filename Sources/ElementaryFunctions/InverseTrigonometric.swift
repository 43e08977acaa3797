/// The angle from -π/2 to π/2 with this sine; nan beyond ±1; less than 0.7 units in the last place off.
public func asin(_ x: Double) -> Double {
  let size = x.magnitude
  if size < 0.5 { return size < 0x1p-28 ? x : x + x * arcsineSlope(x * x) }
  guard size <= 1 else { return .nan }
  let value = (DoubleDouble.quarterTurn - complementaryAngle(size)).value
  return x < 0 ? -value : value
}

/// The angle from 0 to π with this cosine; nan beyond ±1; less than 0.7 units in the last place off.
public func acos(_ x: Double) -> Double {
  let size = x.magnitude
  if size < 0.5 { return (DoubleDouble.quarterTurn - .quick(x, x * arcsineSlope(x * x))).value }
  guard size <= 1 else { return .nan }
  let angle = complementaryAngle(size)
  return x > 0 ? angle.value : (DoubleDouble.halfTurn - angle).value
}

/// acos(x) for x from ½ to 1: twice the angle whose sine is the root of (1 - x) / 2.
private func complementaryAngle(_ x: Double) -> DoubleDouble {
  let square = 0.5 * (1 - x)
  let root = DoubleDouble(square).squareRoot
  return .quick(2 * root.high, 2 * (root.low + root.high * arcsineSlope(square)))
}

/// `asin(x) / x - 1` for |x| ≤ ½, of the square of x; interpolates in Chebyshev's points with an error below 2⁻⁶¹.
private func arcsineSlope(_ z: Double) -> Double {
  let a = 0x1.5555555555555p-3 + z * (0x1.3333333333389p-4 + z * (0x1.6db6db6dac0eap-5 + z * 0x1.f1c71c7a5e151p-6))
  let b = 0x1.6e8ba121b9d5fp-6 + z * (0x1.1c4efd20ebb99p-6 + z * (0x1.c990a42b32b03p-7 + z * 0x1.7b02ef007d23ep-7))
  let c = 0x1.3b462d121c5d2p-7 + z * (0x1.31777489dfd29p-7 + z * (0x1.8dcdf11997e0fp-9 + z * 0x1.40c91fa8deb7ep-6))
  let d = -0x1.3bd7e353ddbc2p-6 + z * 0x1.e58a4f278e007p-6
  let fourth = z * z * z * z
  return z * (a + fourth * (b + fourth * (c + fourth * d)))
}

// The polynomial of the arctangent and the angles around which it is taken are those of FDLIBM (s_atan.c).
// Copyright (C) 1993 by Sun Microsystems, Inc. Permission to use, copy, modify, and distribute this software is freely
// granted, provided that this notice is preserved.

/// The angle from -π/2 to π/2 with this tangent; less than 0.6 units in the last place off.
public func atan(_ x: Double) -> Double {
  let size = x.magnitude
  if x.isNaN || size < 0x1p-28 { return x }
  let angle = size > 0x1p64 ? DoubleDouble.quarterTurn : arctangent(DoubleDouble(size))
  return x < 0 ? -angle.value : angle.value
}

/// The angle from -π to π of the point (x, y), counted from the positive x axis; less than 0.6 units in the last place off.
///
/// The signs of zeros count and infinities give multiples of π/4, as in C99.
public func atan2(_ y: Double, _ x: Double) -> Double {
  if x.isNaN || y.isNaN { return .nan }
  let angle = steepness(y.magnitude, x.magnitude)
  let isLeft = x.sign == .minus
  // A slope so small that it is subnormal is already rounded.
  let size = isLeft ? (DoubleDouble.halfTurn - angle).value : angle.value
  return y.sign == .minus ? -size : size
}

/// The angle from 0 to π/2 of a point in the first quadrant.
private func steepness(_ y: Double, _ x: Double) -> DoubleDouble {
  if y == 0 { return DoubleDouble(0) }
  if x == 0 { return .quarterTurn }
  if x.isInfinite || y.isInfinite {
    return x.isFinite ? .quarterTurn : y.isFinite ? DoubleDouble(0) : .quarterTurn.halved
  }
  let difference = y.exponent - x.exponent
  if difference > 64 { return .quarterTurn }
  if difference < -64 { return DoubleDouble(y / x) }
  let scaled = Double(sign: .plus, exponent: difference, significand: y.significand)
  return arctangent(DoubleDouble(scaled) / DoubleDouble(x.significand))
}

extension DoubleDouble {
  static let quarterTurn = DoubleDouble(1.5707963267948966, 6.123233995736766e-17)
  static let halfTurn = DoubleDouble(3.141592653589793, 1.2246467991473532e-16)
}

/// The arctangent of a positive number: that of the nearest of a few numbers c, and that of (t - c) / (1 + c t).
private func arctangent(_ t: DoubleDouble) -> DoubleDouble {
  switch t.high {
  case ..<0.4375:
    return .quick(t.high, t.low - t.high * arctangentTail(t.high))
  case ..<0.6875:
    return arctangent(t, around: 0.5, angle: DoubleDouble(4.63647609000806093515e-01, 2.26987774529616870924e-17))
  case ..<1.1875:
    return arctangent(t, around: 1, angle: DoubleDouble(7.85398163397448278999e-01, 3.06161699786838301793e-17))
  case ..<2.4375:
    return arctangent(t, around: 1.5, angle: DoubleDouble(9.82793723247329054082e-01, 1.39033110312309984516e-17))
  default:
    return arctangent(around: .quarterTurn, DoubleDouble(-1) / t)
  }
}

private func arctangent(_ t: DoubleDouble, around center: Double, angle: DoubleDouble) -> DoubleDouble {
  arctangent(around: angle, (t - DoubleDouble(center)) / (DoubleDouble(1) + t * DoubleDouble(center)))
}

private func arctangent(around angle: DoubleDouble, _ u: DoubleDouble) -> DoubleDouble {
  let sum = DoubleDouble.sum(angle.high, u.high)
  return .quick(sum.high, sum.low + (angle.low + u.low - u.high * arctangentTail(u.high)))
}

/// `1 - atan(x) / x` for |x| < 7/16.
private func arctangentTail(_ x: Double) -> Double {
  let z = x * x
  let w = z * z
  let odd =
    z
    * (3.33333333333329318027e-01 + w
      * (1.42857142725034663711e-01 + w
        * (9.09088713343650656196e-02
          + w * (6.66107313738753120669e-02 + w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)))))
  let even =
    w
    * (-1.99999999998764832476e-01 + w
      * (-1.11111104054623557880e-01 + w
        * (-7.69187620504482999495e-02
          + w * (-5.83357013379057348645e-02 + w * -3.65315727442169155270e-02))))
  return odd + even
}
