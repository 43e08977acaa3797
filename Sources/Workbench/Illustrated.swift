import Plotting
import Vocabulary

/// Something that prints words and below them a figure.
public protocol Illustrated: Object {
  var words: Display { get }
  var figure: Figure { get }
}

extension Illustrated {
  public var display: Display { words + "\n" + figure.display }
}
