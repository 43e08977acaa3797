import ElementaryFunctions
import Probability
import Vocabulary

/// Points along the graph of a function, at equal distances.
struct Curve {
  let count: Int
  let range: ClosedRange<Double>
  let noise: Double

  /// The function's values, shaken: `f(x) + rng.normal(0, noise, n)`.
  func dataset(
    named name: String, using generator: inout PCG64, interruption: Interruption, _ function: (Double) -> Double
  ) throws(Failure) -> Dataset {
    var positions = [Double](repeating: 0, count: count)
    var values = positions
    for index in 0..<count {
      if index & 0x3FFF == 0 { try interruption.check() }
      positions[index] = range.point(index, of: count)
      values[index] = function(positions[index]) + (noise > 0 ? noise * generator.standardNormal() : 0)
    }
    return Dataset(
      name: name, features: Matrix(rows: count, columns: 1, elements: positions),
      targets: Matrix(rows: count, columns: 1, elements: values), classes: nil)
  }
}

extension ClosedRange<Double> {
  /// One of so many positions at equal distances, both ends included: NumPy's `linspace(low, high, count)[index]`.
  func point(_ index: Int, of count: Int) -> Double {
    if count > 1 && index == count - 1 { return upperBound }
    return Double(index) * ((upperBound - lowerBound) / Double(Swift.max(1, count - 1))) + lowerBound
  }
}

/// A straight line.
struct Line: DatasetRecipe {
  let count: Int
  let noise: Double
  let slope: Double
  let intercept: Double

  static let declaration = Declaration<any DatasetRecipe>(
    "line", "Points along a straight line.",
    .pointCount, .noise, Parameter("slope", .finite, "the rise for a step of 1", default: 2),
    Parameter("intercept", .finite, "the value at 0", default: 1),
    documentation: Documentation(
      formula: "target = slope × x + intercept + noise, x from -1 to 1",
      notes: "In NumPy: rng = np.random.default_rng(seed); x = np.linspace(-1, 1, n); "
        + "y = slope * x + intercept + rng.normal(0, noise, n)",
      examples: [Example("line(50, noise=0.2, seed=1)", gives: "line: 50 points × 1 feature, 1 target")],
      seeAlso: ["sine", "polynomial"],
      aliases: ["make_regression"])
  ) { count, noise, slope, intercept in Line(count: count, noise: noise, slope: slope, intercept: intercept) }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    try Curve(count: count, range: -1...1, noise: noise).dataset(
      named: "line", using: &generator, interruption: interruption
    ) { slope * $0 + intercept }
  }
}

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

/// Waves of the sine.
struct Sine: DatasetRecipe {
  let count: Int
  let noise: Double
  let periods: Double

  static let declaration = Declaration<any DatasetRecipe>(
    "sine", "Points along waves of the sine, about 0.",
    .pointCount, .noise, Parameter("periods", .positive, "how many waves", default: 1),
    documentation: Documentation(
      formula: "target = sin(x) + noise, x from -π × periods to π × periods",
      notes: "In NumPy: rng = np.random.default_rng(seed); x = np.linspace(-np.pi * periods, np.pi * periods, n); "
        + "y = np.sin(x) + rng.normal(0, noise, n)",
      examples: [Example("sine(100, noise=0.1, seed=1)", gives: "sine: 100 points × 1 feature, 1 target")],
      seeAlso: ["line", "polynomial"])
  ) { (count, noise, periods) throws(Failure) in
    guard periods <= 1e6 else {
      throw Failure(.argument, "periods must be at most 1000000", about: .argument("periods"))
    }
    return Sine(count: count, noise: noise, periods: periods)
  }

  func dataset(using generator: inout PCG64, interruption: Interruption) throws(Failure) -> Dataset {
    let end = Double.pi * periods
    return try Curve(count: count, range: -end...end, noise: noise).dataset(
      named: "sine", using: &generator, interruption: interruption
    ) { sin($0) }
  }
}
