import Plotting
import Vocabulary

/// Something that the tutor shows.
public enum TutorOutput: Sendable, Equatable {
  /// Prose, with blank lines around it.
  case prose([Passage])
  /// A command, as a prompt shows it.
  case command(String)
  /// What a command printed.
  case result([StyledLine])
  /// A figure, and the lines that show it where nobody draws it in another way.
  case figure(Figure, [StyledLine])
  /// An error, as it is rendered.
  case failure(Printed)
  /// What the tutor itself says.
  case remark([Passage])
}
