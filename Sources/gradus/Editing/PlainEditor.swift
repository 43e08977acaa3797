import CLibEdit
import Workbench

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads lines where the terminal cannot move its cursor.
final class PlainEditor: LineEditor {
  func read(advisor: any EditingAdvisor) -> Input {
    var text: String?
    Signals.forget()
    while true {
      Terminal.write(text == nil ? "> " : "| ")
      switch readLine() {
      case .text(let line):
        let whole = text.map { $0 + "\n" + line } ?? line
        if line.allSatisfy(\.isWhitespace) || !advisor.isIncomplete(whole) { return .text(whole) }
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

  func show(_ command: String) { Terminal.write("> \(command)\n") }
  func remember(_ entry: String) {}
  func page(_ text: String) { Terminal.write(text) }
}
