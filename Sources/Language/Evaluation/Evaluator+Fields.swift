import Vocabulary

/// `h.loss`: parts of results by their names.
extension Evaluator {
  /// What a dot and a name yield.
  ///
  /// Throws a failure of kind `name` that lists the fields that there are, or says how the function of that name is called.
  public func field(
    _ name: String, of value: Value, writtenAs owner: ExpressionSyntax, at place: Range<Int>
  ) throws(Failure) -> Value {
    guard case .object(let object) = value.primal else {
      throw noField(name, of: value, writtenAs: owner, at: place, replacing: owner.span.lowerBound..<place.upperBound)
    }
    let opened = opened(object)
    if let found = opened.field(name) { return found }
    if let known = opened.fieldDescriptions.first(where: { $0.name == name }) {
      throw Failure(
        .name, "this \(object.kind) has no .\(name), which there is only \(known.condition ?? "of others")",
        about: .name(name), at: place)
    }
    guard !opened.fieldDescriptions.isEmpty else {
      throw noField(name, of: value, writtenAs: owner, at: place, replacing: owner.span.lowerBound..<place.upperBound)
    }
    throw unknownField(name, of: object.noun, among: opened.presentFields, at: place)
  }

  private func unknownField(
    _ name: String, of noun: String, among descriptions: [FieldDescription], at place: Range<Int>
  ) -> Failure {
    let failure = Failure(.name, "\(noun) has no .\(name)", about: .name(name), at: place)
    let all = "it has " + descriptions.map { "." + $0.name }.joined(separator: ", ")
    let near =
      descriptions.first { $0.aliases.contains(name) }?.name
      ?? Suggestion.nearest(to: name, among: descriptions.map(\.name))
      ?? descriptions.first { name.count > 2 && ($0.name.hasPrefix(name) || name.hasPrefix($0.name)) }?.name
    guard let near else { return failure.hinting(all) }
    var suggested = failure.hinting("did you mean .\(near)? \(all)")
    suggested.fix = Failure.Fix(replacing: place, with: near)
    return suggested
  }

  /// What to say where a value has no fields at all: how the function of that name is called with it.
  private func noField(
    _ name: String, of value: Value, writtenAs owner: ExpressionSyntax, at place: Range<Int>,
    replacing written: Range<Int>, with arguments: [ArgumentSyntax] = []
  ) -> Failure {
    let failure = Failure(.name, "\(value.noun) has no .\(name)", about: .name(name), at: place)
    if let signature = lexicon[name], signature.canTake(value, and: arguments.count) {
      let given = [owner.source] + arguments.map { ($0.label.map { $0 + "=" } ?? "") + $0.expression.source }
      return failure.writing("\(name)(\(given.joined(separator: ", ")))", replacing: written)
    }
    return lexicon.advice(for: name).map(failure.hinting) ?? failure
  }

  /// The function that `h.name(…)` calls; throws where the value has no such field or it is no function.
  func function(
    _ name: String, of value: Value, writtenAs owner: ExpressionSyntax, at place: Range<Int>,
    _ arguments: CallArguments,
    _ call: ExpressionSyntax
  ) throws(Failure) -> any Function {
    let written = arguments.written
    let object: (any Object)? = if case .object(let object) = value.primal { opened(object) } else { nil }
    let isField = object?.fieldDescriptions.contains { $0.name == name } ?? false
    if !isField, object == nil || lexicon[name]?.canTake(value, and: written.count) ?? false {
      throw noField(name, of: value, writtenAs: owner, at: place, replacing: call.span, with: written)
    }
    let found = try field(name, of: value, writtenAs: owner, at: place)
    if case .function(let function) = found { return function }
    let source = owner.source(atLeast: .atom) + "." + name
    let failure = Failure(.type, "\(source) is \(found.noun), not a function", at: place)
    if written.isEmpty { throw failure.writing(source, replacing: call.span) }
    guard found.kind == "vector" || found.kind == "matrix" || found.kind == "list" else { throw failure }
    let places = written.map(\.expression.source).joined(separator: ", ")
    throw failure.writing("\(source)[\(places)]", replacing: call.span)
  }
}

extension Signature {
  /// Whether it can be called with a value first and so many further arguments, as far as that can be told.
  fileprivate func canTake(_ value: Value, and more: Int) -> Bool {
    guard let first = parameters.first else { return false }
    let fits: Bool =
      if case .object(let object) = value { first.domain.parts.contains(.object(object.kind)) } else {
        first.domain.admits(value)
      }
    let required = parameters.dropFirst().count { if case .required = $0.presence { true } else { false } }
    return fits && required <= more && more < parameters.count
  }
}
