/// A value that a higher module brings: a distribution, a network, a data set.
public protocol Object: Sendable {
  /// The word for this sort of thing, without article: `distribution`, `network`.
  var kind: String { get }

  /// What the object is, as an error message says it: `a distribution`.
  var noun: String { get }

  /// What the prompt shows for it; where possible valid input again.
  var display: Display { get }

  /// The parts that machine-readable output carries, in a fixed order.
  var properties: [Property] { get }

  /// What a dot behind it may name, for messages, help and completion.
  var fieldDescriptions: [FieldDescription] { get }

  /// What a dot and a name yield; nil where it has no such part.
  func field(_ name: String) -> Value?

  /// The built-in of which it could be made, with the properties for arguments; nil where there is none.
  var constructor: String? { get }

  /// About how many numbers it keeps in memory.
  var numberCount: Int { get }
}

extension Object {
  public var noun: String {
    let vowels: Set<Character> = ["a", "e", "i", "o"]
    return (kind.first.map(vowels.contains) == true ? "an " : "a ") + kind
  }

  public var properties: [Property] { [] }
  public var fieldDescriptions: [FieldDescription] { properties.map { FieldDescription($0.name, "") } }
  public func field(_ name: String) -> Value? { properties.first { $0.name == name }?.value }
  public var constructor: String? { nil }
  public var numberCount: Int { 0 }
}

extension Object {
  /// What a dot behind this one may name: it may lack some that others of its kind have.
  public var presentFields: [FieldDescription] { fieldDescriptions.filter { field($0.name) != nil } }
}

/// A named part of an object.
public struct Property: Sendable {
  public let name: String
  public let value: Value

  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

/// Something that can be called; how is the business of whoever evaluates.
public protocol Function: Object {
  var name: String { get }
}

extension Function {
  public var kind: String { "function" }
  public var noun: String { "the function \(name)" }
}

/// Something that is more than its parts: two that print alike need not be one.
public protocol Individual: Object {
  func isSame(as other: any Object) -> Bool
}
