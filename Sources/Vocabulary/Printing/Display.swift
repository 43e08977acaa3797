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

  init(_ number: Double, digits: Int?, smallestPlain: Double?) {
    segments = [.number(number, NumberForm(smallestPlain: smallestPlain, digits: digits))]
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

  /// A piece of it, for whoever shows tables as tables.
  public enum Piece {
    case words(Printed)
    case table(Table)
  }

  /// Its tables, and the words before, between and after them.
  public func pieces(in style: NumberStyle = .standard) -> [Piece] {
    var pieces: [Piece] = []
    var words = Display()
    func printedWords() -> [Piece] { words.segments.isEmpty ? [] : [.words(words.printed(in: style))] }
    for segment in segments {
      guard case .layout(let layout) = segment, let table = layout as? Table else {
        words.segments.append(segment)
        continue
      }
      pieces += printedWords() + [.table(table)]
      words = Display()
    }
    return pieces + printedWords()
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

// MARK: Values

extension Value {
  /// What the prompt shows for the value; numbers, vectors and texts are valid input again.
  public var display: Display {
    switch self {
    case .nothing: Display()
    case .number(let number): Display(number)
    case .truth(let truth): Display(truth ? "true" : "false")
    case .truths(let truths): truthsDisplay(truths)
    case .text(let text): Display(quoted(text))
    case .vector(let elements): vectorDisplay(elements)
    case .matrix(let matrix): matrixDisplay(matrix)
    case .list(let values):
      {
        var room = mostInList
        return listDisplay(values, &room)
      }()
    case .function(let function): function.display
    case .object(let object): object.display
    }
  }
}

extension Value {
  fileprivate var isMatrix: Bool {
    switch self {
    case .matrix: true
    case .truths(let truths): truths.rows != nil
    default: false
    }
  }
}

/// The text between quotation marks, with `\` before what would end it.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "“", "”", "＂":
      result += "\\"
      result.unicodeScalars.append(scalar)
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// How many values a list shows with all the lists in it.
private let mostInList = 1000

/// All values of a short list; the ends and the length of a long one.
///
/// Lists share what they have in common, so that lists in lists may stand for more values than could ever be shown; what
/// has no room any more is left out.
///
/// What stands twice in a short list and is one thing has a name there, before the list: `(X = normal(mean=0, stddev=1); [X, X])`.
private func listDisplay(_ values: [Value], _ room: inout Int) -> Display {
  let isShort = values.count <= longestShown
  let named = isShort ? repeated(in: values) : []
  func part(_ value: Value) -> Display {
    if let name = name(of: value, in: named) { return Display(name) }
    guard case .list(let inner) = value else {
      room -= 1
      return value.display
    }
    return room > 0 ? listDisplay(inner, &room) : "[…]"
  }
  var parts: [Display] = []
  for (index, value) in values.enumerated() where isShort || index < shownAtEnds {
    guard room > 0 else {
      parts.append("…")
      break
    }
    parts.append(part(value).indented(by: 1))
  }
  if !isShort { parts += ["…"] + values.suffix(shownAtEnds).map { part($0).indented(by: 1) } }
  let row: Display = "[" + parts.joined(separator: values.contains(where: \.isMatrix) ? ",\n " : ", ") + "]"
  if !isShort { return row + "  (\(values.count) values)" }
  if named.isEmpty { return row }
  let names = named.map { Display("\($0.name) = ") + $0.value.display }
  return "(" + (names + [row]).joined(separator: "; ") + ")"
}

/// What stands more than once in a list and is one thing each time, with a name for it.
private func repeated(in values: [Value]) -> [(name: String, value: any Individual)] {
  let individuals = values.compactMap { value -> (any Individual)? in
    if case .object(let object as any Individual) = value { object } else { nil }
  }
  var found: [(name: String, value: any Individual)] = []
  for (index, individual) in individuals.enumerated() {
    guard !found.contains(where: { $0.value.isSame(as: individual) }),
      individuals[(index + 1)...].contains(where: { $0.isSame(as: individual) })
    else { continue }
    found.append(
      (["X", "Y", "Z"].count > found.count ? ["X", "Y", "Z"][found.count] : "X\(found.count + 1)", individual))
  }
  return found
}

private func name(of value: Value, in named: [(name: String, value: any Individual)]) -> String? {
  guard case .object(let object as any Individual) = value else { return nil }
  return named.first { $0.value.isSame(as: object) }?.name
}

/// Rows longer than this are shortened.
private let longestShown = 20
/// How many of a long row are shown at each end.
private let shownAtEnds = 3

/// The cells of a row: all of them, or the ends with `…` between.
private func cells<Element>(_ elements: [Element], _ display: (Element) -> Display) -> [Display] {
  func shown(_ part: ArraySlice<Element>) -> [Display] { part.map(display) }
  guard elements.count > longestShown else { return shown(elements[...]) }
  return shown(elements.prefix(shownAtEnds)) + ["…"] + shown(elements.suffix(shownAtEnds))
}

private func summary(of elements: [Double], size: Display) -> Display {
  let moments = Moments(of: elements)
  return "  (\(size), mean \(moments.mean), std \(moments.standardDeviation))"
}

/// All elements of a short vector; the ends, length, mean and standard deviation of a long one.
private func vectorDisplay(_ elements: [Double]) -> Display {
  let row: Display = "[" + cells(elements) { Display($0) }.joined(separator: ", ") + "]"
  return elements.count <= longestShown ? row : row + summary(of: elements, size: "\(elements.count) numbers")
}

/// A short matrix in full; the outer rows and columns, shape, mean and standard deviation of a large one.
private func matrixDisplay(_ matrix: Matrix) -> Display {
  if matrix.elements.isEmpty { return "an empty \(matrix.rows)×\(matrix.columns) matrix" }
  let grid = gridDisplay(matrix.rows) { row in cells(matrix.row(row)) { Display($0) } }
  let isWhole = matrix.rows <= longestShown && matrix.columns <= longestShown
  return isWhole ? grid : grid + summary(of: matrix.elements, size: "\(matrix.rows)×\(matrix.columns)")
}

/// All rows, or the outer ones where there are many.
private func gridDisplay(_ rows: Int, _ cells: (Int) -> [Display]) -> Display {
  guard rows > longestShown else { return Display(Grid(rows: (0..<rows).map(cells))) }
  return Display(Grid(rows: (0..<shownAtEnds).map(cells) + [nil] + (rows - shownAtEnds..<rows).map(cells)))
}

/// As vectors and matrices of numbers; of what is not shown in full, how many are true.
private func truthsDisplay(_ truths: Truths) -> Display {
  func word(_ truth: Bool) -> Display { truth ? "true" : "false" }
  let count: Display = "\(truths.count) of \(truths.elements.count) true"
  guard let rows = truths.rows else {
    let row: Display = "[" + cells(truths.elements, word).joined(separator: ", ") + "]"
    return truths.columns <= longestShown ? row : row + "  (" + count + ")"
  }
  if truths.elements.isEmpty { return "an empty \(rows)×\(truths.columns) matrix" }
  let grid = gridDisplay(rows) { cells(truths.row($0), word) }
  return rows <= longestShown && truths.columns <= longestShown
    ? grid : grid + "  (\(rows)×\(truths.columns), " + count + ")"
}
