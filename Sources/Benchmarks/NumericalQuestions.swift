import Workbench

/// Questions of a classroom whose answers are integrals over densities that are themselves computed, each from the
/// command to the text that is shown; every one of them should take no more than 100 ms.
enum NumericalQuestions {
  private static let commands = [
    "neuron(2, weights=truncated_normal(), seed=1)",
    "neuron(3, weights=uniform(-1, 1), activation=relu, seed=1)",
    "neuron(2, weights=mixture([normal(0,1), uniform(-1,1)], [0.5,0.5]), activation=hard_sigmoid, seed=1)",
    "mean(uniform() + truncated_normal())",
    "push(relu, sum(truncated_normal(), 2))",
    "push(relu, truncated_normal() + truncated_normal())",
    "push(gelu, gamma(0.1) + lognormal())",
    "push(leaky_relu, mixture([normal(0,1), uniform(-1,1)], [0.5,0.5]) + constant(1))",
    "push(sigmoid, uniform() + exponential() + gamma(2))",
    "clt(beta(1e9, 100), 2)",
    "clt(truncated_normal(), 3)",
    "quantile(truncated_normal() + uniform(), 0.9)",
    "P(sum(truncated_normal(), 2) > 1)",
  ]

  static var measurements: [Measurement] { commands.map(measurement) }

  private static func measurement(_ command: String) -> Measurement {
    Measurement(command, unit: "ms", scale: 1e3, count: 10) { count in
      for _ in 0..<count {
        var session = Session()
        let transcript = session.run(command)
        precondition(transcript.failure == nil && transcript.results.last?.printed.text.isEmpty == false)
      }
    }
  }
}
