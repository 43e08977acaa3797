import Language
import Networks
import Plotting
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let hist = Builtin(
    "hist",
    "A histogram of numbers, with a density over it where one is given; of a network with data, one for each layer.",
    Parameter("x", .value, "a vector or a matrix; or a network", aliases: ["v"]),
    .optional("data", .dataset, "points to send through, where v is a network"),
    .optional("bins", .integer(1...10_000), "how many bins; else as many as NumPy's bins='auto'"),
    .optional(
      "density", .plotted, "a distribution that is drawn over the bars, which then are shares over their widths"),
    Parameter("gradients", .truth, "of a network: whether ∂L/∂z is shown, not the activations", default: false),
    Parameter(
      "log_x", .truth, "bins that grow by equal factors, over a logarithmic axis", default: false, aliases: ["logx"]),
    documentation: Documentation(
      source: "D. Freedman, P. Diaconis, On the histogram as a density estimator, 1981; H. A. Sturges 1926",
      notes:
        "The bins go from the smallest number to the largest, all equally wide. Numbers that are not finite are left out "
        + "and counted below.",
      examples: [
        Example(
          "hist sample(normal(0, 1), 500, seed=1) density=normal(0, 1) width=40 height=10",
          gives: """
            ██ sample   ⠤⠤⠤⠤ normal(0, 1)
            density
                │                ▅▅▂
            0.4 ┤              ⢀⡤⠖⠒⠲⢤⡀
                │            ⢀⡔⠋█████⠙⢢⡀
            0.2 ┤          ⢀⡴⠋█████████⠙⢦⡀
                │        ⣠⠔⠋████████████▅⠙⠢⣄
              0 ┤⣀⣀⣀⣀⣠⠤⠖⠋⠁█████████████████⠈⠙⠲⠤⣄⣀⣀⣀⣀
                └──────┬──────────┬──────────┬──────
                       -2         0          2
            """)
      ],
      seeAlso: ["histogram", "plot", "sample"],
      aliases: ["bar"])
  ) { (session: inout Session, v, data, bins, density, gradients, isLogarithmic) throws(Failure) in
    if let network = try Kind<Network>.network.read(v) {
      if isLogarithmic {
        throw Failure(.argument, "log_x goes with numbers, not with a network", about: .argument("log_x"))
      }
      guard let data else {
        throw Failure(.argument, "hist needs data to send through a network", hint: "write hist net data")
      }
      return .object(try session.histograms(of: network, on: data, bins: bins, ofGradients: gradients))
    }
    guard try Kind<Value>.numbers.read(v) != nil else {
      throw Failure(
        .argument, "v must be a vector, a matrix or a network, not \(v.brief)", about: .argument("v"),
        hint: v.kind == "distribution" ? "draw from it, hist sample(…, 1000), or plot it" : nil)
    }
    let numbers = v.elements
    try session.context.step(by: numbers.count)
    guard !numbers.isEmpty else { throw Failure(.argument, "there is nothing to draw in an empty vector") }
    guard numbers.contains(where: \.isFinite) else {
      throw Failure(.argument, "there is no finite number to draw among \(counted(numbers.count, "number"))")
    }
    if isLogarithmic, !numbers.contains(where: { $0 > 0 && $0.isFinite }) {
      throw Failure(
        .argument, "there is no positive number to draw on a logarithmic axis", about: .argument("log_x"))
    }
    let binned = isLogarithmic ? Bins(byFactorsOf: numbers, count: bins) : Bins(of: numbers, count: bins)
    let across = isLogarithmic ? Scale.logarithmic : .linear
    func finished(_ figure: Figure) -> Value { .object(figure.scaled(across: across) ?? figure) }
    guard let density else { return finished(Figure.histogram(binned)) }
    let plotted = try session.evaluate(plotted: density)
    guard let distribution = try Kind<any Distribution>.distribution.read(plotted.value) else {
      throw Failure(
        .argument, "density must be a distribution, not \(plotted.value.brief)", about: .argument("density"))
    }
    try distribution.requireProbabilities()
    let (low, high) = (binned.edges[0], binned.edges[binned.edges.count - 1])
    let own = DistributionSampling.range(of: distribution)
    let range = (isLogarithmic ? low : min(low, own.lowerBound))...max(high, own.upperBound)
    let curve =
      distribution.isDiscrete
      ? DistributionSampling.masses(of: distribution, plotted.label, in: range).curve
      : DistributionSampling.curve(of: distribution, plotted.label, in: range, across) { distribution.density($0) }
    return finished(Figure.histogram(binned, label: "sample", density: curve))
  }.drawn
}

extension Session {
  /// A histogram for each layer, of what its units put out or of how strongly the loss pulls at them.
  fileprivate mutating func histograms(
    of network: Network, on data: Dataset, bins: Int?, ofGradients: Bool
  ) throws(Failure) -> Figure {
    let units = network.architecture.layers.reduce(0) { $0 + $1.units }
    try context.limits.reserve(numbers: 3 * Double(units) * Double(data.count))
    try context.step(by: network.architecture.parameterCount * data.count)
    let values = try network.architecture.layerValues(
      networks[network].weights, on: data, loss: self.loss(nil, for: network),
      interruption: interruption)
    let groups = values.layers.map {
      (label: "\($0.layer): \($0.outline)", numbers: ofGradients ? $0.gradients : $0.activations)
    }
    return Figure.histograms(
      groups.filter { !$0.numbers.isEmpty }.map { (label: $0.label, bins: Bins(of: $0.numbers, count: bins ?? 20)) },
      title: ofGradients ? "∂L/∂z" : "activations")
  }
}
