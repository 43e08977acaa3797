import CLibEdit
import Lessons
import Platform
import Vocabulary
import Workbench

/// Reads lines where the terminal cannot move its cursor, or where there is none.
final class PlainEditor: LineEditor {
  /// Whether nobody else shows what is read, as where it comes from a pipe.
  private let echoes = !Terminal.isTerminal(standard_input())

  init() {
    // What the library had read ahead would not be seen by who waits for input.
    setvbuf(standard_input(), nil, _IONBF, 0)
  }

  func read(advisor: any EditingAdvisor, prompt: String, offer: String?) -> Input {
    var text: String?
    Signals.forget()
    if let offer, !echoes { Terminal.write("Enter runs " + Self.block(offer, prompt: prompt)) }
    while true {
      Terminal.write(text == nil ? prompt : "| ")
      switch readLine() {
      case .text(let line) where text == nil && offer != nil && line.allSatisfy(\.isWhitespace):
        if let offer, echoes { Terminal.write(Self.block(offer, prompt: "")) }
        return .text(offer ?? line)
      case .text(let line):
        if echoes { Terminal.write(line + "\n") }
        let whole = text.map { $0 + "\n" + line } ?? line
        guard !line.allSatisfy(\.isWhitespace), let waiting = advisor.waiting(of: whole) else { return .text(whole) }
        if text == nil, !echoes { Terminal.write(waiting + "\n") }
        text = whole
      case let other: return other
      }
    }
  }

  /// A line, once there is a whole one or a Ctrl-C.
  private func readLine() -> Input {
    while true {
      switch Signals.wait(-1) {
      case .nothing: continue
      case .signal:
        guard Signals.next() == SIGINT else { continue }
        // The terminal itself has shown ^C.
        Terminal.write("\n")
        return .interrupted
      case .input: return takeLine()
      }
    }
  }

  private func takeLine() -> Input {
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    let count = getline(&buffer, &capacity, standard_input())
    guard count > 0, let buffer else { return .end }
    var bytes = UnsafeBufferPointer(start: buffer, count: count).map { UInt8(bitPattern: $0) }
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return .text(String(decoding: bytes, as: UTF8.self))
  }

  func show(_ command: String) { Terminal.write(Self.block(command, prompt: "> ")) }

  /// A command with the prompts of its lines.
  private static func block(_ command: String, prompt: String) -> String {
    command.visible(keepsLines: true).lines.enumerated().map { ($0 == 0 ? prompt : "| ") + $1 + "\n" }.joined()
  }

  func remember(_ entry: String) {}

  func page(_ text: String) -> Bool {
    Terminal.write(text)
    return true
  }

  func work<Output>(_ body: () -> Output) -> Output { body() }
}
