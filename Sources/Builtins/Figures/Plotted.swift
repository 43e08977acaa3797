import Language
import Vocabulary
import Workbench

/// Something to be drawn, with the words that it was written in.
struct Plotted: Sendable {
  /// Truths as the numbers 1 and 0.
  let value: Value
  /// What is true or false, where that was written.
  let truths: Truths?
  /// Nil where it was not written, or at length.
  let name: String?
  /// The beginning of what was written, long as it may be.
  let start: String?
  /// The words of its elements, where it was written as a row of names.
  let parts: [String]
  /// What the result counts, of which it is a field: epochs, layers.
  let base: Base?

  /// The first field of a result, over which its others are drawn.
  struct Base: Sendable {
    let name: String
    let numbers: [Double]
  }

  /// More characters than this are no name.
  private static let longestName = 32

  init(_ value: Value, written source: String? = nil, parts: [String] = [], base: Base? = nil) {
    if case .truths(let truths) = value {
      (self.value, self.truths) = (truths.numbers, truths)
    } else {
      (self.value, truths) = (value, nil)
    }
    self.base = base
    self.parts = parts
    start = source.map { $0.count <= Self.longestName ? $0 : $0.prefix(Self.longestName - 1) + "…" }
    name = source.flatMap { $0 != "_" && $0.count <= Self.longestName ? $0 : nil }
  }

  /// The name, or what the value prints, as long as that is short.
  var label: String? {
    if let name { return name }
    let text = value.display.printed().text
    return text.count <= Self.longestName && !text.contains("\n") ? text : nil
  }

  /// The name where it is one, no formula and no row of numbers.
  var word: String? {
    name.flatMap {
      $0.first?.isLetter == true && $0.allSatisfy { $0.isLetter || $0.isNumber || "_.".contains($0) } ? $0 : nil
    }
  }
}

extension Plotted.Base {
  /// Nil where the result's first field is the one that is drawn, does not rise, or counts something else.
  fileprivate init?(of whole: Value, for name: String, _ part: Value) {
    guard case .object(let object) = whole, let first = object.fieldDescriptions.first, first.name != name,
      let numbers = object.field(first.name)?.risingNumbers, case .vector(let drawn) = part,
      drawn.count == numbers.count
    else { return nil }
    self.init(name: first.name, numbers: numbers)
  }
}

extension Value {
  /// The numbers of a vector that rises from each to the next; nil of all else.
  var risingNumbers: [Double]? {
    guard case .vector(let numbers) = self, numbers.allSatisfy(\.isFinite),
      zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    return numbers
  }
}

extension Kind where Output == Value {
  /// What is to be drawn: an expression as it is written, or a value.
  static let plotted = plotted("something that can be drawn")

  /// The same of something beside it.
  static func plotted(_ noun: String) -> Kind { Kind(noun, .any, passing: .expression) { $0 } }
}

extension Session {
  /// The values of all that is to be drawn. A built-in that is no function of one number, such as `chain`, is called with
  /// what follows it: `plot chain 0.1⁵ × 0.03`.
  mutating func evaluate(things: [Value]) throws(Failure) -> [Plotted] {
    if case .object(let first as Quotation) = things[0], case .builtin(let number, let name) = first.expression.node,
      !lexicon.signatures[number].isFunctionOfOneNumber
    {
      let rest = things.dropFirst().compactMap { value in
        if case .object(let object) = value { (object as? Quotation)?.expression } else { nil }
      }
      guard !rest.isEmpty, let call = try first.expression.called(with: rest, in: lexicon) else {
        throw Failure(
          .argument, "plot cannot draw the function \(name) itself", about: .argument("things"),
          hint: "write plot(\(name)(…)) with what it takes: help \(name)")
      }
      var frame = first.frame
      return [Plotted(try evaluate(call, &frame), written: call.source)]
    }
    var plotted: [Plotted] = []
    for thing in things { plotted.append(try evaluate(plotted: thing)) }
    return plotted
  }

  /// The value of what is to be drawn.
  mutating func evaluate(plotted value: Value) throws(Failure) -> Plotted {
    guard case .object(let quotation as Quotation) = value else { return Plotted(value) }
    var frame = quotation.frame
    let expression = quotation.expression
    if case .field(let owner, let name, let place) = expression.node {
      let whole = try evaluate(owner, &frame)
      let part = try field(name, of: whole, writtenAs: owner, at: place)
      return Plotted(part, written: expression.source, base: Plotted.Base(of: whole, for: name, part))
    }
    return Plotted(
      try evaluate(expression, &frame), written: expression.source, parts: expression.namesOfElements)
  }

  /// The same of an argument that may be left out.
  mutating func evaluate(plotted value: Value?) throws(Failure) -> Plotted? {
    guard let value else { return nil }
    return try evaluate(plotted: value) as Plotted
  }

  /// How far numbers spread, as an argument has it that may be left out.
  mutating func spread(_ value: Value?) throws(Failure) -> Spread? {
    guard let value else { return nil }
    return try Spread(value, &self)
  }
}

extension ExpressionSyntax {
  /// The names in `[x, y]`; none of any other expression.
  fileprivate var namesOfElements: [String] {
    guard case .row(let elements) = node else { return [] }
    let names = elements.compactMap { element in
      switch element.node {
      case .variable, .local: element.source
      default: nil
      }
    }
    return names.count == elements.count ? names : []
  }
}

extension Signature {
  /// Whether its first argument may be any number, as that of a function that can be drawn as a curve.
  fileprivate var isFunctionOfOneNumber: Bool {
    let required = parameters.count { if case .required = $0.presence { true } else { false } }
    return required <= 1 && parameters.first.map { $0.passing == .value && $0.domain.admits(.number(0.5)) } ?? false
  }
}
