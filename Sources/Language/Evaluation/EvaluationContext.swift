import Vocabulary

/// What evaluating needs besides the syntax: the learner's names, and the bounds on what may be used.
public struct EvaluationContext: Sendable {
  /// The learner's variables and functions.
  public var variables: [String: Value] = [:] {
    didSet {
      programs = ProgramCache()
      variablesSize = nil
    }
  }
  /// About how many numbers the variables take; nil where that is not known.
  private var variablesSize: Int?
  /// The last value printed.
  public var last: Value? { didSet { programs = ProgramCache() } }
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
  /// The formulas of things, by built-in and name, likewise.
  var thingFormulas: [String: UserFunction] = [:]
  /// The learner's functions as programs of plain numbers, as long as the names in them mean the same.
  var programs = ProgramCache()
  /// Whether there are such programs; without them all is the same, but slower.
  package var usesPrograms = true
  /// How many derivatives are being taken inside each other.
  var derivativesTaken = 0
  /// How many expressions and calls are being evaluated inside each other.
  private var depth = 0

  /// The same, to be read.
  var nesting: Int { depth }

  public init() {}

  /// Gives a value a name.
  ///
  /// Throws a failure of kind `limit` where all variables together would take too much memory.
  public mutating func bind(_ name: String, to value: Value) throws(Failure) {
    let before = variablesSize ?? variables.values.reduce(0) { $0 + $1.size() }
    let after = before - (variables[name]?.size() ?? 0) + value.size()
    try limits.reserve(forVariables: Double(after))
    variables[name] = value
    variablesSize = after
  }

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

  /// The most steps that the running command may have taken.
  var mostSteps: Int { min(limits.steps ?? .max, limits.allSteps.map { $0 &- earlierSteps } ?? .max) }

  /// Takes over the steps of a program.
  mutating func take(_ count: StepCount) { steps = count.steps }

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
      throw Failure(
        .limit, "this is nested more than \(limits.depth) deep",
        hint:
          "a function can call itself some 2000 times; iterate(f, start, n) and fold(f, v, start) go on as long as is wanted"
      )
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
