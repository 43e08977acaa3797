import Plotting
import Vocabulary

extension StatementResult {
  /// The figure that is shown, and how many lines of words stand above it; nil where there is none.
  public var figure: (figure: Figure, wordLines: Int)? {
    guard !isSilent, case .object(let object) = value else { return nil }
    if let figure = object as? Figure { return (figure, 0) }
    guard let illustrated = object as? any Illustrated else { return nil }
    return (illustrated.figure, illustrated.words.printed(in: style).text.lines.count)
  }
}
