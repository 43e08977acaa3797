import Platform
import TestSupport
import Testing

/// Slides and handouts in a browser.
@Suite(.serialized, .enabled(if: withoutBrowser == nil, "\(withoutBrowser ?? "")"))
struct SlideTests {
  private static let lesson = """
    # Coins

    A coin falls.

    ```gradus
    > p = 0.3
    0.3
    ```

    What is its variance?

    ```gradus predict
    > var(bernoulli(p))
    0.21
    ```

    <!-- note: Let them *guess*. -->

    ## A quiz

    Where is it largest?

    - a) at 0
    - b) at 1/2

    <!-- gradus quiz=top answer=b points=1
    a "There it is 0."
    -->

    ## Much

    ```gradus
    > [1, 2, 3]
    [1, 2, 3]
    ```

    ```gradus
    > plot normal(0, 1)
    ...
    ```

    """

  /// Pages in a folder that goes away.
  private func export(_ arguments: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    folder.write("coins.md", Self.lesson)
    let lessons = arguments.contains("--slides") ? [folder.path + "/coins.md"] : [Project.path("lessons")]
    let process = try ChildProcess(
      ClassServer.program, ["export"] + lessons + arguments + ["--output", folder.path + "/pages"], input: .nothing,
      output: .nothing)
    try #require(process.wait() == .exited(0))
    return folder
  }

  @Test(arguments: [(1280, 720, false), (1280, 720, true), (390, 844, false), (390, 844, true)])
  func `keys move slides`(_ width: Int, _ height: Int, _ isDark: Bool) throws {
    let folder = try export(["--slides"])
    let browser = try Browser(width: width, height: height, isDark: isDark)
    try browser.open("file://\(folder.path)/pages/coins.html")
    func expect(_ slide: String) throws {
      try browser.wait(until: "String(Math.round(scrollY / innerHeight) + 1) == '\(slide)'")
      #expect(try browser.value("document.documentElement.scrollWidth <= innerWidth") as? Bool == true)
      #expect(try Axe.findings(in: browser) == [], "slide \(slide)")
    }
    try expect("1")
    try browser.press(Browser.Key.right)
    try expect("2")
    // The output first.
    #expect(try browser.count("[id='slide.2'] details[open]:not(.note)") == 0)
    try browser.press(" ")
    try expect("2")
    #expect(try browser.count("[id='slide.2'] details[open]:not(.note)") == 1)
    #expect(try browser.text(".note") == "")
    try browser.press("n")
    #expect(try browser.text(".note")?.contains("Let them guess.") == true)
    try expect("2")
    try browser.press("n")
    try browser.press(Browser.Key.right)
    try expect("3")
    // All options at once.
    try browser.press(Browser.Key.right)
    #expect(try browser.count("[id='slide.3'] details[open]") == 2)
    try expect("3")
    try browser.press(Browser.Key.left)
    try expect("2")
    try browser.press(Browser.Key.end)
    try expect("5")
    try browser.press(Browser.Key.right)
    try expect("5")
    try browser.press("3" + Browser.Key.enter)
    try expect("3")
    try browser.press(Browser.Key.home)
    try expect("1")
    try browser.press(Browser.Key.escape)
    try browser.wait(for: ".overview")
    try browser.press(Browser.Key.right + Browser.Key.right + Browser.Key.right + Browser.Key.enter)
    try expect("4")
    #expect(try browser.count(".overview") == 0)
    try browser.press(Browser.Key.escape)
    try browser.click("[id='slide.2'] .place")
    try expect("2")
    #expect(try browser.address.hasSuffix("#slide.2"))
    try browser.reload()
    try expect("2")
    #expect(try browser.log("browser") == [])
  }

  @Test(arguments: [(1280, 720), (390, 844)])
  func `slides can be read without a script`(_ width: Int, _ height: Int) throws {
    let folder = try export(["--slides"])
    let browser = try Browser(runsScripts: false, width: width, height: height)
    try browser.open("file://\(folder.path)/pages/coins.html")
    #expect(try browser.count(".slide") == 5 && browser.count(".live") == 0)
    try browser.click("[id='slide.1'] .place a")
    #expect(try browser.address.hasSuffix("#slide.2"))
    #expect(try browser.text("[id='slide.2'] .note summary") == "Note")
    try browser.click("[id='slide.2'] .session summary")
    #expect(try browser.text("[id='slide.2'] .session details")?.contains("0.21") == true)
    #expect(try browser.log("browser") == [])
  }

  @Test(arguments: [390, 768, 1280])
  func `handouts and answers fit every screen, hinder nobody, and ask for nothing from elsewhere`(
    _ width: Int
  ) throws {
    let folder = try export(["--paper", "--answers"])
    let browser = try Browser(width: width, isDark: width == 768)
    let names = Folder.names(in: folder.path + "/pages").filter { $0.hasSuffix(".html") && !$0.hasPrefix("reference") }
    try #require(names.count > 28)
    for name in names.sorted() {
      try browser.open("file://\(folder.path)/pages/\(name)")
      #expect(try browser.value("document.documentElement.scrollWidth <= innerWidth") as? Bool == true, "\(name)")
      #expect(try Axe.findings(in: browser) == [], "\(name)")
      #expect(try browser.log("browser") == [], "\(name)")
    }
  }
}
