import Platform
import Vocabulary
import Workbench

/// A copy that was handed out without its answers, with those that were given in the tutor written into it: the file to hand in.
public struct FilledCopy: Sendable {
  /// The copy, all but the answers byte for byte.
  public let bytes: [UInt8]
  /// How many of its questions are answered, of how many.
  public let answered: Int
  public let questions: Int

  /// Throws where the content is no lesson, or has its answers, so that nothing is to be handed in.
  public init(of content: [UInt8], _ record: LessonRecord) throws(Failure) {
    let text = try TextFile.text(of: content).get()
    let plan = try TutorPlan(Document(text), name: "")
    let kept = plan.steps.filter(\.isKept)
    if kept.isEmpty {
      throw Failure(
        .document, "this lesson asks nothing that is handed in",
        hint: "hand in copies that 'gradus release' has made")
    }
    let mark = content.dropLast(text.utf8.count)
    var lines = SourceLines(Array(text.utf8))
    var answered = 0
    for step in kept {
      guard case .handed(let answer)? = record.outcomes[step.key] else { continue }
      answered += 1
      switch step.task {
      case .exercise(let exercise): Self.write(answer, into: exercise.template, &lines)
      case .quiz(let quiz): Self.tick(answer.split(separator: ",").map(String.init), of: quiz, &lines)
      case .command, .prediction, .exploration: break
      }
    }
    bytes = mark + lines.bytes
    (self.answered, questions) = (answered, kept.count)
  }

  /// Puts commands between the fences of a block, as a prompt shows them.
  private static func write(_ answer: String, into block: Block, _ lines: inout SourceLines) {
    let (first, last) = (block.lines.lowerBound + 1, block.lines.upperBound - 1)
    guard first <= last else { return }
    // The closing fence stands as far in as the commands, which may be in a list or a quote.
    let prefix = String(lines.text(block.lines.upperBound).prefix { $0.isWhitespace || $0 == ">" })
    let end = String(decoding: lines.end(of: first), as: UTF8.self)
    var isComplete = true
    let session = Session(builtins: BuiltinTable([]))
    var command = ""
    let written = answer.lines.map { line -> String in
      let prompt = isComplete ? "> " : "| "
      command = isComplete ? String(line) : command + "\n" + line
      isComplete = session.parse(command).incompleteness == nil
      return prefix + prompt + line
    }
    lines.set(first, to: written.joined(separator: end))
    if first < last { lines.empty((first + 1)...last) }
  }

  private static func tick(_ letters: [String], of quiz: Quiz, _ lines: inout SourceLines) {
    for option in quiz.options {
      let line = lines.text(option.line)
      guard
        let box = ["[ ]", "[x]", "[X]"].compactMap({ line.firstRange(of: $0) }).min(by: {
          $0.lowerBound < $1.lowerBound
        })
      else { continue }
      let sign = letters.contains(option.letter) ? "[x]" : "[ ]"
      lines.set(option.line, to: line.replacingCharacters(in: box, with: sign))
    }
  }

  // MARK: Writing

  /// Writes it to a file. Throws where that is the copy itself, or holds something else than an earlier state of it.
  public func write(to path: String, madeFrom copy: String) throws(Failure) {
    if FileKind.isSame(path, copy) {
      throw Failure(
        .document, "'\(path)' is the lesson itself, which the tutor still needs as it is",
        hint: "name another file with --hand-in")
    }
    if FileKind(of: path) != nil, Self.title(of: path) == nil || Self.title(of: path) != Self.title(of: copy) {
      throw Failure(
        .document, "'\(path)' is in the way: it is no earlier copy of this lesson",
        hint: "name another file with --hand-in")
    }
    try TextFile.replace(path, with: bytes)
  }

  /// The heading of a copy without answers; nil of all other files.
  private static func title(of path: String) -> String? {
    guard case .success(let text) = TextFile.read(path), let document = try? Document(text),
      document.exercises.contains(where: \.isKept) || document.quizzes.contains(where: \.isKept)
    else { return nil }
    return text.lines.first { $0.hasPrefix("# ") }.map(String.init) ?? ""
  }
}

extension String {
  func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
