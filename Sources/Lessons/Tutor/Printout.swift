import Vocabulary

/// What a command printed, the figures among it, and how it failed if it did.
struct Printout: Sendable {
  let lines: [OutputLine]
  let figures: [ShownFigure]
  let failure: Failure?

  init(_ lines: [OutputLine], _ figures: [ShownFigure], _ failure: Failure?) {
    (self.lines, self.figures, self.failure) = (lines, figures, failure)
  }

  /// The lines and figures in their order.
  var output: [TutorOutput] {
    var output: [TutorOutput] = []
    var end = 0
    for shown in figures {
      let range = shown.lines.clamped(to: end..<lines.count)
      if end < range.lowerBound { output.append(.result(lines[end..<range.lowerBound].map(\.styled))) }
      output.append(.figure(shown.figure, lines[range].map(\.styled)))
      end = range.upperBound
    }
    return end < lines.count ? output + [.result(lines[end...].map(\.styled))] : output
  }
}

extension LessonSession {
  /// Runs a command that is no part of the lesson.
  mutating func printout(of source: String) -> Printout {
    let (lines, failure) = output(of: source)
    return Printout(lines, figures, failure)
  }
}
