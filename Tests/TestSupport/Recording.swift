import Platform

/// Outputs that somebody has looked at and that are kept beside the tests: reports, pages, pictures, grades.
///
/// `GRADUS_RECORD=1 swift test` writes them anew; read the difference before you commit it.
public enum Recording {
  /// Whether recordings are written instead of only compared.
  public static var isOn: Bool { environmentVariable("GRADUS_RECORD") != nil }

  /// The recording that `text` must equal, after `text` has taken its place where recordings are written.
  ///
  /// `path` begins at the top of the project. Throws `References.Unreadable` where there is no such file.
  public static func kept(at path: String, for text: String) throws -> String {
    let full = Project.path(path)
    if isOn {
      guard (try? OpenFile(writing: full, O_TRUNC).write(text)) != nil else { throw References.Unreadable(path: full) }
    }
    return try References.file(full)
  }
}
