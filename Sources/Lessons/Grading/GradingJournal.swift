import Platform
import Vocabulary
import Workbench

/// What has been graded, kept in a file that only grows, a line for each submission as soon as it is done: whatever ends the
/// program, at most the line that is being written is lost.
final class GradingJournal {
  /// What was kept, by path and content.
  private var kept: [String: [Grade]] = [:]
  private let file: OpenFile
  /// Journals of another version are begun anew.
  private static let version = "4"

  /// Opens the journal, or begins a new one where there is none or it belongs to another lesson or other limits.
  init(_ path: String, of lesson: String) throws(Failure) {
    let header = Fields.line(["gradus grades", Self.version, lesson])
    var whole = false
    // A line that a full disk cut off can end inside of a character; the others count.
    switch TextFile.bytes(of: path) {
    case .success(let bytes):
      if !bytes.isEmpty, !bytes.starts(with: "gradus grades\t".utf8) {
        throw Failure(.document, "'\(path)' is in the way: it holds something else")
      }
      whole = bytes.starts(with: header.utf8)
      if whole { kept = Self.read(String(decoding: bytes, as: UTF8.self)) }
    case .failure(let failure):
      guard FileKind(of: path) == nil else { throw failure.located(in: path) }
    }
    do {
      file = try OpenFile(writing: path, O_APPEND | (whole ? 0 : O_TRUNC))
    } catch {
      throw Failure(.document, "'\(path)' cannot be written: \(error.text)")
    }
    // Begins a new line where the last one was cut off.
    append(whole ? "\n" : header)
  }

  /// The grades that a submission got before; nil where it has changed or was not graded.
  func grades(_ path: String, content: String) -> [Grade]? { kept[Self.key(path, content)] }

  func add(_ submission: GradedSubmission) {
    let grades = submission.grades.flatMap(\.fields)
    append(Fields.line(["grades", submission.file.path, submission.content] + grades + ["."]))
  }

  private func append(_ line: String) { try? file.write(line) }

  private static func key(_ path: String, _ content: String) -> String { content + " " + path }

  /// Lines that were cut off do not end as they should.
  private static func read(_ text: String) -> [String: [Grade]] {
    var kept: [String: [Grade]] = [:]
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = Fields.read(String(Substring(line)))
      let size = Grade.fieldCount
      guard fields.first == "grades", fields.last == ".", fields.count >= 4, (fields.count - 4) % size == 0 else {
        continue
      }
      let grades = stride(from: 3, to: fields.count - 1, by: size).compactMap {
        Grade(fields: fields[$0..<$0 + size])
      }
      guard grades.count == (fields.count - 4) / size else { continue }
      kept[key(fields[1], fields[2])] = grades
    }
    return kept
  }
}
