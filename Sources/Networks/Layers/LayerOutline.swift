/// The layers of a network in short: `5 tanh`, `residual(8 tanh → 8 linear)`, `20 × (8 linear → layer norm)`.
struct LayerOutline {
  /// One after another.
  let parts: [String]

  init(of layers: [any BuiltLayer]) {
    // What stands in each block that is not closed yet.
    var open: [[String]] = [[]]
    for (layer, blocks) in zip(layers, layers.blocksBeginning) {
      for _ in 0..<blocks { open.append([]) }
      if layer.secondInput != nil, let block = open.popLast() {
        open[open.count - 1].append("residual(" + Self.folded(block).joined(separator: " → ") + ")")
      } else {
        open[open.count - 1].append(layer.outline)
      }
    }
    parts = Self.folded(open[0])
  }

  /// The parts that come together again and again are looked for up to this many.
  private static let longestRun = 8

  /// What comes three times or more in a row is said once.
  private static func folded(_ parts: [String]) -> [String] {
    var folded: [String] = []
    var rest = parts[...]
    while let first = rest.first {
      let (length, count) = run(in: rest)
      if count < 3 {
        folded.append(first)
        rest.removeFirst()
      } else {
        let run = rest.prefix(length).joined(separator: " → ")
        folded.append("\(count) × " + (length == 1 ? run : "(\(run))"))
        rest.removeFirst(length * count)
      }
    }
    return folded
  }

  /// The shortest run at the beginning that comes three times or more, and how often it comes.
  private static func run(in parts: ArraySlice<String>) -> (length: Int, count: Int) {
    for length in 1...longestRun where 3 * length <= parts.count {
      let run = parts.prefix(length)
      var count = 1
      var rest = parts.dropFirst(length)
      while rest.count >= length, rest.prefix(length).elementsEqual(run) {
        count += 1
        rest = rest.dropFirst(length)
      }
      if count >= 3 { return (length, count) }
    }
    return (1, 1)
  }
}
