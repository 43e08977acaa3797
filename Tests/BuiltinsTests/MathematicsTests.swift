import Builtins
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Mathematics of numbers, vectors and matrices against NumPy and SciPy.
@Suite struct MathematicsTests {
  struct Case: Sendable {
    let expression: String
    let expected: [Double]
  }

  static let cases: [Case] = {
    let lines = (try? References.text("mathematics/mathematics.tsv"))?.split(separator: "\n").dropFirst() ?? []
    return lines.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Case(
        expression: cells[0], expected: cells[1].split(separator: " ").map { References.double(String($0)) })
    }
  }()

  @Test func `agrees with NumPy and SciPy`() throws {
    #expect(Self.cases.count > 120)
    var session = Session()
    for test in Self.cases {
      let transcript = session.run(test.expression)
      if let failure = transcript.failure { Issue.record("\(test.expression): \(failure.message)") }
      let found = transcript.results.last?.value.countingTruths.numbers ?? []
      let scale = test.expected.filter(\.isFinite).map(\.magnitude).max() ?? 0
      let agrees =
        found.count == test.expected.count
        && zip(found, test.expected).allSatisfy { found, expected in
          found == expected || (found - expected).magnitude <= 4e-15 * max(expected.magnitude, 1e-2 * scale)
        }
      #expect(agrees, "\(test.expression) is \(found), not \(test.expected)")
    }
  }

  /// Every function of the two headings stands in some expression.
  @Test func `nothing goes without a reference`() {
    let words = Set(
      Self.cases.flatMap { $0.expression.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init) })
    for signature in BuiltinTable.standard.lexicon.signatures
    where ["mathematics", "vectors", "statistics"].contains(signature.documentation.topic) {
      // The statistics of distributions have references of their own; iterate and fold compute what they are given.
      let isInOther = [
        "sqrt", "abs", "is_nan", "histogram", "ks_test", "clt", "fit", "t_test", "chi_square_test", "iterate", "fold",
      ].contains(signature.name)
      #expect(words.contains(signature.name) || isInOther, "\(signature.name) is compared with nobody")
    }
  }

  /// The slope formulas of the declarations against the functions themselves.
  @Test(
    arguments: BuiltinTable.standard.lexicon.signatures.filter { $0.derivative != nil && $0.parameters.count == 1 }.map(
      \.name))
  func `derivatives agree with differences`(_ name: String) throws {
    var session = Session()
    for x in [0.37, 1.83] {
      guard let slope = session.run("\(name)′(\(x))").results.last?.value.numbers.first else { continue }
      let width = 1e-5
      let above = session.run("\(name)(\(x + width))").results.last?.value.numbers.first ?? .nan
      let below = session.run("\(name)(\(x - width))").results.last?.value.numbers.first ?? .nan
      let difference = (above - below) / (2 * width)
      guard !difference.isNaN else { continue }
      #expect((slope - difference).magnitude <= 1e-8 * max(1, slope.magnitude), "\(name)′(\(x))")
    }
  }
}

extension Value {
  var numbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .truth(let truth): [truth ? 1 : 0]
    case .vector(let elements): elements
    case .matrix(let matrix): matrix.elements
    default: []
    }
  }
}
