import Vocabulary

/// What evaluating needs besides the syntax: the learner's names, and the bounds on what may be used.
public struct EvaluationContext: Sendable {
  /// The learner's variables and functions.
  public var variables: [String: Value] = [:]
  /// The last value printed.
  public var last: Value?
  public var limits = Limits()
  /// Cancels the running command; shared by all copies.
  public var interruption: Interruption {
    get { limits.interruption }
    set { limits.interruption = newValue }
  }
  /// Steps taken by the running command.
  public private(set) var steps = 0
  /// Steps taken by the commands before it, those that failed included.
  private var earlierSteps = 0
  /// Built-ins' formulas for their derivatives, by their numbers in the lexicon, as far as they were needed.
  var formulas: [Int: [UserFunction]] = [:]
  /// How many derivatives are being taken inside each other.
  var derivativesTaken = 0
  /// How many expressions and calls are being evaluated inside each other.
  private var depth = 0

  public init() {}

  /// Called before each command.
  public mutating func beginCommand() {
    earlierSteps &+= steps
    steps = 0
    depth = 0
    derivativesTaken = 0
  }

  /// Steps taken by all commands.
  public var allSteps: Int { earlierSteps &+ steps }

  /// Takes over the steps of a context that went on from this one and was given up.
  public mutating func countSteps(of other: EvaluationContext) {
    (earlierSteps, steps) = (other.earlierSteps, other.steps)
  }

  /// Counts one step. Throws when the steps are used up or a stop was asked for.
  @inline(__always)
  mutating func step() throws(Failure) {
    steps &+= 1
    if steps & 0xFF == 0 { try checkSteps() }
  }

  /// Counts the steps of work on many numbers at once.
  public mutating func step(by count: Int) throws(Failure) {
    steps &+= max(0, count)
    try checkSteps()
  }

  private func checkSteps() throws(Failure) {
    try interruption.check()
    if let most = limits.steps, steps > most {
      throw Failure(.limit, "this takes more than \(most) steps")
    }
    if let most = limits.allSteps, allSteps > most { throw Failure(.limit, "the steps are used up") }
  }

  @inline(__always)
  mutating func enter() throws(Failure) {
    depth &+= 1
    if depth > limits.depth {
      throw Failure(.limit, "this is nested too deep", hint: "does a function call itself without end?")
    }
  }

  @inline(__always)
  mutating func leave() { depth &-= 1 }
}

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

  /// Throws a failure of kind `limit` where so many numbers would not fit.
  public func reserve(numbers count: Double) throws(Failure) {
    let bytes = 8 * count
    let most = min(memory, largestMemory)
    guard bytes > Double(most) else { return }
    throw Failure(
      .limit, "this would need \(ByteCount.text(bytes)); the limit is \(ByteCount.text(Double(most)))",
      hint: most < memory ? "ask for less" : "ask for less, or raise it with set memory")
  }
}

/// Amounts of memory in words: `8 TB`.
public enum ByteCount {
  /// At most three digits and a decimal unit.
  public static func text(_ bytes: Double) -> String {
    var amount = bytes
    for unit in ["bytes", "kB", "MB", "GB", "TB", "PB"] {
      if amount < 999.5 { return "\(NumberStyle(digits: 3).text(amount)) \(unit)" }
      amount /= 1000
    }
    return "\(NumberStyle(digits: 3).text(amount)) EB"
  }
}
