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
    Terminal.prepareLocale()
    // Without Swift's own report, which takes seconds; and a file that may not grow further is an error like others.
    Signal.reset(SIGQUIT)
    Signal.ignore(SIGXFSZ)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      if let message = failure.message { Terminal.write("error: \(message)\n", to: standard_error()) }
      exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Terminal.write(fullMessage(for: error) + "\n", to: standard_error())
      exit(withError: ExitCode(ExitStatus.wrongCall.rawValue))
    }
  }
}

enum Version {
  static let current = "0.1.0"
}
