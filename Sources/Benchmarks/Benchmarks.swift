import Builtins
import Lessons
import Probability
import Vocabulary
import Workbench

/// Every speed figure that is quoted anywhere. Run it with `GRADUS_TOOLS=1 swift run -c release gradus-bench`; words behind it
/// choose those whose names contain them. Tables of their own: `sampling`, random draws beside NumPy's; `evaluation`, loops
/// and arrays beside CPython's and NumPy's; `stopping`, how soon work ends after Ctrl-C; `growth`, the memory of long sessions;
/// `classroom`, students in the browser's place; `start`, a calculation from start to end beside Python's and others, of the
/// gradus at the path behind it or of the one beside this program. `sockets` measures nothing: it serves those who do.
@main
struct Benchmarks {
  static func main() throws {
    if CommandLine.arguments.contains("sockets") { return try Sockets.serve() }
    if CommandLine.arguments.contains("sampling") { return Sampling.report() }
    if CommandLine.arguments.contains("evaluation") { return Evaluation.report() }
    if CommandLine.arguments.contains("stopping") { return Stopping.report() }
    if CommandLine.arguments.contains("growth") { return Growth.report() }
    if CommandLine.arguments.contains("start") {
      return Start.report(gradus: CommandLine.arguments.dropFirst().first { $0.contains("/") })
    }
    if CommandLine.arguments.contains("classroom") { return ClassroomLoad.report(CommandLine.arguments) }
    if ClassFolder.serves(CommandLine.arguments) { return }
    let measurements = [
      Measurement("evaluate 0.1⁵×0.03, text to value", unit: "µs", scale: 1e6, count: 100_000, evaluate),
      Measurement("evaluate and print 0.1⁵×0.03", unit: "µs", scale: 1e6, count: 100_000, print),
      Measurement("normal draws, one after the other", unit: "ns", scale: 1e9, count: 10_000_000, drawNormals),
      Measurement("uniform draws, one after the other", unit: "ns", scale: 1e9, count: 10_000_000, drawUniforms),
      Measurement("train 2-5-10-2-1, 10 000 circles, 100 epochs", unit: "s", scale: 100, count: 100) {
        NetworkWorkloads.circles(epochs: $0)
      },
      Measurement("train 50 layers of 256 tanh, a batch of 256, 1 thread", unit: "ms", scale: 1e3, count: 10) {
        NetworkWorkloads.deep(steps: $0, threads: 1)
      },
      Measurement("train 50 layers of 256 tanh, a batch of 256, 2 threads", unit: "ms", scale: 1e3, count: 10) {
        NetworkWorkloads.deep(steps: $0, threads: 2)
      },
      Measurement("train 784-256-128-10, 60 000 points, an epoch, 1 thread", unit: "s", scale: 1, count: 1) {
        NetworkWorkloads.digits(epochs: $0, threads: 1)
      },
      Measurement("train 784-256-128-10, 60 000 points, an epoch, 2 threads", unit: "s", scale: 1, count: 1) {
        NetworkWorkloads.digits(epochs: $0, threads: 2)
      },
      Measurement("hist of a million numbers, command to text", unit: "ms", scale: 1e3, count: 20) {
        FigureWorkloads.histogram($0)
      },
      Measurement("boundary of 2-5-10-2-1 with 1000 points, command to text", unit: "ms", scale: 1e3, count: 50) {
        FigureWorkloads.regions($0)
      },
      Measurement("train 2-8-5-1, 1000 circles, an epoch, nobody looking", unit: "µs", scale: 1e6, count: 5000) {
        FigureWorkloads.training(epochs: $0, watch: nil)
      },
      Measurement("train 2-8-5-1, 1000 circles, an epoch, watch=boundary", unit: "µs", scale: 1e6, count: 5000) {
        FigureWorkloads.training(epochs: $0, watch: "boundary")
      },
      Measurement("train 2-8-5-1, 1000 circles, an epoch, watch=loss", unit: "µs", scale: 1e6, count: 5000) {
        FigureWorkloads.training(epochs: $0, watch: "loss")
      },
      Measurement("check 50 lessons of 40 commands, all of them", unit: "ms", scale: 1e3, count: 5, check),
      Measurement("the program checks 50 lessons of 40 commands, from start to end", unit: "ms", scale: 1e3, count: 10)
      {
        runCheck($0, files: 50)
      },
      Measurement("the program checks a lesson of 40 commands, from start to end", unit: "ms", scale: 1e3, count: 20) {
        runCheck($0, files: 1)
      },
      Measurement("make notebooks of 50 lessons of 40 commands, run", unit: "ms", scale: 1e3, count: 3) {
        makeNotebooks($0, runs: true)
      },
      Measurement("make notebooks of 50 lessons of 40 commands, as written", unit: "ms", scale: 1e3, count: 3) {
        makeNotebooks($0, runs: false)
      },
      Measurement("make lessons of 50 notebooks of 40 commands", unit: "ms", scale: 1e3, count: 3, makeLessons),
      Measurement("grade 300 copies of a lesson of 10 exercises, all of them", unit: "ms", scale: 1e3, count: 3, grade),
    ]
    let words = CommandLine.arguments.dropFirst()
    for measurement in measurements + NumericalQuestions.measurements where words.allSatisfy(measurement.name.contains)
    { Swift.print(measurement.line) }
  }

  private static func evaluate(_ count: Int) {
    var session = Session()
    for _ in 0..<count { _ = session.run("0.1⁵×0.03") }
  }

  private static func print(_ count: Int) {
    var session = Session()
    for _ in 0..<count { precondition(session.run("0.1⁵×0.03").results.last?.printed.text == "3×10⁻⁷") }
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

  private static func grade(_ count: Int) {
    guard let folder = ClassFolder(copies: 300, exercises: 10) else { return }
    for _ in 0..<count { precondition(folder.grade() == 300 * 10 / 2) }
  }

  private static func makeNotebooks(_ count: Int, runs: Bool) {
    guard let folder = LessonFolder(files: 50, commands: 40) else { return }
    for _ in 0..<count { precondition(folder.notebooks(runs: runs).count == 50) }
  }

  private static func makeLessons(_ count: Int) {
    guard let notebooks = LessonFolder(files: 50, commands: 40)?.notebooks(runs: false) else { return }
    for _ in 0..<count {
      for notebook in notebooks {
        precondition((try? NotebookLesson(of: notebook, builtins: .standard))?.flaw == nil)
      }
    }
  }

  private static func runCheck(_ count: Int, files: Int) {
    guard let folder = LessonFolder(files: files, commands: 40) else { return }
    for _ in 0..<count { precondition(Program.gradus.run(["check", folder.path]) == 0, "build gradus, too") }
  }

  private static func check(_ count: Int) {
    guard let folder = LessonFolder(files: 50, commands: 40) else { return }
    for _ in 0..<count { precondition(LessonRunner(builtins: .standard).check([folder.path]).status == .allHold) }
  }
}
