import Vocabulary

/// A rule that says from which distribution a layer's weights are drawn.
public protocol Initializer: Object {
  /// The built-in's name: `he_normal`.
  var name: String { get }
  /// What is known of it beyond the declaration.
  var profile: InitializerProfile { get }
  /// The distribution for a layer with so many inputs and outputs to a unit.
  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution
}

extension Initializer {
  public var kind: String { "initializer" }

  public var display: Display {
    guard !properties.isEmpty else { return Display(name) }
    let parts = properties.map { Display("\($0.name)=") + $0.value.display }
    return Display(name) + "(" + parts.joined(separator: ", ") + ")"
  }
}

/// What `describe` says of an initializer.
public struct InitializerProfile: Sendable {
  /// The standard deviation that the weights end up with: `√(2 / fan_in)`.
  public let standardDeviation: String
  /// The activations it was made for.
  public let suits: String
  public let keras: String
  public let torch: String

  public init(standardDeviation: String, suits: String, keras: String, torch: String) {
    self.standardDeviation = standardDeviation
    self.suits = suits
    self.keras = keras
    self.torch = torch
  }
}

/// A distribution used as an initializer that ignores the fans.
public struct FixedInitializer: Initializer {
  public let fixed: any Distribution

  public init(fixed: any Distribution) { self.fixed = fixed }

  public var name: String { fixed.name }
  public var properties: [Property] { fixed.properties }
  public var profile: InitializerProfile {
    InitializerProfile(
      standardDeviation: NumberStyle.standard.text(fixed.standardDeviation), suits: "any", keras: fixed.name,
      torch: fixed.name)
  }

  public func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution { fixed }
}
