import Plotting
import Vocabulary
import Workbench

/// Something that stands below a cell: what a command showed, or how it failed.
package enum CellOutput: Sendable {
  /// What a value prints.
  case result(MediaBundle)
  case figure(MediaBundle)
  case error(ErrorLines)

  /// What is shown of a statement's result: nothing where `;` silences it or nothing is printed; of a report its words, then its
  /// figure.
  package static func outputs(of result: StatementResult) -> [CellOutput] {
    if result.isSilent { return [] }
    let style = result.style
    if case .object(let object) = result.value {
      if let figure = object as? Figure { return [.figure(MediaBundle(figure, in: style))] }
      if let illustrated = object as? any Illustrated {
        return words(illustrated.words, style) + [.figure(MediaBundle(illustrated.figure, in: style))]
      }
    }
    return words(result.value.display, style)
  }

  private static func words(_ display: Display, _ style: NumberStyle) -> [CellOutput] {
    let bundle = MediaBundle(display, in: style)
    return bundle.plain.isEmpty ? [] : [.result(bundle)]
  }
}
