import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let predict = Builtin(
    "predict", "What a network puts out for a point, or for each row of a matrix.",
    Parameter("network", .network, "the network"),
    Parameter("points", .value, "a vector with a point's features, or a matrix with a point in each row"),
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
    default:
      throw Failure(.argument, "points must be a vector or a matrix, not \(points.brief)", about: .argument("points"))
    }
  }
}
