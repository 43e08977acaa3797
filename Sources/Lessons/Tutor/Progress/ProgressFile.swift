import Platform
import Vocabulary
import Workbench

/// The file that keeps how far somebody is in all lessons, for its owner's eyes only.
///
/// A change is written to a new file that takes the old one's place, so at any instant there is one or the other. Tutors
/// that run at the same time wait for one another and add to what they find.
public struct ProgressFile: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// What was kept of lessons.
  public struct Reading: Sendable {
    /// In the order of the lessons; empty where nothing was kept or can be read.
    public let records: [LessonRecord]
    /// What went wrong, a sentence for the learner.
    public let problem: String?
  }

  /// What was kept of some lessons, read once.
  ///
  /// A file that cannot be understood is put aside under another name, and progress begins anew.
  public func read(_ lessons: [(title: String, fileName: String)]) -> Reading {
    var text = ProgressText()
    var problem: String?
    do throws(Failure) {
      let (found, aside) = try load()
      text = found
      problem = aside.map { "The progress file could not be read and was put aside as \($0)." }
    } catch {
      problem = "Your progress so far cannot be read: \(error.message)."
    }
    let records = lessons.map { Self.record(in: text, title: $0.title, fileName: $0.fileName) }
    return Reading(records: records, problem: problem)
  }

  /// Adds what has changed in a lesson since it was read.
  ///
  /// Throws a failure of kind `file` where it cannot be written; the file is then as it was.
  public func add(_ changes: [String: LessonRecord.Outcome], to record: LessonRecord) throws(Failure) {
    try change(record) { kept in kept.outcomes.merge(changes) { _, new in new } }
  }

  /// Forgets all of a lesson.
  public func reset(_ record: LessonRecord) throws(Failure) {
    try change(record) { $0.outcomes = [:] }
  }

  // MARK: Reading

  private static func record(in text: ProgressText, title: String, fileName: String) -> LessonRecord {
    text.records.first { $0.title == title && $0.fileName == fileName }
      ?? LessonRecord(title: title, fileName: fileName)
  }

  /// What the file holds, nothing where there is none. Throws where it cannot be read, is of a newer gradus or can neither be
  /// understood nor be put aside, so that nothing is written over it.
  private func load() throws(Failure) -> (ProgressText, putAside: String?) {
    guard FileKind(of: path) != nil else { return (ProgressText(), nil) }
    // What cannot be read at the moment may be whole.
    let bytes: [UInt8]
    switch TextFile.bytes(of: path) {
    case .success(let content): bytes = content
    case .failure(let failure): throw Failure(.file, "'\(path)': \(failure.message)")
    }
    if case .success(let text) = TextFile.text(of: bytes) {
      if let known = ProgressText(text) { return (known, nil) }
      if ProgressText.isNewer(text) {
        throw Failure(.file, "'\(path)' was written by a newer gradus and is left as it is")
      }
    }
    guard let other = putAside() else { throw Failure(.file, "'\(path)' is damaged and cannot be put aside") }
    return (ProgressText(), other)
  }

  /// Gives the file a name that no other has; nil where that cannot be done.
  private func putAside() -> String? {
    for number in 1...999 {
      let other = "\(path).damaged-\(number)"
      // A link, since renaming would overwrite a file that is there.
      if link(path, other) == 0 {
        unlink(path)
        return other
      }
      if errno != EEXIST { return nil }
    }
    return nil
  }

  // MARK: Writing

  private func change(_ record: LessonRecord, _ body: (inout LessonRecord) -> Void) throws(Failure) {
    let lock: OpenFile
    do {
      lock = try OpenFile(writing: path + ".lock", 0, rights: 0o600)
      try lock.lock()
    } catch {
      throw FilePath.failure(ofWriting: path, error)
    }
    defer { try? lock.close() }
    var (text, _) = try load()
    var kept = Self.record(in: text, title: record.title, fileName: record.fileName)
    body(&kept)
    text.records.removeAll { $0.title == record.title && $0.fileName == record.fileName }
    if !kept.outcomes.isEmpty { text.records.append(kept) }
    try replace(with: text.text)
  }

  private func replace(with text: String) throws(Failure) {
    do throws(SystemError) {
      let file = try FileReplacement(of: path, rights: 0o600)
      try file.write(Array(text.utf8))
      try file.synchronize()
      try file.finish()
    } catch {
      throw FilePath.failure(ofWriting: path, error)
    }
  }
}

/// The progress file's text: a line `gradus progress 1`, or 2 where hints have taken points away, of which earlier versions do not
/// know; for each lesson a line with its title and file name and a line for each step; at the end a line `end`, so that a file that
/// was cut off is noticed. Fields are parted by tabs.
private struct ProgressText {
  var records: [LessonRecord] = []

  /// The first line by version.
  private static func opening(_ version: Int) -> String { form + String(version) }
  private static let newest = 2
  private static let form = "gradus progress "
  private static let closing = "end"

  init() {}

  /// Nil where the text is not what `text` writes.
  init?(_ text: String) {
    var lines = text.lines[...]
    let first = lines.popFirst() ?? ""
    guard (1...Self.newest).contains(where: { first == Self.opening($0) }), lines.popLast() == "",
      lines.popLast() ?? "" == Self.closing
    else {
      return nil
    }
    for line in lines {
      let fields = Fields.read(String(line))
      if fields.first == "lesson", fields.count == 3 {
        records.append(LessonRecord(title: fields[1], fileName: fields[2]))
      } else if fields.first == "step", let outcome = LessonRecord.Outcome(fields: fields.dropFirst(2)),
        !records.isEmpty
      {
        records[records.count - 1].outcomes[fields[1]] = outcome
      } else {
        return nil
      }
    }
  }

  /// Whether a text is in a form of a later version.
  static func isNewer(_ text: String) -> Bool {
    guard text.hasPrefix(form) else { return false }
    return Int(text.dropFirst(form.count).prefix { $0.isNumber }).map { $0 > newest } ?? false
  }

  var text: String {
    let countsHints = records.contains { $0.outcomes.values.contains { $0.hints > 0 } }
    var lines = [Self.opening(countsHints ? Self.newest : 1)]
    for record in records {
      lines.append(Fields.text(["lesson", record.title, record.fileName]))
      for (key, outcome) in record.outcomes.sorted(by: { $0.key < $1.key }) {
        lines.append(Fields.text(["step", key] + outcome.fields))
      }
    }
    return (lines + [Self.closing, ""]).joined(separator: "\n")
  }
}
