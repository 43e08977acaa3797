/// A line as it is to be shown.
public struct StyledLine: Sendable, Equatable {
  public internal(set) var runs: [TextRun]

  public init(_ runs: [TextRun]) { self.runs = runs }

  public var text: String { runs.map(\.text).joined() }
}
