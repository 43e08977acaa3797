import Language
import Plotting
import Vocabulary

/// Shows what a command printed: its numbers in their colour, its figures as pictures, what the lesson leaves out folded away.
struct OutputRenderer {
  let html: HTML
  /// Characters of the longest line.
  let width: Int

  /// - Parameters:
  ///   - drawings: the figures of the result as SVG, in their order; made where they are left out.
  ///   - carriesStyle: whether those that are made bring their own style.
  init(_ command: LessonCommand, _ result: CommandResult?, drawings: [String]? = nil, carriesStyle: Bool = true) {
    let renderer = SVGRenderer(carriesStyle: carriesStyle)
    let lines = result.map { Matcher.trimmed($0.output) } ?? command.expected.map { OutputLine($0) }
    let figures = result?.figures ?? []
    var html = HTML()
    if let result, let failure = result.failure {
      html += Self.output(lines[..<max(0, lines.count - result.failureLines)]) + Self.html(failure, of: command)
    } else if !figures.isEmpty {
      html += Self.output(lines, with: figures, drawings ?? figures.map { renderer.svg($0.figure) })
    } else {
      let pattern = result?.holds == true ? command.expected : []
      for part in Elision.parts(of: lines, as: pattern) {
        html += part.isLeftOut ? Self.fold(part.lines) : Self.output(part.lines)
      }
    }
    self.html = html
    width = figures.isEmpty ? lines.map(\.characters.count).max() ?? 0 : 0
  }

  private static func output(_ lines: [OutputLine], with figures: [ShownFigure], _ drawings: [String]) -> HTML {
    var html = HTML()
    var end = 0
    for (shown, drawing) in zip(figures, drawings) {
      html += output(lines[end..<shown.lines.lowerBound])
      html += "<div class=\"figure\">\n\(HTML(stringLiteral: drawing))</div>\n"
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
  private static func html(_ failure: Failure, of command: LessonCommand) -> HTML {
    let parts: [HTML] = FailureRenderer.printed(failure, in: command.source).marked { text, role in
      switch role {
      case .error, .place: ["<span class=\"error\">\(text)</span>"]
      case .number: ["<span class=\"number\">\(text)</span>"]
      case .name, nil: ["\(text)"]
      }
    }
    return "<pre class=\"output failed\"><samp>\(parts.joined())</samp></pre>\n"
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

/// Which lines of an output a lesson shows, and which it leaves out with `...`.
enum Elision {
  struct Part {
    let lines: ArraySlice<OutputLine>
    let isLeftOut: Bool
  }

  /// The output cut where the lesson's `...` begin and end; in one part where it has none or does not match.
  static func parts(of output: [OutputLine], as expected: [String]) -> [Part] {
    guard expected.contains(where: Matcher.isAnyLines), Matcher.matches(expected, output) else {
      return [Part(lines: output[...], isLeftOut: false)]
    }
    var parts: [Part] = []
    var shown = 0
    var place = 0
    for (index, pattern) in expected.enumerated() {
      guard Matcher.isAnyLines(pattern) else {
        place += 1
        continue
      }
      let end = Self.end(of: output, from: place, before: Array(expected[(index + 1)...]))
      guard end > place else { continue }
      parts.append(Part(lines: output[shown..<place], isLeftOut: false))
      parts.append(Part(lines: output[place..<end], isLeftOut: true))
      (shown, place) = (end, end)
    }
    parts.append(Part(lines: output[shown...], isLeftOut: false))
    return parts.filter { !$0.lines.isEmpty }
  }

  /// Where what is left out ends, so that the rest matches what follows.
  private static func end(of output: [OutputLine], from place: Int, before rest: [String]) -> Int {
    guard rest.contains(where: Matcher.isAnyLines) else { return max(place, output.count - rest.count) }
    return (place...output.count).first { Matcher.matches(rest, Array(output[$0...])) } ?? place
  }
}
