import Platform

/// Name, summary and parameters of a built-in: all that can be said of it without running it.
public struct Signature: Sendable {
  public let name: String
  /// One sentence with its full stop.
  public let summary: String
  public let parameters: [ParameterDescription]
  public var documentation: Documentation
  public var derivative: Derivative?
  /// What to do instead of arguments that others have.
  var foreignArguments: Deferred<ForeignArgumentIndex>?
  /// The result where that is a record, so that its fields are known before anything is run.
  public var result: (any Record.Type)?
  /// What it may yield instead.
  public var otherResults: [any Record.Type] = []

  public init(_ name: String, _ summary: String, _ parameters: [ParameterDescription], _ documentation: Documentation) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.documentation = documentation
  }

  /// `normal(mean=0, stddev=1)`.
  public var usage: String { "\(name)(\(parameters.map(\.usage).joined(separator: ", ")))" }

  /// The fields of all that it may yield, each name once.
  public var resultFields: [FieldDescription] {
    let results = (result.map { [$0] } ?? []) + otherResults
    return results.flatMap { $0.fieldDescriptions }.reduce(into: []) { fields, field in
      if !fields.contains(where: { $0.name == field.name }) { fields.append(field) }
    }
  }

  /// Whether it can be called without arguments.
  public var needsNothing: Bool {
    parameters.allSatisfy {
      switch $0.presence {
      case .required: false
      case .rest(let least): least == 0
      case .default, .optional, .names: true
      }
    }
  }

  /// Decides which arguments go to which parameter, by their names and their order.
  ///
  /// The result has one group of argument indices for each parameter. Throws a failure of kind `argument` for too many
  /// arguments, an unknown or repeated name, or an argument without name after one that has a name.
  public func bind(_ arguments: [ArgumentLabel]) throws(Failure) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: parameters.count)
    var position = 0
    var firstLabel: String?
    for (index, argument) in arguments.enumerated() {
      if let label = argument.name {
        let named = parameters.firstIndex { $0.name == label }
        guard let parameter = named ?? parameters.firstIndex(where: \.takesNames) else {
          throw unknown(label, at: argument.span)
        }
        if parameters[parameter].takesNames {
          groups[parameter].append(index)
          firstLabel = firstLabel ?? label
          continue
        }
        guard groups[parameter].isEmpty else {
          throw Failure(.argument, "\(label) is given twice", at: argument.span)
        }
        groups[parameter] = [index]
        firstLabel = firstLabel ?? label
      } else if let firstLabel {
        throw Failure(
          .argument, "an argument without a name cannot follow \(firstLabel)=", at: argument.span,
          hint: "put it before \(firstLabel)=, or give it a name too")
      } else {
        guard position < parameters.count else { throw tooMany(arguments.count, at: argument.span) }
        groups[position].append(index)
        if !parameters[position].takesRest { position += 1 }
      }
    }
    return groups
  }

  /// What it takes: the whole usage, or where to read it where that is long.
  var advice: String {
    usage.count <= 72 ? "it takes \(usage)" : "help \(name) tells its \(counted(parameters.count, "argument"))"
  }

  private func unknown(_ label: String, at span: Range<Int>) -> Failure {
    var failure = Failure(.argument, "\(name) has no argument '\(label)'", about: .argument(label), at: span)
    if let parameter = parameters.first(where: { $0.aliases.contains(label) }) {
      failure.hint = "here it is called \(parameter.name)"
      failure.fix = Failure.Fix(replacing: span, with: parameter.name)
      return failure
    }
    if let advice = foreignArguments?.value.advice(for: label, of: name) { return failure.hinting(advice) }
    failure = failure.suggesting(for: label, at: span, among: parameters.map(\.name))
    if failure.hint != nil { return failure }
    return failure.hinting(parameters.isEmpty ? "\(name) takes none" : advice)
  }

  private func tooMany(_ count: Int, at span: Range<Int>) -> Failure {
    let most = parameters.isEmpty ? "no arguments" : "at most \(counted(parameters.count, "argument"))"
    let given = count == 1 ? "1 was given" : "\(count) were given"
    return Failure(.argument, "\(name) takes \(most); \(given)", at: span, hint: parameters.isEmpty ? nil : advice)
  }
}

/// The name that an argument was given, if any, and where the argument stands.
public struct ArgumentLabel: Sendable {
  public let name: String?
  public let span: Range<Int>

  public init(name: String?, span: Range<Int>) {
    self.name = name
    self.span = span
  }
}
