import Platform
import Vocabulary

extension SubmissionFiles {
  /// The one copy that some paths hold, for platforms that hand over what one student has handed in. Of several files the one that has
  /// the lesson's name is meant; where that does not settle it, the copy's problem says why there is none.
  ///
  /// Throws where a path does not exist.
  public static func one(_ paths: [String], of lesson: String) throws(Failure) -> SubmissionFiles {
    for path in paths where FileKind(of: path, followsLinks: false) == nil {
      throw Failure(.document, "there is no file or folder '\(path)'")
    }
    let name = lesson.lastComponent
    var found = (try? find(paths)) ?? SubmissionFiles()
    found.files.removeAll { FileKind(of: $0.location, followsLinks: false) == .folder }
    let named = found.files.filter { BytePath($0.path).name.copyStem == BytePath(name).stem }
    if named.count == 1 { found.files = named }
    if found.files.count == 1 { return found }
    let inFolders = paths.map { BytePath($0) }.filter { FileKind(of: $0) == .folder }.flatMap(\.entries)
    let others =
      found.files.isEmpty ? inFolders.map { $0.text.shown() } : found.files.map { BytePath($0.path).name.text.shown() }
    let handedIn = others.isEmpty ? "nothing was handed in" : "handed in: " + others.prefix(5).joined(separator: ", ")
    let problem =
      found.files.isEmpty
      ? "there is no Markdown file and no notebook in it; hand in '\(name)' with your answers (\(handedIn))"
      : "several files could be the copy; hand in one, or call it '\(name)' (\(handedIn))"
    found.files = [SubmissionFile(student: "", location: BytePath(paths.first ?? ""), problem: problem)]
    return found
  }
}
