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
      throw Failure(.limit, "this is nested too deep", hint: "does a function call itself without end?")
    }
  }

  @inline(__always)
  mutating func leave() { depth &-= 1 }
}
