import Builtins
import Platform
import Vocabulary
import Workbench

/// How much memory a session of many commands of one kind comes to take.
enum Growth {
  private static let commands = [
    "1 + 1", "x = 3", "v = linspace(0, 1, 100)", "f(x) = x²", "f(x) = x³; f′(2)", "sample normal(0, 1) 5",
    "normal(0, 1)",
    "X = normal(0, 1); P(X > 1)", "chain 0.1⁵ × 0.03", "[n² for n in 1..20]", "\"text\"", "help sqrt", "nothing", "(1",
    "net = sequential(input(2), dense(3), seed=1)", "plot sin", "sum(uniform(0, 1), 12)", "push(relu, normal(0, 1))",
  ]

  static func report() {
    let count = 100_000
    print("MB that \(count) commands of a kind add to a session in which a hundred were run before")
    for command in commands {
      let grown = LargeStack.run { () -> Int in
        var session = Session()
        for _ in 0..<100 { _ = session.run(command).results.map(\.printed) }
        let before = residentKilobytes
        for _ in 0..<count { _ = session.run(command).results.map(\.printed) }
        return residentKilobytes - before
      }
      print(command.padded(to: 50) + String(Double((grown ?? 0) / 100) / 10))
    }
  }
}
