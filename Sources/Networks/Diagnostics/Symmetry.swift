import Vocabulary

/// How many distinct units each layer has: units with the same weights do the same and stay the same in training.
public struct Symmetry: Object {
  /// One dense layer.
  public struct Row: Sendable {
    /// Counted from 1.
    public let layer: Int
    public let outline: String
    public let units: Int
    /// Distinct columns of weights that come in, with the bias and what a batch normalization behind adds.
    public let incoming: Int
    /// Distinct rows of weights that lead to the next dense layer; nil for the last.
    public let outgoing: Int?
    /// Distinct by both; only units that are the same by both get the same gradients.
    public let distinct: Int
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
  public var properties: [Property] {
    [
      Property("layer", .vector(rows.map { Double($0.layer) })),
      Property("units", .vector(rows.map { Double($0.units) })),
      Property("incoming", .vector(rows.map { Double($0.incoming) })),
      Property("outgoing", .vector(rows.map { $0.outgoing.map(Double.init) ?? .nan })),
      Property("distinct", .vector(rows.map { Double($0.distinct) })),
    ]
  }

  public var display: Display {
    var table = Table(
      [Table.Column("layer"), Table.Column("units", .left)]
        + ["incoming", "outgoing", "distinct"].map { Table.Column($0) })
    for row in rows {
      table.add([
        Display(Double(row.layer)), Display(row.outline), Display(Double(row.incoming)),
        row.outgoing.map { Display(Double($0)) } ?? "", Display(Double(row.distinct)),
      ])
    }
    return Display(table) + "\n" + verdict
  }

  /// The units of the last layer have targets of their own, so that nothing keeps them the same.
  private var verdict: Display {
    let hidden = rows.dropLast()
    if let row = hidden.first(where: { $0.distinct < $0.units }) {
      return
        "symmetric: layer \(row.layer) has \(counted(row.distinct, "distinct unit")) of \(row.units), which training never parts"
    }
    if let row = hidden.first(where: { $0.incoming < $0.units }) {
      return "nearly symmetric: units of layer \(row.layer) do the same until training parts them"
    }
    return "no symmetry: all hidden units differ"
  }
}

extension Architecture {
  /// Counts the distinct units of each layer. Throws when it is interrupted.
  public func symmetry(_ weights: [Double], interruption: Interruption = Interruption()) throws(Failure) -> Symmetry {
    let dense = layers.indices.filter { layers[$0].kernelCount > 0 }
    var rows: [Symmetry.Row] = []
    for (position, index) in dense.enumerated() {
      try interruption.check()
      let next = position + 1 < dense.count ? dense[position + 1] : nil
      let incoming = (0..<layers[index].units).map { unit in
        layers[index..<(next ?? layers.count)].flatMap { Symmetry.parameters(of: unit, in: $0, weights) }
      }
      let outgoing = next.map { next in
        (0..<layers[index].units).map { Symmetry.parameters(from: $0, in: layers[next], weights) }
      }
      let both = outgoing.map { zip(incoming, $0).map { $0 + $1 } }
      rows.append(
        Symmetry.Row(
          layer: index + 1, outline: layers[index].outline, units: layers[index].units,
          incoming: Set(incoming).count, outgoing: outgoing.map { Set($0).count }, distinct: Set(both ?? incoming).count
        ))
    }
    return Symmetry(rows: rows)
  }
}
