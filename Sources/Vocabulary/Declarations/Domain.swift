/// The values among which an argument must be, as data: completion, the fuzzer and the tests read it, messages use the
/// kind's noun.
public indirect enum Domain: Sendable, Equatable {
  case any
  case truth
  /// A whole number within bounds.
  case whole(ClosedRange<Int>)
  /// A number within bounds, finite or not as they are.
  case number(ClosedRange<Double>)
  /// One of a few words.
  case word
  /// Text in quotation marks.
  case text
  /// The name of a file.
  case file
  case vector
  case matrix
  case list(of: Domain)
  case function
  /// An object of a kind: `network`, `dataset`, `distribution`.
  case object(String)
  /// An expression that is taken as it is written.
  case expression
  case either([Domain])

  /// A count from 0 on.
  public static let count = Domain.whole(0...(1 << 53))

  /// A number, a vector or a matrix.
  public static let numbers = Domain.either([.vector, .matrix, .number(-.infinity ... .infinity)])

  /// Whether a value is of the sort that it takes, as far as that can be told without running anything.
  public func admits(_ value: Value) -> Bool {
    switch (self, value) {
    case (.any, _), (.truth, .truth), (.text, .text), (.file, .text), (.word, .text), (.vector, .vector),
      (.matrix, .matrix), (.function, .function):
      true
    case (.whole(let bounds), .number(let number)): Int(exactly: number).map(bounds.contains) ?? false
    case (.number(let bounds), .number(let number)): bounds.contains(number)
    case (.list(let domain), .list(let values)): values.allSatisfy(domain.admits)
    case (.object(let kind), .object(let object)): object.kind == kind
    case (.either(let domains), _): domains.contains { $0.admits(value) }
    case (.vector, .truths), (.matrix, .truths): admits(value.countingTruths)
    default: false
    }
  }

  /// All the plain domains of which it is made.
  public var parts: [Domain] {
    if case .either(let parts) = self { parts.flatMap(\.parts) } else { [self] }
  }
}

extension Domain {
  /// Whether a value is in the domain beyond doubt; false where only reading it could tell.
  func holds(_ value: Value) -> Bool {
    switch (self, value) {
    case (.truth, .truth), (.text, .text), (.file, .text), (.vector, .vector), (.matrix, .matrix),
      (.function, .function):
      true
    case (.whole(let bounds), .number(let number)):
      Int(exactly: number).map(bounds.contains) ?? false
    case (.number(let bounds), .number(let number)): bounds.contains(number)
    case (.list(let element), .list(let values)): values.allSatisfy(element.holds)
    case (.object(let kind), .object(let object)): object.kind == kind
    case (.either(let parts), _): parts.contains { $0.holds(value) }
    case (.vector, .truths), (.matrix, .truths): holds(value.countingTruths)
    default: false
    }
  }
}

/// What completes an argument that is being typed.
public enum Completion: Sendable, Equatable {
  case none
  /// Words, in the order in which they are listed.
  case words([String])
  /// Files whose names end so; any where there are no endings.
  case files(endings: [String])
  /// The learner's own names.
  case names

  public var words: [String] {
    if case .words(let words) = self { words } else { [] }
  }
}
