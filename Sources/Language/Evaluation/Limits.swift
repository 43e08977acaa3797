import Vocabulary

/// Bounds on what commands may use, and whether they are to stop.
public struct Limits: Sendable {
  public var interruption = Interruption()
  /// Bytes that one value may take.
  public var memory = 2_000_000_000
  /// What a learner may raise that to; more is not granted whatever is set.
  public var largestMemory = Int.max
  /// Evaluation steps of one command, nil for any number.
  public var steps: Int?
  /// Evaluation steps of all commands together, nil for any number.
  public var allSteps: Int?
  /// Expressions and calls inside each other; the stack that evaluation runs on must hold as many.
  public var depth = 10_000

  public init() {}

  /// The same for a matrix.
  ///
  /// One without numbers takes no memory however many rows it has, but whoever goes through them takes time.
  public func reserve(rows: Int, columns: Int) throws(Failure) {
    try reserve(numbers: Double(rows) * Double(columns))
    let longest = max(rows, columns)
    guard min(rows, columns) > 0 || longest <= Self.mostEmptyRows else {
      throw Failure(
        .limit, "a matrix without numbers can have at most \(Self.mostEmptyRows) rows or columns, not \(longest)")
    }
  }

  private static let mostEmptyRows = 1_000_000

  /// Throws a failure of kind `limit` where all variables together would take so many numbers and that is too much.
  func reserve(forVariables count: Double) throws(Failure) {
    let most = min(memory, largestMemory)
    guard 8 * count > Double(most) else { return }
    let (needed, limit) = (ByteCount.text(8 * count), ByteCount.text(Double(most)))
    throw Failure(
      .limit, "your variables would then take \(needed == limit ? "more than " : "")\(needed); the limit is \(limit)",
      hint: most < memory ? "forget some with clear" : "forget some with clear, or raise it with set memory")
  }

  /// How many numbers one value may have.
  var mostNumbers: Int { min(memory, largestMemory) / 8 }

  /// Throws a failure of kind `limit` where so many numbers would not fit.
  public func reserve(numbers count: Double) throws(Failure) {
    let bytes = 8 * count
    let most = min(memory, largestMemory)
    guard bytes > Double(most) else { return }
    let (needed, limit) = (ByteCount.text(bytes), ByteCount.text(Double(most)))
    throw Failure(
      .limit, "this would need \(needed == limit ? "more than " : "")\(needed); the limit is \(limit)",
      hint: most < memory ? "ask for less" : "ask for less, or raise it with set memory")
  }
}
