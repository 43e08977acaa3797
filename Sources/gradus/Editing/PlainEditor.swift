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

  private func readLine() -> Input {
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    errno = 0
    let count = getline(&buffer, &capacity, standard_input())
    guard count > 0, let buffer else {
      guard InterruptKey.interruption.isRequested else { return .end }
      clearerr(standard_input())
      Terminal.write("^C\n")
      return .interrupted
    }
    var bytes = UnsafeBufferPointer(start: buffer, count: count).map { UInt8(bitPattern: $0) }
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return .text(String(decoding: bytes, as: UTF8.self))
  }

  func show(_ command: String) { Terminal.write("> \(command)\n") }
  func remember(_ entry: String) {}
  func page(_ text: String) { Terminal.write(text) }
}
