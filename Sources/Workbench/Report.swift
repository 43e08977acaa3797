import Plotting
import Vocabulary

/// Something to read.
public struct Report: Object {
  public let kind: String
  public let display: Display

  public init(kind: String, display: Display) {
    self.kind = kind
    self.display = display
  }
}

/// Something that prints words and below them a figure.
public protocol Illustrated: Object {
  var words: Display { get }
  var figure: Figure { get }
}

extension Illustrated {
  public var display: Display { words + "\n" + figure.display }
}

extension StatementResult {
  /// The figure that is shown, and how many lines of words stand above it; nil where there is none.
  public var figure: (figure: Figure, wordLines: Int)? {
    guard !isSilent, case .object(let object) = value else { return nil }
    if let figure = object as? Figure { return (figure, 0) }
    guard let illustrated = object as? any Illustrated else { return nil }
    return (illustrated.figure, illustrated.words.printed(in: style).text.lines.count)
  }
}
