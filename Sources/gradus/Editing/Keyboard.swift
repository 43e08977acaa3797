import Platform

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
  /// Keys that are read before all others: a signal that came in the middle of an escape sequence, and what was put back.
  private var deferred: [Key] = []
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
  var hasInput: Bool { !deferred.isEmpty || next < bytes.count || Signals.wait(0) != .nothing }

  /// Waits for a key.
  func read() -> Key {
    while true {
      if !deferred.isEmpty { return deferred.removeFirst() }
      switch nextByte(timeout: -1) {
      case .byte(0x1B): if let key = escape() { return key }
      // A pasted line may end in both.
      case .byte(0x0D) where next < bytes.count && bytes[next] == 0x0A:
        next += 1
        return .character("\r")
      case .byte(let byte): return .character(scalar(from: byte))
      case .key(let key): return key
      case .none: continue
      }
    }
  }

  /// Makes a key the next that is read.
  func putBack(_ key: Key) { deferred.insert(key, at: 0) }

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

  /// A key that begins with Esc; nil for what the terminal itself has sent, such as an answer that comes late.
  private func escape() -> Key? {
    guard var first = continuation(timeout: Self.patience) else { return .character("\u{1B}") }
    var isAlt = false
    if first == 0x1B, next < bytes.count, bytes[next] == UInt8(ascii: "[") || bytes[next] == UInt8(ascii: "O") {
      isAlt = true
      first = bytes[next]
      next += 1
    }
    if Self.stringIntroducers.contains(first), next < bytes.count {
      skipString()
      return nil
    }
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
    let key = Self.canonical[text] ?? text
    return .sequence(isAlt ? Self.withAlt[key] ?? key : key)
  }

  /// After Esc these begin a text that the terminal sends, up to BEL or ST: OSC, DCS, PM, APC, SOS.
  private static let stringIntroducers = Set("]P^_X".utf8)

  private func skipString() {
    var last: UInt8 = 0
    while let byte = continuation(timeout: 10 * Self.patience) {
      if byte == 0x07 || (last == 0x1B && byte == UInt8(ascii: "\\")) { return }
      last = byte
    }
  }

  /// What an arrow means with Alt held down, where the terminal sends an Esc before it.
  private static let withAlt = ["\u{1B}[C": "\u{1B}[1;5C", "\u{1B}[D": "\u{1B}[1;5D"]

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
    case .key(let key): deferred.append(key)
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
    Platform.read(STDIN_FILENO, &buffer, buffer.count)
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
