/// What a student's command may use. Time is that of the processor, so that a busy machine makes nobody late.
public struct ServingLimits: Sendable, Hashable {
  /// Seconds for a command of the student's own.
  public var seconds = 10.0
  /// Seconds for a command of the lesson in a block marked `slow`, changed or not.
  public var slowSeconds = 60.0
  /// Evaluation steps.
  public var steps = 100_000_000
  /// Bytes that one value may take.
  public var memory = 256_000_000
  /// Bytes of output that are shown; what is beyond them is cut off with a remark.
  public var output = 200_000
  /// Bytes of what is typed at once.
  public var typed = 4_096
  /// Texts that are kept at a step.
  public var lines = 100
  /// Figures that are shown at once.
  public var figures = 10
  /// Bytes of files that the commands at a step may write.
  public var fileBytes = 16_000_000
  /// Files that the commands at a step may write.
  public var files = 64
  /// Bytes, by estimate, of the sessions that a worker keeps at hand.
  public var cache = 64_000_000

  public init() {}
}
