/// What a field may hold.
public protocol FieldContent: Sendable {
  /// As a dot reads it.
  var value: Value { get }
  /// As a column of a table, a cell for each element; empty for what has no elements.
  func cells(in form: CellForm) -> [Display]
  /// How many elements it has; nil for what is one thing.
  var elementCount: Int? { get }
  var isWritten: Bool { get }
  /// As it stands behind its name.
  func display(in form: CellForm) -> Display
}

extension FieldContent {
  public func cells(in form: CellForm) -> [Display] { [] }
  public var elementCount: Int? { nil }
  /// Whether its cells are words, which stand to the left of their column.
  public var isWritten: Bool { false }
  public func display(in form: CellForm) -> Display { value.text.map { Display($0) } ?? value.display }
}

extension Double: FieldContent {
  public var value: Value { .number(self) }
  public func display(in form: CellForm) -> Display { form.cell(self) }
}

extension Int: FieldContent {
  public var value: Value { .number(Double(self)) }
}

extension Bool: FieldContent {
  public var value: Value { .truth(self) }
}

extension String: FieldContent {
  public var value: Value { .text(self) }
}

extension Matrix: FieldContent {
  public var value: Value { .matrix(self) }
}

extension Value: FieldContent {
  public var value: Value { self }

  public func cells(in form: CellForm) -> [Display] {
    switch self {
    case .vector(let elements): elements.cells(in: form)
    case .truths(let truths): truths.elements.map { Display($0 ? "true" : "false") }
    case .list(let values): values.cells(in: form)
    default: []
    }
  }

  public var elementCount: Int? {
    switch self {
    case .vector(let elements): elements.count
    case .truths(let truths) where truths.rows == nil: truths.columns
    case .list(let values): values.count
    default: nil
    }
  }

  public var isWritten: Bool { if case .list = self { true } else { false } }
}

/// What a field may hold a row of.
public protocol FieldElement: Sendable {
  /// The row as a dot reads it.
  static func value(of row: [Self]) -> Value
  func cell(in form: CellForm) -> Display
  static var isWritten: Bool { get }
}

extension FieldElement {
  public static var isWritten: Bool { false }
}

extension Array: FieldContent where Element: FieldElement {
  public var value: Value { Element.value(of: self) }
  public func cells(in form: CellForm) -> [Display] { map { $0.cell(in: form) } }
  public var elementCount: Int? { count }
  public var isWritten: Bool { Element.isWritten }
}

extension Double: FieldElement {
  public static func value(of row: [Double]) -> Value { .vector(row) }
  public func cell(in form: CellForm) -> Display { form.cell(self) }
}

extension Int: FieldElement {
  public static func value(of row: [Int]) -> Value { .vector(row.map { Double($0) }) }
  public func cell(in form: CellForm) -> Display { form.cell(Double(self)) }
}

extension String: FieldElement {
  public static func value(of row: [String]) -> Value { .list(row.map { .text($0) }) }
  public func cell(in form: CellForm) -> Display { Display(self) }
  public static var isWritten: Bool { true }
}

/// What is not there is nan among numbers, and an empty cell in a table.
extension Optional: FieldElement where Wrapped: FieldNumber {
  public static func value(of row: [Wrapped?]) -> Value { .vector(row.map { $0?.double ?? .nan }) }
  public func cell(in form: CellForm) -> Display { self.map { form.cell($0.double) } ?? "" }
}

public protocol FieldNumber: Sendable {
  var double: Double { get }
}

extension Double: FieldNumber {
  public var double: Double { self }
}

extension Int: FieldNumber {
  public var double: Double { Double(self) }
}

extension Value: FieldElement {
  public static var isWritten: Bool { true }
  public static func value(of row: [Value]) -> Value { .list(row) }
  public func cell(in form: CellForm) -> Display {
    switch self {
    case .number(let number): form.cell(number)
    case .text(let text): Display(text)
    default: display
    }
  }
}

/// Rows of one length are a matrix.
extension [Double]: FieldElement {
  public static func value(of row: [[Double]]) -> Value {
    guard let columns = row.first?.count, columns > 0, row.allSatisfy({ $0.count == columns }) else {
      return .list(row.map { .vector($0) })
    }
    return .matrix(Matrix(rows: row.count, columns: columns, elements: row.flatMap { $0 }))
  }

  public func cell(in form: CellForm) -> Display {
    "[" + map { form.cell($0) }.joined(separator: ", ") + "]"
  }
}

extension Matrix: FieldElement {
  public static func value(of row: [Matrix]) -> Value { .list(row.map { .matrix($0) }) }
  public func cell(in form: CellForm) -> Display { Display("a \(rows)×\(columns) matrix") }
}
