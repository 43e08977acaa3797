import Vocabulary

extension TextFile {
  /// Puts a whole file in the place of what was there, in one step: whoever looks sees the old content or the new one.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    var session = Session()
    let file = try FileWriter(FilePath(path), for: session)
    try file.write(bytes)
    try file.finish(for: &session)
  }
}
