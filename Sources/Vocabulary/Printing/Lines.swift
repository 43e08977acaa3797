extension String {
  /// The lines of the text, without their ends, be they `\n` or `\r\n`; after a last line end comes one more, empty line.
  ///
  /// Swift takes `\r\n` for one character, so splitting at `"\n"` would miss it.
  public var lines: [Substring] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
  }
}
