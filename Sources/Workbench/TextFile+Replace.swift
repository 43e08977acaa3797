import Vocabulary

extension TextFile {
  /// Puts bytes in the place of what a file held, at once: whoever reads the file, even after a crash, finds the old ones
  /// or the new ones whole.
  ///
  /// - Parameter isWanted: asked when all is written, before the old file is given up.
  /// - Returns: whether that was wanted.
  /// - Throws: a failure of kind `file`; the old file is as it was.
  @discardableResult
  public static func replace(
    _ path: String, with bytes: [UInt8], ifStill isWanted: () -> Bool = { true }
  ) throws(Failure) -> Bool {
    let file = try FileWriter(FilePath(path), interruption: Interruption())
    try file.write(bytes)
    // The disk can take long, and meanwhile somebody may change the file: the question comes last.
    try file.synchronize()
    guard isWanted() else { return false }
    try file.finish()
    return true
  }
}
