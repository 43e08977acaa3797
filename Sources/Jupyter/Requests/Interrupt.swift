import Vocabulary

/// Stops the cell that runs; one that has not begun yet is not meant.
struct Interrupt {
  static let type = "interrupt_request"

  static func answer(_ stop: Stop) -> JSON {
    stop.press()
    return JSON(ok: [])
  }
}
