import Language
import Vocabulary
import Workbench

extension Builtin {
  static let set = Builtin(
    "set", "Changes how numbers are printed, or how much memory a value may take.",
    .optional("digits", .integer(1...17), "significant digits"),
    .optional("notation", .expression(completing: .words(["power", "e"])), "power for 3×10⁻⁷, e for 3e-07"),
    .optional("memory", .expression, "the most that one value may take, such as 2GB"),
    documentation: Documentation(
      notes: "Without arguments it shows what is set.",
      examples: [
        Example("set digits=3; 1/3; set digits=6", gives: "0.333"),
        Example("set", gives: "digits=6 notation=power memory=2GB"),
      ])
  ) { (session: inout Session, digits, notation, memory) throws(Failure) in
    guard digits != nil || notation != nil || memory != nil else {
      return .object(Report(kind: "settings", display: session.settings))
    }
    if let notation {
      guard let chosen = NumberStyle.Notation(rawValue: notation.expression.source) else {
        throw Failure(.argument, "notation must be power or e", at: notation.expression.span)
      }
      session.style.notation = chosen
    }
    if let memory {
      let (amount, most) = (try bytes(memory.expression), session.context.limits.largestMemory)
      guard amount <= most else {
        throw Failure(
          .limit, "memory can be \(ByteCount.text(Double(most))) here and no more", at: memory.expression.span)
      }
      session.context.limits.memory = amount
    }
    if let digits { session.style.digits = digits }
    return .nothing
  }

  /// `500MB`, `2 × GB` …: a number glued to a unit.
  private static func bytes(_ expression: ExpressionSyntax) throws(Failure) -> Int {
    let units = ["kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12]
    if case .binary(.multiply, let amount, let unit) = expression.node, case .number(let number) = amount.node,
      case .variable(let name) = unit.node, let size = units[name], let bytes = Int(exactly: (number * size).rounded()),
      bytes > 0
    {
      return bytes
    }
    throw Failure(.argument, "memory must be an amount such as 500MB or 2GB", at: expression.span)
  }
}

extension Session {
  /// The settings as they would be set.
  fileprivate var settings: Display {
    let memory = ByteCount.text(Double(context.limits.memory)).filter { $0 != " " }
    return Display("digits=\(style.digits) notation=\(style.notation.rawValue) memory=\(memory)")
  }
}

extension Builtin {
  static let seed = Builtin(
    "seed", "Sets the session's seed, from which all draws without seed= come.",
    Parameter("value", .expression(completing: .words(["random"])), "a whole number, or the word random"),
    documentation: Documentation(
      notes: "seed random takes one from the system and prints it, so that it can be set again.",
      examples: [
        Example(
          "seed 7; sample normal(0, 1) 2; seed 0; seed 7; sample normal(0, 1) 2; seed 0",
          gives: "[-1.03003, 2.49263]\n[-1.03003, 2.49263]")
      ],
      seeAlso: ["sample"])
  ) { (session: inout Session, value) throws(Failure) in
    if value.expression.source == "random" {
      session.seed = UInt64.random(in: 0..<1 << 32)
      return .number(Double(session.seed))
    }
    var frame = value.frame
    let given = try session.evaluate(value.expression, &frame)
    guard let seed = try Kind<UInt64>.seed.read(given) else {
      throw Failure(
        .argument, "value must be \(Kind<UInt64>.seed.noun) or random, not \(given.brief)", at: value.expression.span)
    }
    session.seed = seed
    return .nothing
  }
}
