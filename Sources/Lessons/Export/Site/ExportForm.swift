/// What lessons are written as.
public enum ExportForm: Sendable, Equatable {
  /// Pages to read, answers folded away.
  case pages
  /// Handouts to be printed, with room to write and without any answer; for teachers with a second page that has the answers.
  case paper(withAnswers: Bool)
  /// One step a screen.
  case slides

  /// Whether a page of answers goes with each lesson that asks something.
  var hasAnswers: Bool { self == .paper(withAnswers: true) }

  /// The form of the page that leads to all others.
  var ofIndex: ExportForm { self == .slides ? .pages : self }
}
