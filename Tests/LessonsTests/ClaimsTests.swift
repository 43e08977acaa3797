import Lessons
import TestSupport
import Testing
import Workbench

/// The table of claims in `lessons/README.md` is true: each command stands in the lesson and the section that it names.
@Suite struct ClaimsTests {
  struct Claim: CustomTestStringConvertible {
    let number: Int?
    let file: String
    let anchor: String
    let command: String

    var testDescription: String { "claim \(number.map { String($0) } ?? "without a number")" }
  }

  static let claims: [Claim] = {
    guard case .success(let text) = TextFile.read(Project.path("lessons/README.md")),
      let root = try? MarkdownReader.read(text, includesText: true)
    else { return [] }
    return root.children.flatMap(\.claims)
  }()

  @Test func `there are thirty-five`() {
    #expect(Self.claims.map(\.number) == Array(1...35))
  }

  @Test(arguments: claims)
  func `the command stands where the table says`(_ claim: Claim) throws {
    let text = try TextFile.read(Project.path("lessons/" + claim.file)).get()
    let section = try #require(try Self.section(claim.anchor, of: text), "no heading #\(claim.anchor)")
    let commands = try Document(text).blocks.flatMap(\.commands).filter { section.contains($0.line) }
    #expect(commands.flatMap { $0.source.split(separator: "\n") }.contains { $0 == claim.command })
  }

  /// The lines from a heading to the next.
  private static func section(_ anchor: String, of markdown: String) throws -> Range<Int>? {
    var anchors = Anchors()
    var start: Int?
    for element in try MarkdownReader.read(markdown, includesText: true).children {
      guard case .heading = element.kind else { continue }
      if let start { return start..<element.lines.lowerBound }
      if anchors.anchor(for: element.plainText) == anchor { start = element.lines.lowerBound }
    }
    return start.map { $0..<Int.max }
  }
}

extension MarkdownElement {
  /// The rows of a table whose last column is headed `command`.
  fileprivate var claims: [ClaimsTests.Claim] {
    guard case .table = kind, children.first?.children.last?.plainText == "command" else { return [] }
    return children.dropFirst().compactMap { row in
      var address = ""
      row.forEach { (element: MarkdownElement) in
        if case .link(let target, _) = element.kind { address = target }
      }
      let parts = address.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let command = row.children.last?.plainText else { return nil }
      let number = row.children.first.flatMap { Int($0.plainText) }
      return ClaimsTests.Claim(number: number, file: parts[0], anchor: parts[1], command: command)
    }
  }
}
