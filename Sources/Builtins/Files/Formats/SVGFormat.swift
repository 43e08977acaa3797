import Plotting
import Vocabulary
import Workbench

/// Figures as SVG pictures, which browsers, word processors and drawing programs open; they are only written.
struct SVGFormat: FileFormat {
  let suffix = "svg"
  let isRead = false

  func read(_ file: FileReader, for session: inout Session) throws(Failure) -> Value {
    throw file.failure("is a picture, which cannot be read back", hint: "keep the data that it was drawn from")
  }

  func write(_ value: Value, to file: FileWriter, of session: Session) throws(Failure) {
    guard case .object(let figure as Figure) = value else { throw FileFormats.misfit(value, suffix) }
    try file.write(Array(SVGRenderer(style: session.style).svg(figure).utf8))
  }
}
