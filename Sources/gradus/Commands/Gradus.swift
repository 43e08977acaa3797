import ArgumentParser
import CLibEdit
import Platform

/// The program.
@main
struct Gradus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "How neural networks are initialized, and why gradients vanish or explode, by trying it.",
    discussion: "Without arguments it is a prompt; from a pipe it reads commands; files of commands are run.",
    version: Version.current,
    subcommands: [
      RunCommand.self, CheckCommand.self, LearnCommand.self, GradeCommand.self, ReleaseCommand.self,
      ExportCommand.self, NewCommand.self, ReferenceCommand.self, CompleteCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  /// The exit status where the program is called wrongly.
  private static let wrongCall: Int32 = 2

  static func main() {
    // A file that may grow no further is said, and does not end the program.
    signal(SIGXFSZ, SIG_IGN)
    // Without Swift's own report, which takes seconds.
    signal(SIGQUIT, SIG_DFL)
    do {
      var command = try parseAsRoot()
      try command.run()
      if Terminal.hasLostOutput { throw ExitCode(ReportOutput.faultStatus) }
    } catch {
      if Terminal.hasLostOutput {
        Terminal.write("gradus: not all of the output could be written\n", to: standard_error())
        exit(withError: ExitCode(ReportOutput.faultStatus))
      }
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Terminal.write(fullMessage(for: error) + "\n", to: standard_error())
      exit(withError: ExitCode(wrongCall))
    }
  }
}

enum Version {
  static let current = "0.1.0"
}
