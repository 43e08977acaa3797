import Probability
import Vocabulary

/// The graph of a polynomial.
struct Polynomial: DatasetRecipe {
  let count: Int
  let noise: Double
  /// The lowest power's first.
  let coefficients: [Double]

  static let declaration = Declaration<any DatasetRecipe>(
    "polynomial", "Points along the graph of a polynomial.",
    .pointCount, .noise,
    Parameter("coefficients", coefficientKind, "of 1, x, x² and so on", default: [0, -3, 0, 4]),
    documentation: Documentation(
      formula: "target = c₀ + c₁ × x + c₂ × x² + … + noise, x from -1 to 1",
      notes: "In NumPy: rng = np.random.default_rng(seed); x = np.linspace(-1, 1, n); "
        + "y = np.polynomial.polynomial.polyval(x, coefficients) + rng.normal(0, noise, n)",
      examples: [
        Example(
          "targets(polynomial(3, coefficients=[1, 0, 2]))", gives: "[[3],\n [1],\n [3]]")
      ],
      seeAlso: ["line", "sine"])
  ) { count, noise, coefficients in Polynomial(count: count, noise: noise, coefficients: coefficients) }

  private static let coefficientKind = Kind<[Double]>(
    "a vector of 1 to 1000 finite numbers", .vector, value: { .vector($0) }
  ) { value in
    guard case .vector(let numbers) = value, (1...1000).contains(numbers.count), numbers.allSatisfy(\.isFinite) else {
      return nil
    }
    return numbers
  }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    try Curve(count: count, range: -1...1, noise: noise).dataset(
      named: "polynomial", using: &generator, interruption: interruption
    ) { x in
      coefficients.dropLast().reversed().reduce(coefficients[coefficients.count - 1] + x * 0) { $1 + $0 * x }
    }
  }
}
