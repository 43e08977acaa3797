import Lessons
import TestSupport
import Testing

@Suite struct HostilePageTests {
  @Test(arguments: [
    "```\n</pre><script>alert(1)</script>\n```",
    "```gradus skip\n> </pre><script>alert(1)</script>\n</samp><img src=x onerror=alert(1)>\n```",
    "```gradus run\n> \"</pre><script>alert(1)</script>\"\n```",
    "```gradus run\n> </code><script>\n```",
    "<script>alert(1)</script>\n\n<style>@import 'http://example.org';</style>",
    "text <img src=\"http://example.org/a.png\" onerror=\"alert(1)\"> text <svg onload=alert(1)>",
    "<details onclick=\"alert(1)\"><summary onmouseover='x>y'>S</summary>\n\ntext\n\n</details></details></main>",
    "<details><summary>never closed\n\n- in a list <details>\n\n> <details>\n\n# H <sub>x",
    "<sub>a<sup>b</sub>c</sup> <kbd> and </p></div> <details>inline</details>",
    "<!-- never closed\n\n<script>",
    "<!DOCTYPE html>\n\n<?php x ?>\n\n<![CDATA[ ]]>\n\n<!-- a -- b --> --> rest",
    "[a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](java&#10;script:alert(1)) [d](data:text/html,x) [e](vbscript:x)",
    "[a](<\" onclick=\"alert(1)>) ![b](<x\" onerror=\"alert(1)> \"t\\\" onload=\\\"x\") [c](x 'a\"b')",
    "![a](http://example.org/a.png) ![b](//example.org/b.png) ![c](file:///nowhere/secret) ![d](../../../nowhere/secret)",
    "# <script>alert(1)</script> \"quoted\" & more",
    "control \u{1B}[31m \u{7} \u{202E} \u{FFFE} \u{0} &#0; &#xFFFF; &#27;",
    "| <b> | `|` |\n|---|---|\n| <script> | [x](javascript:x) |",
    "~~~\"><script>alert(1)</script>\nx\n~~~",
    "&lt;script&gt; &amp;lt; &#60;script&#62;",
    "<br <br <br <br/ ></br>",
  ])
  func `nothing of a lesson becomes markup`(_ lesson: String) throws {
    let page = try ExportedSite.page(lesson)
    let reading = PageReading(page)
    #expect(reading.isWellFormed)
    #expect(reading.fetched == [])
    for element in ["script", "img", "svg", "b", "iframe"] { #expect(reading.elements[element] == nil) }
    #expect(reading.elements["style"] == 1 && reading.elements["main"] == 1)
    for address in reading.followed {
      let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "#" }
      #expect(!["javascript", "vbscript", "data", "file"].contains(scheme.lowercased()), "\(address)")
    }
    #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || ($0.value >= 0x20 && $0.value != 0x7F) })
    #expect(!page.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `the few tags that are allowed are tags`() throws {
    let page = try ExportedSite.page(
      "<details open><summary>More</summary>\n\nH<sub>2</sub>O<br>x<sup>2</sup> <kbd>A</kbd>\n\n</details>")
    for tag in ["<details><summary>More</summary>", "H<sub>2</sub>O<br />x<sup>2</sup> <kbd>A</kbd>", "</details>"] {
      #expect(page.contains(tag), "\(tag)")
    }
  }

  @Test func `a lesson nested beyond reason is refused, the others are written`() throws {
    let site = try ExportedSite([
      "a.md": String(repeating: "> ", count: 50_000) + "x\n\n```gradus\n> 1\n```\n", "b.md": "```gradus\n> 1\n1\n```\n",
    ])
    #expect(site.export.status == .unreadable)
    #expect(site.export.pageCount == 2)
    #expect(site.export.messages.count == 1)
  }
}
