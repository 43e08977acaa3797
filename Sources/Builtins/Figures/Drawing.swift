import Plotting
import Vocabulary
import Workbench

/// How a figure is drawn, whatever it shows.
struct Drawing: Sendable {
  let width: Int?
  let height: Int?
  let title: String?
  let xName: String?
  let yName: String?
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
    .optional("x_name", .text, "what goes across, with its unit", aliases: ["xlabel", "x_label"]),
    .optional("y_name", .text, "what goes up, with its unit", aliases: ["ylabel", "y_label"]),
    .optional(
      "log", .truth, "a logarithmic scale for what is measured: the vertical axis, lying bars, the colours of a map",
      aliases: ["logy", "semilogy"]),
    .optional("log_y", .truth, "the same as log"),
    .optional("renderer", .symbols, "what it is drawn with on a terminal"),
    documentation: Documentation(
      examples: [Example("plot 1..3 width=30 height=8", gives: "")])
  ) { (width, height, title, xName, yName, isLogarithmic, isLogarithmicUp, symbols) throws(Failure) in
    if let isLogarithmic, let isLogarithmicUp, isLogarithmic != isLogarithmicUp {
      throw Failure(.argument, "log and log_y are the same and cannot differ", about: .argument("log_y"))
    }
    return Drawing(
      width: width, height: height, title: title, xName: xName, yName: yName,
      isLogarithmic: isLogarithmic ?? isLogarithmicUp, symbols: symbols)
  }

  func applied(to figure: Figure) -> Figure {
    var figure = isLogarithmic.map { figure.scaled($0 ? .logarithmic : .linear) } ?? figure
    figure.width = width ?? figure.width
    figure.height = height ?? figure.height
    figure.title = title ?? figure.title
    for panel in figure.panels.indices {
      figure.panels[panel].x.label = xName ?? figure.panels[panel].x.label
      figure.panels[panel].y.label = yName ?? figure.panels[panel].y.label
    }
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
