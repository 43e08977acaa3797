import Vocabulary

extension Distribution {
  /// Name, moments, support and quartiles in a table.
  public var description: Display {
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    table.add(["mean", Display(mean)])
    table.add(["variance", Display(variance)])
    table.add(["standard deviation", Display(standardDeviation)])
    table.add(["support", "\(support.lowerBound) to \(support.upperBound)"])
    let isKnown = (try? requireProbabilities()) != nil
    table.add([
      "quartiles", !isKnown ? "not known" : [0.25, 0.5, 0.75].map { Display(quantile($0)) }.joined(separator: ", "),
    ])
    return display + "\n" + Display(table)
  }
}
