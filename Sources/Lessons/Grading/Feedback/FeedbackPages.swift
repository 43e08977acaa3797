import Platform
import Vocabulary
import Workbench

/// A page for each student with what came of their copy, to be given back. It says what the grades say, and never what is right.
public struct FeedbackPages: Sendable {
  public struct Page: Sendable {
    public let fileName: String
    public let html: String
  }

  /// In the order of the grade book.
  public let pages: [Page]

  /// Students whose names differ only in what files cannot be called are told apart by a number.
  public init(_ book: GradeBook) {
    var used: [String: Int] = [:]
    pages = book.submissions.map { submission in
      let word = submission.student.map { $0.login.isEmpty ? $0.name : $0.login } ?? submission.file.student
      let stem = word.asFileName
      let number = used[stem.folded, default: 0] + 1
      used[stem.folded] = number
      return Page(
        fileName: stem + (number > 1 ? "-\(number)" : "") + ".html", html: book.feedback(submission).html.source)
    }
  }

  /// Writes the pages into a folder, which is made where it is missing. Throws where a page would take the place of a file that is no
  /// page of gradus; nothing is written then.
  public func write(to folder: String) throws(Failure) {
    do {
      try Folder.make(folder)
    } catch {
      throw Failure(.document, "the folder '\(error.path)' cannot be made: \(error.error.text)")
    }
    let mark = HTMLPage.generator.source
    for page in pages {
      let path = folder + "/" + page.fileName
      guard FileKind(of: path, followsLinks: false) != nil else { continue }
      guard case .success(let text) = TextFile.read(path), text.contains(mark) else {
        throw Failure(
          .document, "'\(path)' is in the way: it is no page of gradus", hint: "name another folder with --feedback")
      }
    }
    for page in pages { try TextFile.replace(folder + "/" + page.fileName, with: Array(page.html.utf8)) }
  }
}

extension GradeBook {
  fileprivate func feedback(_ submission: GradedSubmission) -> HTMLPage {
    let title = "\(name.shown()): \(submission.name.shown())"
    return HTMLPage(
      title: title, style: Self.feedbackStyle,
      main: "<h1>\(title)</h1>\n\(summary(submission))\(problem(submission))\(table(submission))")
  }

  private static let feedbackStyle: HTML = """
    tbody th { border-bottom-width: 1px; }
    .verdict-right, .verdict-partly { color: var(--right); }
    .verdict-wrong, .verdict-failed, .verdict-over, .verdict-crashed, .verdict-to { color: var(--error); }
    .verdict-blank, .verdict-missing { color: var(--muted); }
    """

  private func summary(_ submission: GradedSubmission) -> HTML {
    var sentences: [String] = []
    if submission.problem == nil { sentences.append("\(points(submission).text) of \(counted(possible, "point")).") }
    let handIn = submission.handIn
    if let time = handIn.time {
      sentences.append("Handed in \(time.plainText) UTC\(handIn.isLate == true ? ", late" : "").")
    }
    if handIn.time == nil, handIn.isLate == true { sentences.append("Handed in late.") }
    let penalty = penalty(submission)
    if penalty > .zero { sentences.append("\(penalty.counted) taken off for that.") }
    if handIn.attempts > 1 { sentences.append("This is attempt \(handIn.attempt) of \(handIn.attempts).") }
    let remark: HTML = submission.remark.isEmpty ? "" : "<p>\(submission.remark.shown())</p>\n"
    return "<p>\(sentences.joined(separator: " "))</p>\n\(remark)"
  }

  private func problem(_ submission: GradedSubmission) -> HTML {
    submission.problem.map { "<p>It could not be graded: \($0.shown()).</p>\n" as HTML } ?? ""
  }

  private func table(_ submission: GradedSubmission) -> HTML {
    guard submission.problem == nil else { return "" }
    let rows = zip(questions.indices, submission.grades).map { index, grade -> HTML in
      let word = grade.verdict.rawValue
      let answer: HTML = grade.answer.isEmpty ? "" : "<code>\(grade.answer)</code>"
      let said = [grade.message, grade.mark?.remark ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
      return """
        <tr><th scope="row">\(questions[index].id.shown())</th>\
        <td class="right">\(points(submission, index).text) of \(questions[index].points)</td>\
        <td class="verdict-\(word.prefix { $0 != " " })">\(word)</td><td>\(answer)</td><td>\(said)</td></tr>\n
        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Answers"><table>
      <thead><tr><th scope="col">Question</th><th scope="col" class="right">Points</th><th scope="col">Verdict</th>\
      <th scope="col">Your answer</th><th scope="col">What is said of it</th></tr></thead>
      <tbody>
      \(rows.joined())\
      </tbody>
      </table></div>
      """
  }
}

extension String {
  /// What any system can call a file: letters, digits, dots inside, `@`, `-` and `_`; the rest becomes `_`.
  fileprivate var asFileName: String {
    let kept = map { $0.isLetter || $0.isNumber || "@-_.".contains($0) ? $0 : "_" }
    let bare = String(kept.drop { $0 == "." }).prefix(100)
    return bare.isEmpty ? "_" : String(bare)
  }
}
