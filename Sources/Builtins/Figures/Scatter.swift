import Plotting
import Vocabulary
import Workbench

extension Builtin {
  static let scatter = Builtin(
    "scatter", "Draws points: one vector across and another up, in groups where those are told, with curves over them.",
    .rest(
      "things", .plotted,
      "two vectors, across and up, further pairs as further groups; or [x, y], a data set; and functions or networks as "
        + "curves",
      atLeast: 1),
    .optional(
      "groups", .plotted("numbers, names or truths"), "one for each point", aliases: ["c", "hue", "by", "color"]),
    .optional("from", .finite, "where the horizontal axis begins", aliases: ["xmin"]),
    .optional("to", .finite, "where it ends", aliases: ["xmax"]),
    .optional("errors", .plotted("numbers"), "error bars: how far to both sides, or [from, to]", aliases: ["yerr"]),
    Parameter("log_x", .truth, "a logarithmic scale for what goes across", default: false, aliases: ["logx"]),
    documentation: Documentation(
      notes:
        "A point with a coordinate that is not finite, or without a place on a logarithmic axis, is left out and counted "
        + "below. The signs of groups differ, so that they are told apart without colour.",
      examples: [
        Example(
          "f(x) = 2x; scatter([1, 2, 3, 4, 5], [2.1, 5.2, 6.2, 7, 10.1], f, errors=0.8, width=40, height=12)",
          gives: """
            f(x) = 2 × x
            • points   ⠤⠤⠤⠤ f
               │                                  ⡆⢀
            10 ┤                              ⢀⣠⠤⠖●⠁
             8 ┤                         ⢀⣠⠤⠖⠋⠉
               │                  ⡄ ⢀⣀⡤⠖⠊⠉●
             6 ┤         ⢠      ⣀⡤●⠚⠉     ⠃
               │         ● ⣀⡤⠴⠚⠉  ⠁
             4 ┤      ⣀⡤⠴⠚⠉⠁
             2 ┤ ●⣠⠴⠒⠉⠁
               │⠋⠹
               └─┬───────┬────────┬───────┬───────┬─
                 1       2        3       4       5
            """)
      ],
      seeAlso: ["plot", "correlation", "boundary"],
      aliases: ["scatterplot"])
  ) {
    (session: inout Session, things, groups, from, to, errors, isLogarithmic) throws(Failure) in
    var request = PlotRequest(things: [])
    for thing in things { request.things.append(try session.evaluate(plotted: thing)) }
    (request.from, request.to) = (from, to)
    request.errors = try session.spread(errors)
    request.across = isLogarithmic ? .logarithmic : .linear
    guard var parts = try PointParts(request), !parts.groups.isEmpty else {
      let odd = request.things.first { (try? PointParts(PlotRequest(things: [$0]))) == nil } ?? request.things[0]
      throw Failure(
        .argument, "scatter draws vectors, [x, y] and data sets, not \(odd.value.noun) alone",
        about: .argument("things"), hint: "write scatter(x, y)")
    }
    if let groups = try session.evaluate(plotted: groups) { try parts.divide(by: groups.groupNames()) }
    return .object(try parts.figure(request, in: &session))
  }.drawn
}

extension Plotted {
  /// A name for each point: a text as it is, a number after the word for all.
  fileprivate func groupNames() throws(Failure) -> [String] {
    if let truths { return truths.elements.map { $0 ? name ?? "true" : "others" } }
    let style = NumberStyle(digits: 4)
    switch value {
    case .vector(let numbers): return numbers.map { "\(word ?? "group") \(style.text($0))" }
    case .list(let values) where values.allSatisfy({ $0.text != nil }): return values.compactMap(\.text)
    default:
      throw Failure(
        .argument, "groups must be a vector of numbers or a list of names, not \(value.brief)",
        about: .argument("groups"))
    }
  }
}
