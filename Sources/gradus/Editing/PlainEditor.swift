import CLibEdit
import Workbench

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads lines where the terminal cannot move its cursor.
struct PlainEditor: LineEditor {
  func read(continues: Bool) -> Input {
    Terminal.write(continues ? "| " : "> ")
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    errno = 0
    let count = getline(&buffer, &capacity, standard_input())
    guard count > 0, let buffer else {
      guard InterruptKey.interruption.isRequested else { return .end }
      clearerr(standard_input())
      return .interrupted
    }
    var bytes = UnsafeBufferPointer(start: buffer, count: count).map { UInt8(bitPattern: $0) }
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return .line(String(decoding: bytes, as: UTF8.self))
  }

  func remember(_ entry: String) {}
  func setCompleter(_ completer: @escaping (String, Int) -> Completions) {}
}
