/// What an argument must be: how it is read from a value and made into one, how messages name it, and what completes it.
public struct Kind<Output: Sendable>: Sendable {
  /// With article, after "must be": `a number ≥ 0`.
  public let noun: String
  public let domain: Domain
  public let completion: Completion
  /// How the argument reaches the built-in.
  public let passing: Passing
  /// The value from which an output is read: what a default is as a value. Nil where there is none.
  public let value: @Sendable (Output) -> Value?
  private let shown: (@Sendable (Output) -> String)?
  /// The argument's meaning, nil where the value is of another sort.
  public let read: @Sendable (Value) throws(Failure) -> Output?

  public init(
    _ noun: String,
    _ domain: Domain,
    completion: Completion = .none,
    passing: Passing = .value,
    value: @escaping @Sendable (Output) -> Value? = { _ in nil },
    shown: (@Sendable (Output) -> String)? = nil,
    read: @escaping @Sendable (Value) throws(Failure) -> Output?
  ) {
    self.noun = noun
    self.domain = domain
    self.completion = completion
    self.passing = passing
    self.value = value
    self.shown = shown
    // Truths count as 1 and 0 wherever numbers are wanted.
    self.read = { (value) throws(Failure) -> Output? in
      if let output = try read(value) { return output }
      if case .truths(let truths) = value { return try read(truths.numbers) }
      return nil
    }
  }

  /// How an output is typed: a word bare where it is taken as it is written, anything else as it prints, unless the kind
  /// knows a shorter way.
  func text(of output: Output) -> String {
    if let shown { return shown(output) }
    let value = value(output) ?? .nothing
    if passing == .word, case .text(let word) = value { return word }
    return value.display.printed().text
  }
}

/// How an argument reaches a built-in.
public enum Passing: Sendable, Equatable {
  /// As what it yields.
  case value
  /// As the expression that is written.
  case expression
  /// The same, where after a command's name a whole command may be written.
  case command
  /// As the word that is written, with or without quotation marks.
  case word
  /// As all the text that follows the command, whatever it is.
  case line
}

extension Kind where Output == Double {
  /// Any number, also infinite or nan.
  public static let number = Kind(
    "a number", .number(-.infinity ... .infinity), value: { .number($0) }, read: \.number)

  /// A number within bounds that satisfies a condition named in the noun; nan never does.
  public static func number(
    _ noun: String, in bounds: ClosedRange<Double> = -.infinity ... .infinity,
    where holds: @escaping @Sendable (Double) -> Bool
  ) -> Kind {
    Kind(noun, .number(bounds), value: { .number($0) }) { value in
      value.number.flatMap { bounds.contains($0) && holds($0) ? $0 : nil }
    }
  }

  /// A number within bounds.
  public static func number(_ noun: String, in bounds: ClosedRange<Double>) -> Kind {
    number(noun, in: bounds) { _ in true }
  }

  private static let largest = Double.greatestFiniteMagnitude

  public static let finite = number("a finite number", in: -largest...largest)
  public static let nonnegative = number("a number ≥ 0", in: 0...largest)
  public static let positive = number("a number > 0", in: 0...largest) { $0 > 0 }
  public static let probability = number("a number from 0 to 1", in: 0...1)
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
    return Kind(noun, .whole(bounds), value: { .number(Double($0)) }) { value in
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
  public static let truth = Kind(
    "true or false", .truth, completion: .words(["true", "false"]), value: { .truth($0) }
  ) {
    if case .truth(let truth) = $0 { truth } else { nil }
  }
}

extension Kind where Output == String {
  public static let text = Kind("a text in quotation marks", .text, value: { .text($0) }, read: \.text)

  /// The name of a file that ends in one of some ways.
  public static func file(_ endings: [String]) -> Kind {
    Kind("a text in quotation marks", .file, completion: .files(endings: endings), value: { .text($0) }, read: \.text)
  }

  /// What is written after a command, word for word.
  public static let line = Kind("a word or a sign", .word, passing: .line, read: \.text)
}

extension Kind where Output: RawRepresentable<String> & CaseIterable & Sendable {
  /// One of a few words, with or without quotation marks.
  public static func choice(_ noun: String) -> Kind {
    Kind(
      noun, .word, completion: .words(Output.allCases.map(\.rawValue)), passing: .word, value: { .text($0.rawValue) }
    ) { value in
      value.text.flatMap { Output(rawValue: $0) }
    }
  }
}

extension Kind where Output == [Double] {
  public static let vector = Kind("a vector", .vector, value: { .vector($0) }) {
    if case .vector(let elements) = $0 { elements } else { nil }
  }
}

extension Kind where Output == any Function {
  public static let function = Kind("a function", .function, value: { .function($0) }) {
    if case .function(let function) = $0 { function } else { nil }
  }
}

extension Kind where Output == Value {
  public static let value = Kind("a value", .any, value: { $0 }) { $0 }
}
