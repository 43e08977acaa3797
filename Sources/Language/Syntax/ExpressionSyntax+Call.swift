import Vocabulary

extension ExpressionSyntax {
  /// The call of a built-in, whose name this is, with arguments that have no names; nil of any other expression.
  ///
  /// Throws where they are too many.
  public func called(with arguments: [ExpressionSyntax], in lexicon: Lexicon) throws(Failure) -> ExpressionSyntax? {
    guard case .builtin(let number, _) = node else { return nil }
    let written = arguments.map { ArgumentSyntax(label: nil, labelSpan: nil, expression: $0) }
    let groups = try lexicon.signatures[number].bind(written.map(\.bindingLabel))
    let end = arguments.last?.span.upperBound ?? span.upperBound
    return ExpressionSyntax(
      .call(self, CallArguments(written: written, groups: groups)), at: span.lowerBound..<max(end, span.upperBound))
  }
}
