import TestSupport
import Testing

/// What a student does in a lesson, in a real browser.
@Suite(.serialized, .enabled(if: withoutBrowser == nil, "\(withoutBrowser ?? "")"))
struct StudentTests {
  private let lesson = "02-two-distributions"

  @Test func `a student goes through lesson 2, the board shows it, and pages go where the teacher says`() throws {
    let server = try ClassServer()
    let (student, teacher) = (try Browser(), try Browser())
    try student.join(server, as: "Anna")
    #expect(try student.value("document.querySelector('#link').value") as? String ?? "" != "")
    try student.openLesson("02")

    let first = try student.step("command-step")
    try student.click(first + " button.main")
    try student.wait(for: "uniform(low=-1, high=1)", in: first + " .replies")
    try student.wait(for: "uniform(low=-1, high=1)", in: "#said")
    try student.fill(first, "std(uniform(-2, 2))")
    try student.click(first + " button.main")
    try student.wait(for: "1.1547", in: first + " .replies")
    try student.click(first + " button[value=reset]")
    try student.wait(until: "!document.querySelector('\(first) .reply')")
    #expect(try student.value("document.querySelector('\(first) textarea').value") as? String == "U = uniform(-1, 1)")

    let prediction = try student.step("prediction")
    try student.type("0.3", into: prediction + " textarea")
    try student.click(prediction + " button.main")
    try student.wait(for: "Right", in: prediction + " .replies")

    let exercise = try student.step("exercise")
    try student.fill(exercise, "c = 0.05")
    try student.click(exercise + " button.main")
    try student.wait(for: "the bounds lie farther out", in: exercise + " .replies")
    try student.click(exercise + " button[value=hint]")
    try student.wait(for: "Here you go back", in: exercise + " .replies")
    try student.fill(exercise, "c = 0.05 × √3")
    try student.click(exercise + " button.main")
    try student.wait(for: "Right", in: exercise + " .replies")

    let quiz = try student.step("quiz")
    try student.click(quiz + " input[value=a]")
    try student.click(quiz + " button.main")
    try student.wait(for: "A density is no probability", in: quiz + " .replies")
    try student.click(quiz + " input[value=b]")
    try student.click(quiz + " button.main")
    try student.wait(for: "Right", in: quiz + " .replies")

    try teacher.teach(server, lesson: lesson)
    let row = "#board tbody tr"
    try teacher.wait(for: "Anna", in: row)
    try teacher.wait(for: "late", in: row + (try teacher.column(of: "density")))
    try teacher.wait(for: "right", in: row + (try teacher.column(of: "bounds")))
    try teacher.click(row + (try teacher.column(of: "bounds")) + " a")
    try teacher.wait(for: "c = 0.05", in: "#more")
    #expect(try teacher.text("#more")?.contains("c = 0.05 × √3") == true)
    try teacher.press(Browser.Key.escape)

    try teacher.type("12", into: "form[action$='/goto'] input[name=step]")
    try teacher.click("form[action$='/goto'] button")
    try student.wait(until: "location.hash.length > 1 && document.querySelector(':target').dataset.number === '12'")
  }

  @Test func `two students do not see each other, and what one tries changes nothing for the other`() throws {
    let server = try ClassServer()
    let (anna, ben) = (try Browser(), try Browser())
    try anna.join(server, as: "Anna")
    try ben.join(server, as: "Ben")
    for browser in [anna, ben] { try browser.openLesson("02") }
    let first = try anna.step("command-step")
    try anna.fill(first, "U = uniform(5, 6)")
    try anna.click(first + " button.main")
    try anna.wait(for: "uniform(low=5, high=6)", in: first + " .replies")
    try ben.reload()
    #expect(try ben.count(".reply") == 0)
    #expect(try ben.text("body")?.contains("Anna") == false)
    try ben.fill(first, "U")
    try ben.click(first + " button.main")
    try ben.wait(for: "nothing called 'U'", in: first + " .replies")
  }

  @Test func `nothing is lost by reloading, a second tab and the back button`() throws {
    let server = try ClassServer()
    let browser = try Browser()
    try browser.join(server, as: "Anna")
    try browser.openLesson("02")
    let (first, second) = (try browser.step("command-step"), try browser.step("command-step", 1))
    try browser.fill(first, "1 + 1")
    try browser.click(first + " button.main")
    try browser.wait(for: "2", in: first + " .replies")
    try browser.fill(second, "half typed")
    try browser.reload()
    try browser.wait(for: "2", in: first + " .replies")
    #expect(try browser.value("document.querySelector('\(second) textarea').value") as? String == "half typed")

    // What another tab did is shown where this one would go on from before it.
    let (address, tab) = (try browser.address, try browser.tab)
    try browser.openTab()
    try browser.open(address)
    try browser.fill(first, "20 + 22")
    try browser.click(first + " button.main")
    try browser.wait(for: "42", in: first + " .replies")
    try browser.show(tab: tab)
    try browser.fill(first, "50 + 50")
    try browser.click(first + " button.main")
    try browser.wait(for: "42", in: first + " .replies")
    #expect(try browser.value("document.querySelector('\(first) textarea').value") as? String == "50 + 50")
    try browser.click(first + " button.main")
    try browser.wait(for: "100", in: first + " .replies")

    try browser.click("header a")
    try browser.wait(for: "ol.lessons")
    try browser.goBack()
    try browser.wait(for: "100", in: first + " .replies")
    #expect(try browser.value("document.querySelector('\(second) textarea').value") as? String == "half typed")
  }

  @Test func `a server that is killed and started again goes on, and what was sent meanwhile counts once`() throws {
    let server = try ClassServer()
    let browser = try Browser()
    try browser.join(server, as: "Anna")
    try browser.openLesson("02")
    let (first, second) = (try browser.step("command-step"), try browser.step("command-step", 1))
    try browser.click(first + " button.main")
    try browser.wait(for: "uniform", in: first + " .replies")
    server.kill()
    try browser.fill(second, "3 × 7")
    try browser.click(second + " button.main")
    try browser.wait(for: "Not connected", in: "#notice")
    try server.start()
    try browser.wait(for: "21", in: second + " .replies")
    try browser.wait(until: "document.querySelector('#notice').textContent === ''")
    try browser.reload()
    try browser.wait(for: "uniform", in: first + " .replies")
    #expect(try browser.count(second + " .reply") == 1)
  }

  @Test func `without a network nothing is lost, and with it all goes on`() throws {
    let server = try ClassServer()
    let browser = try Browser()
    try browser.join(server, as: "Anna")
    try browser.openLesson("02")
    let first = try browser.step("command-step")
    try browser.setOffline(true)
    try browser.fill(first, "6 × 9")
    try browser.click(first + " button.main")
    try browser.wait(for: "Not connected", in: "#notice")
    #expect(try browser.value("document.querySelector('\(first) textarea').value") as? String == "6 × 9")
    try browser.setOffline(false)
    try browser.execute("dispatchEvent(new Event('online'))")
    try browser.wait(for: "54", in: first + " .replies")
    #expect(try browser.count(first + " .reply") == 1)
  }

  @Test func `by keyboard alone`() throws {
    let server = try ClassServer()
    let browser = try Browser()
    try browser.join(server, as: "Anna")
    try browser.openLesson("02")
    let first = try browser.step("command-step")
    let focus = "document.activeElement.closest('.step')?.id"
    for _ in 0..<200 where try browser.value(focus) as? String != String(first.dropFirst()) {
      try browser.press(Browser.Key.tab)
    }
    while try browser.value("document.activeElement.tagName") as? String != "TEXTAREA" {
      try browser.press(Browser.Key.tab)
    }
    // Enter runs and the focus stays; Enter again goes on.
    try browser.press(Browser.Key.enter)
    try browser.wait(for: "uniform", in: first + " .replies")
    #expect(try browser.value(focus) as? String == String(first.dropFirst()))
    try browser.press(Browser.Key.enter)
    let second = try browser.step("command-step", 1)
    try browser.wait(until: "\(focus) === '\(second.dropFirst())'")

    // Tab completes what is typed and is never trapped.
    let field = "document.querySelector('\(second) textarea')"
    try browser.execute("\(field).select()")
    try browser.press("unifor" + Browser.Key.tab)
    try browser.wait(until: "\(field).value.startsWith('uniform') || !document.querySelector('#words').hidden")
    try browser.press(Browser.Key.escape + Browser.Key.tab)
    #expect(try browser.value("document.activeElement === \(field)") as? Bool == false)
    try browser.execute("\(field).focus(); \(field).select()")
    try browser.press("\\sigma" + Browser.Key.tab)
    try browser.wait(until: "\(field).value === 'σ'")
    try browser.execute("\(field).select()")
    try browser.press("[1, 2")
    try browser.press(Browser.Key.enter, with: Browser.Key.shift)
    #expect(try browser.value("\(field).value") as? String == "[1, 2\n")
    // Up brings back what was run.
    try browser.press(Browser.Key.up + Browser.Key.up)
    try browser.wait(until: "\(field).value === 'U = uniform(-1, 1)'")
  }

  @Test func `everything works without scripts`() throws {
    let server = try ClassServer()
    let browser = try Browser(runsScripts: false, width: 390)
    try browser.join(server, as: "Anna")
    try browser.openLesson("02")
    let first = "section.command-step"
    try browser.clear(first + " textarea")
    try browser.type("2 + 40", into: first + " textarea")
    try browser.click(first + " button.main")
    try browser.wait(for: "42", in: first + " .replies")
    #expect(try browser.address.contains("#command-"))
    let exercise = "section.exercise"
    try browser.clear(exercise + " textarea")
    try browser.type("c = 0.05", into: exercise + " textarea")
    try browser.click(exercise + " button.main")
    try browser.wait(for: "the bounds lie farther out", in: exercise + " .replies")
    try browser.click(exercise + " button[value=hint]")
    try browser.wait(for: "Here you go back", in: exercise + " .replies")
    try browser.click("section.quiz input[value=b]")
    try browser.click("section.quiz button.main")
    try browser.wait(for: "Right", in: "section.quiz .replies")
    try browser.click("section.prediction button[value=skip]")
    try browser.wait(for: "0.3", in: "section.prediction .replies")
    try browser.click("#help button")
    try browser.wait(for: "#help button[aria-pressed=true]")
  }
}
