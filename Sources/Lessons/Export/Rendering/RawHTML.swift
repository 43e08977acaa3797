/// The few tags of HTML that a lesson may use; all else that looks like HTML is text.
enum RawHTML {
  enum Tag: String {
    case details, summary, sub, sup, kbd

    /// Whether it can stand in a line of text.
    var isInline: Bool { self == .sub || self == .sup || self == .kbd }
  }

  enum Piece: Equatable {
    case open(Tag)
    case close(Tag)
    case lineBreak
    case text(String)
  }

  /// Longer tags are text.
  private static let longest = 200

  /// Reads a piece of HTML; comments are left out, and so are the attributes of tags.
  static func pieces(of html: String) -> [Piece] {
    var pieces: [Piece] = []
    var text = ""
    var rest = html[...]
    while let character = rest.first {
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
      } else if character == "<", let (piece, after) = tag(at: rest) {
        if !text.isEmpty { pieces.append(.text(text)) }
        text = ""
        pieces.append(piece)
        rest = after
      } else {
        text.append(character)
        rest = rest.dropFirst()
      }
    }
    return text.isEmpty ? pieces : pieces + [.text(text)]
  }

  /// The tag that begins here, if it is one that is known.
  private static func tag(at text: Substring) -> (piece: Piece, rest: Substring)? {
    let inside = text.dropFirst()
    let isClosing = inside.first == "/"
    let name = inside.dropFirst(isClosing ? 1 : 0).prefix { $0.isASCII && $0.isLetter }
    let behind = text[name.endIndex...]
    guard let next = behind.first, next == ">" || next == "/" || next.isWhitespace,
      let end = behind.prefix(longest).firstIndex(of: ">")
    else { return nil }
    let rest = text[text.index(after: end)...]
    if name.lowercased() == "br" { return (.lineBreak, rest) }
    return Tag(rawValue: name.lowercased()).map { (isClosing ? .close($0) : .open($0), rest) }
  }
}

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

extension MarkdownElement {
  /// The words as the page shows them, without marks: what is no tag that a lesson may use is text.
  var shownText: String {
    switch kind {
    case .inlineHTML(let raw):
      RawHTML.pieces(of: raw).map { if case .text(let text) = $0 { text } else { "" } }.joined()
    case .text(let text), .codeSpan(let text): text
    case .softBreak, .lineBreak: " "
    default: children.map(\.shownText).joined()
    }
  }
}
