import Lessons
import Networks
import Probability
import Vocabulary
import Workbench

/// Every speed figure that is quoted anywhere. Run it with `swift run -c release gradus-bench`.
@main
struct Benchmarks {
  static func main() {
    let measurements = [
      Measurement("evaluate 0.1⁵×0.03, text to value", unit: "µs", scale: 1e6, count: 100_000, evaluate),
      Measurement("normal draws, one after the other", unit: "ns", scale: 1e9, count: 10_000_000, drawNormals),
      Measurement("uniform draws, one after the other", unit: "ns", scale: 1e9, count: 10_000_000, drawUniforms),
      Measurement("train 2-5-10-2-1, 10 000 circles, an epoch", unit: "ms", scale: 1e3, count: 3, train),
      Measurement("check 50 lessons of 40 commands, all of them", unit: "ms", scale: 1e3, count: 5, check),
    ]
    for measurement in measurements { print(measurement.line) }
  }

  private static func evaluate(_ count: Int) {
    var session = Session()
    for _ in 0..<count { _ = session.run("0.1⁵×0.03") }
  }

  private static func drawNormals(_ count: Int) {
    var generator = PCG64(seed: 1)
    var sum = 0.0
    for _ in 0..<count { sum += generator.standardNormal() }
    precondition(sum.isFinite)
  }

  private static func drawUniforms(_ count: Int) {
    var generator = PCG64(seed: 1)
    var sum = 0.0
    for _ in 0..<count { sum += generator.nextUniform() }
    precondition(sum.isFinite)
  }

  private static func train(_ count: Int) {
    var session = Session()
    _ = session.run("data = circles(10_000, noise=0.05, seed=1);")
    _ = session.run(
      "net = sequential(input(2), dense(5, tanh), dense(10, tanh), dense(2, tanh), dense(1, sigmoid), seed=1);")
    _ = session.run("train net data epochs=\(count) seed=1;")
  }

  private static func check(_ count: Int) {
    guard let folder = LessonFolder(files: 50, commands: 40) else { return }
    for _ in 0..<count { precondition(Check([folder.path]).status == .allHold) }
  }
}
