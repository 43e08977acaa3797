import Vocabulary

/// What every layer makes of some points.
public struct ForwardPass: Record {
  /// One layer; a matrix has a row for each point and a column for each unit.
  public struct Step: Sendable {
    /// Counted from 1.
    public let layer: Int
    public let outline: String
    /// The pre-activations; nil for layers that have none.
    public let preActivations: Matrix?
    public let outputs: Matrix
  }

  public let inputs: Matrix
  public let steps: [Step]

  public var kind: String { "forward pass" }

  public static let fields: [Field<ForwardPass>] = [
    Field("input", "the point, or a matrix with a row for each", aliases: ["inputs"]) { $0.value($0.inputs) },
    Field("layer", "the numbers of the layers, from 1") { $0.steps.map(\.layer) },
    Field("units", "what the layers are, such as \"5 tanh\"") { $0.steps.map(\.outline) },
    Field("z", "for each layer the weighted sums before the activation; [] of a layer without", aliases: ["sums"]) {
      pass in
      pass.steps.map { $0.preActivations.map(pass.value) ?? .vector([]) }
    },
    Field("output", "for each layer what it puts out", aliases: ["outputs"]) { pass in
      pass.steps.map { pass.value($0.outputs) }
    },
  ]

  /// Of one point a vector.
  private func value(_ matrix: Matrix) -> Value { inputs.rows == 1 ? .vector(matrix.elements) : .matrix(matrix) }

  public var display: Display { inputs.rows == 1 ? single : many }

  /// Of more units the first are shown.
  private static let mostShown = 5

  private var single: Display {
    var table = Table([
      Table.Column("layer"), Table.Column("units", .left), Table.Column("z", .left), Table.Column("output", .left),
    ])
    table.add(["", "input", "", row(inputs)])
    for step in steps {
      table.add([
        Display(Double(step.layer)), Display(step.outline),
        step.preActivations == step.outputs ? "" : step.preActivations.map(row) ?? "", row(step.outputs),
      ])
    }
    return Display(table)
  }

  private func row(_ matrix: Matrix) -> Display {
    let shown = matrix.row(0).prefix(Self.mostShown).map { Display($0, digits: 3) }
    return "[" + (shown + (matrix.columns > shown.count ? ["…"] : [])).joined(separator: ", ") + "]"
  }

  /// A matrix for each layer.
  private var many: Display {
    let head: Display = "input\n" + Value.matrix(inputs).display
    return steps.reduce(head) { $0 + "\nlayer \($1.layer), \($1.outline)\n" + Value.matrix($1.outputs).display }
  }
}

extension Architecture {
  /// Sends points through and keeps what every layer makes of them, as `predict` has it: without dropout, with the running
  /// means of batch normalization.
  ///
  /// Throws where the columns are not the inputs, or where so many points at once do not fit.
  public func forward(_ points: Matrix, weights: [Double]) throws(Failure) -> ForwardPass {
    guard points.columns == inputs else { throw misfit(points) }
    let targets = Matrix(
      rows: points.rows, columns: outputs, elements: [Double](repeating: 0, count: points.rows * outputs))
    let data = Dataset(name: "points", features: points, targets: targets, classes: nil)
    let workspace = try Workspace(self, weights: weights, capacity: max(1, points.rows))
    workspace.load(data, rows: Array(0..<points.rows)[...])
    workspace.forward()
    func matrix(_ buffer: UnsafeMutablePointer<Double>, _ units: Int) -> Matrix {
      Matrix(rows: units, columns: points.rows, elements: workspace.values(in: buffer, units: units)).transposed
    }
    let steps = layers.enumerated().map { index, layer in
      ForwardPass.Step(
        layer: index + 1, outline: layer.outline,
        preActivations: layer.kernelCount > 0 ? matrix(workspace.preActivations[index], layer.units) : nil,
        outputs: matrix(workspace.activations[index + 1], layer.units))
    }
    return ForwardPass(inputs: points, steps: steps)
  }

  /// What is said of points with another number of features.
  func misfit(_ points: Matrix) -> Failure {
    Failure(
      .argument, "a point has \(counted(points.columns, "number")), but the network begins with input(\(inputs))",
      about: .argument("points"))
  }
}
