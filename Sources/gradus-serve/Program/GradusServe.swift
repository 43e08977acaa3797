import ArgumentParser
import Platform
import Workbench

/// The program that serves classes; gradus starts it with the words that it was called with itself.
@main
struct GradusServe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus-serve", abstract: "Serve lessons to a class, and keep its work; called by gradus.",
    version: "gradus-serve \(Version.current)",
    subcommands: [Serve.self, Classes.self])

  static func main() async {
    // A file that may grow no further is said, and does not end the program; nor does a browser that has gone.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch let failure as ServeFailure {
      Console.warn("error: " + failure.message + (failure.hint.map { " (\($0))" } ?? ""))
      exit(withError: ExitCode(2))
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Console.warn(fullMessage(for: error))
      exit(withError: ExitCode(2))
    }
  }
}

/// Why the program cannot do what it was called for: a sentence, and what to do.
struct ServeFailure: Error {
  let message: String
  let hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// The terminal, or what stands in its place.
enum Console {
  /// What cannot be written is lost, and nobody is kept from the class by that.
  static func say(_ text: String) { try? OpenFile.write(Array(text.utf8), to: STDOUT_FILENO) }

  static func warn(_ line: String) { try? OpenFile.write(Array((line + "\n").utf8), to: STDERR_FILENO) }

  /// How wide it is; nil where it is no terminal.
  static var columns: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
