import Plotting
import Vocabulary

/// Figures of a lesson that are described in the same words though they show different things, so that nobody who does not see them can
/// tell them apart.
enum FigureTwins {
  /// A flaw for each that comes after another of its description.
  static func flaws(in results: [CommandResult]) -> [LessonFlaw] {
    var first: [String: (figure: Figure, line: Int)] = [:]
    var flaws: [LessonFlaw] = []
    for result in results {
      for shown in result.figures {
        let words = (shown.figure.title ?? "") + "\n" + shown.figure.summary
        guard let other = first[words] else {
          first[words] = (shown.figure, result.command.line)
          continue
        }
        if other.figure.panels == shown.figure.panels { continue }
        flaws.append(
          LessonFlaw(
            line: result.command.line,
            message:
              "this figure is described in the same words as that of line \(other.line), though it shows something else",
            detail: "say in its title what is to be seen: title=\"…\""))
      }
    }
    return flaws
  }
}
