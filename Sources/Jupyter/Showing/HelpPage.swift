import Lessons
import Vocabulary

/// What help says of a built-in, as a front end shows it beside the code.
struct HelpPage {
  let html: HTML

  init(_ signature: Vocabulary.Signature) {
    let documentation = signature.documentation
    var parts: [HTML] = ["<p><code>\(signature.usage)</code></p>", "<p>\(signature.summary)</p>"]
    parts.append(
      Self.table(
        ["argument", "what it is", "what it means"],
        signature.parameters.map { [$0.usage, $0.noun, $0.meaning] }))
    parts.append(
      Self.table(["the result has", "what it is"], signature.resultFields.map { ["." + $0.name, $0.text] }))
    if let formula = documentation.formula { parts.append("<pre>\(formula)</pre>") }
    if let notes = documentation.notes { parts += notes.lines.map { "<p>\(String($0))</p>" } }
    let examples = documentation.examples.map { "> \($0.input)\n\($0.output)" }
    if !examples.isEmpty { parts.append("<pre>\(examples.joined(separator: "\n"))</pre>") }
    if let source = documentation.source { parts.append("<p>Source: \(source)</p>") }
    let elsewhere = documentation.aliases.map(\.name).joined(separator: ", ")
    if !elsewhere.isEmpty { parts.append("<p>Elsewhere: \(elsewhere)</p>") }
    let related = documentation.seeAlso.joined(separator: ", ")
    if !related.isEmpty { parts.append("<p>See also: \(related)</p>") }
    html = parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Rows whose first cells are code; empty where there are none.
  private static func table(_ head: [String], _ rows: [[String]]) -> HTML {
    guard !rows.isEmpty else { return "" }
    let heads = head.map { name -> HTML in "<th style=\"text-align:left\">\(name)</th>" }.joined()
    let body = rows.map { cells -> HTML in
      let shown = cells.enumerated().map { index, cell -> HTML in
        let content: HTML = index == 0 ? "<code>\(cell)</code>" : HTML(text: cell)
        return "<td style=\"text-align:left\">\(content)</td>"
      }
      return "<tr>\(shown.joined())</tr>\n"
    }
    return "<table>\n<thead>\n<tr>\(heads)</tr>\n</thead>\n<tbody>\n\(body.joined())</tbody>\n</table>"
  }
}
