import Vocabulary

/// A lesson in the order in which it is taught: prose, and after it something to do.
public struct TutorPlan: Sendable {
  public let title: String
  public let steps: [TutorStep]
  /// What is read after the last step.
  public let ending: [Passage]

  /// - Parameter name: the title of a lesson that has no heading.
  public init(_ document: Document, name: String) throws(Failure) {
    var reader = PassageReader()
    reader.read(try MarkdownReader.read(document.markdown, includesText: true))
    var building = PlanBuilding(document)
    building.add(reader.pieces)
    building.finish()
    title = building.title ?? name
    steps = building.steps
    ending = building.passages
  }

  /// The points that can be had.
  public var points: Int { steps.reduce(0) { $0 + $1.points } }

  /// Where the page of a step begins: the step before which something was read.
  public func pageStart(of position: Int) -> Int {
    guard steps.indices.contains(position) else { return position }
    return steps[...position].lastIndex { !$0.passages.isEmpty } ?? 0
  }
}
