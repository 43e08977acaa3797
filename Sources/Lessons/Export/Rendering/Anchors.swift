/// The anchors of a page's headings, as GitHub makes them: lower case, without punctuation, with hyphens for spaces.
public struct Anchors {
  private var taken: Set<String> = []

  public init() {}

  /// An anchor that no heading before has.
  public mutating func anchor(for heading: String) -> String {
    let kept = heading.lowercased().unicodeScalars.filter { scalar in
      scalar == "-" || scalar == "_" || scalar == " " || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil || scalar.properties.generalCategory == .nonspacingMark
    }
    let word = String(String.UnicodeScalarView(kept.map { $0 == " " ? "-" : $0 }))
    let base = word.isEmpty ? "section" : word
    var anchor = base
    var number = 0
    while !taken.insert(anchor).inserted {
      number += 1
      anchor = "\(base)-\(number)"
    }
    return anchor
  }
}
