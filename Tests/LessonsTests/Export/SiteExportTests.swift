import Builtins
import Lessons
import Platform
import TestSupport
import Testing

@Suite struct SiteExportTests {
  private static let block = "\n\n```gradus\n> 1\n1\n```\n"

  private static func lesson(_ title: String, _ text: String = "") -> String { "# \(title)\n\n\(text)" + block }

  @Test func `the index has a sentence for each lesson, and the words of README.md before them`() throws {
    let site = try ExportedSite([
      "README.md": "# The path\n\nStart *here*.\n\n## Later\n\nMore.\n",
      "1.md": Self.lesson("One", "The first, e.g. this one, at 0.1. The second sentence."),
      "2.md": Self.lesson("Two & <three>", "Only `one` sentence"), "deep/3.md": "No title? Yes." + Self.block,
      "plain.md": "This is no lesson.",
    ])
    #expect(site.export.status == .allHold)
    #expect(site.export.pageCount == 4)
    let index = try site.page("index.html")
    #expect(index.contains("<title>The path</title>") && index.contains("<p>Start <em>here</em>.</p>"))
    #expect(index.contains("<a href=\"1.html\">One</a>\n<p>The first, e.g. this one, at 0.1.</p>"))
    #expect(index.contains("<a href=\"2.html\">Two &amp; &lt;three&gt;</a>\n<p>Only one sentence</p>"))
    #expect(index.contains("<a href=\"deep/3.html\">3</a>\n<p>No title?</p>"))
    let list = try #require(index.firstRange(of: "<ol class=\"lessons\">"))
    let later = try #require(index.firstRange(of: "<h2 id=\"later\">"))
    #expect(list.lowerBound < later.lowerBound)
    #expect(PageReading(index).isWellFormed)
  }

  @Test func `pages lead to each other in the order of the files`() throws {
    let site = try ExportedSite([
      "1.md": Self.lesson("One"), "2.md": Self.lesson("Two"), "deep/3.md": Self.lesson("Three"),
    ])
    let (first, second, third) = (try site.page("1.html"), try site.page("2.html"), try site.page("deep/3.html"))
    #expect(
      !first.contains("rel=\"prev\"") && first.contains("<a rel=\"next\" href=\"2.html\"><span>Next</span> Two</a>"))
    #expect(
      second.contains("<a rel=\"prev\" href=\"1.html\">") && second.contains("<a rel=\"next\" href=\"deep/3.html\">"))
    #expect(
      third.contains("<a rel=\"prev\" href=\"../2.html\">")
        && third.contains("<a href=\"../index.html\">All lessons</a>"))
  }

  @Test func `links between lessons lead to their pages`() throws {
    let links =
      "[a](a%20b.md) [b](./deep/../deep/c.md#a-part) [c](README.md) [d](other.md) [e](https://example.org/x.md) [f](#top)"
    let site = try ExportedSite([
      "README.md": "# Path\n\n[a](a%20b.md)", "a b.md": Self.lesson("A", links),
      "deep/c.md": Self.lesson("C", "[a](<../a b.md>)"),
      "other.md": "no lesson",
    ])
    #expect(
      PageReading(try site.page("a b.html")).followed.filter { !$0.hasPrefix("index") || $0 == "index.html" } == [
        "#gradus.content", "index.html", "deep/c.html", "a%20b.html", "deep/c.html#a-part", "index.html",
        "https://example.org/x.md", "#top", "deep/c.html",
      ])
    #expect(try site.page("a b.html").contains(" d <a"), "what becomes no page is not linked")
    #expect(try site.page("deep/c.html").contains("<a href=\"../a%20b.html\">a</a>"))
    #expect(try site.page("index.html").contains("<p><a href=\"a%20b.html\">a</a></p>"))
  }

  @Test func `pictures beside the lesson are in the page, others are links`() throws {
    let folder = try TemporaryFolder()
    folder.write("lessons/pictures/dot.png", bytes: [0x89, 0x50, 0x4E, 0x47])
    folder.write("lessons/large.png", bytes: [UInt8](repeating: 0, count: 3 << 20))
    folder.write("secret.png", bytes: [1])
    symlink(folder.path + "/secret.png", folder.path + "/lessons/out.png")
    mkfifo(folder.path + "/lessons/pipe.png", 0o600)
    let pictures =
      "![A dot](pictures/dot.png) ![l](large.png) ![s](../secret.png) ![o](out.png) ![p](pipe.png) ![t](a.md) ![m](m.png)"
    folder.write("lessons/a.md", Self.lesson("A", pictures))
    #expect(
      SiteExport.write([folder.path + "/lessons"], builtins: .standard, to: folder.path + "/site").status == .allHold)
    let page = try #require(folder.read("site/a.html"))
    #expect(page.contains("<img src=\"data:image/png;base64,iVBORw==\" alt=\"A dot\" />"))
    #expect(PageReading(page).fetched.count == 1)
    for address in ["large.png", "../secret.png", "out.png", "pipe.png", "m.png"] {
      #expect(page.contains("<a href=\"\(address)\">"), "\(address)")
    }
  }

  @Test func `headings have anchors as GitHub makes them, and a table leads to them`() throws {
    let page = try ExportedSite.page(
      "# T\n\n## Über *n*: 1/n?\n\n### A `b_c`\n\n## Again\n\n## Again\n\n## ???\n\n#### Deep")
    for id in ["über-n-1n", "a-b_c", "again", "again-1", "section", "deep"] {
      #expect(page.contains("id=\"\(id)\""), "\(id)")
    }
    #expect(
      page.contains(
        "<li><a href=\"#%C3%BCber-n-1n\">Über n: 1/n?</a>\n<ul>\n<li><a href=\"#a-b_c\">A b_c</a></li>\n</ul></li>"))
    #expect(!page.contains("<a href=\"#deep\">"))
    #expect(try !ExportedSite.page("# T\n\n## One").contains("class=\"contents\""))
  }

  @Test func `the same lessons make the same bytes`() throws {
    let folder = try TemporaryFolder()
    for number in 1...9 { folder.write("lessons/\(number).md", Self.lesson("\(number)", "[n](\(number % 9 + 1).md)")) }
    _ = SiteExport.write([folder.path + "/lessons"], builtins: .standard, to: folder.path + "/one", jobs: 1)
    _ = SiteExport.write([folder.path + "/lessons/"], builtins: .standard, to: folder.path + "/two", jobs: 8)
    for name in ["index"] + (1...9).map({ "\($0)" }) {
      #expect(folder.bytes("one/\(name).html") != nil)
      #expect(folder.bytes("one/\(name).html") == folder.bytes("two/\(name).html"))
    }
  }

  // MARK: Files

  @Test func `its own pages are written anew, others' stay`() throws {
    let site = try ExportedSite(["a.md": Self.lesson("A")])
    let lessons = [site.folder.path + "/lessons"]
    let output = site.folder.path + "/site"
    #expect(SiteExport.write(lessons, builtins: .standard, to: output).status == .allHold)
    site.folder.write("site/a.html", "<p>mine</p>")
    let export = SiteExport.write(lessons, builtins: .standard, to: output)
    #expect(export.status == .unreadable && export.pageCount == 0)
    #expect(
      export.messages == [
        "error: '\(output)/a.html' was not made by gradus and is left as it is (choose another folder with --output)"
      ])
    #expect(site.folder.read("site/a.html") == "<p>mine</p>")
  }

  @Test func `no page where no folder can be`() throws {
    let site = try ExportedSite(["a.md": Self.lesson("A")])
    let lessons = [site.folder.path + "/lessons"]
    site.folder.write("file", "")
    let file = site.folder.path + "/file"
    #expect(SiteExport.write(lessons, builtins: .standard, to: file).messages == ["error: '\(file)' is no folder"])
    #expect(
      SiteExport.write(lessons, builtins: .standard, to: file + "/x").messages == ["error: '\(file)' is no folder"])
    #expect(SiteExport.write(lessons, builtins: .standard, to: file + "/x/y").status == .unreadable)
    #expect(SiteExport.write([site.folder.path + "/missing"], builtins: .standard, to: file).status == .unreadable)
  }

  @Test func `a full disk is said`() throws {
    guard access("/dev/full", W_OK) == 0 else { return }
    let site = try ExportedSite(["a.md": Self.lesson("A")])
    remove(site.folder.path + "/site/a.html")
    symlink("/dev/full", site.folder.path + "/site/a.html")
    #expect(
      SiteExport.write([site.folder.path + "/lessons"], builtins: .standard, to: site.folder.path + "/site").status
        == .unreadable)
  }

  @Test func `two lessons cannot become one page`() throws {
    let folder = try TemporaryFolder()
    for path in ["x/a.md", "y/A.md", "z/index.md"] { folder.write(path, Self.lesson("A")) }
    let (x, y, z) = (folder.path + "/x/a.md", folder.path + "/y/A.md", folder.path + "/z/index.md")
    #expect(
      SiteExport.write([x, y], builtins: .standard, to: folder.path + "/s").messages == [
        "error: '\(x)' and '\(y)' would both become 'A.html'"
      ])
    #expect(
      SiteExport.write([z], builtins: .standard, to: folder.path + "/s").messages == [
        "error: '\(z)' would take the place of the index (give it another name)"
      ])
    #expect(SiteExport.write([x, x, folder.path + "/x"], builtins: .standard, to: folder.path + "/s").pageCount == 2)
  }

  @Test func `a lesson that cannot be read becomes no page, the others do`() throws {
    let site = try ExportedSite(["a.md": "```gradus\n> 1\n", "b.md": Self.lesson("B")])
    #expect(site.export.status == .unreadable)
    #expect(
      site.export.messages == ["\(site.folder.path)/lessons/a.md:1: this block is never closed (end it with ```)"])
    #expect(site.export.pageCount == 2)
    #expect(site.folder.read("site/a.html") == nil)
  }
}
