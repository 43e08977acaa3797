import Probability

/// Lessons put together by chance: commands of all sorts in blocks of all sorts, with outputs right, wrong and missing.
struct RandomLesson {
  private var generator: PCG64
  private(set) var text = ""
  private let lineEnd: String

  private static let commands = [
    "√250", "1 + 1", "x = 3", "x", "sample normal(0, 1) 3", "sample uniform(0, 1)", "[[1, 2], [3, 4]]", "\"[..]\"",
    "\"...\"",
    "\"> a\"", "foo", "1 +", "help sqrt", "chain 0.1^3 × 1", "f(x) = (x - 3)²", "f′(5)", "1; 2;\n3", "\"a\\nb\"",
    "1..4",
    "sequential(input(2), dense(1), seed=1)", "3;", "describe he_normal", "[\"```\", \"~~~\"]", "\"\\\\\"", "e",
    "sample he_normal [2, 2]",
    "normal(0, 1)", "sum(1..10)", "\"±\"", "0.1⁵ × 0.03", "1/0", "load \"x.csv\"", "save [1] \"x.csv\"", "true",
    "x = [1,\n 2]",
  ]
  private static let outputs = ["", "3", "...", "[..]", "15.8", "error: [..]", "1 ±0.5", "wrong", "x\ny\nz", "\\..."]

  init(seed: UInt64) {
    generator = PCG64(seed: seed)
    lineEnd = seed % 3 == 0 ? "\r\n" : "\n"
    if seed % 5 == 0 { text = "\u{FEFF}" }
    for _ in 0...below(4) { addBlock() }
    if seed % 7 == 0 { text.removeLast() }
  }

  private mutating func below(_ count: Int) -> Int { Int(generator.nextUniform() * Double(count)) }

  private mutating func addBlock() {
    let (first, rest) = [("", ""), ("- ", "  "), ("> ", "> "), ("1. > ", "   > "), ("> - ", ">   "), ("-\t", "\t")][
      below(6)]
    let fence = ["```", "~~~~", "`````"][below(3)]
    let mark = ["", "", "", " run", " slow"][below(5)]
    var lines = ["Some prose.", "", first + fence + "gradus" + mark]
    for _ in 0...below(5) {
      let command = Self.commands[below(Self.commands.count)].split(separator: "\n")
      lines += command.enumerated().map { rest + ($0 == 0 ? "> " : "| ") + $1 }
      let output = Self.outputs[below(Self.outputs.count)]
      if !output.isEmpty { lines += output.split(separator: "\n").map { rest + $0 } }
      if below(4) == 0 { lines.append(rest) }
    }
    lines += [rest + fence, ""]
    text += lines.joined(separator: lineEnd) + lineEnd
  }

  /// The lesson with a command put in at a chance place that changes nothing for the others.
  mutating func withInsertion() -> String? {
    let prompts = text.indices.filter { text[$0...].hasPrefix("> √") || text[$0...].hasPrefix("> sample") }
    guard !prompts.isEmpty else { return nil }
    let place = prompts[below(prompts.count)]
    let lineStart = text[..<place].lastIndex { $0.isNewline }.map(text.index(after:)) ?? text.startIndex
    let indentation = text[lineStart..<place]
    return text[..<lineStart] + "\(indentation)> mean(sample(normal(0, 1), 2)) × 0;\(lineEnd)" + text[lineStart...]
  }
}
