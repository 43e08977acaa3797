import Builtins
import Lessons
import TestSupport
import Testing
import Workbench

@Suite struct LessonPageTests {
  @Test(arguments: ["everything.html", "index.html"])
  func `a page that holds a bit of everything stays as it is`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let export = SiteExport.write([Project.path("Tests/Pages/everything.md")], builtins: .standard, to: folder.path)
    #expect(export.messages == [])
    let page = try #require(folder.read(name))
    #expect(page == (try Recording.kept(at: "Tests/Pages/" + name, for: page)))
  }

  static let lessons = ["Tests/Pages/everything.md", "README.md", "lessons/reference.md"]

  @Test(arguments: lessons)
  func `a page is whole, unique in its anchors, and fetches nothing`(_ path: String) throws {
    let folder = try TemporaryFolder()
    let export = SiteExport.write([Project.path(path)], builtins: .standard, to: folder.path)
    #expect(export.status != .unreadable)
    let name = try #require(path.split(separator: "/").last).dropLast(3) + ".html"
    for page in ["index.html", String(name)] {
      let reading = PageReading(try #require(folder.read(page)))
      #expect(reading.isWellFormed)
      #expect(Set(reading.identifiers).count == reading.identifiers.count)
      #expect(reading.fetched.allSatisfy { $0.hasPrefix("data:") })
      #expect(reading.elements["script"] == nil && reading.elements["link"] == nil && reading.elements["iframe"] == nil)
      for landmark in ["main", "footer", "nav", "title"] {
        #expect(reading.elements[landmark] ?? 0 >= 1, "\(landmark)")
      }
      let anchors = Set(reading.identifiers)
      for address in reading.followed where address.hasPrefix("#") {
        #expect(anchors.contains(String(address.dropFirst())), "\(address) leads nowhere")
      }
    }
  }

  @Test func `keys and set-up stay out`() throws {
    let folder = try TemporaryFolder()
    _ = SiteExport.write([Project.path("Tests/Pages/everything.md")], builtins: .standard, to: folder.path)
    let page = try #require(folder.read("everything.html"))
    for secret in [
      "hidden</span> =", "answer=b", "0.458 ±", "That is the variance", "not for those who read", "wrong 0.21",
    ] {
      #expect(!page.contains(secret), "\(secret)")
    }
  }

  @Test func `outputs are those of now, and what differs is told`() throws {
    let site = try ExportedSite([
      "a.md": "# A\n\n```gradus\n> √250\n15.9\n> std(sample(normal(0, 1), 4)) × 0\n0.0 ±1\n> foo\n1\n```\n"
    ])
    #expect(site.export.status == .someDiffer)
    let path = site.folder.path + "/lessons/a.md"
    #expect(
      site.export.messages == [
        "\(path):4: this prints something else than the lesson says",
        "\(path):8: this fails: there is nothing called 'foo'",
      ])
    let page = try site.page("a.html")
    #expect(page.contains("<span class=\"number\">15.8114</span>") && !page.contains("15.9"))
    #expect(!page.contains("±"))
    #expect(page.contains("<span class=\"error\">error</span>: there is nothing called 'foo'"))
  }

  @Test func `a figure is a picture`() throws {
    let page = try ExportedSite.page("# A\n\n```gradus\n> plot normal(0, 1)\n...\n```")
    let reading = PageReading(page)
    #expect(reading.isWellFormed)
    #expect(reading.elements["svg"] == 1)
    #expect(!page.contains("⣀"))
  }

  @Test func `solutions that stand open are folded`() throws {
    let lesson = """
      ```gradus exercise=a
      > s = ____
      ```
      <!-- gradus check=a
      s = 2
      -->

      ```gradus solution=a
      > s = 2
      2
      ```
      """
    #expect(try ExportedSite.page(lesson).contains("<details><summary>Solution</summary>\n<div class=\"session\">"))
  }

  @Test func `a copy that was handed out shows its quiz without answers`() throws {
    let page = try ExportedSite.page("- [ ] a) grows\n- [x] b) shrinks\n\n<!-- gradus quiz=se points=2 kept -->")
    #expect(page.contains("<li><span class=\"letter\">b)</span> shrinks</li>"))
    #expect(page.contains("Quiz · 2 points</p>"))
  }

  @Test func `windows line ends make the same page`() throws {
    let lesson = try References.file(Project.path("Tests/Pages/everything.md"))
    let unix = try ExportedSite(["a.md": lesson]).page("a.html")
    #expect(try ExportedSite(["a.md": lesson.replacing("\n", with: "\r\n")]).page("a.html") == unix)
  }
}
