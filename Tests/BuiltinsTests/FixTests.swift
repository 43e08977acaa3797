import Builtins
import Language
import Testing
import Vocabulary
import Workbench

/// What a message offers is typed, and does what the message says.
@Suite struct FixTests {
  static let signatures = BuiltinTable.standard.lexicon.signatures

  /// The word with a letter lost, with two letters exchanged, and with one too many.
  private static func misspellings(of word: String) -> [String] {
    let letters = Array(word)
    guard letters.count > 4 else { return [] }
    let middle = letters.count / 2
    var exchanged = letters
    exchanged.swapAt(middle, middle - 1)
    return [
      String(letters[..<middle] + letters[(middle + 1)...]), String(exchanged),
      String(letters[...middle] + letters[middle...]),
    ].filter { $0 != word && BuiltinTable.standard.lexicon[$0] == nil }
  }

  /// Runs a text that must fail and offer a change; the text with the change made, and how that fails if it does.
  private static func mended(_ source: String) throws -> (text: String, failure: Failure?) {
    var session = Session()
    let failure = try #require(session.run(source).failure, "\(source) does not fail")
    let fix = try #require(failure.fix, "\(source) offers nothing: \(failure.message)")
    let text = fix.applied(to: source)
    #expect(text != source)
    return (text, session.run(text).failure)
  }

  @Test(arguments: signatures.map(\.name))
  func `a built-in's name with a slip is mended`(_ name: String) throws {
    for slip in Self.misspellings(of: name) where BuiltinTable.standard.lexicon.advice(for: slip) == nil {
      let (text, failure) = try Self.mended("\(slip)(1)")
      // A name between two built-ins may be mended to the other one.
      let meant = try #require(text.split(separator: "(").first.map(String.init))
      #expect(BuiltinTable.standard.lexicon[meant] != nil, "\(slip) became \(text)")
      #expect(failure?.subject != .name(slip) && failure?.subject != .name(meant))
    }
  }

  @Test(arguments: signatures.map(\.name))
  func `a parameter's name with a slip, or that others use, is mended`(_ name: String) throws {
    let signature = try #require(BuiltinTable.standard.lexicon[name])
    let own = Set(signature.parameters.map(\.name))
    guard !signature.parameters.contains(where: \.takesNames),
      signature.parameters.first?.passing != .line
    else { return }
    for parameter in signature.parameters {
      for slip in (Self.misspellings(of: parameter.name) + parameter.aliases) where !own.contains(slip) {
        let (text, failure) = try Self.mended("\(name)(\(slip)=1)")
        #expect(own.contains { text == "\(name)(\($0)=1)" }, "\(slip) became \(text)")
        if parameter.aliases.contains(slip) { #expect(text == "\(name)(\(parameter.name)=1)") }
        #expect(failure?.message.contains("has no argument") != true)
      }
    }
  }

  @Test(arguments: [
    ("sgd(lr=0.1)", "sgd(learning_rate=0.1)"), ("normal(loc=0)", "normal(mean=0)"),
    ("sample normal(0, 1) n=3", "sample normal(0, 1) size=3"), ("std([1, 2], correction=1)", "std([1, 2], ddof=1)"),
    ("circles(10, random_state=1)", "circles(10, seed=1)"), ("tahn(1)", "tanh(1)"),
    ("plot normal(0, 1) renderer=brialle", "plot normal(0, 1) renderer=braille"),
  ])
  func `the change is the one that is meant`(_ source: String, _ mended: String) throws {
    let (text, failure) = try Self.mended(source)
    #expect(text == mended)
    #expect(failure == nil)
  }

  @Test(arguments: [
    ("train circles(10) sequential(input(2), dense(1))", "network", "data"), ("dense(tanh, 3)", "units", "activation"),
    ("saturation(normal(0, 1), tanh)", "activation", "distribution"),
  ])
  func `arguments the wrong way round are seen`(_ source: String, _ first: String, _ second: String) throws {
    var session = Session()
    let failure = try #require(session.run(source).failure)
    #expect(failure.subject == .argument(first))
    #expect(failure.hint == "\(first) and \(second) are the wrong way round: exchange them")
  }

  @Test(arguments: signatures.map(\.name))
  func `too many arguments are refused in one line`(_ name: String) throws {
    let signature = try #require(BuiltinTable.standard.lexicon[name])
    let takesAny = signature.parameters.contains { parameter in
      switch parameter.presence {
      case .rest, .names: true
      default: parameter.passing == .line || parameter.passing == .command
      }
    }
    guard !takesAny else { return }
    let source = "\(name)(" + (0...signature.parameters.count).map { String($0) }.joined(separator: ", ") + ")"
    var session = Session()
    let failure = try #require(session.run(source).failure)
    let span = try #require(failure.span)
    #expect(String(decoding: Array(source.utf8)[span], as: UTF8.self) == "\(signature.parameters.count)")
    #expect(FailureRenderer.render(failure, in: source).split(separator: "\n").allSatisfy { $0.count <= 160 })
  }

  @Test(arguments: [
    "list", "seq", "let", "mod", "sgn", "mad", "tile", "isin", "full", "pow", "append", "stack",
  ])
  func `a word of another language is not taken for a slip`(_ name: String) throws {
    var session = Session()
    let failure = try #require(session.run("\(name)(1)").failure)
    #expect(failure.hint?.hasPrefix("did you mean") == false)
  }
}
