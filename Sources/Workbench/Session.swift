import Language
import Plotting
import Probability
import Vocabulary

/// A conversation: the learner's names, the seed, the settings. A copy is a snapshot.
public struct Session: Sendable {
  /// The built-ins that it knows.
  public let builtins: BuiltinTable
  public var context = EvaluationContext()
  /// How results are written.
  public var style = NumberStyle.standard
  /// Told of the progress of long work, nil once it is over; not called where nobody watches.
  public var progress: (@Sendable (WorkProgress?) -> Void)?
  /// Shows a figure of work that is under way in the place of the last one, nil once it is over; nobody watches where it
  /// is nil itself.
  public var canvas: (@Sendable (Figure?) -> Void)?
  /// Which files commands may use.
  public var files = FileAccess.unrestricted
  /// Whether other programs may be started, as for a `.png` file; lessons start none.
  public var runsPrograms = false
  /// Where draws without `seed=` come from.
  var randomness = Randomness()
  /// The weights and histories of networks, by the networks' identities.
  public var networks = NetworkStore()
  /// What was typed and printed.
  public internal(set) var log = Log()

  /// A new conversation with seed 0.
  public init(builtins: BuiltinTable) { self.builtins = builtins }

  /// Cancels the running command; shared by all copies.
  public var interruption: Interruption {
    get { context.interruption }
    set { context.interruption = newValue }
  }

  /// Reads an input without running it.
  public func parse(_ text: String) -> Parsed {
    do {
      let statements = try Parser.statements(of: text, lexicon: lexicon, variables: context.variables)
      return Parsed(text: text, outcome: .complete(statements))
    } catch {
      return Parsed(text: text, outcome: error.kind == .unfinished ? .unfinished(error) : .wrong(error))
    }
  }

  /// Reads and runs an input of one or several statements, up to the first failure. What succeeded before it stays.
  public mutating func run(_ text: String) -> Transcript { run(parse(text)) }

  /// Runs an input that has been read, up to the first failure. What succeeded before it stays.
  public mutating func run(_ input: Parsed) -> Transcript {
    var transcript = Transcript()
    switch input.outcome {
    case .complete(let statements):
      do {
        for statement in statements { transcript.results.append(try run(statement, of: input.text)) }
      } catch {
        transcript.failure = error
      }
    case .unfinished(let failure), .wrong(let failure): transcript.failure = failure
    }
    log.add(input.text, transcript)
    return transcript
  }

  /// Runs a statement; a failure leaves the session as it was.
  private mutating func run(_ statement: Statement, of text: String) throws(Failure) -> StatementResult {
    context.beginCommand()
    randomness.beginCommand(statement)
    let before = self
    let value: Value
    do {
      value = try evaluate(statement)
    } catch {
      let keepsWork = error.kind == .interrupted
      if !keepsWork {
        let context = context
        self = before
        self.context.countSteps(of: context)
      }
      throw error.exchanging(in: text)
    }
    randomness.endCommand()
    if case .nothing = value {} else { context.last = value }
    var result = StatementResult(
      text: text, span: statement.span, value: value, style: style, isSilent: statement.isSilent)
    if case .object(let object as Network) = value { result.contents = .object(opened(object)) }
    return result
  }

  private mutating func evaluate(_ statement: Statement) throws(Failure) -> Value {
    var frame = [Value](repeating: .nothing, count: statement.localCount)
    switch statement.kind {
    case .expression(let expression):
      return try evaluate(expression, &frame)
    case .binding(let name, let expression):
      let value = try evaluate(expression, for: name, &frame)
      if case .nothing = value {
        throw Failure(.type, "this yields nothing that could be called '\(name)'", at: expression.span)
      }
      try context.bind(name, to: value)
      return value
    case .bindings(let names, let expression):
      let value = try evaluate(expression, &frame)
      let elements = try elements(of: value, for: names.count, at: expression.span)
      for (name, element) in zip(names, elements) { try context.bind(name, to: element) }
      return value
    case .definition(let function):
      context.variables[function.name] = .function(function)
      return .function(function)
    }
  }
}

extension Session: Evaluator {
  public var lexicon: Lexicon { builtins.lexicon }

  public func numericFunction(ofBuiltin number: Int) -> NumericFunction? { builtins.all[number].numeric }

  public func numericReduction(ofBuiltin number: Int) -> NumericReduction? { builtins.all[number].reduction }

  public func opened(_ object: any Object) -> any Object {
    guard let network = object as? Network else { return object }
    return NetworkContents(network: network, state: networks[network])
  }

  public mutating func call(builtin number: Int, _ arguments: Arguments) throws(Failure) -> Value {
    var taken = arguments
    do {
      return try builtins.all[number].body(&taken, &self)
    } catch {
      throw error.at(arguments.span(of: error))
    }
  }
}

/// An input as it was read, once: what the prompt asks about it and what the session runs are the same.
public struct Parsed: Sendable {
  public enum Outcome: Sendable {
    case complete([Statement])
    /// More lines may complete it.
    case unfinished(Failure)
    case wrong(Failure)
  }

  /// As it was typed.
  public let text: String
  public let outcome: Outcome

  /// Why more lines are needed, nil where they are not or would not help.
  public var incompleteness: Failure? {
    if case .unfinished(let failure) = outcome { failure } else { nil }
  }

  /// What more lines are needed for, and how to give up, as the prompt says it.
  public var waiting: String? { incompleteness.map { "\($0.message); a blank line or Ctrl-C gives up" } }

  /// The statements; empty where the input cannot be read.
  public var statements: [Statement] {
    if case .complete(let statements) = outcome { statements } else { [] }
  }
}

/// What an input printed, and how it failed if it did.
public struct Transcript: Sendable {
  /// The results before the failure, in order.
  public var results: [StatementResult] = []
  public var failure: Failure?
}

/// What one statement yielded.
public struct StatementResult: Sendable {
  private let text: String
  private let span: Range<Int>
  /// How its numbers are written.
  public let style: NumberStyle
  public let value: Value
  /// The value with all that can be had of it, for machines.
  public internal(set) var contents: Value
  /// Whether a `;` keeps it from being shown.
  public let isSilent: Bool

  init(text: String, span: Range<Int>, value: Value, style: NumberStyle, isSilent: Bool) {
    self.text = text
    self.span = span
    self.value = value
    contents = value
    self.style = style
    self.isSilent = isSilent
  }

  /// The statement as it was typed.
  public var input: String { String(decoding: Array(text.utf8)[span], as: UTF8.self) }

  /// What to show; empty where a `;` silences it. Made anew each time.
  public var printed: Printed { isSilent ? Printed() : value.display.printed(in: style) }
}
