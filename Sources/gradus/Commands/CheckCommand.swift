import ArgumentParser
import CLibEdit
import Lessons

/// Runs lessons and compares what they print with what they say.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Run lessons and compare what they print with what they say.",
    discussion: "The exit status is 0 where all holds, 1 where something differs, 2 where a file cannot be read.")

  @Argument(help: "Lessons, or folders of them.", completion: .file())
  var paths: [String]

  @Option(help: "Only files with this text in their path.")
  var filter: String?

  @Option(help: "How many files run at once.")
  var jobs: Int?

  @Flag(help: "Stop at the first file that does not hold.")
  var failFast = false

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    Terminal.prepareLocale()
    let check = Check(paths, filter: filter, jobs: jobs, failFast: failFast)
    let usesColor = color.isAllowed(on: standard_output())
    Terminal.write(PrettyReport(check, usesColor: usesColor).text)
    if check.status != .allHold { throw ExitCode(check.status.rawValue) }
  }
}
