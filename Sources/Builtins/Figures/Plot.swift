import Language
import Plotting
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let plot = Builtin(
    "plot", "Draws what it is given, each sort of thing in its own way.",
    .rest("things", .plotted, "one thing or several of one sort", atLeast: 1),
    Parameter("cdf", .truth, "whether distributions are drawn by their cumulative probabilities", default: false),
    Parameter("derivative", .truth, "whether functions are drawn with their derivatives", default: false),
    Parameter("accuracy", .truth, "whether histories are drawn with their accuracies", default: false),
    .optional("from", .finite, "where the horizontal axis begins"),
    .optional("to", .finite, "where it ends"),
    .optional("input", .plotted, "what comes into an activation: a distribution"),
    documentation: Documentation(
      notes: PlotForms.all.map { "\($0.noun.capitalizedSentence): \($0.manner)." }.joined(separator: " "),
      examples: [
        Example(
          "plot normal(0, 1) width=30 height=9",
          gives: """
            normal(0, 1)
            density
            0.4 ┤          ⣠⠖⠒⠲⣄
                │        ⢀⡼⠁⢕⢕⢕⠈⢧⡀
            0.2 ┤       ⢠⠞⢕⢕⢕⢕⢕⢕⢕⠱⡄
                │     ⢀⡴⠋⢕⢕⢕⢕⢕⢕⢕⢕⢕⠘⢦⡀
              0 ┤⣀⣀⣀⡤⠖⠋⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⠙⠲⢤⣀⣀⣀
                └────┬───────┬───────┬────
                     -2      0       2
            """),
        Example(
          "plot tanh derivative=true renderer=ascii width=40 height=10",
          gives: """
            ---- tanh   **** tanh'
             1 +                **** ...------------
               |              ***  ***
               |            ***   .' ***
             0 +*************    .'    *************
               |                .'
               |              .''
            -1 +------------'''
               ++-----------------+----------------+
                -5                0                5
            """),
        Example(
          "f(x) = (x - 3)²; plot descend(f, from=0, learning_rate=0.9, steps=9) width=40 height=12",
          gives: """
            f(x) = (x - 3)²
            f(x) = (x - 3)²
            • steps
            20 ┤⢦
               │ ⠳⣄                                ⢀
               │  ⠈⠳⣄                             ⡠⠎
            10 ┤    ⠈⠳●⠤⠤⣀⣀⣀⣀⣀⣀                ⢀⡤⠊⠁
               │      ⠈⠓⢦⡀     ⠉⠉⠉⠉⠉⢉⣒⣒⣒⣒⣒⣒⠤⠤⣤●⠋
               │         ⠈●⠶⣖⡒⠫⠭⠭⠭⠭⠭⣥⣤⣄⣀⣀⣀●⠔⠋⠁
             0 ┤             ●⠙●⠻●⠿⠿⠶●●●⠋⠁
               └──────┬───────┬────────┬────────┬───
                      0       2        4        6
                                                   x
            """),
        Example(
          "plot chain(0.1⁵ × 0.03) width=40",
          gives: """
            chain(0.1⁵ × 0.03)
            layer
            output │█████████████████████████ 0.03
                 5 │████████████████████▎ 0.003
                 4 │███████████████▋ 0.0003
                 3 │██████████▉ 3×10⁻⁵
                 2 │██████▏ 3×10⁻⁶
                 1 │█▍ 3×10⁻⁷
            """),
      ],
      seeAlso: ["hist", "boundary"],
      aliases: ["imshow", "scatter", "show"])
  ) { (session: inout Session, things, isCumulative, showsDerivative, showsAccuracy, from, to, input) throws(Failure) in
    var plotted: [Plotted] = []
    for thing in things { plotted.append(try session.evaluate(plotted: thing)) }
    let request = PlotRequest(
      things: plotted, isCumulative: isCumulative, showsDerivative: showsDerivative,
      showsAccuracy: showsAccuracy, from: from, to: to,
      input: try input.map { (input) throws(Failure) in try session.evaluate(plotted: input) })
    return .object(try PlotForms.figure(of: request, in: &session))
  }.drawn
}

extension String {
  /// With its first letter large.
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}

/// Something to be drawn, with the words that it was written in.
struct Plotted: Sendable {
  let value: Value
  /// Nil where it was not written, or at length.
  let name: String?

  /// More characters than this are no name.
  private static let longestName = 32

  init(_ value: Value, written source: String? = nil) {
    self.value = value
    name = source.flatMap { $0 != "_" && $0.count <= Self.longestName ? $0 : nil }
  }

  /// The name, or what the value prints, as long as that is short.
  var label: String? {
    if let name { return name }
    let text = value.display.printed().text
    return text.count <= Self.longestName && !text.contains("\n") ? text : nil
  }
}

extension Kind where Output == Value {
  /// What is to be drawn: an expression as it is written, or a value.
  static let plotted = Kind("something that can be drawn", .any, passing: .expression) { $0 }
}

extension Session {
  /// The value of what is to be drawn.
  mutating func evaluate(plotted value: Value) throws(Failure) -> Plotted {
    guard case .object(let quotation as Quotation) = value else { return Plotted(value) }
    var frame = quotation.frame
    return Plotted(try evaluate(quotation.expression, &frame), written: quotation.expression.source)
  }
}
