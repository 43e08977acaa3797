/// A result whose parts have names.
///
/// The list of fields is all that is to be said of them: `.name` behind an expression, JSON, columns of files, Tab behind
/// a dot, help and the heads of tables are made from it.
public protocol Record: Object {
  /// In the order in which help lists them.
  static var fields: [Field<Self>] { get }

  /// Further fields that only this one has, under names that the learner chose: the columns of a table, the variables of a
  /// function.
  var ownFields: [Property] { get }
}

extension Record {
  public static var fieldDescriptions: [FieldDescription] { fields.map(\.description) }

  public var ownFields: [Property] { [] }

  public var fieldDescriptions: [FieldDescription] {
    Self.fieldDescriptions + ownFields.map { FieldDescription($0.name, "") }
  }

  public func field(_ name: String) -> Value? {
    if let field = Self.fields.first(where: { $0.name == name }) { return field.value(of: self) }
    return ownFields.first { $0.name == name }?.value
  }

  public var properties: [Property] {
    Self.fields.compactMap { field in field.value(of: self).map { Property(field.name, $0) } } + ownFields
  }

  /// What the heads of some columns stand for, below a table; those without a symbol need no word.
  public static func legend(of names: [String]) -> Display {
    let fields = fieldDescriptions.filter { names.contains($0.name) }
    var symbols: [String] = []
    for case let symbol? in fields.map(\.symbol) where !symbols.contains(symbol) { symbols.append(symbol) }
    let parts = symbols.map { symbol in
      fields.filter { $0.symbol == symbol }.map(\.name).joined(separator: " and ") + " = " + symbol
    }
    return Display("  " + parts.joined(separator: ", "))
  }

  /// The rows of a table: all, or of more than `most` so many at each end with nil between.
  public static func rows(of count: Int, most: Int, atEnds shown: Int) -> [Int?] {
    guard count > most else { return (0..<count).map { $0 } }
    return (0..<shown).map { $0 } + [nil] + (count - shown..<count).map { $0 }
  }

  /// Some fields below each other, each behind its name.
  public func list(_ names: [String]) -> Table {
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    for name in names {
      guard let field = Self.fields.first(where: { $0.name == name }) else {
        preconditionFailure("\(kind) declares no field \(name)")
      }
      if let content = field.content(self) { table.add([Display(name), content.display(in: field.form)]) }
    }
    return table
  }

  /// Some fields, own ones too, as the columns of a table, under their names; those that the record lacks are left out.
  ///
  /// - Parameters:
  ///   - rows: which elements, nil for a row `…`; all where it is not given.
  ///   - head: a row that stands before them.
  ///   - digits: at most so many, where not those of the fields.
  ///   - bars: a last column without a head.
  public func table(
    _ names: [String], rows chosen: [Int?]? = nil, head: [Display]? = nil, digits: Int? = nil, bars: [Display]? = nil
  ) -> Table {
    let fields = names.compactMap { name -> (name: String, content: any FieldContent, form: CellForm)? in
      guard let field = Self.fields.first(where: { $0.name == name }) else {
        if let own = ownFields.first(where: { $0.name == name }) { return (name, own.value, .digits(digits ?? 3)) }
        preconditionFailure("\(kind) declares no field \(name)")
      }
      var form = field.form
      form.digits = digits ?? form.digits
      return field.content(self).map { (name, $0, form) }
    }
    return Table(fields, rows: chosen, head: head, bars: bars)
  }
}

extension Table {
  /// Columns under their names.
  init(
    _ contents: [(name: String, content: any FieldContent, form: CellForm)], rows chosen: [Int?]? = nil,
    head: [Display]? = nil, bars: [Display]? = nil
  ) {
    var columns = contents.map { Column($0.name, $0.content.isWritten || $0.form.isLeft ? .left : .right) }
    var cells = contents.map { $0.content.cells(in: $0.form) }
    if let bars {
      columns.append(Column("", .left))
      cells.append(bars)
    }
    self.init(columns)
    if let head { add(head) }
    for row in chosen ?? Array(0..<(cells.map(\.count).max() ?? 0)) {
      guard let row else {
        add(["…"])
        continue
      }
      add(cells.map { row < $0.count ? $0[row] : "" })
    }
  }
}
