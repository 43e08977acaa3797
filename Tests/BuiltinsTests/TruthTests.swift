import Builtins
import Language
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Truths count as 1 and 0.
@Suite struct TruthTests {
  /// Built-ins that say something about truths themselves.
  private static let own: Set<String> = ["all", "any", "is_finite", "is_nan", "print", "text"]

  /// Those that take one vector or matrix.
  private static var builtins: [Signature] {
    Session().lexicon.signatures.filter { signature in
      guard let first = signature.parameters.first, first.passing == .value, !own.contains(signature.name),
        first.domain.parts.contains(where: { [.vector, .matrix, .any].contains($0) })
      else { return false }
      // The draws of a command depend on its text.
      guard !signature.parameters.contains(where: { $0.name == "seed" }) else { return false }
      return signature.parameters.count { if case .required = $0.presence { true } else { false } } == 1
    }
  }

  @Test func `every built-in takes them as numbers`() {
    #expect(Self.builtins.count > 60)
    for signature in Self.builtins {
      for (truths, numbers) in [
        ("[true, false, true]", "[1, 0, 1]"), ("[[true, false], [true, true]]", "[[1, 0], [1, 1]]"),
      ] {
        var (one, other) = (Session(), Session())
        let given = one.run("\(signature.name)(\(truths))")
        let expected = other.run("\(signature.name)(\(numbers))")
        #expect(
          Self.texts(given.results.map(\.value.countingTruths)) == Self.texts(expected.results.map(\.value))
            || Self.texts(given.results.map(\.value)) == Self.texts([Self.value(truths)]),
          "\(signature.name)(\(truths)): \(given.failure?.message ?? "")")
        if expected.failure == nil { #expect(given.failure == nil, "\(signature.name)(\(truths))") }
      }
    }
  }

  /// What is printed can be typed in again.
  @Test(arguments: [
    "[true]", "[[true, false], [false, false]]", "1..7 > 3", "[1, 2] > [[1], [2], [3]]", "not ([1, 2] == 1)",
    "[x > 1 for x in 1..3]", "map(x -> x > 1, 1..20)", "is_nan([1, nan])", "true", "1 > 2",
  ])
  func `what is printed reads back`(_ text: String) throws {
    var session = Session()
    let value = try #require(session.run(text).results.last?.value)
    let again = try #require(session.run(value.display.printed().text).results.last?.value)
    #expect(again.kind == value.kind && again.display == value.display)
  }

  /// What a text yields.
  private static func value(_ text: String) -> Value {
    var session = Session()
    return session.run(text).results.last?.value ?? .nothing
  }

  private static func texts(_ values: [Value]) -> [String] { values.map { $0.display.printed().text } }
}
