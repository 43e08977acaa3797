import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let describe = Builtin(
    "describe", "What is known of a distribution or an initializer.",
    Parameter("x", .source, "a distribution or an initializer"),
    documentation: Documentation(
      examples: [
        Example(
          "describe uniform(-1, 1)",
          gives: """
            uniform(low=-1, high=1)
              mean                 0
              variance             0.333333
              standard deviation   0.57735
              support              -1 to 1
              quartiles            -0.5, 0, 0.5
            """)
      ],
      seeAlso: ["sample", "help"])
  ) { (session: inout Session, source) in
    switch source {
    case .distribution(let distribution): .object(Report(kind: "description", display: distribution.description))
    case .initializer(let initializer): .object(Report(kind: "description", display: initializer.description))
    }
  }
}
