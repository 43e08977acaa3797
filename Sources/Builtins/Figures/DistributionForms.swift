import Networks
import Plotting
import Probability
import Vocabulary
import Workbench

/// Distributions by their densities, discrete ones by the probabilities of their values, or all by those of ≤ x.
struct DistributionForm: PlotForm {
  let noun = "distributions"
  let manner = "densities, of discrete ones the probability of each value, or with cdf=true the probability of ≤ x"
  let options: Set<PlotOption> = [.cdf, .from, .to]

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard request.input == nil, let shown = try request.all(Kind<any Distribution>.distribution) else { return nil }
    for (distribution, _) in shown { try distribution.requireProbabilities() }
    try session.context.step(by: shown.count * DistributionSampling.resolution)
    var ranges = shown.map { DistributionSampling.range(of: $0.thing) }
    let whole = try request.range(
      (ranges.map(\.lowerBound).min() ?? 0)...(ranges.map(\.upperBound).max() ?? 1))
    if request.from != nil || request.to != nil || shown.count > 1 { ranges = ranges.map { _ in whole } }
    let x = Axis(domain: request.from != nil || request.to != nil ? whole : nil)
    let atoms = zip(shown, ranges).map { distribution, range in
      distribution.thing.isDiscrete
        ? DistributionSampling.masses(of: distribution.thing, distribution.label, in: range) : nil
    }
    if request.isCumulative {
      let curves = zip(shown, atoms).map { distribution, masses in
        masses?.steps
          ?? DistributionSampling.curve(of: distribution.thing, distribution.label, in: whole, request.across) {
            distribution.thing.cumulative($0)
          }
      }
      return Figure.curves(curves, x: x, y: .cumulative)
    }
    let masses = atoms.compactMap(\.self)
    if masses.count == shown.count { return Figure.masses(masses, x: x) }
    let curves = zip(shown, atoms).map { distribution, masses in
      masses == nil
        ? DistributionSampling.curve(of: distribution.thing, distribution.label, in: whole, request.across) {
          distribution.thing.density($0)
        } : nil
    }
    var figure =
      masses.isEmpty
      ? Figure.curves(curves.compactMap(\.self), x: x, y: .density, isFilled: true, focuses: true)
      : Figure.laws(
        zip(curves, atoms).map { $0.map { .density($0) } ?? .masses($1 ?? Masses(values: [], probabilities: [])) }, x: x
      )
    figure.notes += shown.flatMap { DistributionSampling.notes(on: $0.thing) }
    return figure
  }
}

/// An activation over the distribution of what comes into it, the saturated part marked.
struct SaturationForm: PlotForm {
  let noun = "an activation with input="
  let manner = "the distribution of the input under it, the saturated part marked"
  let options: Set<PlotOption> = [.input, .from, .to]

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
    let x = request.places(DistributionSampling.resolution, in: range)
    let inputName = input.label ?? distribution.name
    let stretch = activation.unsaturated(tolerance: Self.tolerance)
    let saturated = stretch.map { distribution.cumulative($0.low) + distribution.survival($0.high) } ?? 0
    let density =
      distribution.isDiscrete
      ? DistributionSampling.masses(of: distribution, inputName, in: range).curve
      : DistributionSampling.curve(of: distribution, inputName, in: range, request.across) { distribution.density($0) }
    return Figure.saturation(
      Curve(name, x: x, y: x.map { activation.value($0) }), input: density, below: stretch?.low, above: stretch?.high,
      domain: range, title: "\(name) of \(inputName): \(NumberStyle(digits: 3).text(100 * saturated))% saturated")
  }
}

extension Masses {
  /// The probabilities as a line.
  var curve: Curve { Curve(label, x: values, y: probabilities) }
}
