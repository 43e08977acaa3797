import Vocabulary

/// A block of commands with what each is expected to print.
public struct Block: Sendable, Equatable {
  public let marks: [BlockMark]
  public let commands: [LessonCommand]
  /// Whether it stands in a comment, where readers do not see it.
  public let isHidden: Bool

  /// `skip` blocks and exercises, which have blanks to fill, are not run.
  public var isRun: Bool {
    !marks.contains { mark in
      switch mark {
      case .skip, .exercise: true
      default: false
      }
    }
  }

  /// Whether outputs are compared.
  public var isChecked: Bool { !isHidden && !marks.contains(.run) }

  init(_ marks: [BlockMark], _ lines: [String], firstLine: Int) throws(DocumentFailure) {
    self.marks = marks
    isHidden = false
    commands = try LessonCommand.read(lines, firstLine: firstLine)
  }

  /// The set-up in `<!-- gradus`; nil of other comments and of answer keys, which are not commands.
  init?(comment lines: [String], firstLine: Int) throws(DocumentFailure) {
    var lines = lines
    guard let opening = lines.first?.drop(while: \.isWhitespace), opening.hasPrefix("<!--") else { return nil }
    let words = opening.dropFirst(4).split(whereSeparator: \.isWhitespace)
    guard words.first == "gradus" else { return nil }
    if words.dropFirst().contains(where: { $0.contains("=") }) { return nil }
    lines[0] = words.dropFirst().joined(separator: " ")
    if let end = lines.lastIndex(where: { $0.contains("-->") }), let mark = lines[end].range(of: "-->") {
      lines[end] = String(lines[end][..<mark.lowerBound])
      lines.removeLast(lines.count - end - 1)
    }
    marks = []
    isHidden = true
    commands = lines.enumerated().compactMap { index, line in
      let bare = line.hasPrefix("> ") ? line.dropFirst(2) : line[...]
      guard !bare.allSatisfy(\.isWhitespace) else { return nil }
      return LessonCommand(source: String(bare), line: firstLine + index, expected: [])
    }
  }
}

extension String {
  /// The first place where a short text stands.
  fileprivate func range(of text: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
  }
}

/// A word after `gradus` on the opening fence.
public enum BlockMark: Sendable, Equatable {
  case skip, run, predict, slow
  case exercise(String)
  case solution(String)
  case points(Int)

  private static let names = ["skip", "run", "predict", "slow", "exercise", "solution", "points"]

  static func read(_ words: some Sequence<String>, line: Int) throws(DocumentFailure) -> [BlockMark] {
    var marks: [BlockMark] = []
    for word in words {
      guard let mark = BlockMark(word) else {
        throw DocumentFailure(
          line: line, message: "a block cannot be marked '\(word)'",
          hint: Suggestion.hint(for: String(word.prefix { $0 != "=" }), among: names))
      }
      marks.append(mark)
    }
    return marks
  }

  private init?(_ word: String) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count == 2 && !parts[1].isEmpty ? String(parts[1]) : nil
    switch (parts[0], value) {
    case ("skip", nil) where parts.count == 1: self = .skip
    case ("run", nil) where parts.count == 1: self = .run
    case ("predict", nil) where parts.count == 1: self = .predict
    case ("slow", nil) where parts.count == 1: self = .slow
    case ("exercise", let id?): self = .exercise(id)
    case ("solution", let id?): self = .solution(id)
    case ("points", let text?):
      guard let points = Int(text), points >= 0 else { return nil }
      self = .points(points)
    default: return nil
    }
  }
}
