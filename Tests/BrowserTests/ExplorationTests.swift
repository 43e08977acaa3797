import Platform
import TestSupport
import Testing

/// What readers move on exported pages, which have no script.
@Suite(.serialized, .enabled(if: withoutBrowser == nil, "\(withoutBrowser ?? "")"))
struct ExplorationTests {
  private static let lesson = """
    # Move

    ```gradus explore s=[0.5, 1, 2, 4] t=[0, 3]
    > s = 1;
    > t = 0;
    > plot(normal(t, s), from=-8, to=8, width=60, height=9)
    ...
    > std(normal(t, s))
    1
    ```

    """

  private func export() throws -> (folder: TemporaryFolder, page: String) {
    let folder = try TemporaryFolder()
    folder.write("lessons/move.md", Self.lesson)
    let output = folder.path + "/pages"
    let process = try ChildProcess(
      ClassServer.program, ["export", folder.path + "/lessons", "--output", output], input: .nothing, output: .nothing)
    try #require(process.wait() == .exited(0))
    return (folder, "file://\(output)/move.html")
  }

  @Test func `without script it moves all the same`() throws {
    let (folder, page) = try export()
    let browser = try Browser(runsScripts: false)
    try browser.open(page)
    #expect(try browser.text(".views")?.contains("s = 1, t = 0") == true)
    try browser.click(".first label:nth-of-type(4)")
    let moved = try browser.text(".views") ?? ""
    #expect(moved.contains("s = 4, t = 0") && !moved.contains("s = 1, t = 0") && moved.contains("std(normal(t, s))"))
    withExtendedLifetime(folder) {}
  }

  /// What is seen of the views, by their labels.
  private static let seen =
    "[...document.querySelectorAll('.view')].filter(v => v.offsetParent !== null).map(v => v.ariaLabel).join('; ')"

  @Test(arguments: [(390, false), (768, true), (1280, false), (390, true)])
  func `arrow keys and clicks move the picture, and all of it is accessible`(_ width: Int, _ isDark: Bool) throws {
    let (folder, page) = try export()
    let browser = try Browser(width: width, isDark: isDark)
    try browser.open(page)
    #expect(try browser.value(Self.seen) as? String == "s = 1, t = 0")
    #expect(try browser.value("document.querySelectorAll('.view svg').length") as? Int == 8)
    try browser.click(".first label:nth-of-type(3)")
    #expect(try browser.value(Self.seen) as? String == "s = 2, t = 0")
    try browser.press(Browser.Key.down)
    #expect(try browser.value(Self.seen) as? String == "s = 4, t = 0")
    try browser.press(Browser.Key.up)
    try browser.press(Browser.Key.up)
    #expect(try browser.value(Self.seen) as? String == "s = 1, t = 0")
    try browser.click(".second label:nth-of-type(2)")
    #expect(try browser.value(Self.seen) as? String == "s = 1, t = 3")
    #expect(
      try browser.value("document.querySelector('.view:not([data-first=\"0\"]) svg').tagName") as? String == "svg")
    #expect(try browser.value("document.documentElement.scrollWidth <= innerWidth") as? Bool == true)
    #expect(try Axe.findings(in: browser) == [])
    #expect(try browser.log("browser") == [])
    // On paper all of them stand beside each other.
    _ = try browser.command("Emulation.setEmulatedMedia", ["media": "print"])
    #expect(
      try browser.value("[...document.querySelectorAll('.view')].filter(v => v.offsetParent !== null).length") as? Int
        == 8)
    withExtendedLifetime(folder) {}
  }
}
