import Language
import Vocabulary

/// The names that mean something only where the end of an unfinished line stands: parameters, loop variables, and what is
/// named in the brackets around it.
enum LocalNames {
  /// In the order in which they appear, each once.
  static func atEnd(of tokens: [Token]) -> [String] {
    let words = tokens.filter { !$0.isBlank && $0.kind != .end }
    // The brackets that are open, each with the place of its opener and the names in it; the first is the line itself.
    var open: [(start: Int, names: [String])] = [(0, [])]
    func name(_ index: Int) -> String? {
      guard words.indices.contains(index), case .name(let name) = words[index].kind, words[index].keyword == nil else {
        return nil
      }
      return name
    }
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : nil
      switch word.kind {
      case .newline where open.count == 1, .symbol(.semicolon) where open.count == 1: open = [(index + 1, [])]
      case .symbol(.leftParenthesis), .symbol(.leftBracket): open.append((index, []))
      case .symbol(.rightParenthesis) where open.count > 1:
        let start = open.removeLast().start
        guard next?.is(.arrow) ?? false || (next?.is(.assign) ?? false && open.count == 1) else { continue }
        let parameters = (start + 1..<index).filter { words[$0 - 1].is(.comma) || $0 == start + 1 }
        open[open.count - 1].names += parameters.compactMap(name)
      case .symbol(.rightBracket) where open.count > 1: open.removeLast()
      case .symbol(.arrow): if let name = name(index - 1) { open[open.count - 1].names.append(name) }
      case .symbol(.assign) where open.count > 1:
        guard let name = name(index - 1), words[index - 2].is(.semicolon) || isGroup(open[open.count - 1].start, words)
        else { continue }
        open[open.count - 1].names.append(name)
      case .name("for"): if let name = name(index + 1) { open[open.count - 1].names.append(name) }
      default: break
      }
    }
    var names: [String] = []
    for name in open.flatMap(\.names) where !names.contains(name) { names.append(name) }
    return names
  }

  /// Whether a bracket calls nothing.
  private static func isGroup(_ opener: Int, _ words: [Token]) -> Bool {
    guard words[opener].is(.leftParenthesis) else { return false }
    return opener == 0 || words[opener].hasSpaceBefore || !words[opener - 1].endsOperand
  }
}
