// The polynomials of sine and cosine are those of FDLIBM (k_sin.c, k_cos.c).
// Copyright (C) 1993 by Sun Microsystems, Inc. Permission to use, copy, modify, and distribute this software is freely
// granted, provided that this notice is preserved.

/// The sine of an angle in radians, of any size; less than 0.8 units in the last place off.
public func sin(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  let (quadrant, r) = QuadrantReduction(x).parts
  switch quadrant {
  case 0: return r.sine.value
  case 1: return r.cosine.value
  case 2: return -r.sine.value
  default: return -r.cosine.value
  }
}

/// The cosine of an angle in radians, of any size; less than 0.8 units in the last place off.
public func cos(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  let (quadrant, r) = QuadrantReduction(x).parts
  switch quadrant {
  case 0: return r.cosine.value
  case 1: return -r.sine.value
  case 2: return -r.cosine.value
  default: return r.sine.value
  }
}

/// The tangent of an angle in radians, of any size; less than 1 unit in the last place off.
public func tan(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  if x.magnitude < 0x1p-28 { return x }
  let (quadrant, r) = QuadrantReduction(x).parts
  return (quadrant & 1 == 0 ? r.sine / r.cosine : -r.cosine / r.sine).value
}

extension DoubleDouble {
  /// The sine of an angle up to π/4.
  var sine: DoubleDouble {
    let z = high * high
    let r =
      8.33333333332248946124e-03 + z
      * (-1.98412698298579493134e-04
        + z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)))
    let v = z * high
    return .quick(high, -((z * (0.5 * low - v * r) - low) - v * -1.66666666666666324348e-01))
  }

  /// The cosine of an angle up to π/4.
  var cosine: DoubleDouble {
    let z = high * high
    let r =
      z
      * (4.16666666666666019037e-02 + z
        * (-1.38888888888741095749e-03 + z
          * (2.48015872894767294178e-05
            + z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))))
    let half = 0.5 * z
    let w = 1 - half
    return .quick(w, ((1 - w) - half) + (z * r - high * low))
  }
}
