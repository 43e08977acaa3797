import ElementaryFunctions

/// A complex number, as far as characteristic functions need it.
struct Complex: Sendable {
  var real: Double
  var imaginary: Double

  init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  /// Of size 1.
  init(angle: Double) { self.init(cos(angle), sin(angle)) }

  var size: Double { (real * real + imaginary * imaginary).squareRoot() }

  static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }

  func scaled(by factor: Double) -> Complex { Complex(factor * real, factor * imaginary) }

  /// By repeated squaring.
  func power(_ n: Int) -> Complex {
    var (result, square, rest) = (Complex(1, 0), self, n)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      square = square * square
      rest >>= 1
    }
    return result
  }
}
