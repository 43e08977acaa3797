/// What is to be shown, before it is decided how numbers are written.
///
/// Built by interpolation, `"normal(mean=\(mean))"`; every `Double` in it stays a number, so that a lesson's matcher can
/// compare it by value.
public struct Display: Sendable, Equatable, ExpressibleByStringInterpolation {
  enum Segment: Sendable, Equatable {
    case text(String)
    case number(Double, NumberForm)
    case layout(any Layout)

    static func == (left: Segment, right: Segment) -> Bool {
      switch (left, right) {
      case (.text(let left), .text(let right)): left == right
      case (.number(let left, let form), .number(let right, let other)): left == right && form == other
      case (.layout(let left), .layout(let right)): left.equals(right)
      default: false
      }
    }
  }

  var segments: [Segment] = []

  public init() {}

  public init(stringLiteral text: String) { segments = [.text(text)] }

  public init(stringInterpolation: Interpolation) { self = stringInterpolation.display }

  public init(_ text: String) { segments = [.text(text)] }

  public init(_ number: Double) { segments = [.number(number, NumberForm())] }

  public init(_ layout: some Layout) { segments = [.layout(layout)] }

  /// The number, with a power of ten already where it is nearer to 0 than `smallestPlain`.
  public init(_ number: Double, smallestPlain: Double) {
    segments = [.number(number, NumberForm(smallestPlain: smallestPlain))]
  }

  /// The same with at most so many significant digits.
  public init(_ number: Double, digits: Int, smallestPlain: Double) {
    segments = [.number(number, NumberForm(smallestPlain: smallestPlain, digits: digits))]
  }

  /// The number with at most so many significant digits, for tables.
  public init(_ number: Double, digits: Int) {
    segments = [.number(number, NumberForm(digits: digits))]
  }

  /// `×32`, `×10⁻⁵`: what something is multiplied by.
  public init(factor: Double) {
    segments = [.text("×"), .number(factor, NumberForm(smallestPlain: 1e-3, omitsUnitMantissa: true))]
  }

  /// The same, with so many spaces before every line but the first.
  public func indented(by columns: Int) -> Display {
    Display(Indented(content: self, columns: columns))
  }

  public mutating func append(_ other: Display) { segments += other.segments }

  public static func + (left: Display, right: Display) -> Display {
    var sum = left
    sum.append(right)
    return sum
  }

  public static func += (left: inout Display, right: Display) { left.append(right) }

  /// The text for a reader, with the places and values of its numbers.
  public func printed(in style: NumberStyle = .standard) -> Printed {
    var printed = Printed()
    for segment in segments {
      switch segment {
      case .text(let text): printed.append(text)
      case .number(let number, let form): printed.append(number, in: form.applied(to: style))
      case .layout(let layout): printed.append(layout.printed(in: style))
      }
    }
    return printed
  }

  /// How one number differs from the style of the rest.
  struct NumberForm: Sendable, Equatable {
    var smallestPlain: Double?
    var digits: Int?
    var omitsUnitMantissa = false

    func applied(to style: NumberStyle) -> NumberStyle {
      var style = style
      style.smallestPlain = smallestPlain ?? style.smallestPlain
      style.digits = min(style.digits, digits ?? style.digits)
      style.omitsUnitMantissa = omitsUnitMantissa
      return style
    }
  }

  public struct Interpolation: StringInterpolationProtocol {
    var display = Display()

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { display.segments.append(.text(literal)) }
    }

    public mutating func appendInterpolation(_ number: Double) { display.append(Display(number)) }
    public mutating func appendInterpolation(_ count: Int) { display.append(Display(Double(count))) }
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    public mutating func appendInterpolation(_ other: Display) { display.append(other) }
  }
}

extension Sequence<Display> {
  /// All of them in a row with a separator between.
  public func joined(separator: String) -> Display {
    var result = Display()
    for (index, display) in self.enumerated() {
      if index > 0 { result.append(Display(separator)) }
      result.append(display)
    }
    return result
  }
}
