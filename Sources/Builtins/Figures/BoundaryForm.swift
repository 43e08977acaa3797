import Networks
import Plotting
import Vocabulary
import Workbench

/// A network with data: where in the plane it decides for which class, with the points; of one feature its curve.
struct BoundaryForm: PlotForm {
  let noun = "networks with data"
  let manner = "the regions that they decide for, with the points"

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard request.things.count == 2 else { return nil }
    var (first, second): (Network?, Dataset?) = (nil, nil)
    for thing in request.things {
      if let network = try Kind<Network>.network.read(thing.value) { first = network }
      if let data = try Kind<Dataset>.dataset.read(thing.value) { second = data }
    }
    guard let network = first, let data = second else { return nil }
    return try DecisionMap(
      network.architecture, session.networks[network].weights, data, loss: session.loss(nil, for: network),
      interruption: session.interruption
    ).figure
  }
}

/// What a network answers around some data.
struct DecisionMap {
  let figure: Figure

  /// Places across and up at which the network is asked.
  private static let (columns, rows) = (96, 64)

  init(
    _ architecture: Architecture, _ weights: [Double], _ data: Dataset, loss: any Loss, interruption: Interruption
  ) throws(Failure) {
    guard data.features.columns == architecture.inputs else {
      throw Failure(
        .argument,
        "the data have \(counted(data.features.columns, "feature")), but the network begins with input(\(architecture.inputs))",
        about: .argument("data"))
    }
    try architecture.checkClasses(of: data)
    switch architecture.inputs {
    case 1: figure = try Self.curve(architecture, weights, data, interruption)
    case 2: figure = try Self.plane(architecture, weights, data, loss, interruption)
    default:
      throw Failure(
        .argument, "regions can be drawn of a network with 1 or 2 inputs, not \(architecture.inputs)",
        hint: "plot inspect(net, data) shows its layers")
    }
  }

  private static func curve(
    _ architecture: Architecture, _ weights: [Double], _ data: Dataset, _ interruption: Interruption
  ) throws(Failure) -> Figure {
    let stretch = Self.stretch(data.features.column(0))
    let x = (0..<401).map { stretch.low + (stretch.high - stretch.low) * Double($0) / 400 }
    let outputs = try architecture.predict(
      Matrix(rows: x.count, columns: 1, elements: x), weights: weights, interruption: interruption)
    let axes = data.plotAxes
    var figure = Figure.scatter(data.pointGroups, x: axes.x, y: axes.y)
    for output in 0..<architecture.outputs {
      let isClass = data.classes != nil && output < data.classNames.count && architecture.outputs > 1
      let label =
        architecture.outputs == 1 ? "output" : isClass ? "for \(data.classNames[output])" : "output \(output + 1)"
      figure.panels[0].marks.append(
        LineMark(
          x: x, y: outputs.column(output), label: label,
          pen: Pen(.series(isClass ? output : output + 1), dash: .solid, weight: .bold)))
    }
    return figure
  }

  private static func plane(
    _ architecture: Architecture, _ weights: [Double], _ data: Dataset, _ loss: any Loss, _ interruption: Interruption
  ) throws(Failure) -> Figure {
    let (across, up) = (stretch(data.features.column(0)), stretch(data.features.column(1)))
    var points = Matrix(rows: rows * columns, columns: 2, elements: [Double](repeating: 0, count: 2 * rows * columns))
    for row in 0..<rows {
      for column in 0..<columns {
        let place = row * columns + column
        points[place, 0] = across.low + (across.high - across.low) * (Double(column) + 0.5) / Double(columns)
        points[place, 1] = up.low + (up.high - up.low) * (Double(row) + 0.5) / Double(rows)
      }
    }
    let outputs = try architecture.predict(points, weights: weights, interruption: interruption)
    let isClass = data.classes != nil
    let answers = (0..<outputs.rows).map { row in isClass ? decision(outputs, row, loss) : outputs[row, 0] }
    let axes = data.plotAxes
    var figure = Figure.regions(
      Matrix(rows: rows, columns: columns, elements: answers), x: axes.x, y: axes.y, across: across, up: up,
      classes: isClass ? data.classNames : nil, points: data.pointGroups)
    if isClass { figure.notes = ["ground: what the network decides for"] }
    return figure
  }

  /// The class that the outputs for a point speak for; nan where they are no numbers.
  private static func decision(_ outputs: Matrix, _ row: Int, _ loss: any Loss) -> Double {
    let first = outputs[row, 0]
    if outputs.columns == 1 { return first.isNaN ? .nan : first > loss.boundary ? 1 : 0 }
    var best = 0
    for column in 1..<outputs.columns where outputs[row, column] > outputs[row, best] { best = column }
    return outputs[row, best].isNaN ? .nan : Double(best)
  }

  /// The finite numbers with a little room around them.
  private static func stretch(_ numbers: [Double]) -> Bounds {
    let finite = numbers.filter(\.isFinite)
    let (low, high) = (finite.min() ?? -1, finite.max() ?? 1)
    let room = high > low ? 0.1 * (high - low) : 0.5 * max(1, low.magnitude)
    return room.isFinite ? Bounds(low - room, high + room) : Bounds(low, high)
  }
}

extension Builtin {
  static let boundary = Builtin(
    "boundary", "The regions of the plane that a network decides for, with the points.",
    Parameter("network", .network, "a network with 2 inputs; of one with 1 its output is drawn over it"),
    Parameter("data", .dataset, "the points"),
    .lossOfTraining,
    documentation: Documentation(
      notes:
        "With one output a point belongs to the second class where the output lies beyond the loss's boundary: 0.5, of "
        + "hinge 0. Of quantities the output itself is drawn.",
      examples: [
        Example(
          "boundary sequential(input(2), dense(1, sigmoid), seed=1) circles(20, seed=1) width=40 height=12",
          gives: """
            •⠄⠄ class 0   ×░░ class 1
            feature 2
             1 ┤░░░░░░░░░░░░░●×░░░░░░×●░░░░░░░░░░░░░
               │░░░░░●░░×░░░░░░░░░░░░░░░░░░×░░●░░░░░
               │░░●░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
             0 ┤⠄⠄⠄⠄⠄×⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄×⠄⠄●⠄⠄
               │⠄⠄⠄⠄⠄●⠄⠄×⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄×⠄⠄●⠄⠄⠄⠄⠄
            -1 ┤⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄●×⠄⠄⠄⠄⠄⠄×●⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄
               └──┬───────────────┬──────────────┬──
                  -1              0              1
                                           feature 1
            ground: what the network decides for
            """)
      ],
      seeAlso: ["plot", "evaluate", "train"])
  ) { (session: inout Session, network, data, loss) throws(Failure) in
    .object(
      try DecisionMap(
        network.architecture, session.networks[network].weights, data, loss: session.loss(loss, for: network),
        interruption: session.interruption
      ).figure)
  }.drawn
}
