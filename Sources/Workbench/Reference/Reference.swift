import Language
import Vocabulary

/// Help texts and the reference page, all made from the declarations.
public struct Reference: Sendable {
  let lexicon: Lexicon
  /// Pages about what is no built-in.
  public let pages: [HelpTopic]
  let lessons: [LessonOutline]
  let foreignNames: [ForeignName]

  public init(_ builtins: BuiltinTable) {
    lexicon = builtins.lexicon
    pages = builtins.pages
    lessons = builtins.lessons
    foreignNames = builtins.foreignNames
  }

  /// The headings of built-ins, in their order.
  public var topics: [String] {
    var seen: [String] = []
    for signature in lexicon.signatures where !seen.contains(signature.documentation.topic) {
      seen.append(signature.documentation.topic)
    }
    return seen
  }

  /// What everybody should read first, and all headings with their words.
  public var overview: Display {
    let first = [
      ("2 × 3 + 1", "a formula, and Enter: its value is printed"),
      ("N = normal(0, 1)", "a name for a value; P(N > 1), sample N 5, plot N ask about it"),
      ("f(x) = x²", "a function of your own; f(3), f′(3), plot f"),
      ("help sample", "explains a word; help clipping finds what is about one, help [ a sign"),
      ("help start", "the first steps, up to a net that is trained"),
    ]
    let ways =
      [("keys", "Tab completes, Ctrl-R searches what was typed, Alt-Enter begins a line, Ctrl-C stops, Ctrl-D leaves")]
      + (lessons.isEmpty ? [] : [("lessons", "in a shell: gradus learn lists them, gradus learn 1 begins the first")])
      + (pages.isEmpty ? [] : [("pages", pages.map(\.name).joined(separator: ", "))])
    let rows =
      topics.map { topic in (topic, signatures(under: topic).map(\.name).joined(separator: " ")) }
      + [("notation", Notation.entries.map { $0.signs[0] }.joined(separator: " "))]
    return list(first) + "\n\n" + list(ways) + "\n\n" + list(rows)
  }

  /// The words under a heading with their summaries, nil where there is no such heading.
  public func section(_ topic: String) -> Display? {
    let rows =
      topic == "notation"
      ? Notation.entries.map { ($0.signs.joined(separator: " "), $0.summary) }
      : signatures(under: topic).map { ($0.name, $0.summary) }
    return rows.isEmpty ? nil : list(rows)
  }

  /// Everything about one word.
  public func entry(_ signature: Signature) -> Display {
    let documentation = signature.documentation
    var lines: [Display] = [paragraph(signature.usage), paragraph(signature.summary)]
    if !signature.parameters.isEmpty {
      lines.append(
        list(signature.parameters.map { ($0.name, $0.noun == "a value" ? $0.meaning : "\($0.meaning) (\($0.noun))") }))
    }
    let fields = signature.resultFields
    if !fields.isEmpty { lines += ["the result has", list(fields.map { ("." + $0.name, $0.text) })] }
    if let formula = documentation.formula { lines.append(Display(formula)) }
    if let notes = documentation.notes { lines += notes.lines.map { paragraph(String($0)) } }
    if let source = documentation.source { lines.append(paragraph("source: " + source)) }
    for example in documentation.examples {
      lines.append(Display("  > " + example.input))
      lines += example.outputLines.map { Display($0.isEmpty ? "" : "  " + $0) }
    }
    let aliases = documentation.aliases.map(\.name)
    if !aliases.isEmpty { lines.append(paragraph("elsewhere: " + aliases.joined(separator: ", "))) }
    let related = documentation.seeAlso
    if !related.isEmpty { lines.append(paragraph("see also: " + related.joined(separator: ", "))) }
    return lines.joined(separator: "\n")
  }

  /// What a sign of the notation means and how it is typed; nil for what is none.
  public func sign(_ text: String) -> Display? {
    let typing = Symbols.howToType(text).map { "type \($0)" }
    guard let entry = Notation.entry(for: text) else { return typing.map { Display("\(text): \($0)") } }
    var lines = [paragraph("\(entry.signs.joined(separator: " ")): \(entry.summary)")]
    if let typing { lines.append(Display(typing)) }
    lines.append(Display("  > " + entry.example.input))
    lines += entry.example.output.lines.map { Display("  " + $0) }
    return lines.joined(separator: "\n")
  }

  func signatures(under topic: String) -> [Signature] {
    lexicon.signatures.filter { $0.documentation.topic == topic }
  }

  /// Names with a text each, its lines below each other.
  func list(_ rows: [(name: String, text: String)]) -> Display {
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    let width = 78 - 5 - (rows.map(\.name.count).max() ?? 0)
    for row in rows { table.add(row.name, row.text, width: width) }
    return Display(table)
  }

  func paragraph(_ text: String) -> Display {
    Display(Paragraph.lines(of: text.split(separator: " ").map(String.init), width: 78).joined(separator: "\n"))
  }
}

extension Example {
  /// What it prints, line by line, without line ends at the end.
  var outputLines: [Substring] {
    var lines = output.lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
