import Vocabulary

extension Initializer {
  /// Formula, source, standard deviation, suited activations and the names that other tools use.
  public var description: Display {
    let documentation = initializers[name]?.signature.documentation
    let rows = [
      ("weights", documentation?.formula), ("standard deviation", profile.standardDeviation), ("suits", profile.suits),
      ("Keras", profile.keras), ("PyTorch", profile.torch), ("source", documentation?.source),
    ]
    let width = Table.widest - 5 - (rows.map(\.0.count).max() ?? 0)
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    for case (let label, let text?) in rows { table.add(label, text, width: width) }
    return display + "\n" + Display(table)
  }
}
