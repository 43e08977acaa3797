import Networks
import Vocabulary

extension Builtin {
  static let inspect = Builtin(
    "inspect", "What each layer does with data and how strongly the loss pulls at it, with a verdict.",
    Parameter("network", .network, "the network"),
    Parameter("data", .dataset, "the points to send through"),
    .optional("loss", .loss, "the loss; else that of the last training, else mse"),
    Parameter("learning_rate", .learningRate, "the step for which ‖ΔW‖/‖W‖ is given", default: 0.01),
    notes: "Saturated: the share of activations within 0.01 of a bound. Dead: the share of units that are 0 for every "
      + "point. ‖∂L/∂z‖: the root mean square over units and points. Vanishing: at layer 1 it is below a thousandth of "
      + "that at the last hidden layer; exploding: above a hundred times.",
    examples: [
      Example(
        "inspect(sequential(input(2), dense(1, sigmoid, constant(1))), circles(4, factor=0.5, seed=1))",
        gives: """
            layer   mean     std   saturated   dead   ‖∂L/∂z‖   ‖∂L/∂W‖   ‖ΔW‖/‖W‖
                1    0.5   0.185          0%     0%      0.23    0.0598   0.000423
          healthy: ‖∂L/∂z‖ of layer 1 is 1 times that of layer 1
          """)
    ], seeAlso: ["train", "evaluate"]
  ) { (session: inout Session, network, data, loss, learningRate) throws(Failure) in
    let state = session.networks[network]
    guard let loss = loss ?? state.loss ?? standardLoss else { return .nothing }
    return .object(
      try Inspection(network.architecture, state.weights, on: data, loss: loss, learningRate: learningRate))
  }

  static let evaluate = Builtin(
    "evaluate", "The loss of a network on data, and the share of points put into their class.",
    Parameter("network", .network, "the network"), Parameter("data", .dataset, "the points"),
    .optional("loss", .loss, "the loss; else that of the last training, else mse"),
    examples: [
      Example(
        "evaluate(sequential(input(2), dense(1, sigmoid), initializer=zeros), circles(4))",
        gives: "loss 0.25, accuracy 0.5")
    ], seeAlso: ["train", "predict"]
  ) { (session: inout Session, network, data, loss) throws(Failure) in
    let state = session.networks[network]
    guard let loss = loss ?? state.loss ?? standardLoss else { return .nothing }
    return .object(
      try Evaluation(
        network.architecture, state.weights, on: data, loss: loss, interruption: session.interruption))
  }

  static let predict = Builtin(
    "predict", "What a network puts out for a point, or for each row of a matrix.",
    Parameter("network", .network, "the network"),
    Parameter("points", .value, "a vector with a point's features, or a matrix with a point in each row"),
    examples: [
      Example("predict(sequential(input(2), dense(1, sigmoid), initializer=zeros), [1, 2])", gives: "[0.5]")
    ], seeAlso: ["evaluate"], elsewhere: ["forward"]
  ) { (session: inout Session, network, points) throws(Failure) in
    let (weights, interruption) = (session.networks[network].weights, session.interruption)
    switch points {
    case .vector(let point):
      let row = Matrix(rows: 1, columns: point.count, elements: point)
      return .vector(try network.architecture.predict(row, weights: weights, interruption: interruption).elements)
    case .matrix(let matrix):
      return .matrix(try network.architecture.predict(matrix, weights: weights, interruption: interruption))
    default:
      throw Failure(.argument, "points must be a vector or a matrix, not \(points.brief)")
    }
  }

  static let rewind = Builtin(
    "rewind", "Gives a network its initial weights back.",
    Parameter("network", .network, "the network"),
    examples: [
      Example("rewind(sequential(input(2), dense(1), seed=1))", gives: "sequential: 2 → 1 linear, 3 parameters")
    ], seeAlso: ["train"]
  ) { (session: inout Session, network) in
    session.networks[network].weights = session.networks[network].initialWeights
    return .object(network)
  }

  static let weights = Builtin(
    "weights", "The weights of a layer, a row for each input and a column for each unit.",
    Parameter("network", .network, "the network"),
    Parameter("layer", .positiveCount, "which layer, counted from 1", default: 1),
    examples: [
      Example(
        "weights(sequential(input(2), dense(1), seed=1))",
        gives: """
          [[0.0334366],
           [   1.2741]]
          """)
    ], seeAlso: ["rewind"]
  ) { (session: inout Session, network, number) throws(Failure) in
    guard number <= network.architecture.layers.count else {
      throw Failure(.argument, "layer must be a whole number from 1 to \(network.architecture.layers.count)")
    }
    let layer = network.architecture.layers[number - 1]
    guard layer.kernelCount > 0 else { throw Failure(.argument, "layer \(number), \(layer.outline), has no weights") }
    let elements = session.networks[network].weights[layer.offset..<layer.offset + layer.kernelCount]
    return .matrix(Matrix(rows: layer.inputs, columns: layer.units, elements: Array(elements)))
  }
}
