import Platform
import Testing
import TestSupport

/// The program in a terminal of its own, with somebody who types.
final class PseudoTerminal {
  private let master: OpenFile
  private let process: ChildProcess
  /// Everything that was shown, escape sequences taken out.
  private(set) var screen = ""
  /// Everything that was shown, escape sequences and all.
  private(set) var written = ""
  /// What the window shows.
  private(set) var window: Window
  private var pending: [UInt8] = []

  /// Starts the program, without arguments the prompt, with a history file of its own.
  ///
  /// - Parameter program: another one than the built one, with what comes before the arguments.
  init(
    _ arguments: [String] = [], of program: [String] = [Program.path], history: String, columns: UInt16 = 80,
    rows: UInt16 = 24, environment: [String] = []
  ) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    window = Window(columns: Int(columns), height: Int(rows))
    var (outer, inner): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    guard openpty(&outer, &inner, &name, nil, &size) == 0 else { throw Program.NotStarted() }
    master = OpenFile(adopting: outer)
    defer { close(inner) }
    _ = fcntl(outer, F_SETFD, FD_CLOEXEC)
    let terminal = ChildProcess.Stream.terminal(
      String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    let variables = ["TERM=xterm", "LC_ALL=C.UTF-8", "GRADUS_HISTORY=" + history]
    let names = Set(environment.map { $0.prefix { $0 != "=" } })
    process = try ChildProcess(
      program[0], program.dropFirst() + arguments, input: terminal, output: .descriptor(STDIN_FILENO),
      errors: .descriptor(STDIN_FILENO),
      environment: variables.filter { !names.contains($0.prefix { $0 != "=" }) } + environment, group: .session)
  }

  deinit { process.send(SIGKILL) }

  /// Sends what is typed, not sooner than a person could: libedit shows its prompt just before it takes over the terminal,
  /// and what comes between is the terminal's own.
  func type(_ text: String) {
    usleep(100_000)
    send(text)
  }

  /// Gives the window another width.
  func resize(columns: UInt16) {
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    window.resize(columns: Int(columns))
    _ = ioctl(master.descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Sends keys at once, as a terminal that pastes does.
  func send(_ text: String) {
    try? master.write(text)
  }

  /// Waits until the window ends with some rows and the cursor is in the last of them, at a column if one is given; records
  /// an issue after two minutes.
  func expectRows(_ rows: String..., column: Int? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    let wanted = "\n" + rows.joined(separator: "\n")
    var waited = 0
    while !("\n" + window.text).hasSuffix(wanted) || column.map({ $0 != window.column }) ?? false {
      guard waited < 120_000, read(timeout: 50) else {
        Issue.record(
          "the window does not end with \(rows), the cursor is in column \(window.column):\n\(window.text)",
          sourceLocation: sourceLocation)
        return
      }
      waited += 50
    }
  }

  /// Waits until some text is shown that was not shown before the last wait ended; records an issue after two minutes.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var waited = 0
    while !take(through: text) {
      guard waited < 120_000, read(timeout: 50) else {
        Issue.record("'\(text)' was not shown, only:\n\(screen)", sourceLocation: sourceLocation)
        return
      }
      waited += 50
    }
  }

  /// Whether the program stops within two minutes, as after Ctrl-Z.
  func isStopped() -> Bool {
    for _ in 0..<12_000 {
      if process.isStopped() { return true }
      // A terminal that was left answers at once.
      if !read(timeout: 10) { usleep(10_000) }
    }
    return false
  }

  /// Whether something holds of the window within two minutes.
  func shows(_ holds: (Window) -> Bool) -> Bool {
    for _ in 0..<12_000 {
      if holds(window) { return true }
      if !read(timeout: 10) { break }
    }
    return holds(window)
  }

  func send(signal: Int32) { process.send(signal) }

  /// The signal that ended the program, waited for at most two minutes.
  func endingSignal() -> Int32? {
    for _ in 0..<12_000 {
      if let ending = process.poll() { return ending.signal ?? 0 }
      // A terminal that was left answers at once.
      if !read(timeout: 10) { usleep(10_000) }
    }
    return nil
  }

  /// The exit status after Ctrl-D, pressed again now and then, since a terminal swallows it while a command ends.
  func end() -> Int32 {
    for attempt in 0..<6000 {
      if attempt % 20 == 0 { type("\u{04}") }
      let isOpen = read(timeout: 20)
      if let ending = isOpen ? process.poll() : process.wait() { return ending.status ?? -1 }
    }
    return -2
  }

  private func take(through text: String) -> Bool {
    guard let start = screen.indices.first(where: { screen[$0...].hasPrefix(text) }) else { return false }
    screen = String(screen[start...].dropFirst(text.count))
    return true
  }

  /// Reads what has come within some milliseconds; false at the end.
  private func read(timeout: Int32) -> Bool {
    var descriptor = pollfd(fd: master.descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, timeout) > 0 else { return true }
    let chunk = (try? master.available(atMost: 4096)) ?? []
    guard !chunk.isEmpty else { return false }
    pending += chunk
    let complete = pending.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    let isWhole = String(validating: pending, as: UTF8.self) != nil
    let text = String(decoding: isWhole ? pending[...] : pending[..<complete], as: UTF8.self)
    pending = isWhole ? [] : Array(pending[complete...])
    written += text
    window.write(text)
    screen += Self.withoutEscapes(text)
    return true
  }

  private static func withoutEscapes(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        isEscape = !("a"..."z").contains(scalar) && !("A"..."Z").contains(scalar) && scalar != "\u{07}"
      } else if scalar == "\u{1B}" {
        isEscape = true
      } else if scalar != "\r" {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
