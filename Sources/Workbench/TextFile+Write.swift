import Vocabulary

extension TextFile {
  /// Puts a text in a file, in the place of what was there before; until it is whole that stays as it was.
  ///
  /// Throws a failure of kind `file` that says why there is no such file.
  public static func write(_ text: String, to path: String) throws(Failure) {
    let file = try FileWriter(FilePath(path), interruption: Interruption())
    try file.write(Array(text.utf8))
    try file.finish()
  }
}
