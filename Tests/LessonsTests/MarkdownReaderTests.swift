import Lessons
import Platform
import Testing
import Workbench

/// What is read does not depend on what is read at the same time.
@Suite struct MarkdownReaderTests {
  @Test func `texts that are read side by side are read as each alone`() throws {
    let text = (0..<20).map { "A ~~struck~~ word and | a ~ table | of \($0) |\n\n" }.joined()
    let alone = try "\(MarkdownReader.read(text, includesText: true))"
    let together = LargeStack.map(Array(0..<2000), threads: 4) { _ in
      (try? MarkdownReader.read(text, includesText: true)).map { "\($0)" }
    }
    #expect(together.allSatisfy { $0 == alone })
  }
}
