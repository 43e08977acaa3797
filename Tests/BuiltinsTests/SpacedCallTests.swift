import Builtins
import Testing
import Vocabulary
import Workbench

/// The same tokens have the same value however they are spaced, and wherever they stand.
@Suite struct SpacedCallTests {
  private static let operators = [
    "+ 3", "- 3", "* 3", "× 3", "/ 3", "÷ 3", "% 3", "^ 3", "² ", "⁻¹", "< 3", "≥ 3", "== 3", "≠ 3", ".. 3", "+3", "*3",
    "/3", "^3", "and true", "or false", "@ [1]", "- 1 + 2",
  ]

  /// What a text yields, nil where it fails.
  private static func value(_ text: String) -> String? {
    var session = Session()
    let transcript = session.run(text)
    return transcript.failure == nil ? transcript.results.last?.value.display.printed().text : nil
  }

  /// Those that make something of one number.
  private static let names: [String] = BuiltinTable.standard.lexicon.signatures.filter { signature in
    signature.parameters.first.map { $0.passing == .value } ?? false
      && !["seed", "set", "clear"].contains(signature.name) && value("\(signature.name)(0.5)") != nil
  }.map(\.name)

  @Test func `there are many such built-ins`() { #expect(Self.names.count > 60) }

  @Test(arguments: names)
  func `a call with a space before its bracket`(_ name: String) {
    for sign in Self.operators {
      let call = Self.value("(\(name)(0.5) \(sign))")
      let spaced = "\(name) (0.5) \(sign)"
      for form in [spaced, "1; y = \(spaced) # why", "g(x) = \(spaced); g(0)", "time \(spaced)"] {
        guard let value = Self.value(form) else { continue }
        #expect(value.lines.first == call?.lines.first ?? "", "\(form)")
      }
    }
  }

  @Test(arguments: [
    ("sqrt (2) + 1", "2.41421"), ("y = sqrt (2) + 1", "2.41421"), ("1 + sqrt (2) + 1", "3.41421"),
    ("log (8) / log(2)", "3"), ("tanh (1) × 2", "1.52319"), ("exp (-1)²", "0.135335"), ("sigmoid (0) - 0.5", "0"),
    ("max (1, 2) + 5", "7"), ("sqrt (2)+1", "2.41421"), ("log (8)/log (2)", "3"), ("sqrt (1 + 3) × 2 + 1", "5"),
    ("abs (-2) == 2", "true"), ("sqrt ((2)) + 1", "2.41421"), ("exp (0)..3", "[1, 2, 3]"),
    // What the command form means stays.
    ("sqrt 4 + 5", "3"), ("max (1) 2", "2"), ("max (1 + 1) (3)", "3"), ("chain (1/2)² × 4", nil),
  ])
  func `examples`(_ text: String, _ printed: String?) {
    if let printed { #expect(Self.value(text) == printed) } else { #expect(Self.value(text) != nil) }
  }
}
