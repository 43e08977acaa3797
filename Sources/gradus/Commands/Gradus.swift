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

  static func main() {
    // A file that may grow no further is said, and does not end the program.
    signal(SIGXFSZ, SIG_IGN)
    // Without Swift's own report, which takes seconds.
    signal(SIGQUIT, SIG_DFL)
    do {
      if let commands = Commands(plain: CommandLine.arguments.dropFirst()) {
        try commands.run()
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
      if Terminal.hasLostOutput { end(CommandFailure(.fault)) }
    } catch let failure as CommandFailure {
      end(failure)
    } catch {
      // What was asked for, such as the help, is no failure.
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      end(CommandFailure(.wrongInput, fullMessage(for: error)))
    }
  }

  /// The one place where the program ends before its time.
  private static func end(_ failure: CommandFailure) -> Never {
    if let message = failure.message { Terminal.write(message + "\n", to: standard_error()) }
    guard Terminal.hasLostOutput else { exit(withError: ExitCode(failure.status.rawValue)) }
    Terminal.write("gradus: not all of the output could be written\n", to: standard_error())
    exit(withError: ExitCode(ExitStatus.fault.rawValue))
  }
}

enum Version {
  static let current = "0.1.0"
}
