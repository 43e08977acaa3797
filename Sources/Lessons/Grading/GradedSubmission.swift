/// What came of a copy that was handed in.
public struct GradedSubmission: Sendable, Equatable {
  public let file: SubmissionFile
  /// Why it was not read; its answers have no grades then.
  public internal(set) var problem: String?
  /// One for each question, in their order.
  public internal(set) var grades: [Grade] = []
  /// What was read, as `ContentHash` tells it.
  var content = ""

  init(_ file: SubmissionFile) {
    self.file = file
    problem = file.problem
  }
}
