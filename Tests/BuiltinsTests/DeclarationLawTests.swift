import Builtins
import Language
import Testing
import Vocabulary
import Workbench

/// What must hold of every built-in's declaration, whatever it declares.
@Suite struct DeclarationLawTests {
  /// A parameter with a default.
  struct Defaulted: Sendable, CustomTestStringConvertible {
    let builtin: String
    let parameter: ParameterDescription
    let value: Value
    let shown: String

    var testDescription: String { "\(builtin)(\(parameter.usage))" }

    static let all: [Defaulted] = BuiltinTable.standard.lexicon.signatures.flatMap { signature in
      signature.parameters.compactMap { parameter in
        guard case .default(let value, let shown) = parameter.presence else { return nil }
        return Defaulted(builtin: signature.name, parameter: parameter, value: value, shown: shown)
      }
    }
  }

  @Test(arguments: Defaulted.all)
  func `a default that help shows can be typed and is the default`(_ standard: Defaulted) throws {
    if standard.parameter.passing == .word {
      #expect(standard.value.text == standard.shown)
      #expect(standard.parameter.completion.words.contains(standard.shown))
      return
    }
    var session = Session()
    let transcript = session.run(standard.shown)
    #expect(transcript.failure == nil)
    let typed = try #require(transcript.results.last?.value)
    let expected = standard.value.display.printed(in: NumberStyle(digits: 17)).text
    if case .function(let function) = typed {
      let made = session.run("\(standard.shown)()").results.last?.value.display.printed(in: NumberStyle(digits: 17))
      #expect(function.name == expected || made?.text == expected)
    } else {
      #expect(typed.display.printed(in: NumberStyle(digits: 17)).text == expected)
    }
  }

  @Test func `there are defaults of every sort`() {
    #expect(Defaulted.all.count > 100)
    #expect(Set(Defaulted.all.map(\.value.kind)).isSuperset(of: ["number", "truth", "text", "vector", "optimizer"]))
  }

  @Test func `no foreign name is claimed twice`() {
    var owners: [String: [String]] = [:]
    for signature in BuiltinTable.standard.lexicon.signatures {
      for word in Set(signature.documentation.aliases.map(\.word)) { owners[word, default: []].append(signature.name) }
    }
    for foreign in BuiltinTable.standard.foreignNames {
      owners[foreign.word, default: []].append("the words of no built-in")
    }
    for (word, owners) in owners {
      #expect(owners.count == 1, "\(word) is claimed by \(owners.joined(separator: " and "))")
      let isOwnName = BuiltinTable.standard.lexicon[word] == nil || owners == [word]
      #expect(isOwnName, "\(word) is a built-in, but \(owners.joined()) claims it")
    }
  }

  @Test(arguments: BuiltinTable.standard.lexicon.signatures.map(\.name))
  func `parameters have names of their own`(_ name: String) throws {
    let parameters = try #require(BuiltinTable.standard.lexicon[name]).parameters
    let names = parameters.map(\.name) + parameters.flatMap(\.aliases)
    #expect(Set(names).count == names.count)
  }

  /// Every answer to a foreign name that says what to write.
  static let written: [ForeignName] =
    (BuiltinTable.standard.lexicon.signatures.flatMap(\.documentation.aliases) + BuiltinTable.standard.foreignNames)
    .filter { $0.code != nil }

  @Test(arguments: written.map(\.name))
  func `what to write instead of a foreign name can be written`(_ name: String) throws {
    let code = try #require(Self.written.first { $0.name == name }?.code)
    var session = Session()
    session.files = .lesson(in: nil)
    let preparation = session.run(
      """
      x = 0.5; n = 5; v = [1, 2, 3]; w = [2, 0, 1]; m = [[1, 2], [3, 4]]; f(x) = (x - 3)²; d = normal(0, 1)
      data = circles(20, noise=0.05, seed=1); net = sequential(input(2), dense(3, tanh), dense(1, sigmoid), seed=1)
      """)
    #expect(preparation.failure == nil)
    let transcript = session.run(code)
    #expect(transcript.failure == nil, "\(name): \(code)")
    #expect(session.run(name).failure?.hint?.contains(code) == true || BuiltinTable.standard.lexicon[name] != nil)
  }
}
