import Plotting
import Probability
import Vocabulary

/// Distributions by their densities, discrete ones by the probabilities of their values, or all by those of ≤ x.
struct DistributionForm: PlotForm {
  let noun = "distributions"
  let manner = "densities, of discrete ones the probability of each value, or with cdf=true the probability of ≤ x"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard request.input == nil, let laws = try request.all(Kind<any Distribution>.distribution) else { return nil }
    for (law, _) in laws { try law.requireProbabilities() }
    try session.context.step(by: laws.count * LawSampling.places)
    var ranges = laws.map { LawSampling.range(of: $0.thing) }
    let whole = try request.range(
      (ranges.map(\.lowerBound).min() ?? 0)...(ranges.map(\.upperBound).max() ?? 1))
    if request.from != nil || request.to != nil || laws.count > 1 { ranges = ranges.map { _ in whole } }
    let x = Axis(domain: request.from != nil || request.to != nil ? whole : nil)
    let atoms = zip(laws, ranges).map { law, range in
      law.thing.isDiscrete ? LawSampling.masses(of: law.thing, law.label, in: range) : nil
    }
    if request.isCumulative {
      let curves = zip(laws, atoms).map { law, masses in
        masses?.steps ?? LawSampling.curve(of: law.thing, law.label, in: whole) { law.thing.cumulative($0) }
      }
      return Figure.curves(curves, x: x, y: .cumulative)
    }
    let masses = atoms.compactMap(\.self)
    if masses.count == laws.count { return Figure.masses(masses, x: x) }
    let curves = zip(laws, atoms).map { law, masses in
      masses.map { Curve(law.label, x: $0.values, y: $0.probabilities) }
        ?? LawSampling.curve(of: law.thing, law.label, in: whole) { law.thing.density($0) }
    }
    var figure = Figure.curves(curves, x: x, y: .density, isFilled: true, focuses: true)
    figure.notes += laws.flatMap { LawSampling.notes(on: $0.thing) }
    return figure
  }
}
