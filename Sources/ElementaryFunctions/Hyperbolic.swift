/// The hyperbolic sine.
public func sinh(_ x: Double) -> Double {
  let size = x.magnitude
  if size > 709 { return x < 0 ? -(exp(size / 2) * 0.5 * exp(size / 2)) : exp(size / 2) * 0.5 * exp(size / 2) }
  let t = expm1(size)
  let half = size < 1 ? 0.5 * (2 * t - t * t / (t + 1)) : 0.5 * (t + t / (t + 1))
  return size == 0 ? x : x < 0 ? -half : half
}

/// The hyperbolic cosine.
public func cosh(_ x: Double) -> Double {
  let size = x.magnitude
  if size > 709 { return exp(size / 2) * 0.5 * exp(size / 2) }
  if size < 0.35 {
    let t = expm1(size)
    return 1 + t * t / (2 * (1 + t))
  }
  let t = exp(size)
  return 0.5 * t + 0.5 / t
}

/// The hyperbolic tangent.
public func tanh(_ x: Double) -> Double {
  let size = x.magnitude
  if size < 0x1p-28 || x.isNaN { return x }
  let value: Double
  if size > 22 {
    value = 1
  } else if size > 0.5493 {
    value = 1 - 2 / (expm1(2 * size) + 2)
  } else if size > 0.2554 {
    let t = expm1(2 * size)
    value = t / (t + 2)
  } else {
    let t = expm1(-2 * size)
    value = -t / (t + 2)
  }
  return x < 0 ? -value : value
}

/// 1 / (1 + e⁻ˣ), without overflow on either side.
public func sigmoid(_ x: Double) -> Double {
  if x >= 0 { return 1 / (1 + exp(-x)) }
  let t = exp(x)
  return t / (1 + t)
}

/// The inverse of the hyperbolic sine.
public func asinh(_ x: Double) -> Double {
  let size = x.magnitude
  if size < 0x1p-28 || !x.isFinite { return x }
  let value: Double
  if size > 0x1p28 {
    value = log(size) + 0.6931471805599453
  } else {
    let square = size * size
    value = log1p(size + square / (1 + (square + 1).squareRoot()))
  }
  return x < 0 ? -value : value
}

/// The inverse of the hyperbolic cosine; nan below 1.
public func acosh(_ x: Double) -> Double {
  if x < 1 { return .nan }
  if x > 0x1p28 { return log(x) + 0.6931471805599453 }
  let t = x - 1
  return log1p(t + (2 * t + t * t).squareRoot())
}

/// The inverse of the hyperbolic tangent; infinite at ±1, nan beyond.
public func atanh(_ x: Double) -> Double {
  let size = x.magnitude
  if size < 0x1p-28 { return x }
  let value = 0.5 * log1p(2 * size / (1 - size))
  return x < 0 ? -value : value
}
