import Lessons
import Vocabulary

/// The teacher's page: students by questions, and what steers the class.
///
/// Its forms send, to `BASE/board/WORD`: `goto` and `open` with `lesson` and `step`, a number counted from 1, for `open` empty where
/// all steps are; `pause` and `join` with `on`, `true` or `false`; `code` and `end` with nothing; `rename` with `student` and
/// `name`; `remove` and `once` with `student`. Each answers with 303 to the board; `back` is the address to go back to.
public struct BoardPage: Sendable {
  private let board: Board
  private let frame: BoardFrame

  public init(_ board: Board, _ frame: BoardFrame) {
    self.board = board
    self.frame = frame
  }

  public var html: HTML {
    let name = frame.className.isEmpty ? "The class" : frame.className
    return ServedPage(
      title: "Board · \(name)", address: frame.address, script: "board.js",
      facts: [
        ("base", frame.address.base), ("lesson", board.lesson.name), ("order", frame.order.rawValue),
        ("projected", frame.isProjected ? "true" : "false"), ("event", String(frame.event)),
      ], header: frame.isProjected ? "" : "<a href=\"\(frame.address.base)/board/grades\">Grades</a>",
      main: """
        <div class="board\(frame.isProjected ? " projected" : "")">
        <h1>\(name)</h1>
        \(joining)
        <p id="notice" role="alert">\(notice)</p>
        \(frame.isProjected ? "" : steering)\
        \(views)
        \(table)
        </div>
        <dialog id="more" aria-label="Details"><form method="dialog"><button class="close" aria-label="Close">✕</button></form>\
        <div></div></dialog>
        <p id="said" class="unseen" role="status" aria-live="polite"></p>
        """
    ).html
  }

  private var notice: String {
    switch frame.phase {
    case .open: ""
    case .paused: "The class is paused: students can read and not send."
    case .ended: "The class is over: students can read and not send."
    }
  }

  // MARK: Joining

  private var joining: HTML {
    let places = frame.places.map { "<span class=\"address\">\($0)</span>" as HTML }.joined(separator: " or ")
    let code: HTML =
      frame.canJoin ? "<strong class=\"join-code\">\(frame.code)</strong>" : "<strong>nobody can join now</strong>"
    return """
      <p class="joining">\(places)\(places.isEmpty || !frame.canJoin ? "" : ", code ")\(places.isEmpty && frame.canJoin ? "Code " : "")\
      \(code) · <span id="students">\(counted(board.rows.count, "student"))</span></p>
      """
  }

  // MARK: Steering

  private var steering: HTML {
    let back = frame.address(lesson: board.lesson.name)
    let steps = board.lesson.steps.count
    let isPaused = frame.phase == .paused
    let form = BoardForm(frame.address, back: back)
    if frame.phase == .ended { return "" }
    return """
      <div class="steering" role="group" aria-label="Steer the class">
      \(form.html("goto", [("lesson", board.lesson.name)], "<label>Look at step \(number(steps, value: nil))</label>", button: "Go"))\
      \(form.html("open", [("lesson", board.lesson.name)], "<label>Open up to step \(number(steps, value: frame.openUpTo))</label>",
        button: "Open"))\
      \(form.html("pause", [("on", isPaused ? "false" : "true")], button: isPaused ? "Go on" : "Pause"))\
      \(form.html("join", [("on", frame.canJoin ? "false" : "true")], button: frame.canJoin ? "Close joining" : "Open joining"))\
      \(form.html("code", [], button: "New code"))\
      <details class="ending"><summary>End</summary>
      <p>Pages stay readable, nothing more can be sent. Grades stay here.</p>
      \(form.html("end", [], button: "End the class"))</details>
      </div>

      """
  }

  private func number(_ most: Int, value: Int?) -> HTML {
    """
    <input type="number" name="step" min="1" max="\(most)" value="\(value.map(String.init) ?? "")" inputmode="numeric" />
    """
  }

  // MARK: Views

  /// Which lesson, in which order, with or without names.
  private var views: HTML {
    let lesson = board.lesson.name
    let lessons = frame.lessons.map { item -> HTML in
      "<option value=\"\(item.name)\"\(item.name == lesson ? " selected=\"\"" : "" as HTML)>\(item.title)</option>"
    }
    let orders = Board.Order.allCases.map { order -> HTML in
      let isCurrent: HTML = order == frame.order ? " aria-current=\"true\"" : ""
      return "<a href=\"\(frame.address(lesson: lesson, order: order))\"\(isCurrent)>\(order.rawValue)</a>"
    }
    let projector = frame.address(lesson: lesson, isProjected: !frame.isProjected)
    return """
      <div class="views">
      <form method="get" action="\(frame.address.base)/board"><label>Lesson <select name="lesson">\(lessons.joined())</select></label>
      <input type="hidden" name="order" value="\(frame.order.rawValue)" />\
      \(frame.isProjected ? "<input type=\"hidden\" name=\"projector\" value=\"on\" />" : "" as HTML)\
      <button>Show</button></form>
      <p>Sorted by \(orders.joined(separator: " "))</p>
      <p><a href="\(projector)">\(frame.isProjected ? "Back to the board" : "Projector")</a></p>
      </div>
      """
  }

  // MARK: The table

  private var table: HTML {
    let columns = board.columns.map { column -> HTML in
      """
      <th scope="col"><a href="\(address(of: column))" data-more=""><span class="where">\(column.number)</span> \
      \(column.step.label)</a></th>
      """
    }
    let feet = board.columns.map { "<td>\($0.right) of \(board.rows.count)</td>" as HTML }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Students and questions"><table id="board">
      <caption>\(board.lesson.title): \(counted(board.columns.count, "question"))</caption>
      <thead><tr><th scope="col">Student</th><th scope="col">Steps</th><th scope="col">Points</th>\(columns.joined())</tr></thead>
      <tbody>
      \(board.rows.map(row).joined())</tbody>
      <tfoot><tr><th scope="row" colspan="3">Right</th>\(feet.joined())</tr></tfoot>
      </table></div>
      \(board.rows.isEmpty ? "<p class=\"muted\" id=\"nobody\">Nobody has joined yet.</p>" : "" as HTML)
      """
  }

  private func address(of column: Board.Column) -> String {
    "\(frame.address.base)/board/columns/\(board.lesson.name)/\(column.step.key)\(frame.isProjected ? "?projector=on" : "")"
  }

  private func row(_ row: Board.Row) -> HTML {
    let state: HTML =
      row.wantsHelp
      ? " <span class=\"stuck\">✋ wants help</span>" : row.isStuck ? " <span class=\"stuck\">! stuck</span>" : ""
    let name: HTML =
      row.name.map { "<a href=\"\(student(row, nil))\" data-more=\"\">\($0)</a>" } ?? "Student \(row.student)"
    let cells = zip(board.columns, row.cells).map { column, cell -> HTML in
      let text = Self.text(cell)
      guard cell.attempts > 0, row.name != nil else { return "<td class=\"\(cell.mark.rawValue)\">\(text)</td>" }
      return """
        <td class="\(cell.mark.rawValue)"><a href="\(student(row, column.step.key))" data-more="">\(text)</a></td>
        """
    }
    return """
      <tr id="student-\(row.student)"><th scope="row">\(name)\(state)</th><td>\(row.finished) of \(board.lesson.steps.count)</td>\
      <td>\(row.points)</td>\(cells.joined())</tr>

      """
  }

  private func student(_ row: Board.Row, _ step: String?) -> String {
    "\(frame.address.base)/board/students/\(row.student)?lesson=\(board.lesson.name)\(step.map { "#" + $0 } ?? "")"
  }

  /// A sign and a word, so that nobody needs its colour.
  private static func text(_ cell: Board.Cell) -> HTML {
    let word = cell.mark == .tried && cell.attempts > 1 ? "tried \(cell.attempts)" : cell.mark.rawValue
    return "<span aria-hidden=\"true\">\(cell.mark.sign)</span> \(word)"
  }
}

extension Board.Mark {
  /// What stands before the word.
  public var sign: String {
    switch self {
    case .open: "·"
    case .tried: "◐"
    case .right: "✓"
    case .late: "◑"
    case .shown: "–"
    case .handed: "✉"
    case .done: "▸"
    }
  }
}

/// A form of the board, one button each.
struct BoardForm {
  private let address: PageAddress
  private let back: String

  init(_ address: PageAddress, back: String) {
    self.address = address
    self.back = back
  }

  func html(_ word: String, _ hidden: [(String, String)], _ content: HTML = "", button: String) -> HTML {
    let fields = (hidden + [("back", back)]).map { name, value -> HTML in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\" />"
    }
    return """
      <form method="post" action="\(address.base)/board/\(word)">\(fields.joined())\(content) <button>\(button)</button></form>

      """
  }
}
