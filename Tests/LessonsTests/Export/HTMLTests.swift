import Lessons
import Testing

@Suite struct HTMLTests {
  @Test func `what is interpolated is text, not markup`() {
    let name = "<b>\"&\" 'x'"
    let html: HTML = "<p title=\"\(name)\">\(name)</p>"
    let text = "&lt;b&gt;&quot;&amp;&quot; 'x'"
    #expect(html.source == "<p title=\"\(text)\">\(text)</p>")
  }

  @Test func `markup stays markup`() {
    let inner: HTML = "<i>\("<")</i>"
    #expect(HTML.element("p", ["class": "a\"b", "id": nil], inner).source == "<p class=\"a&quot;b\"><i>&lt;</i></p>")
  }

  @Test func `characters that do not show are shown`() {
    #expect(
      HTML(text: "a\u{1B}[31m\u{0}\u{7F}\u{85}\u{202E}\u{FFFF}\n\t").source == "a␛[31m␀␡\u{FFFD}\u{FFFD}\u{FFFD}\n\t")
  }
}
