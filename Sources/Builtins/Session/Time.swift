import Language
import Vocabulary
import Workbench

extension Builtin {
  static let time = Builtin(
    "time", "Evaluates an expression or runs a command and says how long that took.",
    Parameter("expression", .command, "what to evaluate, as it would stand without time before it"),
    documentation: Documentation(
      notes: "The value is the expression's; only what is shown depends on the clock.",
      examples: [
        Example("time sum(1..1000)", gives: "500500\ntook [..]"),
        Example("time sample normal(0, 1) 2 seed=1", gives: "[0.345584, 0.821618]\ntook [..]"),
      ],
      aliases: ["timeit"]),
    yields: Timing.self
  ) { (session: inout Session, quotation) throws(Failure) in
    let clock = ContinuousClock()
    let start = clock.now
    var frame = quotation.frame
    let value = try session.evaluate(quotation.expression, &frame)
    let (seconds, attoseconds) = (clock.now - start).components
    return .object(Timing(value: value, seconds: Double(seconds) + Double(attoseconds) * 1e-18))
  }
}

/// A value and how long it took to find it.
struct Timing: Record {
  let value: Value
  let seconds: Double

  var kind: String { "timing" }
  static let fields: [Field<Timing>] = [
    Field("value", "what was found") { $0.value }, Field("seconds", "how long that took, in seconds") { $0.seconds },
  ]

  var display: Display {
    let shown = value.display
    let duration: Display = "took " + amount
    return shown == Display() ? duration : shown + "\n" + duration
  }

  private var amount: Display {
    switch seconds {
    case 1...: Display(seconds, digits: 3) + " s"
    case 1e-3...: Display(seconds * 1e3, digits: 3) + " ms"
    default: Display(seconds * 1e6, digits: 3) + " µs"
    }
  }
}
