import Vocabulary

extension String {
  /// The text in one line that can be shown anywhere, cut where it is longer.
  func shown(atMost length: Int = .max) -> String {
    let isCut = length < .max && unicodeScalars.count > length
    let kept = isCut ? String(String.UnicodeScalarView(unicodeScalars.prefix(length))) : self
    return kept.visible() + (isCut ? "…" : "")
  }
}
