import Plotting
import Vocabulary
import Workbench

/// How a figure is to be drawn, whatever it shows.
struct Drawing: Sendable {
  let width: Int?
  let height: Int?
  let title: String?
  let isLogarithmic: Bool?
  let symbols: SymbolSet?

  /// The parameters of everything that draws.
  static let declaration = Declaration<Drawing>(
    "drawing", "How a figure is drawn.",
    .optional(
      "width", .integer(Figure.leastWidth...Figure.greatestWidth), "columns of text, a picture's by nine pixels"),
    .optional(
      "height", .integer(Figure.leastHeight...Figure.greatestHeight), "lines of text, a picture's by twenty pixels"),
    .optional("title", .text, "what stands above it"),
    .optional("log", .truth, "whether equal distances are equal factors"),
    .optional("renderer", .symbols, "what it is drawn with on a terminal"),
    documentation: Documentation(
      examples: [Example("plot 1..3 width=30 height=8", gives: "")])
  ) { width, height, title, isLogarithmic, symbols in
    Drawing(width: width, height: height, title: title, isLogarithmic: isLogarithmic, symbols: symbols)
  }

  func applied(to figure: Figure) -> Figure {
    var figure = isLogarithmic.map { figure.scaled($0 ? .logarithmic : .linear) } ?? figure
    figure.width = width ?? figure.width
    figure.height = height ?? figure.height
    figure.title = title ?? figure.title
    figure.symbols = symbols ?? figure.symbols
    return figure
  }
}

extension Builtin {
  /// The same for something that makes a figure, with the parameters of every drawing after its own.
  var drawn: Builtin {
    let drawing = Drawing.declaration
    var signature = Signature(
      name, signature.summary, signature.parameters + drawing.signature.parameters, signature.documentation)
    signature.derivative = self.signature.derivative
    let body = body
    return Builtin(signature) { (arguments, session) throws(Failure) in
      let value = try body(&arguments, &session)
      guard case .object(let figure as Figure) = value else { return value }
      return .object(try drawing.make(taking: &arguments).applied(to: figure))
    }
  }
}

extension Kind where Output == SymbolSet {
  /// `braille`, `blocks` or `ascii`, with or without quotation marks.
  static let symbols = Kind.choice("braille, blocks or ascii")
}
