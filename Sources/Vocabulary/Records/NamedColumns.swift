/// Columns of one length, each under a name that the learner chose.
public struct NamedColumns: Record {
  /// Vectors, truths and lists.
  public let columns: [Property]

  /// All must have the same number of elements.
  public init(_ columns: [Property]) {
    precondition(Set(columns.map(\.value.elementCount)).count <= 1)
    self.columns = columns
  }

  public var kind: String { "table" }
  public var noun: String { "a table of \(counted(columns.count, "column")) and \(counted(rowCount, "row"))" }
  public var numberCount: Int { columns.reduce(0) { $0 + $1.value.size() } }
  public var rowCount: Int { columns.first?.value.elementCount ?? 0 }

  public static let fields: [Field<NamedColumns>] = []
  public var ownFields: [Property] { columns }

  /// All rows, or of a long table the first and the last.
  public var display: Display {
    let shown = columns.map { (name: $0.name, content: $0.value as any FieldContent, form: CellForm()) }
    return Display(Table(shown, rows: Self.rows(of: rowCount, most: 40, atEnds: 10)))
  }
}
