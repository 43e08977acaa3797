import ArgumentParser
import Builtins
import Lessons
import Platform

/// Opens lessons to a class. That is a program of its own, which has its own options; what its students type runs here.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Open lessons to a class, in browsers.")

  @Argument(parsing: .captureForPassthrough, help: "What to serve, and how: see gradus serve --help.")
  var arguments: [String] = []

  /// What the program that serves starts this one with.
  private static let worker = ["--worker"]

  func run() throws {
    if arguments == Self.worker { return ServingWorker.serve(builtins: .standard) }
    let program: String
    do {
      program = try Installation.current.helper("gradus-serve")
    } catch {
      throw CommandFailure(.fault, "gradus serve: \(error.message)\nhint: \(error.hint)")
    }
    let error = ChildProcess.replaceThisProgram(by: program, arguments)
    throw CommandFailure(.fault, "gradus serve: '\(program)' cannot be started: \(error.text)")
  }
}

extension ServeCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(success: "the class has ended", wrongInput: "the call is wrong", fault: "it cannot be served"))
}
