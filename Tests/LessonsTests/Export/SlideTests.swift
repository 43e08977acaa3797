import Builtins
import Foundation
import Lessons
import TestSupport
import Testing
import Vocabulary

@Suite struct SlideTests {
  private static func slides(_ lesson: String) throws -> [String] {
    let site = try ExportedSite(["a.md": lesson], .slides)
    #expect(site.export.messages == [])
    let page = try site.page("a.html")
    #expect(PageReading(page).isWellFormed)
    return page.components(separatedBy: "<section class=\"slide\"").dropFirst().map { String($0) }
  }

  private static let block = "```gradus\n> 1\n1\n```\n\n"

  @Test func `each step has a slide, with what is read before it`() throws {
    let slides = try Self.slides(
      "# T\n\nFirst.\n\n\(Self.block)## S\n\nSecond.\n\n\(Self.block)\(Self.block)Last.\n\n## Rest\n\nWords.\n")
    #expect(slides.count == 5)
    #expect(slides[0].contains("First.") && slides[0].contains("class=\"command\""))
    #expect(slides[1].contains("<h2 id=\"s\">") && slides[1].contains("Second."))
    #expect(slides[2].contains("class=\"command\""))
    #expect(slides[3].contains("Last.") && slides[4].contains("Words."))
    #expect(slides[3].contains("4 / 5 · T"))
    #expect(slides[3].contains("href=\"#slide.3\"") && slides[3].contains("href=\"#slide.5\""))
    #expect(!slides[0].contains("href=\"#slide.0\"") && !slides[4].contains("href=\"#slide.6\""))
  }

  @Test func `what does not fit goes before its step`() throws {
    let long = String(repeating: "Many words that fill a line. ", count: 20)
    let slides = try Self.slides("# T\n\n\(long)\n\n\(long)\n\nIt prints:\n\n\(Self.block)")
    #expect(slides.count == 3)
    #expect(slides[0].contains("<h1") && slides[0].contains("Many words") && slides[1].contains("Many words"))
    #expect(slides[2].contains("It prints:") && slides[2].contains("class=\"command\""))
  }

  @Test func `a solution stays with its exercise, a note with what is before it`() throws {
    let slides = try Self.slides(
      """
      # T

      Try.

      ```gradus exercise=e
      > s = ____
      ```

      <!-- gradus check=e
      s = 2
      -->

      <!-- note: Let them *try*.

      Two minutes. -->

      <details><summary>Solution</summary>

      ```gradus solution=e
      > s = 2
      2
      ```

      </details>

      Now more.

      <!-- Not a note. -->

      \(Self.block)
      """)
    #expect(slides.count == 2)
    #expect(slides[0].contains("<summary>Solution</summary>"))
    #expect(
      slides[0].contains(
        "<details class=\"note\"><summary>Note</summary>\n<p>Let them <em>try</em>.</p>\n<p>Two minutes.</p>"))
    #expect(!slides[1].contains("Not a note"))
  }

  @Test func `only slides show notes`() throws {
    let lesson = "# T\n\nWords.\n\n<!-- note: Wait. -->\n\n\(Self.block)"
    for form in [ExportForm.pages, .paper(withAnswers: true)] {
      #expect(try !ExportedSite(["a.md": lesson], form).page("a.html").contains("Wait."))
    }
    let copy = try Release.make(of: Array(lesson.utf8), builtins: .standard)
    #expect(!String(decoding: copy.bytes, as: UTF8.self).contains("Wait."))
  }

  @Test func `one script runs, known by its hash`() throws {
    let page = try ExportedSite(["a.md": "# T\n\n" + Self.block], .slides).page("a.html")
    let script = try #require(
      page.components(separatedBy: "<script>").last?.components(separatedBy: "</script>").first)
    let hash = Data(SHA256.hash(script.utf8)).base64EncodedString()
    #expect(page.contains("content=\"default-src 'none'; script-src 'sha256-\(hash)'; style-src"))
    #expect(PageReading(page).elements["script"] == 1)
    #expect(try !ExportedSite(["a.md": "# T\n\n" + Self.block]).page("a.html").contains("script"))
  }

  @Test(arguments: ["lessons/04-saturation.md", "lessons/reference.md", "Tests/Pages/everything.md"])
  func `nothing of a page is lost on slides`(_ path: String) throws {
    let folder = try TemporaryFolder()
    let name = try #require(path.split(separator: "/").last).dropLast(3) + ".html"
    _ = SiteExport.write([Project.path(path)], builtins: .standard, to: folder.path + "/pages")
    _ = SiteExport.write([Project.path(path)], .slides, builtins: .standard, to: folder.path + "/slides")
    let page = PageReading(try #require(folder.read("pages/" + name)))
    let slides = PageReading(try #require(folder.read("slides/" + name)))
    #expect(slides.isWellFormed && Set(slides.identifiers).count == slides.identifiers.count)
    for element in ["pre", "svg", "table", "h2", "h3", "details"] {
      #expect(page.elements[element] == slides.elements[element], "\(element)")
    }
  }
}
