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
