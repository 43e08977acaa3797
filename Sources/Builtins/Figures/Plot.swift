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
    Parameter(
      "accuracy", .truth, "whether histories and comparisons are drawn with their accuracies", default: false),
    .optional("from", .finite, "where the horizontal axis begins", aliases: ["xmin"]),
    .optional("to", .finite, "where it ends", aliases: ["xmax"]),
    .optional("input", .plotted("a distribution"), "what comes into an activation"),
    .optional(
      "x", .plotted("numbers or names"),
      "what vectors are drawn over; of a matrix the numbers or names of its columns"),
    .optional("y", .plotted("numbers or names"), "of a matrix the numbers or names of its rows"),
    .optional(
      "band", .plotted("numbers, or std, sem or range"),
      "a shaded band: how far to both sides, [from, to], or what is taken of the rows of a matrix"),
    .optional("errors", .plotted("numbers, or std, sem or range"), "the same as error bars", aliases: ["yerr"]),
    Parameter(
      "log_x", .truth, "a logarithmic scale for what goes across", default: false, aliases: ["logx", "semilogx"]),
    documentation: Documentation(
      notes: PlotForms.all.map { "\($0.noun.capitalizedSentence): \($0.manner)." }.joined(separator: "\n"),
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
          "plot(sine(20, noise=0.2, seed=1), sin, width=40, height=12)",
          gives: """
            • sine(20, noise=0.2, seed=1)   ⠤⠤⠤⠤ sin
            target
             1 ┤                       ⢀●●⠤●⣀
               │                    ●⡤●⠁    ⠈●●⣀
               │⣄                 ⢀⡴⠋          ⠈⠢⡀
             0 ┤⠈●⣄●             ●●             ●⠙●⡀
               │  ⠈⠲⣀          ●⠞⠁                 ⠙
               │    ⠈●⣄⡀●   ⣀●⠊⠁
            -1 ┤      ●⠉⠑⠒●●⠁
               └───────┬──────────┬─────────┬───────
                       -2         0         2
                                             feature
            """),
        Example(
          "plot([cumsum(sample(normal(0, 1), 50, seed=s)) / (1..50) for s in 1..20], band=std, width=40, height=12)",
          gives: """
             1 ┤
               │⢅⢄
               │⢕⢕⢔⢕⢔⢄⢄⢄⢄⢀⢀⢄⢄⢄⢄⢀⢀⢀⢀⢀
             0 ┤⠤⢄⡠⠤⠔⠒⠒⠒⠒⠉⠊⠉⠑⠊⠒⠒⠒⠒⠒⠒⠒⠔⠢⠤⠤⠤⠒⠢⠤⠤⠤⠤⠤⠤⠤⠔
               │⢕⢕⢕⠕⠕⠑⠁               ⠁⠁⠁
               │⢕⠕⠁
            -1 ┤⠁
               └┬─────────────┬──────────────┬──────
                0             20             40
                                               index
            lines: means of 20 runs; band: one
            standard deviation to both sides
            """),
        Example(
          "plot([[f^n for f in [0.5, 0.75, 1, 1.25]] for n in 1..8], x=[0.5, 0.75, 1, 1.25], y=1..8, x_name=\"factor a layer\", y_name=\"layers\", log=true, width=40, height=14)",
          gives: """
              ░░▒▓▓█ from 0.00391 to 5.96 (log)
            layers
              │         ▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓█████████
            7 ┤         ▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓█████████
              │         ▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓█████████
              │░░░░░░░░░▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓█████████
              │░░░░░░░░░▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓█████████
            4 ┤░░░░░░░░░▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓█████████
              │▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█████████
              │▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█████████
            1 ┤▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓
              └────┬────────┬─────────┬────────┬────
                  0.5      0.75       1       1.25
                                      factor a layer
            """),
        Example(
          "plot(flow(he_normal, tanh, layers=12, seed=1), width=60, height=9)",
          gives: """
            forward                        backward
            ⠤⠤⠤⠤ predicted   • measured    ⠤⠤⠤⠤ predicted   • measured
            std of z                       ∂L/∂z
              │●⡀                          1.4 ┤ ⢠●⠉●⠉●⠑●⠢⠤⠤⣀⡀
            1 ┤ ⠘●⡀                        1.2 ┤●⠁        ●  ●⠑●⠤●⣀
              │   ⠈●⠒⠤●⠤●⢄●⣀⣀●⣀●⣀●⣀⣀●⣀●⣀●    1 ┤                   ●⠒●⢄●
              └──┬────┬───┬────┬────┬───┬      └──┬───┬───┬────┬───┬───┬
                 2    4   6    8    10 12         2   4   6    8   10 12
                                    layer                          layer
            """),
        Example(
          "L(w, b) = (tanh(w × 2 + b) - 1)²; plot(backprop(L(0.5, 0.1)), width=72)",
          gives: """
            L(w, b) = (tanh(w × 2 + b) - 1)²

                              b
                             0.1  ⠑⢄
                  w        -0.143   ⠑⢄  … + b      tanh(…)      … - 1       (…)²
                 0.5  ⠑⢄            ⢀⠔⠁  1.1  ⠉⠉⠉⠉   0.8  ⠈⠉⠉⠉⠁ -0.2  ⠉⠉⠉⠉ 0.0398
               -0.287   ⠑⢄  w × 2 ⢀⠔⠁  -0.143      -0.399      -0.399         1
                          ⠁   1   ⠁
                           -0.143
            each step: its value, below it ∂L/∂step
            """),
        Example(
          "plot chain(0.1⁵ × 0.03) width=40",
          gives: """
            chain(0.1⁵ × 0.03)
            layer, |gradient|
            output │█████████████████████████ 0.03
                 5 │████████████████████▎ 0.003
                 4 │███████████████▋ 0.0003
                 3 │██████████▉ 3×10⁻⁵
                 2 │██████▏ 3×10⁻⁶
                 1 │█▍ 3×10⁻⁷
            """),
      ],
      seeAlso: ["hist", "boundary"],
      aliases: [
        "imshow", "show", ForeignName("errorbar", write: "plot(v, errors=0.1)"),
        ForeignName("fill_between", write: "plot(v, band=0.1)"),
        ForeignName("semilogx", write: "plot(f, log_x=true)"), ForeignName("semilogy", write: "plot(v, log=true)"),
        ForeignName("loglog", write: "plot(f, log_x=true, log=true)"), ForeignName("pcolormesh", write: "plot(m)"),
        ForeignName("contourf", write: "plot(m)"),
      ])
  ) {
    (
      session: inout Session, things, isCumulative, showsDerivative, showsAccuracy, from, to, input, x, y, band, errors,
      isLogarithmic
    ) throws(Failure) in
    var request = PlotRequest(things: [])
    request.things = try session.evaluate(things: things)
    (request.isCumulative, request.showsDerivative) = (isCumulative, showsDerivative)
    (request.showsAccuracy, request.from, request.to) = (showsAccuracy, from, to)
    request.input = try session.evaluate(plotted: input)
    request.x = try session.evaluate(plotted: x)
    request.y = try session.evaluate(plotted: y)
    request.band = try session.spread(band)
    request.errors = try session.spread(errors)
    request.across = isLogarithmic ? .logarithmic : .linear
    return .object(try PlotForms.figure(of: request, in: &session))
  }.drawn
}

extension String {
  /// With its first letter large.
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
