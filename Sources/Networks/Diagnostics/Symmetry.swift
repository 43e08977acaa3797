import Vocabulary

/// How many distinct units each layer has: units with the same weights do the same and stay the same in training.
public struct Symmetry: Record {
  /// One dense layer.
  public struct Row: Sendable {
    /// Counted from 1.
    public let layer: Int
    public let outline: String
    public let units: Int
    /// Distinct columns of weights that come in, with the bias and what a normalization behind adds; where residual blocks
    /// add up the units of several layers, of all of them.
    public let incoming: Int
    /// Distinct rows of weights that lead to the next dense layers; nil where there are none.
    public let outgoing: Int?
    /// Distinct by both; only units that are the same by both get the same gradients.
    public let distinct: Int
    /// Whether the units are outputs, which have targets of their own, so that nothing keeps them the same.
    fileprivate let areOutputs: Bool
  }

  public let rows: [Row]

  /// What belongs to one unit of a layer: every so-manieth of its parameters.
  fileprivate static func parameters(of unit: Int, in layer: any BuiltLayer, _ weights: [Double]) -> [Double] {
    stride(from: layer.offset + unit, to: layer.offset + layer.parameterCount, by: layer.units).map { weights[$0] }
  }

  /// The weights with which a layer takes up one of its inputs.
  fileprivate static func parameters(from input: Int, in layer: any BuiltLayer, _ weights: [Double]) -> [Double] {
    let start = layer.offset + input * layer.units
    return Array(weights[start..<start + layer.units])
  }

  public var kind: String { "symmetry" }

  public static let fields: [Field<Symmetry>] = [
    Field("layer", "the numbers of the dense layers, from 1") { $0.rows.map(\.layer) },
    Field("units", "what the layers are, such as \"5 tanh\"") { $0.rows.map(\.outline) },
    Field("width", "how many units they have") { $0.rows.map(\.units) },
    Field("incoming", "units that differ in the weights that come in") { $0.rows.map(\.incoming) },
    Field("outgoing", "units that differ in the weights that lead on; nan of the last layer") {
      $0.rows.map(\.outgoing)
    },
    Field("distinct", "units that differ in one or the other") { $0.rows.map(\.distinct) },
    Field("verdict", "symmetric, nearly symmetric or no symmetry") { $0.finding.word },
  ]

  public var display: Display {
    let table = Display(table(["layer", "units", "incoming", "outgoing", "distinct"]))
    return table + "\n\(finding.word): \(finding.reason)"
  }

  private var finding: (word: String, reason: Display) {
    let hidden = rows.filter { !$0.areOutputs }
    if let row = hidden.first(where: { $0.distinct < $0.units }) {
      let count = counted(row.distinct, "distinct unit")
      return ("symmetric", "layer \(row.layer) has \(count) of \(row.units), which training never parts")
    }
    if let row = hidden.first(where: { $0.incoming < $0.units }) {
      return ("nearly symmetric", "units of layer \(row.layer) do the same until training parts them")
    }
    return ("no symmetry", "all hidden units differ")
  }
}

extension Architecture {
  /// Counts the distinct units of each layer. Throws when it is interrupted.
  public func symmetry(_ weights: [Double], interruption: Interruption = Interruption()) throws(Failure) -> Symmetry {
    let streams = layers.streams
    var counts: [Int: (incoming: Int, outgoing: Int?, distinct: Int)] = [:]
    var rows: [Symmetry.Row] = []
    for (index, layer) in layers.enumerated() where layer.kernelCount > 0 {
      try interruption.check()
      let stream = streams[index + 1]
      let count = counts[stream] ?? distinctUnits(of: stream, streams, layer.units, weights)
      counts[stream] = count
      rows.append(
        Symmetry.Row(
          layer: index + 1, outline: layer.outline, units: layer.units, incoming: count.incoming,
          outgoing: count.outgoing, distinct: count.distinct, areOutputs: stream == streams[layers.count]))
    }
    return Symmetry(rows: rows)
  }

  private func distinctUnits(
    of stream: Int, _ streams: [Int], _ count: Int, _ weights: [Double]
  ) -> (incoming: Int, outgoing: Int?, distinct: Int) {
    let writing = layers.indices.filter { streams[$0 + 1] == stream }.map { layers[$0] }
    let reading = layers.indices.filter { streams[$0] == stream && layers[$0].kernelCount > 0 }.map { layers[$0] }
    let incoming = (0..<count).map { unit in
      // No two features are the same.
      writing.flatMap { Symmetry.parameters(of: unit, in: $0, weights) } + (stream == streams[0] ? [Double(unit)] : [])
    }
    let outgoing = (0..<count).map { unit in reading.flatMap { Symmetry.parameters(from: unit, in: $0, weights) } }
    return (
      Set(incoming).count, reading.isEmpty ? nil : Set(outgoing).count,
      Set(zip(incoming, outgoing).map { $0 + $1 }).count
    )
  }
}
