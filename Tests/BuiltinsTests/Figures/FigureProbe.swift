import Builtins
import Plotting
import Testing
import Vocabulary
import Workbench

/// Runs commands and looks at the figure of the last one.
struct FigureProbe {
  var session = Session()

  mutating func figure(_ commands: String..., sourceLocation: SourceLocation = #_sourceLocation) throws -> Figure {
    var value: Value?
    for command in commands {
      let transcript = session.run(command)
      if let failure = transcript.failure {
        Issue.record("\(command): \(failure.message)", sourceLocation: sourceLocation)
      }
      value = transcript.results.last?.value
    }
    guard case .object(let object) = value else { throw NoFigure() }
    return try #require(object as? Figure, sourceLocation: sourceLocation)
  }

  struct NoFigure: Error {}
}

extension Figure {
  /// The marks of one sort in all panels.
  func marks<Sort: Mark>(_ sort: Sort.Type) -> [Sort] { panels.flatMap(\.marks).compactMap { $0 as? Sort } }
}
