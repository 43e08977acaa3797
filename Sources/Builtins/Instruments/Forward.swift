import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let forward = Builtin(
    "forward", "What every layer makes of a point, or of each row of a matrix.",
    Parameter("network", .network, "the network"),
    Parameter("points", .points, "of a vector the features of one point, of a matrix a point in each row"),
    documentation: Documentation(
      notes:
        "z is the weighted sum before the activation; it is left out where it is the output. As in predict nothing is "
        + "dropped and batch normalization uses its running means.",
      examples: [
        Example(
          "forward sequential(input(2), dense(3, tanh), dense(1, sigmoid), seed=1) [1, -1]",
          gives: """
              layer   units       z                       output
                      input                               [1, -1]
                  1   3 tanh      [-0.957, 1.4, -0.612]   [-0.743, 0.885, -0.545]
                  2   1 sigmoid   [-0.859]                [0.297]
            """)
      ],
      seeAlso: ["predict", "weights", "inspect"]),
    yields: ForwardPass.self
  ) { (session: inout Session, network, points) throws(Failure) in
    let matrix = points.asPoints
    let steps = network.architecture.layers.reduce(0.0) { $0 + Double($1.units) } * Double(matrix.rows)
    try session.context.limits.reserve(numbers: 2 * steps)
    return .object(
      try network.architecture.forward(matrix, weights: session.networks[network].weights))
  }

  static let predict = Builtin(
    "predict", "What a network puts out for a point, or for each row of a matrix.",
    Parameter("network", .network, "the network"),
    Parameter("points", .points, "of a vector the features of one point, of a matrix a point in each row"),
    documentation: Documentation(
      examples: [
        Example("predict(sequential(input(2), dense(1, sigmoid), initializer=zeros), [1, 2])", gives: "[0.5]")
      ],
      seeAlso: ["evaluate", "forward"])
  ) { (session: inout Session, network, points) throws(Failure) in
    let (weights, interruption) = (session.networks[network].weights, session.interruption)
    let outputs = try network.architecture.predict(points.asPoints, weights: weights, interruption: interruption)
    if case .vector = points { return .vector(outputs.elements) }
    return .matrix(outputs)
  }
}

extension Points {
  /// A point in each row; a vector is one.
  fileprivate var asPoints: Matrix {
    if case .vector(let point) = self { Matrix(rows: 1, columns: point.count, elements: point) } else { matrix }
  }
}
