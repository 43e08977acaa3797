import Builtins
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Functions of the learner's as Python writes them: `-2.0 ** 2.0` is -4 there, `a < b < c` and `not` ask for one truth, and
/// `1 / 0` is an error.
@Suite struct FormulaExportTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: Int
    let definition: String
    let torch: String
    let keras: String
    var testDescription: String { definition }
  }

  static let cases: [Case] = {
    let lines = (try? References.text("exchange/formulas.tsv"))?.split(separator: "\n").dropFirst() ?? []
    return lines.enumerated().map { number, line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Case(line: number, definition: cells[0], torch: cells[1], keras: cells[2])
    }
  }()

  static let points = "[-2.5, -1, -0.25, 0, 0.5, 1, 3]"

  @Test func `there are formulas`() { #expect(Self.cases.count > 45) }

  @Test(arguments: cases)
  func `the source is the one that was run`(_ test: Case) {
    for (library, wanted) in [("torch", test.torch), ("keras", test.keras)] {
      var session = Session()
      #expect(session.run(test.definition).failure == nil)
      let source =
        session.run("export sequential(input(1), dense(1, f)) as=\(library)").results.last?.printed.text ?? ""
      // What other activations it needs is defined before it.
      let body = source.split(separator: "\n").last { $0.hasPrefix("    return ") || $0.hasPrefix("        return ") }
      #expect(body?.drop { $0 == " " }.dropFirst("return ".count) ?? "" == wanted)
    }
  }

  /// What PyTorch and Keras made of the source.
  @Test func `its values are those of the function`() throws {
    let rows = try References.rows("exchange/formulas.csv")
    #expect(rows.count == 2 * Self.cases.count)
    for row in rows {
      let test = Self.cases[Int(row[0]) ?? 0]
      var session = Session()
      let found =
        session.run("\(test.definition); [f(x) for x in \(Self.points)]").results.last?.value.countingTruths.numbers
        ?? []
      let tolerance = row[2] == "float32" ? 1e-6 : 1e-13
      let wanted = row[3].split(separator: " ").map { References.double(String($0)) }
      func agree(_ found: Double, _ wanted: Double) -> Bool {
        found == wanted || (found.isNaN && wanted.isNaN)
          || (found - wanted).magnitude <= tolerance * max(1, wanted.magnitude)
      }
      let agrees = found.count == wanted.count && zip(found, wanted).allSatisfy(agree)
      #expect(agrees, "\(test.definition) in \(row[1]): \(wanted), not \(found)")
    }
  }

  @Test func `two things of one name are refused`() {
    var session = Session()
    let transcript = session.run(
      "residual(x) = x²; export sequential(input(2), residual(dense(2, residual)), dense(1)) as=torch")
    #expect(transcript.failure != nil)
  }
}
