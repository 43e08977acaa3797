import Plotting
import Vocabulary
import Workbench

/// A vector as a line over the places of its numbers; of several vectors the first goes across, the others up.
struct VectorForm: PlotForm {
  let noun = "vectors"
  let manner = "a line over 0, 1, 2 …; of several the first goes across"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let vectors = try request.all(Kind<[Double]>.vector) else { return nil }
    if let empty = vectors.first(where: \.thing.isEmpty) {
      throw Failure(
        .argument, "there is nothing to draw in an empty vector", hint: empty.label.map { "\($0) is empty" })
    }
    try session.context.step(by: vectors.reduce(0) { $0 + $1.thing.count })
    let domain =
      request.from == nil && request.to == nil
      ? nil
      : try request.range(
        0...Double(max(1, vectors[0].thing.count - 1)))
    if vectors.count == 1 {
      return Figure.curves([Curve(vectors[0].label, vectors[0].thing)], x: Axis("index", domain: domain, isCount: true))
    }
    let across = vectors[0].thing
    if let odd = vectors.dropFirst().first(where: { $0.thing.count != across.count }) {
      throw Failure(
        .argument,
        "vectors must be equally long to be drawn over each other, not \(across.count) and \(odd.thing.count)")
    }
    let curves = vectors.dropFirst().map { Curve($0.label, x: across, y: $0.thing) }
    return Figure.curves(curves, x: Axis(vectors[0].label, domain: domain))
  }
}
