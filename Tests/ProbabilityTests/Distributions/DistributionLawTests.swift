import ElementaryFunctions
import Probability
import Testing
import Vocabulary

/// What holds for every distribution, with the parameters of the reference file.
@Suite struct DistributionLawTests {
  @Test(arguments: DistributionCase.all)
  func `probabilities grow from 0 to 1`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    let extremes = [1e308, 1, Double.leastNonzeroMagnitude].flatMap { [$0, -$0] } + [0, -.infinity, .infinity]
    let points = (reference.points + extremes).sorted()
    for (point, next) in zip(points, points.dropFirst()) {
      #expect(distribution.cumulative(point) <= distribution.cumulative(next))
      #expect(distribution.survival(point) >= distribution.survival(next))
      #expect(distribution.probability(from: next, to: point) == 0 || next == point)
    }
    for point in points {
      #expect((0...1).contains(distribution.cumulative(point)))
      #expect((0...1).contains(distribution.survival(point)))
      #expect(distribution.density(point) >= 0)
      #expect((distribution.cumulative(point) + distribution.survival(point) - 1).magnitude <= 1e-14)
    }
    #expect(distribution.cumulative(-.infinity) == 0)
    #expect(distribution.cumulative(.infinity) == 1)
    #expect(distribution.survival(-.infinity) == 1)
    #expect(distribution.survival(.infinity) == 0)
    #expect(distribution.probability(from: -.infinity, to: .infinity) == 1)
  }

  @Test(arguments: DistributionCase.all)
  func `outside of the numbers all is nan`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    for value in [distribution.density(.nan), distribution.cumulative(.nan), distribution.survival(.nan)] {
      #expect(value.isNaN)
    }
    for probability in [-0.1, 1.1, .nan, .infinity] { #expect(distribution.quantile(probability).isNaN) }
  }

  @Test(arguments: DistributionCase.all)
  func `quantiles undo probabilities`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    #expect(distribution.quantile(0) == distribution.support.lowerBound)
    #expect(distribution.quantile(1) == distribution.support.upperBound)
    var last = distribution.quantile(0)
    for probability in [1e-9, 1e-4] + Array(stride(from: 0.01, to: 1, by: 0.01)) + [0.9999, 1 - 1e-9] {
      let x = distribution.quantile(probability)
      #expect(x >= last)
      #expect(distribution.support.contains(x))
      last = x
      if distribution.isDiscrete {
        #expect(distribution.cumulative(x) >= probability - 1e-14)
        #expect(x == distribution.support.lowerBound || distribution.cumulative(x - 1) < probability + 1e-14)
        continue
      }
      // x is rounded, which moves the probability.
      let tolerance = 1e-14 + 2 * distribution.probability(from: x.nextDown, to: x.nextUp)
      #expect((distribution.cumulative(x) - probability).magnitude <= tolerance, "\(probability)")
    }
  }

  /// Between two quantiles the density integrates to the difference of their probabilities.
  @Test(arguments: DistributionCase.all.filter { $0.name != "constant" })
  func `densities integrate to probabilities`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    let far = (1...20).map { Double(sign: .plus, exponent: -2 * $0, significand: 1) }
    let probabilities = far.reversed() + [0.5] + far.map { 1 - $0 }
    let quantiles = probabilities.map { distribution.quantile($0) }
    if distribution.isDiscrete {
      let (first, last) = (try #require(quantiles.first), try #require(quantiles.last))
      let sum = stride(from: first, through: last, by: 1).reduce(0) { $0 + distribution.density($1) }
      let expected = distribution.cumulative(last) - distribution.cumulative(first - 1)
      #expect((sum - expected).magnitude < 1e-12)
      return
    }
    // Near 0 and 1, where a density may be infinite, over the logarithm of the distance.
    let isRatio = distribution.support.lowerBound == 0
    for (low, high) in zip(quantiles, quantiles.dropFirst()) where low < high && (!isRatio || low > 1e-290) {
      // There are too few numbers so near to 1.
      if reference.name == "beta", high > 1 - 1e-9 { continue }
      let isMirrored = reference.name == "beta" && low >= 0.5
      let cuts = [low] + distribution.kinks.filter { low < $0 && $0 < high } + [high]
      var sum = 0.0
      for (start, end) in zip(cuts, cuts.dropFirst()) {
        sum +=
          isMirrored
          ? simpson(to: log((1 - start) / (1 - end)), panels: 400) { t in
            let distance = (1 - end) * exp(t)
            return distance * distribution.density(1 - distance)
          }
          : isRatio
            ? simpson(to: log(end / start), panels: 400) { t in
              let x = start * exp(t)
              return x * distribution.density(x)
            } : simpson(to: end - start, panels: 400) { distribution.density(start + $0) }
      }
      let expected = distribution.probability(from: low, to: high)
      #expect((sum - expected).magnitude < 1e-6 * expected + 1e-12, "\(low) to \(high)")
    }
  }

  /// The density integrates to 1, and with it x and (x - mean)² to the mean and the variance.
  @Test(
    arguments: DistributionCase.all.filter { ["normal", "truncated_normal", "uniform", "constant"].contains($0.name) })
  func `density and moments belong together`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    guard distribution.variance > 0 else {
      #expect(distribution.pointMass(distribution.mean) == 1)
      return
    }
    let (low, high) = (distribution.quantile(1e-14), distribution.quantile(1 - 1e-14))
    // Distances from `low` are exact where the numbers themselves lie close together.
    let centre = distribution.mean - low
    func integral(_ weight: (Double) -> Double) -> Double {
      simpson(to: high - low) { weight($0) * distribution.density(low + $0) }
    }
    #expect((integral { _ in 1 } - 1).magnitude < 1e-7)
    #expect((integral { $0 } - centre).magnitude < 1e-7 * (high - low))
    #expect(
      (integral { ($0 - centre) * ($0 - centre) } - distribution.variance).magnitude < 1e-6 * distribution.variance)
  }

  private func simpson(to end: Double, panels: Int = 2000, _ function: (Double) -> Double) -> Double {
    let step = end / Double(2 * panels)
    var sum = CompensatedSum()
    for index in 0...2 * panels {
      let weight: Double = index == 0 || index == 2 * panels ? 1 : index % 2 == 1 ? 4 : 2
      sum.add(weight * function(Double(index) * step))
    }
    return sum.value * step / 3
  }

  /// The mean and variance of many draws are within five standard errors of the distribution's, and the draws follow
  /// the distribution function (Kolmogorov and Smirnov, far beyond the 0.1 % level).
  @Test(arguments: DistributionCase.all)
  func `draws follow the distribution`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    var generator = PCG64(seed: 7)
    let count = 20_000
    let draws = (0..<count).map { _ in distribution.sample(using: &generator) }.sorted()
    let moments = Moments(of: draws)
    #expect(draws.allSatisfy { distribution.support.contains($0) })
    if distribution.variance.isFinite {
      #expect(
        (moments.mean - distribution.mean).magnitude
          <= 5 * (distribution.variance / Double(count)).squareRoot())
    }
    // Five standard errors of the variance, where it has one.
    if distribution.kurtosis.isFinite {
      let error = ((distribution.kurtosis + 2) / Double(count)).squareRoot()
      #expect((moments.variance - distribution.variance).magnitude <= 5 * error * distribution.variance)
    }
    if distribution.variance == 0 {
      #expect(moments.variance == 0)
      return
    }
    if distribution.isDiscrete {
      // The probabilities at the values themselves; what is between them adds nothing.
      for (index, x) in draws.enumerated() where index + 1 == count || draws[index + 1] > x {
        let probability = distribution.cumulative(x) * Double(count)
        #expect((probability - Double(index + 1)).magnitude < 2.2 * Double(count).squareRoot())
      }
      return
    }
    let distance =
      draws.enumerated().map { index, x in
        let probability = distribution.cumulative(x) * Double(count)
        return max((probability - Double(index)).magnitude, (Double(index + 1) - probability).magnitude)
      }.max() ?? .infinity
    #expect(distance < 2.2 * Double(count).squareRoot())
  }

  @Test(arguments: DistributionCase.all)
  func `buffers fill with the draws of single calls`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    var (one, many) = (PCG64(seed: 3), PCG64(seed: 3))
    var values = [Double](repeating: 0, count: 1003)
    values.withUnsafeMutableBufferPointer { distribution.fill($0, using: &many) }
    #expect(values.allSatisfy { $0 == distribution.sample(using: &one) })
    #expect(one.next() == many.next())
  }

  @Test(arguments: DistributionCase.all)
  func `the printed form names the parameters in their order`(_ reference: DistributionCase) throws {
    let distribution = try reference.distribution()
    let declaration = try #require(distributions[distribution.name])
    #expect(distribution.name == reference.name)
    // What may be left out, such as a scale in the place of a rate, is kept as the parameter that it stands for.
    let kept = declaration.signature.parameters.filter { if case .optional = $0.presence { false } else { true } }
    #expect(distribution.properties.map(\.name) == kept.map(\.name))
    if !["categorical", "mixture"].contains(reference.name) {
      #expect(distribution.properties.compactMap(\.value.number) == reference.parameters)
    }
    #expect(distribution.display.printed().text.hasPrefix(reference.name + "("))
  }
}
