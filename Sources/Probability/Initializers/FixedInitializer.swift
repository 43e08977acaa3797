import Vocabulary

/// A distribution used as an initializer that ignores the fans.
public struct FixedInitializer: Initializer {
  public let fixed: any Distribution

  public init(fixed: any Distribution) { self.fixed = fixed }

  public var name: String { fixed.name }
  public var python: PythonInitializer { fixed.python }
  public var properties: [Property] { fixed.properties }
  public var profile: InitializerProfile {
    InitializerProfile(
      standardDeviation: NumberStyle.standard.text(fixed.standardDeviation), suits: "any", keras: fixed.name,
      torch: fixed.name)
  }

  public func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution { fixed }
}
