import Plotting
import Probability
import Vocabulary
import Workbench

/// Distributions by their densities, discrete ones by the probabilities of their values, or all by those of ≤ x.
struct DistributionForm: PlotForm {
  let noun = "distributions"
  let manner = "densities, of discrete ones the probability of each value, or with cdf=true the probability of ≤ x"

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
          ?? DistributionSampling.curve(of: distribution.thing, distribution.label, in: whole) {
            distribution.thing.cumulative($0)
          }
      }
      return Figure.curves(curves, x: x, y: .cumulative)
    }
    let masses = atoms.compactMap(\.self)
    if masses.count == shown.count { return Figure.masses(masses, x: x) }
    let curves = zip(shown, atoms).map { distribution, masses in
      masses.map { Curve(distribution.label, x: $0.values, y: $0.probabilities) }
        ?? DistributionSampling.curve(of: distribution.thing, distribution.label, in: whole) {
          distribution.thing.density($0)
        }
    }
    var figure = Figure.curves(curves, x: x, y: .density, isFilled: true, focuses: true)
    figure.notes += shown.flatMap { DistributionSampling.notes(on: $0.thing) }
    return figure
  }
}
