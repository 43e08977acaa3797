import Vocabulary
import Workbench

/// Shows a block of commands with what they printed.
struct SessionRenderer {
  private let block: Block
  private let results: [Int: CommandResult]
  private let lexicon: Lexicon
  /// Blocks with wider lines scroll on most screens, so keyboards must reach them.
  private static let widest = 72

  /// - Parameter results: by the lines on which the commands begin; a command without one shows what the lesson says.
  init(_ block: Block, _ results: [Int: CommandResult], lexicon: Lexicon) {
    self.block = block
    self.results = results
    self.lexicon = lexicon
  }

  var html: HTML {
    var content = HTML()
    var width = 0
    for command in block.commands {
      let output = OutputRenderer(command, results[command.line])
      let source = CommandRenderer(command.source, lexicon: lexicon)
      width = max(width, output.width, source.width)
      content += source.html
      guard !output.html.isEmpty else { continue }
      content +=
        block.marks.contains(.predict)
        ? "<details><summary>What will this print?</summary>\n\(output.html)</details>\n" : output.html
    }
    return .element("div", ["class": "session", "tabindex": width > Self.widest ? "0" : nil], "\n" + content)
  }
}
