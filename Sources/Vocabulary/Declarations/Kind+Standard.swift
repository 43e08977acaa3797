extension Kind where Output == Double {
  /// Any number, also infinite or nan.
  public static let number = Kind("a number", describe: NumberStyle.standard.text, read: \.number)

  /// A number that satisfies a condition named in the noun; nan never does.
  public static func number(_ noun: String, where holds: @escaping @Sendable (Double) -> Bool) -> Kind {
    Kind(noun, describe: NumberStyle.standard.text) { value in value.number.flatMap { holds($0) ? $0 : nil } }
  }

  public static let finite = number("a finite number") { $0.isFinite }
  public static let nonnegative = number("a number ≥ 0") { $0 >= 0 && $0.isFinite }
  public static let positive = number("a number > 0") { $0 > 0 && $0.isFinite }
  public static let probability = number("a number from 0 to 1") { (0...1).contains($0) }
}

extension Kind where Output == Int {
  /// A whole number within bounds.
  public static func integer(_ bounds: ClosedRange<Int>) -> Kind {
    let noun =
      switch (bounds.lowerBound, bounds.upperBound) {
      case (Int.min, _): "a whole number"
      case (_, Kind.largestInteger): "a whole number ≥ \(bounds.lowerBound)"
      default: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
      }
    return Kind(noun, describe: { String($0) }) { value in
      value.number.flatMap { Int(exactly: $0) }.flatMap { bounds.contains($0) ? $0 : nil }
    }
  }

  /// The largest whole number below which a double has no gaps: 2⁵³.
  public static let largestInteger = 1 << 53

  public static let integer = integer(Int.min...largestInteger)
  public static let count = integer(0...largestInteger)
  public static let positiveCount = integer(1...largestInteger)
}

extension Kind where Output == Bool {
  public static let truth = Kind("true or false", candidates: ["true", "false"], describe: { $0 ? "true" : "false" }) {
    if case .truth(let truth) = $0 { truth } else { nil }
  }
}

extension Kind where Output == String {
  public static let text = Kind("a text in quotation marks", describe: { "\"\($0)\"" }) {
    if case .text(let text) = $0 { text } else { nil }
  }
}

extension Kind where Output == String {
  /// What is written after a command, word for word.
  public static let line = Kind("a word or a sign", passing: .line) {
    if case .text(let text) = $0 { text } else { nil }
  }
}

extension Kind where Output == [Double] {
  public static let vector = Kind("a vector") { if case .vector(let elements) = $0 { elements } else { nil } }
}

extension Kind where Output == any Function {
  public static let function = Kind("a function") { if case .function(let function) = $0 { function } else { nil } }
}

extension Kind where Output == Value {
  public static let value = Kind("a value", describe: { $0.display.printed().text }) { $0 }
}

extension Value {
  /// The number, nil where the value is no number.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}
