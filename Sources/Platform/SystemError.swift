/// What the system says of a call that failed.
public struct SystemError: Error, Equatable, Sendable {
  /// `ENOENT` and its kin.
  public let code: Int32

  /// By default what the last call has left in `errno`.
  public init(_ code: Int32 = errno) { self.code = code }

  /// In the system's words: `No such file or directory`.
  public var text: String { String(cString: strerror(code)) }
}
