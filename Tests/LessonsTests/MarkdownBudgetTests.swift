import Lessons
import TestSupport
import Testing
import Vocabulary

/// Texts that are small and would take gigabytes or minutes: each is refused with its line. What is only long is read.
@Suite struct MarkdownBudgetTests {
  private static func table(columns: Int, rows: Int) -> String {
    let row = { (cell: String) in Array(repeating: cell, count: columns).joined(separator: "|") + "|\n" }
    return row("x") + row("-") + String(repeating: "x\n", count: rows)
  }

  static let hostile: [(name: String, text: String, line: Int)] = [
    ("a table of many columns and rows", "Text.\n\n" + table(columns: 2000, rows: 20_000), 253),
    ("many tables", String(repeating: table(columns: 100, rows: 200) + "\n", count: 50), 5000),
    (
      "a quoted table", table(columns: 2000, rows: 20_000).split(separator: "\n").map { "> " + $0 + "\n" }.joined(), 251
    ),
    (
      "one long address",
      "[a]: /\(String(repeating: "u", count: 100_000))\n\n" + String(repeating: "[a] ", count: 20_000) + "\n", 1
    ),
    ("many addresses", (0..<20_000).map { "[r\($0)]: /u\n" }.joined(), 10_001),
    ("instructions", "Text.\n\n" + String(repeating: "a <?", count: 50_000) + "\n", 3),
    ("sections", String(repeating: "a <![CDATA[", count: 50_000) + "\n", 1),
    ("declarations", String(repeating: "a <!A", count: 50_000) + "\n", 1),
    ("comments", String(repeating: "a <!--", count: 50_000) + "\n", 1),
    ("quotes", String(repeating: ">", count: 100_000) + " x\n", 1),
    ("lists in a line", "x\n\n" + String(repeating: "- ", count: 10_000) + "x\n", 3),
    ("nested lists", (0..<300).map { String(repeating: "  ", count: $0) + "- x\n" }.joined(), 50),
    ("bytes", String(repeating: "word ", count: 5_000_000), 1),
  ]

  @Test(arguments: hostile)
  func `is refused with its line`(_ text: (name: String, text: String, line: Int)) {
    let failure = #expect(throws: Failure.self) { try Document(text.text) }
    #expect(failure?.line == text.line, "\(failure?.text() ?? "")")
  }

  static let long: [(name: String, text: String)] = [
    ("headings", String(repeating: "## Again\n\n", count: 5000)),
    ("a paragraph", String(repeating: "word ", count: 20_000) + "\n"),
    ("lists", String(repeating: "- a\n  - b\n\n", count: 2000)),
    ("line ends", String(repeating: "a\\\n", count: 5000)),
    ("brackets", String(repeating: "[a](<b", count: 3000) + "\n"),
    ("closed comments", String(repeating: "<!-- x -->\n\n", count: 2000)),
    ("a broad table", table(columns: 50, rows: 300)),
    ("a rule", String(repeating: "-", count: 5000) + "\n\n" + String(repeating: "* ", count: 5000) + "\n"),
  ]

  @Test(arguments: long)
  func `what is only long is read, taught and released`(_ text: (name: String, text: String)) throws {
    let document = try Document(text.text)
    _ = try TutorPlan(document, name: "long")
    _ = try Release.make(of: Array(text.text.utf8), builtins: .standard)
  }

  @Test func `anchors of equal headings`() {
    var anchors = Anchors()
    let found = (0..<20_000).map { _ in anchors.anchor(for: "Again") }
    #expect(Set(found).count == 20_000)
    #expect(found.prefix(3) == ["again", "again-1", "again-2"])
    #expect(anchors.anchor(for: "Again 7") == "again-7-1")
  }
}
