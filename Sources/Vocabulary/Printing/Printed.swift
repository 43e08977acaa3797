/// Text for a reader, with the places and unrounded values of the numbers in it.
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

  public init() {}

  public mutating func append(_ more: String) { text += more }

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
    moved.numbers = numbers.map { number in
      let start = number.range.lowerBound + shifts[number.range.lowerBound]
      return Number(range: start..<start + number.range.count, value: number.value)
    }
    return moved
  }

  /// How many columns the text takes on a screen: one for each character.
  public var width: Int { text.count }

  /// The text for a terminal without UTF-8.
  public var ascii: String { text.asciiForm }
}
