import Builtins
import Plotting
import Vocabulary
import Workbench

/// The figures whose times are quoted, each from the command to the text that is shown.
enum FigureWorkloads {
  /// A histogram of a million numbers.
  static func histogram(_ count: Int) {
    var session = Session()
    _ = session.run("v = sample(normal(0, 1), 1e6, seed=1);")
    for _ in 0..<count { draw("hist v", &session) }
  }

  /// The regions that a network of 100 parameters decides for, with a thousand points.
  static func regions(_ count: Int) {
    var session = Session()
    _ = session.run("data = circles(1000, noise=0.05, seed=1);")
    _ = session.run(
      "net = sequential(input(2), dense(5, tanh), dense(10, tanh), dense(2, tanh), dense(1, sigmoid), seed=1);")
    for _ in 0..<count { draw("boundary net data", &session) }
  }

  private static func draw(_ command: String, _ session: inout Session) {
    let printed = session.run(command).results.last?.printed.text
    precondition(printed.map { $0.contains("\n") } ?? false)
  }

  /// A training that is watched, or the same that is not.
  static func training(epochs: Int, watch: String?) {
    var session = Session()
    if watch != nil {
      let renderer = TextRenderer()
      // What a terminal would get is made, not written.
      session.canvas = { figure in
        if let figure { precondition(!renderer.canvas(figure).coloured.isEmpty) }
      }
    }
    _ = session.run("data = circles(1000, noise=0.05, seed=1);")
    _ = session.run("net = sequential(input(2), dense(8, tanh), dense(5, tanh), dense(1, sigmoid), seed=1);")
    let looking = watch.map { " watch=\($0)" } ?? ""
    precondition(session.run("train net data epochs=\(epochs) learning_rate=0.1 seed=1\(looking);").failure == nil)
  }
}
