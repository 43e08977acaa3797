import Vocabulary

/// A lesson cut into what become cells. The pieces, one after the other, are the lesson, byte for byte.
struct LessonPieces {
  struct Piece {
    enum Kind {
      case prose
      /// Lines that some tools want at the head of a file.
      case frontMatter
      case block(Block)
      case setUp(Block)
      case key(AnswerKey)
      case quiz(Quiz)
    }

    let kind: Kind
    /// Counted from 1; up to where the next piece begins, so that blank lines belong to what stands before them.
    fileprivate(set) var lines: Range<Int>
  }

  private(set) var pieces: [Piece] = []
  /// With their ends.
  private let source: [Substring]

  init(_ document: Document) throws(Failure) {
    source = document.markdown.linesWithEnds
    var anchors = document.blocks.compactMap { anchor($0) } + (try keys(of: document)).map { anchor($0) }
    for quiz in document.quizzes { anchors.append(Anchor(kind: .quiz(quiz), lines: quiz.lines)) }
    if FrontMatter(of: document.markdown) != nil {
      let end = source.indices.dropFirst().first { ["---", "..."].contains(text($0 + 1).trimmingSpace) } ?? 0
      anchors.append(Anchor(kind: .frontMatter, lines: 1...end + 1))
    }
    anchors.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    let headings = try Self.headings(of: document)
    var next = 1
    for (index, anchor) in anchors.enumerated() where anchor.lines.lowerBound >= next {
      addProse(next..<anchor.lines.lowerBound, headings)
      add(anchor.kind, at: anchor.lines.lowerBound)
      next = anchor.lines.upperBound + 1
      // The mark of a quiz in a copy stays with its options.
      if case .quiz(let quiz) = anchor.kind, quiz.isKept, anchors.indices.contains(index + 1),
        case .key(let key) = anchors[index + 1].kind, key.kind == .quiz,
        (next..<anchors[index + 1].lines.lowerBound).allSatisfy(isBlank)
      {
        next = anchors[index + 1].lines.upperBound + 1
      }
    }
    addProse(next..<source.count + 1, headings)
    for index in pieces.indices {
      let end = pieces.indices.contains(index + 1) ? pieces[index + 1].lines.lowerBound : source.count + 1
      // What is blank before the first belongs to it.
      pieces[index].lines = (index == 0 ? 1 : pieces[index].lines.lowerBound)..<end
    }
  }

  // MARK: The text

  /// The lines as they stand in the lesson, ends included.
  func text(_ lines: Range<Int>) -> String { source[lines.lowerBound - 1..<lines.upperBound - 1].joined() }

  /// A line without its end.
  func text(_ line: Int) -> String {
    let line = source[line - 1]
    return String(line.utf8.last == UInt8(ascii: "\n") ? line.dropLast() : line)
  }

  private func isBlank(_ line: Int) -> Bool { source[line - 1].allSatisfy(\.isWhitespace) }

  // MARK: Cutting

  /// Something that is a cell of its own, before what is between it and the next is known.
  private struct Anchor {
    let kind: Piece.Kind
    let lines: ClosedRange<Int>
  }

  /// Nil of a block that is not run and of one that is empty: they are text.
  private func anchor(_ block: Block) -> Anchor? {
    if block.marks.contains(.skip) || block.commands.isEmpty { return nil }
    if !block.isHidden { return Anchor(kind: .block(block), lines: block.lines) }
    return Anchor(kind: .setUp(block), lines: block.lines.lowerBound...endOfComment(from: block.lines.lowerBound))
  }

  private func anchor(_ key: AnswerKey) -> Anchor {
    Anchor(kind: .key(key), lines: key.lines.lowerBound...endOfComment(from: key.lines.lowerBound))
  }

  private func keys(of document: Document) throws(Failure) -> [AnswerKey] {
    var keys: [AnswerKey] = []
    for lines in document.keys {
      let last = endOfComment(from: lines.lowerBound)
      let html = text(lines.lowerBound..<last + 1)
      // In a quote or a list something stands before it.
      guard let start = html.firstRange(of: "<!--")?.lowerBound,
        let comment = Comment(String(html[start...]), lines: lines.lowerBound...last)
      else { continue }
      keys.append(try AnswerKey(comment))
    }
    return keys
  }

  /// The line on which a comment ends, which the library does not tell.
  private func endOfComment(from first: Int) -> Int {
    (first..<source.count + 1).first { text($0).firstRange(of: "-->") != nil } ?? first
  }

  private static func headings(of document: Document) throws(Failure) -> Set<Int> {
    let root = try MarkdownReader.read(document.markdown, includesText: false)
    return Set(
      root.children.compactMap { if case .heading = $0.kind { $0.lines.lowerBound } else { nil } })
  }

  private mutating func add(_ kind: Piece.Kind, at line: Int) { pieces.append(Piece(kind: kind, lines: line..<line)) }

  /// Text becomes a cell from heading to heading, so that front ends can fold it away.
  private mutating func addProse(_ lines: Range<Int>, _ headings: Set<Int>) {
    guard let first = lines.first(where: { !isBlank($0) }) else { return }
    add(.prose, at: first)
    for line in lines where line > first && headings.contains(line) { add(.prose, at: line) }
  }
}
