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
}
