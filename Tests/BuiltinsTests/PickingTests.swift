import Builtins
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Shapes that meet, and elements that are picked, against NumPy.
@Suite struct PickingTests {
  @Test(arguments: ["broadcasting", "picking"])
  func `agrees with NumPy`(_ table: String) throws {
    let lines = try References.text("language/\(table).tsv").split(separator: "\n").dropFirst()
    #expect(lines.count > 500)
    var session = Session()
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let transcript = session.run(cells[0])
      guard cells[1] != "refused", cells[1] != "surprise" else {
        let message = transcript.failure?.message ?? ""
        #expect(message.contains(cells[1] == "refused" ? "do not meet" : "would make"), "\(cells[0]): \(message)")
        continue
      }
      if let failure = transcript.failure { Issue.record("\(cells[0]): \(failure.message)") }
      let value = transcript.results.last?.value.countingTruths ?? .nothing
      let expected = cells[2].split(separator: " ").compactMap { Double($0) }
      #expect(Self.shape(value) == cells[1].split(separator: " ").compactMap { Int($0) }, "\(cells[0])")
      let found = Self.numbers(value)
      let agrees =
        found.count == expected.count
        && zip(found, expected).allSatisfy { ($0 - $1).magnitude <= 4e-16 * $1.magnitude || $0 == $1 }
      #expect(agrees, "\(cells[0]) is \(found), not \(expected)")
    }
  }

  private static func shape(_ value: Value) -> [Int] {
    switch value {
    case .vector(let elements): [elements.count]
    case .matrix(let matrix): [matrix.rows, matrix.columns]
    default: []
    }
  }

  private static func numbers(_ value: Value) -> [Double] {
    switch value {
    case .number(let number): [number]
    case .vector(let elements): elements
    case .matrix(let matrix): matrix.elements
    default: []
    }
  }
}
