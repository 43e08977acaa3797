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

  /// About how many numbers it keeps in memory.
  var numberCount: Int { get }
}

extension Object {
  public var noun: String {
    let vowels: Set<Character> = ["a", "e", "i", "o"]
    return (kind.first.map(vowels.contains) == true ? "an " : "a ") + kind
  }

  public var properties: [Property] { [] }
  public var numberCount: Int { 0 }
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
