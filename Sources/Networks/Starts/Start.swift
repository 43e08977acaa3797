import Probability
import Vocabulary

/// How a network's weights are set before training, with a look at the data.
public protocol Start: Object {
  /// The built-in's name: `lsuv`.
  var name: String { get }
  /// What the weights are drawn from before the data are looked at.
  var initializer: any Initializer { get }
  /// Brings the sums of a dense layer where they are wanted, the layers before it being done; tells how often it
  /// changed the weights.
  ///
  /// Throws when it is interrupted.
  func settle(_ layer: Int, of pass: inout PreActivationPass) throws(Failure) -> Int
}

extension Start {
  public var kind: String { "start" }
}

/// All starts that look at the data; a new one is one file and one line here.
public let starts = Catalog<any Start>(
  "start", [LayerSequentialUnitVariance.declaration, WithinLayerNormalization.declaration])

/// An initializer, which looks at no data.
struct BlindStart: Start {
  let initializer: any Initializer

  var name: String { initializer.name }
  var display: Display { initializer.display }
  func settle(_ layer: Int, of pass: inout PreActivationPass) -> Int { 0 }
}

extension Kind where Output == any Start {
  /// A start that looks at the data, or an initializer.
  public static let start = Kind(
    "lsuv, within_layer or an initializer",
    .either([.object("start"), .object("initializer"), .object("distribution")]),
    completion: .words(starts.names + initializers.names), value: { .object($0) }
  ) { (value) throws(Failure) in
    if let start = try named.read(value) { return start }
    return try Kind<any Initializer>.initializer.read(value).map { BlindStart(initializer: $0) }
  }

  private static let named = starts.kind("a start", .object("start")) { $0 as? any Start }
}

extension Architecture {
  /// Draws all weights anew, layer by layer as `drawWeights` does, and lets a start settle each dense layer on the data,
  /// from the first to the last.
  ///
  /// Throws where the data do not fit or the weights cannot be drawn, and when it is interrupted.
  public func start(
    _ start: any Start, on data: Dataset, using generator: inout PCG64, interruption: Interruption = Interruption(),
    progress: (@Sendable (WorkProgress?) -> Void)? = nil
  ) throws(Failure) -> StartReport {
    let drawn = try replacing(initializer: start.initializer).drawWeights(using: &generator)
    var pass = try PreActivationPass(self, drawn, on: data, interruption: interruption)
    defer { progress?(nil) }
    var rows: [StartReport.Row] = []
    for (index, layer) in layers.enumerated() where layer.kernelCount > 0 {
      let before = try pass.moments(ofLayer: index)
      guard before.mean.isFinite, before.standardDeviation.isFinite else {
        throw Failure(
          .argument, "the sums of layer \(index + 1), \(layer.outline), are not finite with weights of \(start.name)",
          about: .argument("method"))
      }
      let changes = try start.settle(index, of: &pass)
      rows.append(
        StartReport.Row(
          layer: index + 1, outline: layer.outline, drawn: before,
          reached: changes == 0 ? before : try pass.moments(ofLayer: index), changes: changes))
      progress?(WorkProgress("initialize: layer \(index + 1)", share: Double(index + 1) / Double(layers.count)))
    }
    return StartReport(start: start, rows: rows, weights: pass.weights)
  }
}
