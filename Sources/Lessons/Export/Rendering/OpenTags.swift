/// The raw tags that are open in an element of Markdown; what a lesson leaves open is closed at the element's end, so that
/// no tag reaches out of where it stands.
struct OpenTags {
  private var open: [RawHTML.Tag] = []
  /// Whether only tags that can stand in a line are tags here.
  let isInline: Bool

  init(isInline: Bool) { self.isInline = isInline }

  /// How many folds are open.
  var folds: Int { open.count { $0 == .details } }

  /// The markup for a piece of raw HTML; a tag where it cannot stand is text.
  mutating func html(_ piece: RawHTML.Piece) -> HTML {
    switch piece {
    case .text(let text): return HTML(text: text)
    case .lineBreak: return "<br />"
    case .open(let tag): return opening(tag)
    case .close(let tag):
      guard open.contains(tag) else { return HTML(text: "</\(tag.rawValue)>") }
      var html = HTML()
      while let last = open.popLast() {
        html += HTML(stringLiteral: "</\(last.rawValue)>")
        if last == tag { break }
      }
      return html
    }
  }

  private mutating func opening(_ tag: RawHTML.Tag) -> HTML {
    var html = HTML()
    switch tag {
    case .details where !isInline:
      while let last = open.last, last != .details { html += self.html(.close(last)) }
    case .summary where !isInline && open.last == .details: break
    case .sub, .sup, .kbd: break
    case .details, .summary: return HTML(text: "<\(tag.rawValue)>")
    }
    open.append(tag)
    return html + HTML(stringLiteral: "<\(tag.rawValue)>")
  }

  /// Closes what is open.
  mutating func end() -> HTML {
    let html = open.reversed().map { HTML(stringLiteral: "</\($0.rawValue)>") }.joined()
    open = []
    return html
  }
}
