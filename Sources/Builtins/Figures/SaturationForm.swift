import Networks
import Plotting
import Probability
import Vocabulary
import Workbench

/// An activation over the distribution of what comes into it, the saturated part marked.
struct SaturationForm: PlotForm {
  let noun = "an activation with input="
  let manner = "the distribution of the input under it, the saturated part marked"

  /// How near a bound is near, as for `saturation` and `inspect`.
  private static let tolerance = 0.01

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let input = request.input else { return nil }
    guard let distribution = try Kind<any Distribution>.distribution.read(input.value) else {
      throw Failure(.argument, "input must be a distribution, not \(input.value.brief)", about: .argument("input"))
    }
    guard let (activation, label) = try request.only(Kind<any Activation>.activation), activation.isElementwise else {
      throw Failure(.argument, "input= goes with one activation, such as plot sigmoid input=normal(0, 3)")
    }
    try distribution.requireProbabilities()
    let name = label ?? activation.name
    let own = DistributionSampling.range(of: distribution)
    let range = try request.range(min(own.lowerBound, -6)...max(own.upperBound, 6))
    let x = (0..<DistributionSampling.resolution).map {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double($0)
        / Double(DistributionSampling.resolution - 1)
    }
    let inputName = input.label ?? distribution.name
    let stretch = activation.unsaturated(tolerance: Self.tolerance)
    let saturated = stretch.map { distribution.cumulative($0.low) + distribution.survival($0.high) } ?? 0
    let density =
      distribution.isDiscrete
      ? DistributionSampling.masses(of: distribution, inputName, in: range).curve
      : DistributionSampling.curve(of: distribution, inputName, in: range) { distribution.density($0) }
    return Figure.saturation(
      Curve(name, x: x, y: x.map { activation.value($0) }), input: density, below: stretch?.low, above: stretch?.high,
      domain: range, title: "\(name) of \(inputName): \(NumberStyle(digits: 3).text(100 * saturated))% saturated")
  }
}

extension Masses {
  /// The probabilities as a line.
  var curve: Curve { Curve(label, x: values, y: probabilities) }
}
