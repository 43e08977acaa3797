import Lessons
import Vocabulary

/// A lesson as the list of a student shows it.
public struct LessonEntry: Sendable, Equatable {
  /// As addresses have it.
  public let name: String
  public let title: String
  /// One sentence; may be empty.
  public let summary: String
  public let steps: Int
  public let finished: Int
  public let possible: Int
  public let points: Int

  public init(name: String, title: String, summary: String, steps: Int, finished: Int, possible: Int, points: Int) {
    self.name = name
    self.title = title
    self.summary = summary
    self.steps = steps
    self.finished = finished
    self.possible = possible
    self.points = points
  }

  fileprivate var standing: String {
    let steps = finished == 0 ? counted(steps, "step") : "\(finished) of \(counted(steps, "step")) done"
    return possible == 0 ? steps : steps + " · \(points) of \(counted(possible, "point"))"
  }
}

extension ServedPage {
  /// What a student sees first: the lessons and how far each is done.
  ///
  /// - Parameter link: the private link, whole, where it is to be shown: once after joining, and when it is asked for.
  public static func lessons(
    _ entries: [LessonEntry], className: String, link: String? = nil, _ frame: PageFrame
  ) -> ServedPage {
    let items = entries.map { entry -> HTML in
      let progress: HTML =
        entry.steps == 0
        ? "" : "<progress max=\"\(entry.steps)\" value=\"\(entry.finished)\" aria-label=\"\(entry.title)\"></progress> "
      return """
        <li><a href="\(frame.address.base)/lessons/\(entry.name)">\(entry.title)</a>
        \(entry.summary.isEmpty ? "" : "<p>\(entry.summary)</p>\n" as HTML)\
        <p class="muted">\(progress)\(entry.standing)</p>
        </li>

        """
    }
    return ServedPage(
      title: className.isEmpty ? "Lessons" : className, address: frame.address, script: "gradus.js",
      facts: [("base", frame.address.base), ("event", String(frame.event)), ("phase", frame.phase.rawValue)],
      main: """
        <h1>\(className.isEmpty ? "Lessons" : className)</h1>
        <p>You are <strong>\(frame.student)</strong>.</p>
        \(frame.notice)
        \(link.map(Self.privateLink) ?? "")\
        <nav aria-label="Lessons"><ol class="lessons">
        \(items.joined())</ol></nav>
        \(PageFrame.saying)
        """)
  }

  private static func privateLink(_ link: String) -> HTML {
    """
    <div class="link">
    <p><label for="link">Your private link. With it you come back, on this device or another; keep it to yourself.</label></p>
    <p><input id="link" readonly="" value="\(link)" /></p>
    <p class="muted">Save it as a bookmark, or write it down: it is shown this once. Lost, your teacher has a one-time code.</p>
    </div>
    """
  }
}
