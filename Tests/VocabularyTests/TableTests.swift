import Testing
import Vocabulary

/// How tables make do with the width of a screen.
@Suite struct TableTests {
  private func table(_ label: String, cells: [String]) -> String {
    var table = Table(
      [Table.Column("name", .left)] + cells.map { _ in Table.Column("n") } + [Table.Column("said", .left)])
    table.add([Display(label)] + cells.map { Display($0) } + ["so"])
    table.add(["a", "1"])
    return Display(table).printed().text
  }

  @Test func `columns are three apart where there is room`() {
    #expect(
      table("label", cells: ["10", "200"]) == """
          name     n     n   said
          label   10   200   so
          a        1
        """)
  }

  @Test func `columns are two apart where that makes a table fit`() {
    let cells = [String](repeating: String(repeating: "1", count: 11), count: 5)
    let lines = table("label", cells: cells).split(separator: "\n")
    #expect(lines[1] == "  label  " + cells.joined(separator: "  ") + "  so")
    #expect(lines.allSatisfy { $0.count <= Table.widest })
  }

  @Test func `labels stand on lines of their own where nothing else helps`() {
    let cells = [String](repeating: String(repeating: "1", count: 11), count: 5)
    let label = String(repeating: "long ", count: 4) + "label"
    let lines = table(label, cells: cells).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    #expect(lines[1] == "  " + label)
    #expect(lines[2] == "        " + cells.joined(separator: "  ") + "  so")
    #expect(lines[3] == "  a               1")
    #expect(lines.allSatisfy { $0.count <= Table.widest })
  }

  @Test func `a table that cannot be made to fit stays whole`() {
    let cells = [String](repeating: String(repeating: "1", count: 30), count: 3)
    #expect(
      table("label", cells: cells).split(separator: "\n")[1] == "  label  " + cells.joined(separator: "  ") + "  so")
  }
}
