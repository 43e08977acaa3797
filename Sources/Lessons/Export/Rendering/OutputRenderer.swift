import Plotting
import Vocabulary

/// Shows what a command printed: its numbers in their colour, its figures as pictures, what the lesson leaves out folded away.
struct OutputRenderer {
  let html: HTML
  /// Characters of the longest line.
  let width: Int

  init(_ command: LessonCommand, _ result: CommandResult?) {
    let lines = result.map { Matcher.trimmed($0.output) } ?? command.expected.map { OutputLine($0) }
    let figures = result?.figures ?? []
    var html = HTML()
    if result?.failure != nil, let start = lines.lastIndex(where: { $0.text.hasPrefix("error:") }) {
      html += Self.output(lines[..<start]) + Self.failure(lines[start...])
    } else if !figures.isEmpty {
      html += Self.output(lines, with: figures)
    } else {
      let pattern = result?.holds == true ? command.expected : []
      for part in Elision.parts(of: lines, as: pattern) {
        html += part.isLeftOut ? Self.fold(part.lines) : Self.output(part.lines)
      }
    }
    self.html = html
    width = figures.isEmpty ? lines.map(\.characters.count).max() ?? 0 : 0
  }

  private static func output(_ lines: [OutputLine], with figures: [ShownFigure]) -> HTML {
    var html = HTML()
    var end = 0
    for shown in figures {
      html += output(lines[end..<shown.lines.lowerBound])
      html += "<div class=\"figure\">\n\(HTML(stringLiteral: SVGRenderer().svg(shown.figure)))</div>\n"
      end = min(shown.lines.upperBound, lines.count)
    }
    return html + output(lines[end...])
  }

  private static func output(_ lines: ArraySlice<OutputLine>) -> HTML {
    lines.isEmpty ? "" : "<pre class=\"output\"><samp>\(text(lines))</samp></pre>\n"
  }

  private static func fold(_ lines: ArraySlice<OutputLine>) -> HTML {
    """
    <details class="elided"><summary>… \(counted(lines.count, "line"))</summary>
    \(output(lines))</details>

    """
  }

  /// `error` and the caret in the colour of errors.
  private static func failure(_ lines: ArraySlice<OutputLine>) -> HTML {
    var html = HTML()
    for (index, line) in lines.enumerated() {
      if index == 0 {
        html += "<span class=\"error\">error</span>\(line.text.dropFirst("error".count))"
      } else {
        let indent = line.text.prefix { $0 == " " }
        let caret = line.text.dropFirst(indent.count).prefix { $0 == "^" }
        let rest = line.text.dropFirst(indent.count + caret.count)
        html += "\n\(indent)" + (caret.isEmpty ? "" : "<span class=\"error\">\(caret)</span>") + "\(rest)"
      }
    }
    return "<pre class=\"output failed\"><samp>\(html)</samp></pre>\n"
  }

  private static func text(_ lines: ArraySlice<OutputLine>) -> HTML {
    var html = HTML()
    for (index, line) in lines.enumerated() {
      if index > 0 { html += "\n" }
      var end = 0
      for number in line.numbers.values.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        html += "\(String(line.characters[end..<number.range.lowerBound]))"
        html += "<span class=\"number\">\(String(line.characters[number.range]))</span>"
        end = number.range.upperBound
      }
      html += "\(String(line.characters[end...]))"
    }
    return html
  }
}
