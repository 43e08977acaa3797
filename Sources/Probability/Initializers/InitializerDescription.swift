import Vocabulary

/// What is known of an initializer: its formula and its source, what it suits and what other tools call it.
public struct InitializerDescription: Record {
  public let initializer: any Initializer

  public init(of initializer: any Initializer) { self.initializer = initializer }

  public var kind: String { "description" }

  private var documentation: Documentation? { initializers[initializer.name]?.signature.documentation }

  public static let fields: [Field<InitializerDescription>] = [
    Field("weights", "what the weights are drawn from", only: "with a formula") { $0.documentation?.formula },
    Field("standard_deviation", "that of the weights, as a formula", aliases: ["std"]) {
      $0.initializer.profile.standardDeviation
    },
    Field("suits", "the activations that it was made for") { $0.initializer.profile.suits },
    Field("keras", "what Keras calls it") { $0.initializer.profile.keras },
    Field("torch", "what PyTorch calls it") { $0.initializer.profile.torch },
    Field("source", "where it comes from", only: "with a source") { $0.documentation?.source },
  ]

  public var display: Display {
    let width = Table.widest - 5 - (properties.map(\.name.count).max() ?? 0)
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    for property in properties { table.add(property.name, property.value.text ?? "", width: width) }
    return initializer.display + "\n" + Display(table)
  }
}
