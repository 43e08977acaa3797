import CLibEdit
import Platform
import Synchronization
import Vocabulary

/// What is known of the terminal and of the user's surroundings.
enum Terminal {
  static func isTerminal(_ stream: UnsafeMutablePointer<FILE>) -> Bool { isatty(fileno(stream)) == 1 }

  /// Whether somebody sits at both ends.
  static var isInteractive: Bool { isTerminal(standard_input()) && isTerminal(standard_output()) }

  /// All that is known today understand the sequences of a VT100, whether or not the system has an entry for them.
  static var isDumb: Bool { kind.value.map { ["dumb", "unknown"].contains($0) } ?? true }

  /// Whether the encoding is UTF-8; else everything is written in ASCII.
  static let speaksUTF8 = CharacterEncoding.current == .utf8

  /// The number of columns, 80 where it is unknown.
  static var columns: Int { windowSize().columns ?? 80 }

  /// The number of rows, 24 where it is unknown.
  static var rows: Int { windowSize().rows ?? 24 }

  /// Writes text, in ASCII where the terminal knows no more and the text need not stay exact, and makes it visible at once.
  static func write(
    _ text: String, to stream: UnsafeMutablePointer<FILE> = standard_output(), isExact: Bool = false
  ) {
    if !writeWhole(text, to: stream, isExact: isExact), stream == standard_output() {
      lost.store(true, ordering: .relaxed)
    }
  }

  private static let lost = Atomic<Bool>(false)

  /// Whether some of the output could not be written, as where a disk is full.
  static var hasLostOutput: Bool { lost.load(ordering: .relaxed) }

  /// The same; whether all of it could be written.
  static func writeWhole(
    _ text: String, to stream: UnsafeMutablePointer<FILE> = standard_output(), isExact: Bool = false
  ) -> Bool {
    var text = isExact || speaksUTF8 ? text : text.asciiForm
    let isWhole = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, stream) == $0.count }
    return fflush(stream) == 0 && isWhole
  }
}

/// Colours what is printed, where colours are wanted.
struct Coloring {
  let isEnabled: Bool

  /// The text with its parts in the colours of their roles.
  func text(_ printed: Printed) -> String {
    guard isEnabled else { return printed.text }
    return printed.marked { text, role in Self.style(of: role).applied(to: text) }
  }

  private static func style(of role: Role?) -> Style {
    switch role {
    case .number: .number
    case .name: .builtin
    case .error: .errorWord
    case .place: .error
    case nil: .plain
    }
  }
}
