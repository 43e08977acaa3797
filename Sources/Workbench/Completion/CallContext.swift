import Language
import Vocabulary

/// The call in which the end of an unfinished line stands, in its brackets or as a command.
///
/// The parser cannot be asked: the line is not one yet.
struct CallContext {
  /// A call, or a bracket or statement that is none.
  struct Call {
    /// Nil where it is no call.
    var name: String?
    let isCommand: Bool
    /// The keyword argument whose value is being typed.
    var label: String?
    /// The keyword arguments that are there already.
    var used: [String] = []
    /// How many arguments stand before the place.
    var position = 0
    /// Whether the argument that is being typed has begun.
    fileprivate var hasBegun = false

    /// The parameter that is being typed, where that can be said.
    func parameter(of signature: Signature) -> ParameterDescription? {
      if let label { return signature.parameters.first { $0.name == label } }
      guard let last = signature.parameters.last else { return nil }
      return position < signature.parameters.count ? signature.parameters[position] : last.isRest ? last : nil
    }

    /// Those that can still be given by name.
    func open(in signature: Signature) -> [ParameterDescription] {
      signature.parameters.dropFirst(position).filter { !used.contains($0.name) && !$0.isRest }
    }
  }

  private var calls = [Call(name: nil, isCommand: true)]
  /// Whether a command may begin here.
  private var isStart = true
  private let lexicon: Lexicon
  /// The parameters and the like that mean something here.
  let localNames: [String]

  /// The innermost call.
  var call: Call { calls[calls.count - 1] }

  /// The call that surrounds what follows the tokens.
  init(before tokens: [Token], lexicon: Lexicon) {
    self.lexicon = lexicon
    localNames = LocalNames.atEnd(of: tokens)
    var last: Token?
    for (index, token) in tokens.enumerated() where !token.isBlank && token.kind != .end {
      let following = index + 1 < tokens.count ? tokens[index + 1] : nil
      take(token, after: last, before: following)
      last = token
    }
    // A space ends the argument before it in a command.
    if call.isCommand, call.hasBegun, tokens.last(where: { $0.kind != .end })?.kind == .space,
      last?.endsOperand ?? false
    {
      nextArgument()
    }
  }

  private mutating func take(_ token: Token, after last: Token?, before following: Token?) {
    switch token.kind {
    case .newline:
      if calls.count == 1, !continues(last) { endStatement() }
    case .symbol(.semicolon):
      if calls.count == 1 { endStatement() } else { calls[calls.count - 1] = Call(name: nil, isCommand: false) }
    case .symbol(.leftParenthesis), .symbol(.leftBracket):
      if isNextArgument(token, after: last, before: following) { nextArgument() }
      calls[calls.count - 1].hasBegun = true
      calls.append(Call(name: token.is(.leftParenthesis) ? callee(token, last) : nil, isCommand: false))
      isStart = false
    case .symbol(.rightParenthesis), .symbol(.rightBracket): if calls.count > 1 { calls.removeLast() }
    case .symbol(.comma): nextArgument()
    case .symbol(.assign): assign(last)
    case .name(let name) where isStart && calls.count == 1: begin(name, before: following)
    default:
      isStart = false
      if isNextArgument(token, after: last, before: following) { nextArgument() }
      calls[calls.count - 1].hasBegun = true
    }
  }

  /// A name at the start of a statement: a command where white space follows.
  private mutating func begin(_ name: String, before following: Token?) {
    let signature = lexicon[name]
    isStart = signature?.parameters.first?.passing == .command
    if signature != nil, following?.kind == .space {
      calls[0] = Call(name: name, isCommand: true)
    } else {
      calls[0].hasBegun = true
    }
  }

  /// The name before a bracket that calls it.
  private func callee(_ bracket: Token, _ last: Token?) -> String? {
    guard let last, case .name(let name) = last.kind, last.keyword == nil else { return nil }
    return bracket.hasSpaceBefore && call.isCommand && call.name != nil && call.name != name ? nil : name
  }

  private mutating func assign(_ last: Token?) {
    guard let last, case .name(let name) = last.kind, calls.count > 1 || call.name != nil else {
      isStart = calls.count == 1
      if isStart { calls[0] = Call(name: nil, isCommand: true) }
      return
    }
    calls[calls.count - 1].label = name
    calls[calls.count - 1].used.append(name)
    calls[calls.count - 1].hasBegun = false
  }

  private mutating func nextArgument() {
    // What has a name does not count among those without.
    if call.label == nil { calls[calls.count - 1].position += 1 }
    calls[calls.count - 1].label = nil
    calls[calls.count - 1].hasBegun = false
  }

  private mutating func endStatement() {
    calls = [Call(name: nil, isCommand: true)]
    isStart = true
  }

  // MARK: Arguments of commands

  private func isNextArgument(_ token: Token, after last: Token?, before following: Token?) -> Bool {
    guard call.isCommand, call.name != nil, call.hasBegun, token.hasSpaceBefore, last?.endsOperand ?? false else {
      return false
    }
    switch token.kind {
    case .number, .text, .openText, .symbol(.leftParenthesis), .symbol(.leftBracket), .symbol(.bar), .symbol(.root):
      return true
    case .name: return token.keyword == nil || token.keyword == .not || token.keyword == .if
    case .symbol(.minus), .symbol(.plus): return following?.kind != .space
    default: return false
    }
  }

  private func continues(_ last: Token?) -> Bool {
    guard let last else { return false }
    if case .symbol(let symbol) = last.kind {
      return symbol.binaryOperator != nil || [.assign, .arrow, .comma].contains(symbol)
    }
    return last.keyword != nil
  }
}

extension Token {
  /// Whether a value may end with it.
  var endsOperand: Bool {
    switch kind {
    case .number, .text, .superscript, .superscriptName, .prime, .symbol(.rightParenthesis), .symbol(.rightBracket),
      .symbol(.bar):
      true
    case .name: keyword == nil
    default: false
    }
  }
}

extension ParameterDescription {
  /// Whether it takes all further arguments.
  fileprivate var isRest: Bool {
    switch presence {
    case .rest, .names: true
    case .required, .default, .optional: false
    }
  }
}
