/// Jupyter counts places in a text in Unicode scalars, gradus in bytes of UTF-8.
extension String {
  /// The bytes before so many scalars; places outside of the text are its nearer end.
  package func bytes(before scalars: Int) -> Int {
    let end = unicodeScalars.index(
      unicodeScalars.startIndex, offsetBy: max(0, scalars), limitedBy: unicodeScalars.endIndex)
    return utf8.distance(from: utf8.startIndex, to: end ?? utf8.endIndex)
  }

  /// The scalars before so many bytes; of one that is cut nothing counts.
  package func scalars(before bytes: Int) -> Int { utf8.prefix(max(0, bytes)).count { $0 & 0xC0 != 0x80 } }
}
