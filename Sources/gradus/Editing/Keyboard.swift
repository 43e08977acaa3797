#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Something that came from the keyboard or the window.
enum Key: Equatable {
  case character(Unicode.Scalar)
  /// A key that sends several characters, such as `ESC [ A`; those that mean the same are written alike.
  case sequence(String)
  /// Ctrl-C.
  case interrupt
  /// The window has another size, or the program was stopped and goes on.
  case resized, resumed
  case end
}

/// Reads keys: UTF-8 and escape sequences put together, signals among them.
final class Keyboard {
  private var bytes: [UInt8] = []
  private var next = 0
  /// A signal that came in the middle of an escape sequence.
  private var deferred: Key?
  private let willStop: () -> Void

  /// Milliseconds that the rest of an escape sequence may take; longer, and Esc was a key of its own.
  private static let patience: Int32 = 60

  /// The closure gives the terminal back before Ctrl-Z or the end of the session takes the program away.
  init(willStop: @escaping () -> Void) { self.willStop = willStop }

  /// While somebody types, the window's size, Ctrl-Z and hanging up are watched.
  func watchSignals() {
    for signal in Self.watched { Signals.watch(signal) }
  }

  func unwatchSignals() {
    for signal in Self.watched { Signals.unwatch(signal) }
  }

  private static let watched = [SIGWINCH, SIGTSTP, SIGTERM, SIGHUP]

  /// Whether a key can be read at once.
  var hasInput: Bool { deferred != nil || next < bytes.count || Signals.wait(0) != .nothing }

  /// Waits for a key.
  func read() -> Key {
    while true {
      if let key = deferred {
        deferred = nil
        return key
      }
      switch nextByte(timeout: -1) {
      case .byte(0x1B): return escape()
      case .byte(let byte): return .character(scalar(from: byte))
      case .key(let key): return key
      case .none: continue
      }
    }
  }

  /// The text up to the end of a bracketed paste, nil where it was interrupted.
  func readPaste() -> String? {
    let end = Array("\u{1B}[201~".utf8)
    var text: [UInt8] = []
    while text.suffix(end.count) != end[...] {
      switch nextByte(timeout: -1) {
      case .byte(let byte): text.append(byte)
      case .key(.interrupt), .key(.end): return nil
      case .key, .none: continue
      }
    }
    return String(decoding: text.dropLast(end.count), as: UTF8.self)
  }

  // MARK: Decoding

  private func escape() -> Key {
    guard let first = continuation(timeout: Self.patience) else { return .character("\u{1B}") }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else {
      next -= 1
      return .character("\u{1B}")
    }
    var sequence = [0x1B, first]
    while sequence.count < 32, let byte = continuation(timeout: 10 * Self.patience) {
      sequence.append(byte)
      // The Linux console's function keys have a second bracket.
      let isSecondBracket = sequence.count == 3 && byte == UInt8(ascii: "[")
      if (0x40...0x7E).contains(byte), !isSecondBracket { break }
    }
    let text = String(decoding: sequence, as: UTF8.self)
    return .sequence(Self.canonical[text] ?? text)
  }

  private static let canonical: [String: String] = {
    var result: [String: String] = [:]
    for (key, others) in [
      "A": ["OA"], "B": ["OB"], "C": ["OC"], "D": ["OD"], "H": ["OH", "[1~", "[7~"], "F": ["OF", "[4~", "[8~"],
      "1;5C": ["[5C", "Oc", "[1;3C", "[1;2C"], "1;5D": ["[5D", "Od", "[1;3D", "[1;2D"],
    ] {
      for other in others { result["\u{1B}" + other] = "\u{1B}[" + key }
    }
    return result
  }()

  /// Puts a character together; what is not UTF-8 becomes U+FFFD.
  private func scalar(from first: UInt8) -> Unicode.Scalar {
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var sequence = [first]
    while sequence.count < length, let byte = continuation(timeout: Self.patience) {
      guard byte & 0xC0 == 0x80 else {
        next -= 1
        break
      }
      sequence.append(byte)
    }
    return String(decoding: sequence, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  // MARK: Waiting

  private enum Arrival {
    case byte(UInt8), key(Key), none
  }

  /// A byte that belongs to what has begun; nil where it does not come in time.
  private func continuation(timeout: Int32) -> UInt8? {
    switch nextByte(timeout: timeout) {
    case .byte(let byte): return byte
    case .key(let key): deferred = key
    case .none: break
    }
    return nil
  }

  private func nextByte(timeout: Int32) -> Arrival {
    if next >= bytes.count {
      switch Signals.wait(timeout) {
      case .nothing: return .none
      case .signal: return Signals.next().flatMap(key(for:)).map(Arrival.key) ?? .none
      case .input: if !fill() { return .key(.end) }
      }
    }
    next += 1
    return .byte(bytes[next - 1])
  }

  private func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = Self.readBytes(&chunk)
    guard count > 0 else { return false }
    bytes = Array(chunk[..<count])
    next = 0
    return true
  }

  private static func readBytes(_ buffer: inout [UInt8]) -> Int {
    #if canImport(Glibc)
      Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    #else
      Darwin.read(STDIN_FILENO, &buffer, buffer.count)
    #endif
  }

  private func key(for signal: Int32) -> Key? {
    switch signal {
    case SIGINT: return .interrupt
    case SIGWINCH: return .resized
    case SIGTSTP:
      willStop()
      // Raised in this thread, so that nothing more is done before the stop.
      raise(SIGSTOP)
      return .resumed
    default:
      willStop()
      Signals.unwatch(signal)
      raise(signal)
      return .end
    }
  }
}
