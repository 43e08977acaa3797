import Vocabulary

/// What stays in sight at the foot of a student's pages: how far the student is, whether the page is connected, the button for help.
struct StudentBar {
  let html: HTML

  init(_ frame: PageFrame, _ page: LivePage, _ standing: LivePage.Standing) {
    let next: HTML = standing.next.map { "<a class=\"next\" href=\"#\($0)\">Next step</a>\n" } ?? ""
    let help: HTML =
      frame.phase == .ended
      ? ""
      : """
      <form method="post" action="\(frame.address.base)/help-wanted" id="help">
      <input type="hidden" name="lesson" value="\(page.name)" />\
      <input type="hidden" name="step" value="\(standing.next ?? "")" />\
      <input type="hidden" name="on" value="\(frame.wantsHelp ? "false" : "true")" />\
      <button aria-pressed="\(frame.wantsHelp ? "true" : "false")">I need help</button>
      </form>

      """
    html = """
      <footer class="bar">
      \(frame.notice)
      <p class="standing">\(standing.html(frame.student))</p>
      \(next)\(help)\
      \(PageFrame.saying)
      </footer>
      <p id="working" class="working" hidden=""><span></span> <button type="button">Stop</button></p>
      <ul id="words" class="words" role="listbox" aria-label="Completions" hidden=""></ul>
      <template><li role="option"><code></code><span></span></li></template>
      """
  }
}

extension LivePage.Standing {
  func html(_ student: String) -> HTML {
    let points: HTML = possible == 0 ? "" : " · \(points) of \(counted(possible, "point"))"
    return "\(finished) of \(counted(steps, "step"))\(points) · \(student)"
  }
}

extension PageFrame {
  /// What is in the way, if anything is; its script knows what else may come.
  public var notice: HTML {
    """
    <p id="notice" role="alert" data-lost="Not connected, trying again. What you type is kept." \
    data-paused="\(Phase.paused.notice)" data-ended="\(Phase.ended.notice)">\(phase.notice)</p>
    """
  }

  /// Where a script says what came, for those who hear the page.
  public static let saying: HTML = "<p id=\"said\" class=\"unseen\" role=\"status\" aria-live=\"polite\"></p>"
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
