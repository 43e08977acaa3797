/// Text for a reader, with the roles of its parts, and of its numbers the unrounded values.
public struct Printed: Sendable, Equatable {
  /// A number in the text.
  public struct Number: Sendable, Equatable {
    /// Where it stands: UTF-8 offsets into the text.
    public let range: Range<Int>
    /// Its value before it was rounded for printing.
    public let value: Double
  }

  public private(set) var text = ""
  /// In the order of the text; their ranges do not overlap.
  public private(set) var numbers: [Number] = []

  /// A part of the text with a role of its own: UTF-8 offsets.
  public struct Part: Sendable, Equatable {
    public let range: Range<Int>
    public let role: Role
  }

  /// In the order of the text; they do not overlap, and none is a number.
  private var words: [Part] = []

  public init() {}

  public mutating func append(_ more: String) { text += more }

  public mutating func append(_ more: String, as role: Role) {
    let start = text.utf8.count
    text += more
    words.append(Part(range: start..<text.utf8.count, role: role))
  }

  /// All parts that have a role, in the order of the text.
  public var parts: [Part] {
    let numbers = numbers.map { Part(range: $0.range, role: .number) }
    return words.isEmpty ? numbers : (numbers + words).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The text in a form that marks roles, such as colours: each part is passed to `mark` with its role, nil for what has
  /// none, and the results are joined.
  public func marked<Form: RangeReplaceableCollection>(_ mark: (String, Role?) -> Form) -> Form {
    let bytes = Array(text.utf8)
    var result = Form()
    var end = 0
    func add(_ range: Range<Int>, _ role: Role?) {
      if !range.isEmpty { result.append(contentsOf: mark(String(decoding: bytes[range], as: UTF8.self), role)) }
    }
    for part in parts {
      add(end..<part.range.lowerBound, nil)
      add(part.range, part.role)
      end = part.range.upperBound
    }
    add(end..<bytes.count, nil)
    return result
  }

  public mutating func append(_ number: Double, in style: NumberStyle = .standard) {
    let start = text.utf8.count
    text += style.text(number)
    numbers.append(Number(range: start..<text.utf8.count, value: number))
  }

  public mutating func append(_ other: Printed) {
    let offset = text.utf8.count
    text += other.text
    numbers += other.numbers.map {
      Number(range: $0.range.lowerBound + offset..<$0.range.upperBound + offset, value: $0.value)
    }
    words += other.words.map {
      Part(range: $0.range.lowerBound + offset..<$0.range.upperBound + offset, role: $0.role)
    }
  }

  /// The same, with so many spaces before every line but the first.
  func indented(by columns: Int) -> Printed {
    let bytes = Array(text.utf8)
    let margin = String(repeating: " ", count: columns)
    /// How far what stands at a place is moved.
    var shifts: [Int] = []
    var shift = 0
    for byte in bytes {
      shifts.append(shift)
      if byte == UInt8(ascii: "\n") { shift += columns }
    }
    var moved = Printed()
    moved.text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + margin)
    func shifted(_ range: Range<Int>) -> Range<Int> {
      let start = range.lowerBound + (range.isEmpty ? 0 : shifts[range.lowerBound])
      return start..<start + range.count
    }
    moved.numbers = numbers.map { Number(range: shifted($0.range), value: $0.value) }
    moved.words = words.map { Part(range: shifted($0.range), role: $0.role) }
    return moved
  }

  /// How many columns the text takes on a screen.
  public var width: Int { text.columns }

  /// The text for a terminal without UTF-8.
  public var ascii: String { text.asciiForm }
}

/// What a part of a text is, for whoever shows it in colours, as a page or plainly.
public enum Role: Sendable, Equatable {
  /// A number that was computed.
  case number
  /// A word of the language or a learner's name, quoted in a message.
  case name
  /// The word that says that something went wrong.
  case error
  /// The mark under a place in a source line.
  case place
}
