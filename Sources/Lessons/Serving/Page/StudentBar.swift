import Vocabulary

/// What stays in sight at the foot of a lesson: how far the student is, whether the page is connected, the button for help.
struct StudentBar {
  let html: HTML

  init(_ frame: PageFrame, _ page: LivePage, _ standing: LivePage.Standing) {
    let points: HTML =
      standing.possible == 0
      ? "" : " · <span id=\"points\">\(standing.points)</span> of \(counted(standing.possible, "point"))"
    let next: HTML = standing.next.map { "<a class=\"next\" href=\"#\($0)\">Next step</a>\n" } ?? ""
    let help: HTML =
      frame.phase == .ended
      ? ""
      : """
      <form method="post" action="\(frame.address.base)/help-wanted" id="help">
      <input type="hidden" name="lesson" value="\(page.name)" />\
      <input type="hidden" name="step" value="\(standing.next ?? "")" />\
      <input type="hidden" name="on" value="\(frame.wantsHelp ? "false" : "true")" />\
      <button aria-pressed="\(frame.wantsHelp ? "true" : "false")">\(frame.wantsHelp ? "Help is asked for" : "I need help")</button>
      </form>

      """
    html = """
      <footer class="bar">
      <p id="notice" role="alert">\(frame.phase.notice)</p>
      <p class="standing"><span id="finished">\(standing.finished)</span> of \(counted(standing.steps, "step"))\(points)\
       · \(frame.student)</p>
      \(next)\(help)\
      <p id="said" class="unseen" role="status" aria-live="polite"></p>
      </footer>
      """
  }
}

extension PageFrame.Phase {
  /// What is said to students; empty where all goes its way.
  public var notice: String {
    switch self {
    case .open: ""
    case .paused: "Your teacher has paused the class. You can read; sending goes on in a moment."
    case .ended: "This class is over. You can still read everything here."
    }
  }
}
