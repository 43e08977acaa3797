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
  ///
  /// `shown` is how a default is typed where that is shorter than it prints.
  public func kind(
    _ noun: String, _ domain: Domain, shown: (@Sendable (Product) -> String)? = nil,
    read: @escaping @Sendable (any Object) -> Product?
  ) -> Kind<Product> {
    let catalog = self
    return Kind(
      noun, domain, completion: .words(names), value: { ($0 as? any Object).map { .object($0) } },
      shown: shown
    ) {
      (value) throws(Failure) -> Product? in
      switch value {
      case .object(let object): read(object)
      case .function(let function): try catalog[function.name]?.makeDefault()
      case .text(let name): try catalog[name]?.makeDefault()
      default: nil
      }
    }
  }
}
