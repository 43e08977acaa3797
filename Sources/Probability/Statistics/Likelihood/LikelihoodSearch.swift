import ElementaryFunctions
import Vocabulary

/// Climbs to the largest likelihood by Newton's method, with step lengths that are halved until it rises.
///
/// Slopes and curvatures are differences of fourth order, right to some 10 digits: all parameters are brought to the size in
/// which a single number would tell them.
struct LikelihoodSearch {
  private let family: LikelihoodFamily
  private let sample: LikelihoodFamily.Sample
  private let interruption: Interruption
  private static let width = 2e-3
  /// What a step of 1 is of each parameter's unit.
  private var sizes: [Double]

  init(_ family: LikelihoodFamily, _ sample: LikelihoodFamily.Sample, _ interruption: Interruption) {
    self.family = family
    self.sample = sample
    self.interruption = interruption
    sizes = family.parameters.map { _ in 1 }
  }

  /// The parameters and their standard errors, from the curvature at the top.
  ///
  /// Throws a failure of kind `argument` where the likelihood has no top, `interrupted` where a stop was asked for.
  mutating func top() throws(Failure) -> (parameters: [Double], errors: [Double]) {
    var place = family.estimate(sample)
    var last = try likelihood(place)
    for _ in 0..<100 {
      let (slope, curvature) = try derivatives(at: place)
      guard slope.allSatisfy(\.isFinite) else { break }
      let step = self.step(slope, curvature)
      // A step of so many standard errors changes no digit that counts.
      let gain = zip(slope, step).reduce(0) { $0 + $1.0 * $1.1 }
      if gain.magnitude < 1e-18 * sample.count || step.allSatisfy({ $0.magnitude < 1e-13 }) {
        return try result(place, curvature)
      }
      var length = 1.0
      var next = moved(place, by: step, length)
      var value = try likelihood(next)
      while !(value >= last), length > 1e-8 {
        length /= 2
        next = moved(place, by: step, length)
        value = try likelihood(next)
      }
      guard value >= last else { return try result(place, curvature) }
      (place, last) = (next, value)
      sizes = sizes.indices.map { index in
        let curvature = curvature[index][index]
        return curvature < 0
          ? sizes[index] * min(max((sample.count / -curvature).squareRoot(), 1e-3), 1e3) : sizes[index]
      }
    }
    throw flat
  }

  private var flat: Failure {
    Failure(
      .argument, "the likelihood of \(family.name) has no maximum for these numbers", about: .argument("data"),
      hint: "they may follow another distribution, or vary too little")
  }

  private func result(
    _ place: [Double], _ curvature: [[Double]]
  ) throws(Failure) -> (parameters: [Double], errors: [Double]) {
    let information = curvature.map { $0.map { -$0 } }
    let variances: [Double]
    if information.count == 1 {
      variances = [1 / information[0][0]]
    } else {
      let determinant = information[0][0] * information[1][1] - information[0][1] * information[1][0]
      variances = [information[1][1] / determinant, information[0][0] / determinant]
    }
    guard variances.allSatisfy({ $0 > 0 && $0.isFinite }), place.allSatisfy(\.isFinite) else { throw flat }
    // By the slope of what makes the parameters of numbers of size 1.
    let errors = zip(place.indices, variances).map { index, variance in
      variance.squareRoot() * sizes[index] * unit(index, place)
    }
    return (place, errors)
  }

  /// How far a parameter moves with a number of size 1: as far as a positive one is large, or the width of what is drawn.
  private func unit(_ index: Int, _ place: [Double]) -> Double {
    switch family.parameters[index].scale {
    case .positive: place[index]
    case .line: place[family.parameters.count - 1]
    }
  }

  private func moved(_ place: [Double], by step: [Double], _ length: Double) -> [Double] {
    place.indices.map { index in
      let shift = min(max(length * step[index] * sizes[index], -3), 3)
      return switch family.parameters[index].scale {
      case .positive: place[index] * exp(shift)
      case .line: place[index] + shift * unit(index, place)
      }
    }
  }

  private func likelihood(_ place: [Double]) throws(Failure) -> Double {
    try Likelihood.logarithm(of: sample.numbers, under: family.make(place), interruption)
  }

  /// Newton's step, or where the likelihood is not yet curved downwards one along the slope.
  private func step(_ slope: [Double], _ curvature: [[Double]]) -> [Double] {
    if slope.count == 1 {
      return [curvature[0][0] < 0 ? -slope[0] / curvature[0][0] : slope[0] / sample.count]
    }
    let determinant = curvature[0][0] * curvature[1][1] - curvature[0][1] * curvature[0][1]
    guard determinant > 0, curvature[0][0] < 0 else { return slope.map { $0 / sample.count } }
    return [
      (curvature[0][1] * slope[1] - curvature[1][1] * slope[0]) / determinant,
      (curvature[0][1] * slope[0] - curvature[0][0] * slope[1]) / determinant,
    ]
  }

  /// In numbers of size 1, one or two of them.
  private func derivatives(at place: [Double]) throws(Failure) -> (slope: [Double], curvature: [[Double]]) {
    let h = Self.width
    let count = place.count
    let centre = try likelihood(place)
    var slope = [Double](repeating: 0, count: count)
    var curvature = [[Double]](repeating: slope, count: count)
    func value(_ steps: [Double]) throws(Failure) -> Double { try likelihood(moved(place, by: steps, h)) }
    for index in 0..<count {
      var axis = [Double](repeating: 0, count: count)
      var values: [Double] = []
      for distance in [-2.0, -1, 1, 2] {
        axis[index] = distance
        values.append(try value(axis))
      }
      slope[index] = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * h)
      curvature[index][index] =
        (-values[0] + 16 * values[1] - 30 * centre + 16 * values[2] - values[3]) / (12 * h * h)
    }
    guard count == 2 else { return (slope, curvature) }
    func mixed(_ distance: Double) throws(Failure) -> Double {
      let same = try value([distance, distance]) + value([-distance, -distance])
      let opposite = try value([distance, -distance]) + value([-distance, distance])
      return (same - opposite) / (4 * distance * distance * h * h)
    }
    curvature[0][1] = (4 * (try mixed(1)) - (try mixed(2))) / 3
    curvature[1][0] = curvature[0][1]
    return (slope, curvature)
  }
}

/// How likely numbers are under a distribution.
enum Likelihood {
  /// The sum of the logarithms of the densities. Throws a failure of kind `interrupted`.
  static func logarithm(
    of numbers: [Double], under distribution: any Distribution, _ interruption: Interruption
  ) throws(Failure) -> Double {
    var sum = CompensatedSum()
    for (index, number) in numbers.enumerated() {
      if index & 0xFFF == 0 { try interruption.check() }
      sum.add(distribution.logDensity(number))
    }
    return sum.value
  }
}
