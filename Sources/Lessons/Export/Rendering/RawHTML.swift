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
