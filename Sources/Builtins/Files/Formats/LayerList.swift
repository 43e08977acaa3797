import Language
import Networks
import Probability
import Vocabulary
import Workbench

/// Layers read from a text that anybody may have written: nothing but what makes layers is run.
struct LayerList {
  /// Nil where the text is no list of layers.
  let layers: [any Layer]?

  /// What may be called: layers, and what their arguments may be.
  private static let words: Set<String> = Set(
    Networks.layers.names + activations.names + initializers.names + distributions.names + [
      "true", "false", "inf", "nan",
    ])
  private static let longest = 1_000_000

  init(_ text: String, for session: Session) {
    guard text.hasPrefix("["), text.utf8.count <= Self.longest, Self.holdsOnlyKnownWords(text, session.lexicon) else {
      layers = nil
      return
    }
    var reader = Session(builtins: session.builtins)
    reader.context.limits = session.context.limits
    reader.files = .lesson(in: nil)
    reader.interruption = session.interruption
    let transcript = reader.run(text)
    guard transcript.failure == nil, transcript.results.count == 1, case .list(let values) = transcript.results[0].value
    else {
      layers = nil
      return
    }
    let read = values.compactMap { if case .object(let layer as any Layer) = $0 { layer } else { nil } }
    layers = read.count == values.count ? read : nil
  }

  /// Whether every word is known or the name of an argument, and there is no sign but those of calls and numbers.
  private static func holdsOnlyKnownWords(_ text: String, _ lexicon: Lexicon) -> Bool {
    let labels = Set(
      words.compactMap { lexicon[$0] }.flatMap(\.parameters).map(\.name))
    return Lexer.tokens(of: text).allSatisfy { token in
      switch token.kind {
      case .name(let word): words.contains(word) || labels.contains(word)
      case .text(let word): words.contains(word)
      case .number, .space, .end: true
      case .symbol(let symbol): signs.contains(symbol)
      case .openText, .superscript, .superscriptName, .prime, .stray, .comment, .newline: false
      }
    }
  }

  private static let signs: Set<Symbol> = [
    .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .assign, .comma, .minus, .plus,
  ]
}
