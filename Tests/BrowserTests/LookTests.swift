import Platform
import TestSupport
import Testing

/// How pages look and what they ask for: nothing wider than a phone, nothing that others cannot use, nothing from elsewhere.
@Suite(.serialized, .enabled(if: withoutBrowser == nil, "\(withoutBrowser ?? "")"))
struct LookTests {
  private let lesson = "02-two-distributions"

  @Test(arguments: [320, 390, 1280], [false, true])
  func `student's page and board fit, are accessible, and keep to their server`(_ width: Int, _ isDark: Bool) throws {
    let server = try ClassServer()
    let student = try Browser(width: width, isDark: isDark)
    try student.open(server.address)
    try check(student, server)
    try student.join(server, as: "Anna-Sophie von und zu Wetterstein")
    try check(student, server)
    try student.openLesson("02")
    let (command, prediction) = (try student.step("command-step"), try student.step("prediction"))
    try student.click(command + " button.main")
    try student.wait(for: "uniform", in: command + " .replies")
    try student.fill(command, "plot normal(0, 1)")
    try student.click(command + " button.main")
    try student.wait(for: command + " .replies svg")
    try student.fill(command, "nonsense(")
    try student.click(command + " button.main")
    try student.wait(for: "error", in: command + " .replies")
    try student.type("7", into: prediction + " textarea")
    try student.click(prediction + " button.main")
    try student.wait(for: "Not quite", in: prediction + " .replies")
    try check(student, server)
    // With the list of completions open.
    try student.fill(command, "uni")
    try student.press(" ", with: Browser.Key.control)
    try student.wait(for: "#words:not([hidden]) li")
    try check(student, server)

    let teacher = try Browser(width: width, isDark: isDark)
    try teacher.teach(server, lesson: lesson)
    try check(teacher, server)
    try teacher.click("#board thead a")
    try teacher.wait(for: "answered", in: "#more")
    try check(teacher, server)
    try teacher.press(Browser.Key.escape)
    try teacher.open(try teacher.address + "&projector=on")
    try teacher.wait(for: ".projected #board")
    #expect(try teacher.text("#board tbody")?.contains("Anna") == false)
    try check(teacher, server)
  }

  /// Prose does not scroll sideways, axe finds nothing, the console is silent, and no request leaves the server.
  private func check(_ browser: Browser, _ server: ClassServer) throws {
    let address = try browser.address
    #expect(
      try browser.value("document.documentElement.scrollWidth <= innerWidth") as? Bool == true, "\(address) is too wide"
    )
    #expect(try browser.log("browser") == [], "\(address)")
    for request in try browser.requested() {
      #expect(
        request.hasPrefix(server.address) || request.hasPrefix("data:") || request.hasPrefix("chrome:")
          || request == "about:blank", "\(request)")
    }
    #expect(try Axe.findings(in: browser) == [], "\(address)")
  }

  @Test(.enabled(if: Axe.script != nil, "no \(Axe.path): sh .ci/setup chromium brings it"))
  func `axe is here`() throws { #expect(try #require(Axe.script).contains("axe")) }
}

/// axe-core, which looks for what hinders people with disabilities.
enum Axe {
  static let path = ".build/axe/axe.min.js"

  /// Nil where it was not brought.
  static let script: String? = (try? OpenFile(reading: Project.path(path)).rest()).map {
    String(decoding: $0, as: UTF8.self)
  }

  /// What it finds on the page that is shown, each as a line: the rule, and what breaks it. Nothing where it was not brought.
  static func findings(in browser: Browser) throws -> [String]? {
    guard let script else { return [] }
    try browser.execute(script)
    return try browser.executeAsynchronously(run) as? [String]
  }

  private static let run = """
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(
      result => done(result.violations.flatMap(found => found.nodes.map(node =>
        `${found.id}: ${node.target} ${node.failureSummary}`))),
      problem => done([String(problem)]));
    """
}
