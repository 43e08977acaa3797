/// A way to write down what a check found. A new one is a file here and a line in `all`.
public struct ReportFormat: Sendable {
  /// As it is asked for.
  public let name: String
  /// What it is for, in a few words.
  public let summary: String
  private let render: @Sendable (Check, Bool) -> String

  init(_ name: String, _ summary: String, _ render: @escaping @Sendable (_ check: Check, _ usesColor: Bool) -> String) {
    self.name = name
    self.summary = summary
    self.render = render
  }

  /// The whole report; only some formats know colours.
  public func text(_ check: Check, usesColor: Bool = false) -> String { render(check, usesColor) }

  public static let all: [ReportFormat] = [.pretty, .json, .junit, .tap, .github]
}
