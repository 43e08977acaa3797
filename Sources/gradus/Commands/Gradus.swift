import ArgumentParser
import CLibEdit
import ElementaryFunctions
import Lessons
import Platform
import Vocabulary

/// The program.
@main
struct Gradus: ManualSubject {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "How neural networks are initialized, and why gradients vanish or explode, by trying it.",
    discussion: "Without arguments it is a prompt; from a pipe it reads commands; files of commands are run.",
    subcommands: [
      RunCommand.self, CheckCommand.self, LearnCommand.self, GradeCommand.self, ReleaseCommand.self,
      ExportCommand.self, NotebookCommand.self, ServeCommand.self, ClassCommand.self, NewCommand.self,
      ReferenceCommand.self, CompleteCommand.self, KernelCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  static let notes = ManualNotes(
    endings: RunCommand.notes.endings,
    environment: RunCommand.notes.environment + [LessonLibrary.variable],
    files: RunCommand.notes.files + LearnCommand.notes.files,
    examples: [
      .init("The prompt:", "gradus")
    ] + RunCommand.notes.examples + [
      .init("The lessons, and the third of them:", "gradus learn\ngradus learn 3"),
      .init(
        "Tab in this bash; the same line in ~/.bashrc brings it to every one:",
        "source <(gradus --generate-completion-script bash)"),
    ])

  @Flag(help: "Show which gradus this is and where its lessons are.")
  var version = false

  func validate() throws { if version { throw CleanExit.message(VersionText().text.visible(keepsLines: true)) } }

  static func main() {
    // A file that may grow no further is said, and does not end the program.
    signal(SIGXFSZ, SIG_IGN)
    // Without Swift's own report, which takes seconds.
    signal(SIGQUIT, SIG_DFL)
    do {
      try checkKernels()
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

  /// Throws where GRADUS_KERNELS asks for loops that there are not.
  private static func checkKernels() throws {
    guard let refused = Kernels.Path.refused else { return }
    let names = Kernels.Path.allSupported.map(\.name).joined(separator: ", ")
    throw CommandFailure(
      .wrongInput, "gradus: GRADUS_KERNELS says '\(refused)'; this processor can run: \(names)")
  }

  /// The one place where the program ends before its time.
  private static func end(_ failure: CommandFailure) -> Never {
    if let message = failure.message { Terminal.write(message + "\n", to: standard_error()) }
    guard Terminal.hasLostOutput else { exit(withError: ExitCode(failure.status.rawValue)) }
    Terminal.write("gradus: not all of the output could be written\n", to: standard_error())
    exit(withError: ExitCode(ExitStatus.fault.rawValue))
  }
}
