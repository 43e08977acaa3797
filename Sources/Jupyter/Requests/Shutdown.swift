import Vocabulary

/// Ends the kernel.
struct Shutdown {
  static let type = "shutdown_request"

  /// The answer, which goes out before the end.
  static func answer(_ content: Content?) -> JSON {
    JSON(ok: [("restart", JSON(truth: content?.truth("restart") ?? false))])
  }
}
