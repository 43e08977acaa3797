/// What a lesson may use up.
public struct Budget: Sendable, Equatable {
  /// Something that can run out.
  public enum Resource: String, Sendable, CaseIterable {
    case steps, memory, output, time
  }

  /// Evaluation steps; the same number on every machine.
  public var steps = 1_000_000_000
  /// Bytes that one value may take.
  public var memory = 2_000_000_000
  /// Bytes that all outputs may take.
  public var output = 10_000_000
  /// Seconds that the commands may run; a last resort, since machines differ.
  public var seconds = 60.0

  public init() {}

  /// How many times as many steps and seconds all blocks marked `slow` have together.
  public static let slowFactor = 10

  /// What blocks marked `slow` may use up.
  var ofSlowBlocks: Budget {
    var budget = self
    budget.steps = steps.multipliedReportingOverflow(by: Self.slowFactor).overflow ? .max : steps * Self.slowFactor
    budget.seconds *= Double(Self.slowFactor)
    return budget
  }

  /// What is said when something has run out.
  func message(_ resource: Resource) -> String {
    switch resource {
    case .steps: "the lesson takes more than \(steps) steps"
    case .memory: "the lesson needs more memory than it may use"
    case .output: "the lesson prints more than \(output) bytes"
    case .time: "the lesson takes longer than \(seconds.formatted) s"
    }
  }
}

extension Double {
  /// Without a point where it is whole.
  fileprivate var formatted: String { Int(exactly: self).map(String.init) ?? String(self) }
}
