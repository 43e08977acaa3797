import Vocabulary

extension Failure {
  /// The most fixes that are tried one after the other.
  private static let mostFixes = 12
  /// Longer sources are not mended.
  private static let longest = 2_000

  /// The same failure with a fix that makes the source readable: where the next thing is wrong after the first is mended,
  /// both are mended at once, and a fix that leads to nothing is not offered.
  func mending(_ source: String, read: (String) throws(Failure) -> Void) -> Failure {
    guard let first = fix else { return self }
    guard source.utf8.count <= Self.longest else { return withoutFix }
    var text = first.applied(to: source)
    for count in 1...Self.mostFixes {
      do {
        try read(text)
        return count == 1 ? self : offering(text, instead: source)
      } catch {
        guard let next = error.fix else { return withoutFix }
        text = next.applied(to: text)
      }
    }
    return withoutFix
  }

  private var withoutFix: Failure {
    var copy = self
    copy.fix = nil
    return copy
  }

  private func offering(_ text: String, instead source: String) -> Failure {
    var copy = self
    copy.fix = Fix(replacing: 0..<source.utf8.count, with: text)
    copy.hint = "write \(text)"
    return copy
  }
}
