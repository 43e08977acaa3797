import Vocabulary

/// Normal weights of which most are 0.
struct Sparse: Initializer {
  let sparsity: Double
  let stddev: Double

  static let declaration = Declaration<any Initializer>(
    "sparse", "Normal weights of which each input keeps only some.",
    Parameter("sparsity", .probability, "the share of each input's weights that are 0", default: 0.9),
    Parameter("stddev", .nonnegative, "the standard deviation of the others", default: 0.01, aliases: ["std"]),
    documentation: Documentation(
      source: "J. Martens, Deep learning via Hessian-free optimization, 2010; torch.nn.init.sparse_",
      notes: "First all weights are drawn, row by row; then, row by row, a permutation of the columns, whose first "
        + "⌈sparsity × columns⌉ become 0. A row holds the weights of one input, as a column of PyTorch's weight does.",
      examples: [Example("mean(sample(sparse(0.75), [4, 8], seed=1) == 0)", gives: "0.75")],
      seeAlso: ["random_normal"],
      aliases: ["sparse_"])
  ) { sparsity, stddev in Sparse(sparsity: sparsity, stddev: stddev) }

  var name: String { "sparse" }
  var python: PythonInitializer { .asDistribution }
  var properties: [Property] { [Property("sparsity", .number(sparsity)), Property("stddev", .number(stddev))] }
  var profile: InitializerProfile {
    InitializerProfile(
      standardDeviation: "\(NumberStyle.standard.text(stddev)) of those that are not 0", suits: "wide layers of tanh",
      keras: "(none)", torch: "sparse_")
  }

  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution { throw hasNoDistribution() }

  func weights(_ shape: KernelShape, using generator: inout PCG64) throws(Failure) -> [Double] {
    var weights = [Double](repeating: 0, count: shape.count)
    let normal = Normal(mean: 0, stddev: stddev)
    weights.withUnsafeMutableBufferPointer { normal.fill($0, using: &generator) }
    let zeros = Int((sparsity * Double(shape.columns)).rounded(.up))
    for row in 0..<shape.rows {
      for column in generator.permutation(shape.columns).prefix(zeros) { weights[row * shape.columns + column] = 0 }
    }
    return weights
  }
}
