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

  @Option(parsing: .unconditional, help: "The line, or several lines.")
  var line: String

  @Option(help: "The cursor's place in bytes of UTF-8, from 0; the end of the line where left out.")
  var at: Int?

  @Option(
    name: .shortAndLong, parsing: .unconditionalSingleValue, help: "Run a command first, so that its names are known.")
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
