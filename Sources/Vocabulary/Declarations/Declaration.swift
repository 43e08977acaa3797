/// A built-in that makes a thing, declared once: reading and checking its arguments, their messages, help, completion,
/// the printed reference and the test of its example all come from here.
public struct Declaration<Product: Sendable>: Sendable {
  public let signature: Signature
  private let maker: @Sendable (inout Arguments) throws(Failure) -> Product

  public init<each Input: Sendable>(
    _ name: String, _ summary: String, _ parameters: repeat Parameter<each Input>,
    documentation: Documentation, derivative: Derivative? = nil,
    make: @escaping @Sendable (repeat each Input) throws(Failure) -> Product
  ) {
    var descriptions: [ParameterDescription] = []
    for parameter in repeat each parameters { descriptions.append(parameter.description) }
    var signature = Signature(name, summary, descriptions, documentation)
    signature.derivative = derivative
    self.signature = signature
    maker = { (arguments: inout Arguments) throws(Failure) -> Product in
      try make(repeat try (each parameters).take(from: &arguments))
    }
  }

  public var name: String { signature.name }

  /// Makes the thing. Throws what the parameters or the maker find wrong.
  public func make(_ arguments: Arguments) throws(Failure) -> Product {
    var arguments = arguments
    return try maker(&arguments)
  }

  /// Makes the thing from the first arguments and leaves the further ones to be taken.
  public func make(taking arguments: inout Arguments) throws(Failure) -> Product {
    try maker(&arguments)
  }

  /// The thing with all its defaults; throws where an argument is required.
  public func makeDefault() throws(Failure) -> Product {
    try make(Arguments(noneFor: signature))
  }
}

/// One argument of a built-in: its name, what it must be, what it means, and what it is when left out.
public struct Parameter<Output: Sendable>: Sendable {
  public let description: ParameterDescription
  private let read: @Sendable ([Argument], ParameterDescription) throws(Failure) -> Output?

  private init(
    _ description: ParameterDescription,
    read: @escaping @Sendable ([Argument], ParameterDescription) throws(Failure) -> Output?
  ) {
    self.description = description
    self.read = read
  }

  /// An argument that must be given, or that has a default.
  public init(
    _ name: String, _ kind: Kind<Output>, _ meaning: String, default standard: Output? = nil, aliases: [String] = []
  ) {
    let presence =
      standard.map { ParameterDescription.Presence.default(kind.value($0) ?? .nothing, shown: kind.text(of: $0)) }
      ?? .required
    self.init(ParameterDescription(name, kind, meaning, presence, aliases: aliases)) {
      (arguments, description) throws(Failure) in
      guard let argument = arguments.first else { return standard }
      return try description.read(argument, as: kind)
    }
  }

  /// An argument that may be left out; then it is nil.
  public static func optional<Wrapped>(
    _ name: String, _ kind: Kind<Wrapped>, _ meaning: String, aliases: [String] = []
  ) -> Parameter where Output == Wrapped? {
    Parameter(ParameterDescription(name, kind, meaning, .optional, aliases: aliases)) {
      (arguments, description) throws(Failure) in
      guard let argument = arguments.first else { return .some(nil) }
      return .some(try description.read(argument, as: kind))
    }
  }

  /// All further arguments without a name.
  public static func rest<Element>(
    _ name: String, _ kind: Kind<Element>, _ meaning: String, atLeast least: Int = 0
  ) -> Parameter where Output == [Element] {
    Parameter(ParameterDescription(name, kind, meaning, .rest(atLeast: least))) {
      (arguments, description) throws(Failure) in
      guard arguments.count >= least else { return nil }
      var elements: [Element] = []
      for argument in arguments { elements.append(try description.read(argument, as: kind)) }
      return elements
    }
  }

  /// All further arguments, each with a name of its own or without.
  public static func names(
    _ name: String, _ meaning: String
  ) -> Parameter where Output == [Argument] {
    Parameter(ParameterDescription(name, Kind<Value>.value, meaning, .names)) { (arguments, _) in arguments }
  }

  /// Takes the next group of arguments.
  ///
  /// Throws a failure of kind `argument` that names the parameter where it is missing or does not fit.
  public func take(from arguments: inout Arguments) throws(Failure) -> Output {
    let group = arguments.next()
    do {
      if let output = try read(group, description) { return output }
    } catch {
      throw arguments.exchangeFailure(description, group) ?? error
    }
    throw Failure(
      .argument, "\(arguments.signature.name) needs \(description.name): \(description.meaning)",
      about: .argument(description.name), at: arguments.callee, hint: arguments.signature.advice)
  }
}

extension ParameterDescription {
  fileprivate func read<Element>(_ argument: Argument, as kind: Kind<Element>) throws(Failure) -> Element {
    let element: Element?
    do { element = try kind.read(argument.value) } catch { throw error.at(argument.span) }
    if let element { return element }
    let failure = Failure(
      .argument, "\(name) must be \(noun), not \(argument.value.brief)", about: .argument(name), at: argument.span)
    guard let word = argument.value.text else { throw failure }
    throw failure.suggesting(for: word, at: argument.span, among: completion.words)
  }
}

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
    value: @escaping @Sendable (Product) -> Value? = { ($0 as? any Object).map { .object($0) } },
    read: @escaping @Sendable (any Object) -> Product?
  ) -> Kind<Product> {
    let catalog = self
    return Kind(
      noun, domain, completion: .words(names), value: value, shown: shown
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
