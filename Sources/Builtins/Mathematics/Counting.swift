import Language
import Vocabulary
import Workbench

/// How many there are.
extension Builtin {
  static let choose = Builtin(
    "choose", "In how many ways k of n things can be chosen: the binomial coefficient.",
    Parameter("n", .numbers, "how many things there are, a whole number ≥ 0"),
    Parameter("k", .numbers, "how many of them are chosen, a whole number"),
    documentation: Documentation(
      formula: "choose(n, k) = n! / (k! × (n - k)!)",
      notes: "Exact up to 2⁵³, beyond that the nearest number that there is; 0 where k < 0 or k > n.",
      examples: [
        Example("choose(4, 0..4); sum(choose(4, 0..4))", gives: "[1, 4, 6, 4, 1]\n16"),
        Example("1 / choose(49, 6)", gives: "7.15112×10⁻⁸"),
      ],
      seeAlso: ["binomial", "log_gamma"],
      aliases: ["comb", "binom", ForeignName("nchoosek", in: .matlab)])
  ) { (session: inout Session, n, k) throws(Failure) in
    let things = n.elements, chosen = k.elements
    try session.context.step(by: max(things.count, chosen.count))
    if let odd = things.first(where: { Int(exactly: $0).map { $0 < 0 || $0 > 1 << 53 } ?? true }) {
      throw Failure(
        .argument, "n must be whole numbers ≥ 0, not \(NumberStyle.standard.text(odd))", about: .argument("n"))
    }
    if let odd = chosen.first(where: { Int(exactly: $0) == nil }) {
      throw Failure(.argument, "k must be whole numbers, not \(NumberStyle.standard.text(odd))", about: .argument("k"))
    }
    let interruption = session.interruption
    let result = try Elementwise.value(n, k, "and", session.context.limits) { n, k in
      interruption.isRequested ? .nan : BinomialCoefficient.value(UInt64(n), Int(k))
    }
    try interruption.check()
    return result ?? .nothing
  }

  static let frequencies = Builtin(
    "frequencies", "How often each of the different elements occurs.", Parameter("x", .numbers, "the numbers"),
    documentation: Documentation(
      examples: [
        Example(
          "frequencies [2, 1, 2, 2, 3]",
          gives: """
              value   count   share
                  1       1     20%
                  2       3     60%
                  3       1     20%
            """)
      ],
      seeAlso: ["unique", "count", "histogram"],
      aliases: [
        "value_counts", "bincount", "Counter", ForeignName("tabulate", in: .matlab),
      ]),
    yields: Frequencies.self
  ) { (session: inout Session, x) throws(Failure) in
    try session.context.step(by: x.elements.count)
    var (values, counts): ([Double], [Int]) = ([], [])
    for element in try Sorting.sorted(x.elements, session.interruption) {
      if let last = values.last, last == element || (last.isNaN && element.isNaN) {
        counts[counts.count - 1] += 1
      } else {
        values.append(element)
        counts.append(1)
      }
    }
    return .object(Frequencies(values: values, counts: counts))
  }
}

/// How often each of some different numbers occurs.
struct Frequencies: Record {
  let values: [Double]
  let counts: [Int]

  static let fields: [Field<Frequencies>] = [
    Field("value", "the different numbers, from the smallest to the largest") { $0.values },
    Field("count", "how often each occurs") { $0.counts },
    Field("share", "the same as a share of all, from 0 to 1", as: .percent) { frequencies in
      let all = Double(frequencies.counts.reduce(0, +))
      return frequencies.counts.map { Double($0) / all }
    },
  ]

  private static let shown = 20

  var kind: String { "frequencies" }
  var numberCount: Int { 2 * values.count }
  /// All of them, or the first and the last.
  var display: Display {
    let half = Self.shown / 2
    let rows: [Int?]? =
      values.count <= Self.shown
      ? nil : (0..<half).map { $0 } + [nil] + (values.count - half..<values.count).map { $0 }
    return Display(table(["value", "count", "share"], rows: rows))
  }
}

/// In how many ways some of many things can be chosen.
enum BinomialCoefficient {
  /// The nearest double to n over k, infinite where that is larger than all of them.
  ///
  /// Worked out in whole numbers of any length: a result that is no more than the largest double takes some thousand steps,
  /// as long as k is the smaller part.
  static func value(_ n: UInt64, _ k: Int) -> Double {
    guard k >= 0, UInt64(k) <= n else { return 0 }
    let chosen = min(UInt64(k), n - UInt64(k))
    var words: [UInt64] = [1]
    for step in 0..<chosen {
      multiply(&words, by: n - step)
      divide(&words, by: step + 1)
      // The coefficients grow up to the middle.
      guard words.count <= 17 else { return .infinity }
    }
    return nearest(words)
  }

  private static func multiply(_ words: inout [UInt64], by factor: UInt64) {
    var carry: UInt64 = 0
    for index in words.indices {
      let product = words[index].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      words[index] = low
      carry = product.high + (overflow ? 1 : 0)
    }
    if carry > 0 { words.append(carry) }
  }

  /// By a number that divides it.
  private static func divide(_ words: inout [UInt64], by divisor: UInt64) {
    var rest: UInt64 = 0
    for index in words.indices.reversed() {
      (words[index], rest) = divisor.dividingFullWidth((rest, words[index]))
    }
    while words.count > 1, words.last == 0 { words.removeLast() }
  }

  private static func nearest(_ words: [UInt64]) -> Double {
    guard words.count > 1, let high = words.last else { return Double(words[0]) }
    let shift = high.leadingZeroBitCount
    let below = words[words.count - 2]
    // The first 64 bits, the last of them 1 where any bit behind them is: enough to round once, rightly.
    var leading = shift == 0 ? high : high << shift | below >> (64 - shift)
    let rest = shift == 0 ? below : below << shift
    if rest != 0 || words.dropLast(2).contains(where: { $0 != 0 }) { leading |= 1 }
    return Double(sign: .plus, exponent: 64 * (words.count - 1) - shift, significand: Double(leading))
  }
}
