import ArgumentParser
import Builtins
import ClassroomOptions
import Lessons
import Platform

/// Serves lessons to a class. That is a program of its own, which stands beside this one.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve lessons to a class, in every browser of the room.",
    discussion: """
      It prints the address that students open, a code to read aloud, and a private link to the teacher's board. Students need \
      no account; what they do is kept, and the class goes on where it was when the server is started again.

      Only this machine can open it unless --listen says otherwise: 'gradus serve --listen room' opens it to the whole room. \
      Ctrl-C ends it. \(notes.endings.sentence)
      """)

  @OptionGroup var options: ServeOptions

  @Flag(help: .private)
  var worker = false

  func run() throws {
    if worker {
      // They are for the server, which lets what runs come to its end, and ends its workers by closing their input.
      for signal in [SIGINT, SIGTERM] { Signal.ignore(signal) }
      return ServingWorker.serve(builtins: .standard)
    }
    try ServingProgram.run()
  }
}

/// The program that serves classes and looks after them.
enum ServingProgram {
  private static let name = "gradus-serve"

  /// Puts it in the place of this one, called with the same words.
  static func run() throws {
    let program: String
    do {
      program = try Installation.current.helper(name)
    } catch {
      throw CommandFailure(.fault, "error: \(error.message) (\(error.hint))")
    }
    let error = ChildProcess.replaceThisProgram(by: program, Array(CommandLine.arguments.dropFirst()))
    throw CommandFailure(.fault, "error: '\(program)' cannot be started: \(error.text)")
  }

  /// For manuals.
  static let file = ManualNotes.KnownFile(
    "~/.local/state/gradus/classes",
    "The classes: names, hashes of private links, what was typed and what came of it. 'gradus class delete' removes a class."
  )
  static let environment = [StoreOption.stateFolder, StateFolder.home]
}

extension ServeCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(
      success: "the class has ended", wrongInput: "the call is wrong, the port is taken or the classes cannot be kept",
      fault: "the program gradus-serve is missing"),
    environment: ServingProgram.environment + [LessonLibrary.variable, TemporaryFolder.variable],
    files: NamedLessons.files + [ServingProgram.file],
    examples: [
      .init("A class for the whole room:", "gradus serve lessons --class 'ML 2027' --listen room"),
      .init(
        "Behind a proxy with https on the same machine:",
        "gradus serve --base-path /ml --host-name example.org --trust 127.0.0.1"),
    ])
}
