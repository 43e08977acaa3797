import Plotting
import Vocabulary

/// Something that prints words and below them a figure.
protocol Illustrated: Object {
  var words: Display { get }
  var figure: Figure { get }
}

extension Illustrated {
  var display: Display { words + "\n" + figure.display }
}
