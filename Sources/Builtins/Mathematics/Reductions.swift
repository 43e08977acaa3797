import Language
import Vocabulary
import Workbench

extension Builtin {
  /// Many numbers into one, or into one for each column or row.
  static let reductions: [Builtin] = [
    reduction("argmin", "Where the smallest element stands, counted from 0.", ("argmin([3, 1, 2])", "1"), .constant) {
      (elements) throws(Failure) in Double(try place(in: elements, <))
    },
    reduction("argmax", "Where the largest element stands, counted from 0.", ("argmax([3, 1, 2])", "0"), .constant) {
      (elements) throws(Failure) in Double(try place(in: elements, >))
    },
    quantifier("any", "Whether at least one element is true, or not 0.", ("any([1, 2, 3] > 2)", "true")) {
      $0.contains(true)
    },
    quantifier("all", "Whether every element is true, or not 0.", ("all([1, 2, 3] > 2)", "false")) {
      !$0.contains(false)
    },
  ]

  static let count = Builtin(
    "count", "How many elements are true, or not 0: how often a condition holds.",
    Parameter("x", .value, "a comparison such as v > 0, or numbers"), .axis,
    documentation: Documentation(
      examples: [Example("count([3, -1, 4, 1] > 0)", gives: "3")],
      seeAlso: ["any", "all", "frequencies"],
      aliases: [.numpy("count_nonzero"), ForeignName("nnz", in: .matlab), "countif"]),
    derivative: .constant
  ) { (session: inout Session, x, axis) throws(Failure) in
    guard let numbers = try Kind<Value>.numbers.read(x.countingTruths) else {
      throw Failure(.argument, "x must be truths or numbers, not \(x.brief)", about: .argument("x"))
    }
    try session.context.step(by: numbers.elements.count)
    return try numbers.reduced(along: axis) { elements in Double(elements.count { $0 != 0 }) }
  }

  private static func quantifier(
    _ name: String, _ summary: String, _ example: (input: String, output: String),
    _ holds: @escaping @Sendable ([Bool]) -> Bool
  ) -> Builtin {
    Builtin(
      name, summary, Parameter("x", .value, "a comparison such as v > 0, or numbers"), .axis,
      documentation: Documentation(
        notes: "The answer is a condition: if any(v < 0) then … else …",
        examples: [Example(example.input, gives: example.output)], seeAlso: ["is_nan", "where"]),
      derivative: .constant
    ) { (session: inout Session, x, axis) throws(Failure) in
      let asked: Value =
        switch x {
        case .truth, .truths: x
        default: try session.ask(x) { $0 != 0 }
        }
      guard case .truths(let truths) = asked else { return asked }
      try session.context.step(by: truths.elements.count)
      guard let rows = truths.rows, let axis else { return .truth(holds(truths.elements)) }
      let lines = axis == 1 ? (0..<rows).map { truths.row($0) } : (0..<truths.columns).map { truths.column($0) }
      return .truths(Truths(lines.map(holds)))
    }
  }

  private static func reduction(
    _ name: String, _ summary: String, _ example: (input: String, output: String), _ derivative: Derivative,
    aliases: [ForeignName] = [], _ body: @escaping @Sendable ([Double]) throws(Failure) -> Double
  ) -> Builtin {
    Builtin(
      name, summary, Parameter("x", .numbers, "the numbers"), .axis,
      documentation: Documentation(
        examples: [Example(example.input, gives: example.output)],
        aliases: aliases), derivative: derivative
    ) { (session: inout Session, x, axis) throws(Failure) in
      try session.context.step(by: x.elements.count)
      return try x.reduced(along: axis, by: body)
    }
  }

  static let norm = Builtin(
    "norm", "The length of a vector, or of all elements of a matrix taken as one vector.",
    Parameter("x", .numbers, "the numbers"),
    Parameter(
      "order", .number("a number ≥ 1", in: 1 ... .infinity), "2 for Euclid's, 1 for the sum, ∞ for the largest",
      default: 2),
    .axis,
    documentation: Documentation(
      formula: "norm(x, order) = sum(|x|^order)^(1 / order)",
      notes: "Of a matrix the default is Frobenius's norm; how far it stretches vectors at most is its spectral_norm.",
      examples: [Example("norm([3, 4])", gives: "5")],
      seeAlso: ["spectral_norm"],
      aliases: ["linalg.norm"]),
    derivative: .formula(
      "if sum(|x|) == 0 or order == 1 then sum(|x|) else if order == ∞ then max(|x|) "
        + "else if not (1e-280 < sum(|x|^order) < 1e300) then max(|x|) × sum(|x / max(|x|)|^order)^(1 / order) "
        + "else if order == 2 then √sum(x²) else sum(|x|^order)^(1 / order)")
  ) { (session: inout Session, x, order, axis) throws(Failure) in
    try session.context.step(by: x.elements.count)
    let interruption = session.interruption
    return try x.reduced(along: axis) { (elements) throws(Failure) in
      try norm(of: elements, order: order, interruption)
    }
  }

  /// Scaled by the largest, so that no square overflows.
  private static func norm(
    of elements: [Double], order: Double, _ interruption: Interruption
  ) throws(Failure) -> Double {
    guard !elements.contains(where: \.isNaN) else { return .nan }
    guard let largest = elements.lazy.map(\.magnitude).max(), largest > 0, largest.isFinite, order.isFinite else {
      return elements.lazy.map(\.magnitude).max() ?? 0
    }
    var sum = CompensatedSum()
    for (index, element) in elements.enumerated() {
      if index & 0xFFFF == 0 { try interruption.check() }
      let share = element.magnitude / largest
      sum.add(order == 1 ? share : order == 2 ? share * share : Arithmetic.power(share, order))
    }
    return largest
      * (order == 1 ? sum.value : order == 2 ? sum.value.squareRoot() : Arithmetic.power(sum.value, 1 / order))
  }
}
