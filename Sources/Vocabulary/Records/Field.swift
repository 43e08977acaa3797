/// A named part of a result, declared once: what a dot reads, what JSON and files call it, what help says of it, and the
/// head of its column where it stands in a table.
public struct Field<Owner: Sendable>: Sendable {
  public let description: FieldDescription
  /// How its numbers are written in a table.
  let form: CellForm
  /// Nil where an owner has none.
  let content: @Sendable (Owner) -> (any FieldContent)?

  /// A field that every owner has.
  ///
  /// - Parameters:
  ///   - meaning: a phrase without full stop, with the unit where there is one.
  ///   - symbol: how a formula writes it, `‖∂L/∂z‖`; it stands in the legend of a table.
  ///   - aliases: what others call it.
  public init<Content: FieldContent>(
    _ name: String, _ meaning: String, symbol: String? = nil, as form: CellForm = CellForm(), aliases: [String] = [],
    _ content: @escaping @Sendable (Owner) -> Content
  ) {
    description = FieldDescription(name, meaning, symbol: symbol, aliases: aliases)
    self.form = form
    self.content = { content($0) }
  }

  /// A field that an owner may lack; `condition` says which have it: `of classes`, `after watch=inspect`.
  public init<Content: FieldContent>(
    _ name: String, _ meaning: String, only condition: String, symbol: String? = nil, as form: CellForm = CellForm(),
    aliases: [String] = [], _ content: @escaping @Sendable (Owner) -> Content?
  ) {
    description = FieldDescription(name, meaning, only: condition, symbol: symbol, aliases: aliases)
    self.form = form
    self.content = { content($0) }
  }

  public var name: String { description.name }

  public func value(of owner: Owner) -> Value? { content(owner)?.value }

  private init(
    _ description: FieldDescription, _ form: CellForm, _ content: @escaping @Sendable (Owner) -> (any FieldContent)?
  ) {
    (self.description, self.form, self.content) = (description, form, content)
  }

  /// The same field of a part of something larger.
  public func of<Whole: Sendable>(_ part: @escaping @Sendable (Whole) -> Owner) -> Field<Whole> {
    Field<Whole>(description, form) { content(part($0)) }
  }
}

/// What help, completion and messages know of a field.
public struct FieldDescription: Sendable, Equatable {
  /// A word of the language: small letters, digits, `_`.
  public let name: String
  public let meaning: String
  /// Which owners have it, nil where all do.
  public let condition: String?
  /// How a formula writes it.
  public let symbol: String?
  /// What others call it.
  public let aliases: [String]

  public init(
    _ name: String, _ meaning: String, only condition: String? = nil, symbol: String? = nil, aliases: [String] = []
  ) {
    self.name = name
    self.meaning = meaning
    self.condition = condition
    self.symbol = symbol
    self.aliases = aliases
  }

  /// Symbol and meaning, and which owners have it.
  public var text: String {
    (symbol.map { "\($0), " } ?? "") + meaning + (condition.map { "; only \($0)" } ?? "")
  }
}

/// How the numbers of a column are written.
public struct CellForm: Sendable {
  /// At most so many significant ones.
  public var digits: Int?
  /// Numbers nearer to 0 have a power of ten.
  public var smallestPlain: Double?
  private var isShare = false
  /// Whether the numbers of a column begin below each other, as before bars.
  var isLeft = false

  public init(digits: Int? = nil, smallestPlain: Double? = nil, isLeft: Bool = false) {
    (self.digits, self.smallestPlain, self.isLeft) = (digits, smallestPlain, isLeft)
  }

  public static func digits(_ count: Int) -> CellForm { CellForm(digits: count) }

  /// A share from 0 to 1, written in percent.
  public static let percent = {
    var form = CellForm(digits: 3)
    form.isShare = true
    return form
  }()

  func cell(_ number: Double) -> Display {
    let shown = Display(isShare ? 100 * number : number, digits: digits, smallestPlain: smallestPlain)
    return isShare ? shown + "%" : shown
  }
}
