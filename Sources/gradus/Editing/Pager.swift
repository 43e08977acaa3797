import Vocabulary

/// Shows a long text page by page.
struct Pager {
  /// How the showing ended.
  enum Ending: Equatable {
    /// All was shown, or somebody had seen enough.
    case done
    /// By the letter q, with which `quit` begins.
    case left
    /// By a key that is meant for the prompt.
    case key(Key)
    case interrupted
  }

  private let rows: [String]
  private let columns: Int
  private let height: Int

  /// Nil where the text fits into the window with a line to spare for the prompt.
  init?(_ text: String, columns: Int, rows height: Int) {
    rows = Self.rows(of: text, columns: columns)
    guard height > 2, rows.count > height - 1 else { return nil }
    self.columns = columns
    self.height = height - 1
  }

  /// Until the end is shown or somebody has seen enough. A key that means nothing here ends it too.
  func run(_ read: () -> Key) -> Ending {
    var end = show(0..<min(height, rows.count))
    while end < rows.count {
      prompt(end)
      switch read() {
      case .character(" "), .character("\n"), .character("\r"), .character("f"), .character("\u{06}"),
        .sequence("\u{1B}[6~"):
        end = show(end..<min(end + height, rows.count))
      case .character("j"), .character("e"), .sequence("\u{1B}[B"):
        end = show(end..<end + 1)
      case .character("b"), .character("\u{02}"), .sequence("\u{1B}[5~"): end = jump(to: end - 2 * height)
      case .character("k"), .character("y"), .sequence("\u{1B}[A"): end = jump(to: end - height - 1)
      case .character("g"), .sequence("\u{1B}[H"): end = jump(to: 0)
      case .character("G"), .sequence("\u{1B}[F"): end = show(end..<rows.count)
      case .character("q"):
        clearPrompt()
        return .left
      case .character("Q"), .character("\u{1B}"), .character("\u{04}"), .end:
        clearPrompt()
        return .done
      case .interrupt:
        InterruptKey.interruption.clear()
        clearPrompt()
        return .interrupted
      case .resized, .resumed, .sequence: clearPrompt()
      case let key:
        clearPrompt()
        return .key(key)
      }
    }
    return .done
  }

  /// Writes rows below those that are there; the number of the row after them.
  private func show(_ range: Range<Int>) -> Int {
    clearPrompt()
    Terminal.write(rows[range].map { $0 + "\r\n" }.joined())
    return range.upperBound
  }

  /// Shows the page that begins with a row.
  private func jump(to row: Int) -> Int {
    let start = max(0, min(row, rows.count - height))
    Terminal.write("\u{1B}[H\u{1B}[2J")
    return show(start..<start + height)
  }

  private func prompt(_ end: Int) {
    let share = end * 100 / rows.count
    let text = "-- \(share)% -- Enter: on, b: back, q: enough"
    Terminal.write("\u{1B}[7m\(text.prefix(columns - 1))\u{1B}[0m")
  }

  private func clearPrompt() { Terminal.write("\r\u{1B}[K") }

  /// The lines of the text, broken where the terminal would break them; escape sequences take no room.
  static func rows(of text: String, columns: Int) -> [String] {
    var lines = text.lines.map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines.flatMap { line -> [String] in
      var rows = [""]
      var width = 0
      var isEscape = false
      for scalar in line.unicodeScalars {
        if scalar == "\u{1B}" {
          isEscape = true
        } else if isEscape {
          isEscape = !scalar.properties.isAlphabetic
        } else {
          let added = Cell.cells(for: scalar, style: .plain).reduce(0) { $0 + $1.width }
          if width + added > columns {
            rows.append("")
            width = 0
          }
          width += added
        }
        rows[rows.count - 1].unicodeScalars.append(scalar)
      }
      return rows
    }
  }
}
