/// All things of one sort, in the order in which help lists them.
public struct Catalog<Product: Sendable>: Sendable {
  /// The word for one of them, without article: `distribution`.
  public let noun: String
  public let declarations: [Declaration<Product>]

  public init(_ noun: String, _ declarations: [Declaration<Product>]) {
    self.noun = noun
    self.declarations = declarations
  }

  public var names: [String] { declarations.map(\.name) }

  public subscript(name: String) -> Declaration<Product>? {
    declarations.first { $0.name == name }
  }

  /// One of the things, as an argument: the thing itself, or the bare or quoted name of one that has defaults.
  public func kind(
    _ noun: String, describe: @escaping @Sendable (Product) -> String,
    read: @escaping @Sendable (any Object) -> Product?
  ) -> Kind<Product> {
    let catalog = self
    return Kind(noun, candidates: names, describe: describe) { (value) throws(Failure) -> Product? in
      switch value {
      case .object(let object): read(object)
      case .function(let function): try catalog[function.name]?.makeStandard()
      case .text(let name): try catalog[name]?.makeStandard()
      default: nil
      }
    }
  }
}
