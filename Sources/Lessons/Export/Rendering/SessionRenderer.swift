import Vocabulary
import Workbench

/// Shows a block of commands with what they printed.
struct SessionRenderer {
  private let block: Block
  private let results: [Int: CommandResult]
  private let lexicon: Lexicon
  private let folds: Bool
  private let carriesStyle: Bool

  /// - Parameters:
  ///   - results: by the lines on which the commands begin; a command without one shows what the lesson says.
  ///   - folds: whether what is to be foretold is folded away.
  ///   - carriesStyle: whether figures bring their own style.
  init(
    _ block: Block, _ results: [Int: CommandResult], lexicon: Lexicon, folds: Bool = true, carriesStyle: Bool = true
  ) {
    (self.folds, self.carriesStyle) = (folds, carriesStyle)
    self.block = block
    self.results = results
    self.lexicon = lexicon
  }

  var html: HTML {
    var content = HTML()
    var width = 0
    for command in block.commands {
      let output = OutputRenderer(command, results[command.line], carriesStyle: carriesStyle)
      let source = CommandRenderer(command.source, lexicon: lexicon)
      width = max(width, output.width, source.width)
      content += source.html
      guard !output.html.isEmpty else { continue }
      content +=
        folds && block.marks.contains(.predict)
        ? "<details><summary>What will this print?</summary>\n\(output.html)</details>\n" : output.html
    }
    return .element("div", ["class": "session", "tabindex": WideBlock.tabIndex(ofWidth: width)], "\n" + content)
  }
}

/// Shows a command in colours, its prompts so that copying leaves them out.
struct CommandRenderer {
  let html: HTML
  /// Characters of the longest line.
  let width: Int

  init(_ source: String, lexicon: Lexicon) {
    let scalars = Array(source.unicodeScalars)
    var code = HTML()
    for (element, range) in SourceElement.pieces(of: scalars, lexicon: lexicon) {
      let text = String(String.UnicodeScalarView(scalars[range]))
      for (index, line) in text.lines.enumerated() {
        if index > 0 { code += "\n" + Self.prompt("| ") }
        code += Self.html(line, element)
      }
    }
    html = "<pre class=\"command\">\(Self.prompt("> "))<code>\(code)</code></pre>\n"
    width = 2 + (source.lines.map(\.count).max() ?? 0)
  }

  private static func prompt(_ text: String) -> HTML {
    "<span class=\"prompt\" aria-hidden=\"true\">\(text)</span>"
  }

  private static func html(_ text: Substring, _ element: SourceElement) -> HTML {
    if text.isEmpty { return "" }
    let kind =
      switch element {
      case .plain where text.contains(Exercise.blank): "blank"
      case .plain: ""
      case .comment: "comment"
      case .text: "string"
      case .number: "number"
      case .operator: "operator"
      case .keyword: "keyword"
      case .builtin: "builtin"
      }
    return kind.isEmpty ? HTML(text: String(text)) : .element("span", ["class": kind], HTML(text: String(text)))
  }
}
