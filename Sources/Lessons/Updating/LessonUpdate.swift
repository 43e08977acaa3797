import Vocabulary
import Workbench

/// New expected outputs for the commands of a lesson whose outputs differ.
public struct LessonUpdate: Sendable {
  public let path: String
  /// In the order of the file.
  public private(set) var changes: [Change] = []
  public private(set) var refusals: [Refusal] = []
  private let file: LessonFile
  private let lines: SourceLines

  public enum Outcome: Sendable, Equatable {
    case written
    /// The file is no longer what was run; it is left as it is.
    case changedMeanwhile
  }

  /// Nil where the file could not be read as a lesson.
  ///
  /// - Parameter acceptsErrors: whether an error may take the place of an output that was none.
  public init?(_ result: LessonResult, acceptsErrors: Bool) {
    guard result.failure == nil, let file = result.file, let content = try? file.content.get(),
      let document = result.document
    else { return nil }
    path = result.path
    self.file = file
    lines = SourceLines(content.bytes)
    let compared = Set(document.blocks.filter(\.isChecked).flatMap(\.commands).map(\.line))
    for command in result.commands where !command.holds {
      do throws(Failure) {
        changes.append(try change(command, isCompared: compared.contains(command.command.line), acceptsErrors))
      } catch {
        refuse(command.command, error.message)
      }
    }
    changes.sort { $0.line < $1.line }
    refuseWhatDoesNotReadBack(in: document)
  }

  private mutating func refuse(_ command: LessonCommand, _ message: String) {
    refusals.append(Refusal(line: command.line, message: message))
    refusals.sort { $0.line < $1.line }
  }

  // MARK: Changes

  private func change(
    _ result: CommandResult, isCompared: Bool, _ acceptsErrors: Bool
  ) throws(Failure) -> Change {
    let command = result.command
    func refusal(_ message: String) -> Failure { Failure(.document, message, line: command.line) }
    if let resource = result.excess { throw refusal("it is over budget: \(resource.rawValue)") }
    guard isCompared else { throw refusal("it fails where no output is compared") }
    guard result.failure == nil || command.announcedError != nil || acceptsErrors else {
      throw refusal("it fails where an output is expected; --accept-errors writes the error down")
    }
    let output = result.comparedOutput.lines
    let alignment = Alignment(command.expected, output, unannounced: result.unannouncedError)
    let first = command.expectedLines.lowerBound
    let parts = alignment.replacements.map { replacement in
      Change.Part(
        line: first + replacement.expected.lowerBound, old: Array(command.expected[replacement.expected]),
        new: alignment.lines(for: replacement, command.expected, output, unannounced: result.unannouncedError))
    }
    guard indentation(of: command) != nil else { throw refusal("its place in the file is not plain; write it by hand") }
    return Change(command: command, parts: parts, output: output)
  }

  /// What stands before the prompt of a command on its line: the marks of quotes and lists.
  private func indentation(of command: LessonCommand) -> [UInt8]? {
    guard command.line <= lines.count else { return nil }
    let line = lines.content(command.line)
    let first = command.source.lines.first ?? ""
    for prompt in ["> " + first, ">" + first] where line.count >= prompt.utf8.count {
      guard line.suffix(prompt.utf8.count).elementsEqual(prompt.utf8), prompt.hasPrefix("> ") || first.isEmpty else {
        continue
      }
      var before = Array(line.dropLast(prompt.utf8.count))
      // A blank behind the mark of a quote belongs to the mark.
      if before.last == UInt8(ascii: ">") { before.append(UInt8(ascii: " ")) }
      return before
    }
    return nil
  }

  private func edits(_ change: Change) -> [SourceLines.Edit] {
    let indentation = indentation(of: change.command) ?? []
    let end = lines.end(of: change.line)
    return change.parts.map { part in
      SourceLines.Edit(
        range: part.line..<part.line + part.old.count,
        lines: part.new.map { text in
          let line = text.isEmpty ? indentation.droppingLastSpaces : indentation + text.utf8
          return line + end
        })
    }
  }

  /// The file with some of the changes.
  public func bytes(with changes: [Change]) -> [UInt8] { lines.bytes(replacing: changes.flatMap(edits)) }

  // MARK: Reading back

  /// Nothing is written that would not hold when the lesson is read again.
  private mutating func refuseWhatDoesNotReadBack(in document: Document) {
    guard !changes.isEmpty, !readsBack(changes, in: document) else { return }
    var good: [Change] = []
    for change in changes {
      if readsBack(good + [change], in: document) {
        good.append(change)
      } else {
        refuse(change.command, "what it prints cannot be written into a block of the lesson")
      }
    }
    changes = good
  }

  private func readsBack(_ changes: [Change], in document: Document) -> Bool {
    guard case .success(let text) = TextFile.text(of: bytes(with: changes)), let new = try? Document(text),
      new.blocks.count == document.blocks.count, new.keys.count == document.keys.count
    else { return false }
    let outputs = Dictionary(changes.map { ($0.line, $0.output) }) { first, _ in first }
    return zip(document.blocks, new.blocks).allSatisfy { old, new in
      old.marks == new.marks && old.commands.count == new.commands.count
        && zip(old.commands, new.commands).allSatisfy { old, new in
          guard old.source == new.source else { return false }
          guard let output = outputs[old.line] else { return old.expected == new.expected }
          return Matcher.matches(new.expected, output)
        }
    }
  }

  // MARK: Writing

  /// Writes the lesson with some of the changes in the place of the old one, at once.
  ///
  /// Throws a failure of kind `file` where that is not possible; the lesson is as it was then.
  public func write(_ changes: [Change]) throws(Failure) -> Outcome {
    guard file.isCurrent else { return .changedMeanwhile }
    let isWritten = try TextFile.replace(path, with: bytes(with: changes), ifStill: { file.isCurrent })
    return isWritten ? .written : .changedMeanwhile
  }
}

extension [UInt8] {
  /// Lines that are only indented end without blanks.
  fileprivate var droppingLastSpaces: [UInt8] {
    Array(reversed().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.reversed())
  }
}

/// What an update would write in the place of a command's expected output.
public struct Change: Sendable {
  public let command: LessonCommand
  /// The lines that go, with their numbers in the file, and those that come; in the order of the file.
  public let parts: [Part]
  /// What must match after the change.
  let output: [OutputLine]

  public struct Part: Sendable, Equatable {
    /// Counted from 1.
    public let line: Int
    public let old: [String]
    public let new: [String]
  }

  /// Where the command stands.
  public var line: Int { command.line }
}

/// A command whose expected output an update leaves as it is although it differs.
public struct Refusal: Sendable, Equatable {
  public let line: Int
  public let message: String
}
