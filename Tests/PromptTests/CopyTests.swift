import Testing
import TestSupport

/// Whatever the window shows of a conversation can be pasted back, at any width, in any encoding.
@Suite(.serialized) struct CopyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let lessons = [
    "01-why-weights-must-start-somewhere", "02-two-distributions", "03-variance-of-a-weighted-sum", "04-saturation",
    "05-how-nets-learn", "06-vanishing-gradients", "07-exploding-gradients", "08-zero-and-constant-starts", "09-xavier",
    "10-he", "12-more-remedies",
  ]

  /// The commands of the lessons that do not take their time or write files.
  private static func commands() throws -> [String] {
    let slow = [
      "train", "compare", "landscape", "save", "load", "export", "transcript", "time", "help", "plot", "hist", "clear",
    ]
    var commands: [String] = []
    for name in lessons {
      let path = Project.path("lessons/\(name).md")
      var isSession = false
      for line in try References.file(path).split(separator: "\n") {
        if line.hasPrefix("```") { isSession = line.hasPrefix("```gradus") }
        guard isSession else { continue }
        if line.hasPrefix("> ") { commands.append(String(line.dropFirst(2))) }
        if line.hasPrefix("| "), let last = commands.popLast() { commands.append(last + "\n" + line.dropFirst(2)) }
      }
    }
    return commands.filter { command in !slow.contains { command.contains($0) } && !command.contains("____") }
  }

  /// Such as reach the margin of one of the windows.
  private static let long: [String] =
    [36, 37, 38, 39, 56, 57, 58, 59, 76, 77, 78, 79, 117, 118, 119].map { length in
      "1 + " + String(repeating: "1", count: 3) + String(repeating: " + 1", count: (length - 7) / 4)
        + String(repeating: " ", count: (length - 7) % 4)
    } + [
      "[" + (1...40).map { "\($0)" }.joined(separator: ", ") + "]", "x₁ = √4² + 2×10⁻³ − √(9) ÷ 3", "σ = 2",
      "σ × x₁ ≥ 1",
    ]

  @Test(arguments: [40, 60, 80, 120] as [UInt16], ["LC_ALL=C.UTF-8", "LC_ALL=C"])
  func `a transcript pastes back to the same values`(_ columns: UInt16, _ locale: String) throws {
    let transcript = try (Self.long + Self.commands()).map { command in
      "> " + command.replacing("\n", with: "\r| ") + "\r"
    }.joined()
    let first = try screen(after: transcript, columns: columns, locale: locale)
    let copied = first.replacing("\n", with: "\r") + "\r"
    let second = try screen(after: copied, columns: columns, locale: locale)
    // Copying loses the spaces that may have made a command reach the margin, and with them the empty row after it.
    let (rows, others) = (first.split(separator: "\n"), second.split(separator: "\n"))
    let difference = zip(rows, others).first { $0 != $1 }
    #expect(rows == others, "\(difference.map { "'\($0)' became '\($1)'" } ?? "one is longer")")
  }

  /// What the window shows below the banner when a text was pasted into a new conversation.
  private func screen(after text: String, columns: UInt16, locale: String) throws -> String {
    let terminal = try PseudoTerminal(
      history: folder.path + "/history\(columns)", columns: columns, rows: 6000, environment: [locale, "NO_COLOR=1"])
    terminal.expectRows(">")
    terminal.send("\u{1B}[200~" + text + "\u{1B}[201~")
    terminal.expect("\n> ")
    terminal.send("314159 × 1\r")
    terminal.expectRows("314159", ">")
    let rows = terminal.window.text
    #expect(terminal.end() == 0)
    let start = rows.firstRange(of: "\n> ")?.lowerBound ?? rows.startIndex
    let end = rows.ranges(of: "\n> 314159").last?.lowerBound ?? rows.endIndex
    return String(rows[start..<end])
  }
}
