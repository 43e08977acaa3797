import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let forward = Builtin(
    "forward", "What every layer makes of a point, or of each row of a matrix.",
    Parameter("network", .network, "the network"),
    Parameter("points", .value, "a vector with a point's features, a matrix with a point in each row, or a data set"),
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
      seeAlso: ["predict", "weights", "inspect"])
  ) { (session: inout Session, network, points) throws(Failure) in
    let matrix: Matrix
    switch points {
    case .vector(let point): matrix = Matrix(rows: 1, columns: point.count, elements: point)
    case .matrix(let rows): matrix = rows
    case .object(let data as Dataset): matrix = data.features
    default:
      throw Failure(.argument, "points must be a vector or a matrix, not \(points.brief)", about: .argument("points"))
    }
    let steps = network.architecture.layers.reduce(0.0) { $0 + Double($1.units) } * Double(matrix.rows)
    try session.context.limits.reserve(numbers: 2 * steps)
    return .object(
      try network.architecture.forward(matrix, weights: session.networks[network].weights))
  }

  static let predict = Builtin(
    "predict", "What a network puts out for a point, or for each row of a matrix.",
    Parameter("network", .network, "the network"),
    Parameter("points", .value, "a vector with a point's features, a matrix with a point in each row, or a data set"),
    documentation: Documentation(
      examples: [
        Example("predict(sequential(input(2), dense(1, sigmoid), initializer=zeros), [1, 2])", gives: "[0.5]")
      ],
      seeAlso: ["evaluate", "forward"])
  ) { (session: inout Session, network, points) throws(Failure) in
    let (weights, interruption) = (session.networks[network].weights, session.interruption)
    switch points {
    case .vector(let point):
      let row = Matrix(rows: 1, columns: point.count, elements: point)
      return .vector(try network.architecture.predict(row, weights: weights, interruption: interruption).elements)
    case .matrix(let matrix):
      return .matrix(try network.architecture.predict(matrix, weights: weights, interruption: interruption))
    case .object(let data as Dataset):
      return .matrix(try network.architecture.predict(data.features, weights: weights, interruption: interruption))
    default:
      throw Failure(.argument, "points must be a vector or a matrix, not \(points.brief)", about: .argument("points"))
    }
  }
}
