/// Something that the tutor shows.
public enum TutorOutput: Sendable, Equatable {
  /// Prose, with blank lines around it.
  case prose([Passage])
  /// A command, as a prompt shows it.
  case command(String)
  /// What a command printed.
  case result([StyledLine])
  /// An error, as it is rendered.
  case failure(String)
  /// What the tutor itself says.
  case remark([Passage])
}
