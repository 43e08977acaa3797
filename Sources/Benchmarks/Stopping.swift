import Builtins
import Platform
import Vocabulary
import Workbench

/// How soon work of each kind ends after Ctrl-C, in processor time.
enum Stopping {
  /// Each takes long, or would without a stop.
  private static let commands = [
    "permutation(1e8)", "shuffle(linspace(0, 1, 1e8))", "choice(1..1e6, 1e8)", "circles(5e7)", "spirals(5e7)",
    "blobs(5e7)", "linspace(0, 1, 2e8);", "sort(sample(normal(0, 1), 5e7));", "sum(sample(normal(0, 1), 1e8))",
    "map(cbrt′, linspace(0, 1, 6e7));", "[x² for x in 1..1e8];", "f(n) = f(n); f(1)",
    "ks_test(sample(normal(0, 1), 3e7), normal(0, 1))",
    "neuron(3, weights=uniform(-1, 1), activation=relu)", "push(gelu, gamma(0.1) + lognormal())",
    "clt(beta(1e9, 100), 2)",
    "train sequential(input(2), dense(100), dense(1)) circles(1e5) epochs=1000",
    "compare [he_normal, glorot_uniform] sequential(input(2), dense(50), dense(1)) circles(1000) epochs=1000",
    "flow(sum(uniform(0, 1), 12), exponential, units=4096)", "sequential(input(1e4), dense(2e4));",
    "linspace(0, 1, 9e6) @ reshape(linspace(0, 1, 9e7), [9e6, 10]);",
  ]

  static func report() {
    print("milliseconds of processor time from Ctrl-C to the end; \"done\" where all was done before")
    for command in commands {
      let end = LargeStack.run { ending(of: command) } ?? nil
      print(command.padded(to: 96) + (end.map { String(($0 * 10).rounded() / 10) } ?? "done"))
    }
  }

  /// Nil where the command was done before the stop was asked for.
  private static func ending(of command: String) -> Double? {
    var session = Session()
    let interruption = session.interruption
    let asked = Background { () -> UInt64 in
      usleep(150_000)
      let now = processorTime
      interruption.request()
      return now
    }
    let transcript = session.run(command)
    let end = processorTime
    let start = asked.value
    guard transcript.failure?.kind == .interrupted, end > start else { return nil }
    return Double(end - start) / 1e6
  }
}
