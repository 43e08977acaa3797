import Platform
import TestSupport
import Testing

/// The pages that `gradus export` makes of the lessons.
@Suite(.serialized, .enabled(if: withoutBrowser == nil, "\(withoutBrowser ?? "")"))
struct PageTests {
  @Test func `pages of lessons fit every screen, hinder nobody, and ask for nothing from elsewhere`() throws {
    let folder = try TemporaryFolder()
    let output = folder.path + "/pages"
    let process = try ChildProcess(
      ClassServer.program, ["export", Project.path("lessons"), "--output", output], input: .nothing, output: .nothing)
    try #require(process.wait() == .exited(0))
    // The reference has ten thousand elements: axe would look at it for minutes.
    let names = Folder.names(in: output).filter { $0.hasSuffix(".html") && $0 != "reference.html" }.sorted()
    try #require(names.count > 14)
    for (width, isDark) in [(390, false), (768, true), (1280, false), (390, true), (768, false), (1280, true)] {
      let browser = try Browser(width: width, isDark: isDark)
      for name in names {
        let place = "\(name), \(width) pixels, \(isDark ? "dark" : "light")"
        try browser.open("file://\(output)/\(name)")
        #expect(try browser.value("document.documentElement.scrollWidth <= innerWidth") as? Bool == true, "\(place)")
        #expect(try Axe.findings(in: browser) == [], "\(place)")
        #expect(try browser.log("browser") == [], "\(place)")
        let requests = try browser.requested()
        #expect(requests.allSatisfy { !$0.hasPrefix("http") }, "\(place): \(requests)")
      }
    }
  }
}
