/// The error function, 2/√π ∫₀ˣ e^(-t²) dt.
public func erf(_ x: Double) -> Double {
  if x.isNaN { return x }
  let size = x.magnitude
  if size < 2 { return errorSeries(x) }
  let value = size > 6 ? 1 : 1 - complementFraction(size)
  return x < 0 ? -value : value
}

/// 1 - erf(x), right in the far tail.
public func erfc(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x > 27.3 { return 0 }
  if x < -6 { return 2 }
  if x < 0.5 { return 1 - erf(x) }
  return complementFraction(x)
}

/// eˣ² erfc(x) for x ≥ 0: falls like 1 / (x√π) where erfc itself underflows.
public func erfcx(_ x: Double) -> Double {
  if x.isNaN { return x }
  return x < 0.5 ? exp(x * x) * erfc(x) : scaledFraction(x)
}

/// 2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (2n + 1)!!: all terms have one sign (Abramowitz and Stegun 7.1.6).
private func errorSeries(_ x: Double) -> Double {
  let square = x * x
  var term = x
  var sum = x
  var n = 1.0
  while term.magnitude > 1e-18 * sum.magnitude, n < 200 {
    term *= 2 * square / (2 * n + 1)
    sum += term
    n += 1
  }
  return 1.1283791670955126 * exp(-square) * sum
}

private func complementFraction(_ x: Double) -> Double { scaledFraction(x) * exponentialOfSquare(x, times: -1) }

/// `e^(factor x²)` with the rounding error of the square taken into account; the factor is ±1 or ±½.
public func exponentialOfSquare(_ x: Double, times factor: Double) -> Double {
  if x.magnitude > 1e8 { return factor < 0 ? 0 : .infinity }
  let square = DoubleDouble.product(x, x)
  return exp(factor * square.high) * (1 + factor * square.low)
}

/// The continued fraction of eˣ² erfc(x) (Abramowitz and Stegun 7.1.14), by Lentz's method; slow to converge below 1,
/// where more links are taken.
private func scaledFraction(_ x: Double) -> Double {
  let links = x < 1 ? 600 : x < 2 ? 220 : x < 4 ? 60 : 30
  var value = x
  for n in stride(from: links, through: 1, by: -1) { value = x + Double(n) / 2 / value }
  return 0.5641895835477563 / value
}
