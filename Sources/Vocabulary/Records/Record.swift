/// A result whose parts have names.
///
/// The list of fields is all that is to be said of them: `.name` behind an expression, JSON, columns of files, Tab behind
/// a dot, help and the heads of tables are made from it.
public protocol Record: Object {
  /// In the order in which help lists them.
  static var fields: [Field<Self>] { get }
}

extension Record {
  public static var fieldDescriptions: [FieldDescription] { fields.map(\.description) }

  public var fieldDescriptions: [FieldDescription] { Self.fieldDescriptions }

  public func field(_ name: String) -> Value? { Self.fields.first { $0.name == name }?.value(of: self) }

  public var properties: [Property] {
    Self.fields.compactMap { field in field.value(of: self).map { Property(field.name, $0) } }
  }

  /// What the heads of some columns stand for, below a table; those without a symbol need no word.
  public static func legend(of names: [String]) -> Display {
    let symbols = fieldDescriptions.compactMap { field in
      names.contains(field.name) ? field.symbol.map { "\(field.name) = \($0)" } : nil
    }
    return Display("  " + symbols.joined(separator: ", "))
  }

  /// Some fields as the columns of a table, under their names; those that the record lacks are left out.
  ///
  /// - Parameters:
  ///   - rows: which elements, nil for a row `…`; all where it is not given.
  ///   - more: further columns that are no fields of all such records.
  ///   - bars: a last column without a head.
  public func table(
    _ names: [String], rows chosen: [Int?]? = nil, more: [(head: String, cells: [Display])] = [], bars: [Display]? = nil
  ) -> Table {
    let fields = names.compactMap { name in
      guard let field = Self.fields.first(where: { $0.name == name }) else {
        preconditionFailure("\(kind) declares no field \(name)")
      }
      return field.content(self).map { (field: field, content: $0) }
    }
    var columns = fields.map { Table.Column($0.field.name, $0.content.isWritten ? .left : .right) }
    var cells = fields.map { $0.content.cells(in: $0.field.form) }
    columns += more.map { Table.Column($0.head) }
    cells += more.map(\.cells)
    if let bars {
      columns.append(Table.Column("", .left))
      cells.append(bars)
    }
    var table = Table(columns)
    for row in chosen ?? Array(0..<(cells.map(\.count).max() ?? 0)) {
      guard let row else {
        table.add(["…"])
        continue
      }
      table.add(cells.map { row < $0.count ? $0[row] : "" })
    }
    return table
  }
}
