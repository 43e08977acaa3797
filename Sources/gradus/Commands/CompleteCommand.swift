import ArgumentParser
import Builtins
import Platform
import Vocabulary
import Workbench

/// What Tab would offer, for editors and notebooks.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Print what could complete a line, as JSON.",
    discussion: """
      One object: "start" and "end" are the part of the line that a candidate replaces, "candidates" are its texts with a \
      line about each. All places are counted in bytes of UTF-8, from 0.
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("The line, or several lines.", valueName: "text"))
  var line: String

  @Option(
    help: ArgumentHelp(
      "The cursor's place in bytes of UTF-8, from 0; the end of the line where left out.", valueName: "byte"))
  var at: Int?

  @Option(
    name: .shortAndLong, parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run a command first, so that its names are known.", valueName: "command"))
  var execute: [String] = []

  func validate() throws {
    guard let at else { return }
    let bytes = Array(line.utf8)
    guard (0...bytes.count).contains(at) else {
      throw ValidationError("--at must be from 0 to \(bytes.count), the line's length in bytes of UTF-8, not \(at)")
    }
    if at < bytes.count, bytes[at] & 0xC0 == 0x80 {
      throw ValidationError("--at \(at) is inside a character; places are counted in bytes of UTF-8")
    }
  }

  func run() throws {
    let (line, place, commands) = (line, at ?? line.utf8.count, execute)
    let completions = LargeStack.run {
      var session = Session()
      for command in commands { _ = session.run(command) }
      return session.completions(in: line, at: place)
    }
    guard let completions else { throw CommandFailure(.fault) }
    Terminal.write(JSON(completions).text + "\n", isExact: true)
  }
}

extension CompleteCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(
      success: "the candidates are printed", wrongInput: "the call is wrong", fault: "gradus itself is at fault"),
    examples: [
      .init("What begins with nor where a distribution is wanted:", "gradus complete --line 'mean(nor'"),
      .init("A name that a command has made:", "gradus complete -e 'width = 3' --line 'wid'"),
    ])
}
