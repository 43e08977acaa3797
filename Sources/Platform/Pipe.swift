/// The two ends of a pipe, closed in programs that this one starts.
public struct Pipe: Sendable {
  public let reading: Int32
  public let writing: Int32

  /// Nil where the system gives none.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  /// Takes out what has come, at most so many bytes, and waits until something has.
  public func drain(atMost most: Int = 4096) {
    var bytes = [UInt8](repeating: 0, count: most)
    _ = bytes.withUnsafeMutableBytes { systemRead(reading, $0) }
  }

  /// Puts a byte in, unless it is full.
  public func ring() {
    let byte: [UInt8] = [0]
    _ = byte.withUnsafeBytes { systemWrite(writing, $0) }
  }

  public func close() {
    systemClose(reading)
    systemClose(writing)
  }
}
