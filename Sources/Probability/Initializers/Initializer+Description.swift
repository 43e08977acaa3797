import Vocabulary

extension Initializer {
  /// Formula, source, standard deviation, suited activations and the names that other tools use.
  public var description: Display {
    let documentation = initializers[name]?.signature.documentation
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    if let formula = documentation?.formula { table.add(["weights", Display(formula)]) }
    table.add(["standard deviation", Display(profile.standardDeviation)])
    table.add(["suits", Display(profile.suits)])
    table.add(["Keras", Display(profile.keras)])
    table.add(["PyTorch", Display(profile.torch)])
    if let source = documentation?.source { table.add(["source", Display(source)]) }
    return display + "\n" + Display(table)
  }
}
