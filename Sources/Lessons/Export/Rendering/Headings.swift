/// A heading of a page, as its table of contents shows it.
struct PageHeading: Equatable {
  let level: Int
  let text: String
  let anchor: String
}

/// The anchors of a page's headings, as GitHub makes them: lower case, without punctuation, with hyphens for spaces.
public struct Anchors: Sendable {
  private var taken: Set<String> = []
  /// The last number that was put behind a word.
  private var numbers: [String: Int] = [:]

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
    while !taken.insert(anchor).inserted {
      let number = numbers[base, default: 0] + 1
      numbers[base] = number
      anchor = "\(base)-\(number)"
    }
    return anchor
  }
}

/// The way to the sections of a page; empty where there are fewer than two.
struct TableOfContents {
  /// Longer tables leave out the sections inside of sections.
  private static let longest = 40

  let html: HTML

  init(_ headings: [PageHeading]) {
    let all = headings.filter { $0.level == 2 || $0.level == 3 }
    let shown = all.count > Self.longest ? all.filter { $0.level == 2 } : all
    guard shown.count >= 2 else {
      html = ""
      return
    }
    var items = HTML()
    var isInside = false
    for (index, heading) in shown.enumerated() {
      let link = HTML.element("a", ["href": "#" + Address(heading.anchor).encoded], HTML(text: heading.text))
      if heading.level == 3, index > 0 {
        items += isInside ? "</li>\n<li>\(link)" : "\n<ul>\n<li>\(link)"
        isInside = true
      } else {
        if index > 0 { items += isInside ? "</li>\n</ul></li>\n" : "</li>\n" }
        items += "<li>\(link)"
        isInside = false
      }
    }
    items += isInside ? "</li>\n</ul></li>" : "</li>"
    html = """
      <nav class="contents" aria-label="On this page"><div>
      <p>On this page</p>
      <ul>
      \(items)
      </ul>
      </div></nav>
      """
  }
}
