import Language
import Vocabulary

/// Help texts and the reference page, all made from the declarations.
public struct Reference: Sendable {
  private let lexicon: Lexicon

  public init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// The headings of built-ins, in their order.
  public var topics: [String] {
    var seen: [String] = []
    for signature in lexicon.signatures where !seen.contains(signature.documentation.topic) {
      seen.append(signature.documentation.topic)
    }
    return seen
  }

  /// All headings with their words.
  public var overview: Display {
    let rows =
      topics.map { topic in (topic, signatures(under: topic).map(\.name).joined(separator: " ")) }
      + [("notation", Notation.entries.map { $0.signs[0] }.joined(separator: " "))]
    return list(rows) + "\n"
      + paragraph("help NAME explains one of them, help HEADING lists what each does, help ⁵ says how to type it")
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
    var lines: [Display] = [Display(signature.usage), paragraph(signature.summary)]
    if !signature.parameters.isEmpty {
      lines.append(
        list(signature.parameters.map { ($0.name, $0.noun == "a value" ? $0.meaning : "\($0.meaning) (\($0.noun))") }))
    }
    let fields = signature.result?.fieldDescriptions ?? []
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
    var lines = ["\(entry.signs.joined(separator: " ")): \(entry.summary)"]
    if let typing { lines.append(typing) }
    lines.append("  > " + entry.example.input)
    lines += entry.example.output.lines.map { "  " + $0 }
    return Display(lines.joined(separator: "\n"))
  }

  func signatures(under topic: String) -> [Signature] {
    lexicon.signatures.filter { $0.documentation.topic == topic }
  }

  /// Names with a text each, its lines below each other.
  private func list(_ rows: [(name: String, text: String)]) -> Display {
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    let width = 78 - 5 - (rows.map(\.name.count).max() ?? 0)
    for row in rows { table.add(row.name, row.text, width: width) }
    return Display(table)
  }

  private func paragraph(_ text: String) -> Display {
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

extension Reference {
  /// The whole reference as a lesson: everything that help says, its examples in blocks that are run and checked.
  public var markdown: String {
    var parts = [
      "# Reference",
      "All of gradus, heading by heading, printed by `gradus reference`; every example on this page is run by `gradus check`.",
      "- [notation](#notation)\n"
        + topics.map { topic in
          "- [\(topic)](#\(topic)): "
            + signatures(under: topic).map { "[\($0.name)](#\(anchor($0.name)))" }.joined(separator: ", ")
        }.joined(separator: "\n"),
      "## notation", notation,
    ]
    for topic in topics {
      parts += ["## \(topic)", "<!-- gradus\nclear\n-->"] + signatures(under: topic).flatMap(sections)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var notation: String {
    Notation.entries.map { entry in
      let signs = entry.signs.map { code($0) }.joined(separator: " ")
      return "\(signs): \(escaped(entry.summary)).\n\n" + block([entry.example])
    }.joined(separator: "\n\n")
  }

  private func sections(of signature: Signature) -> [String] {
    let documentation = signature.documentation
    var parts = ["### \(signature.name)", code(signature.usage), escaped(signature.summary)]
    if !signature.parameters.isEmpty {
      let rows = signature.parameters.map { parameter in
        "| \(code(parameter.usage)) | \(cell(parameter.noun)) | \(cell(parameter.meaning)) |"
      }
      parts.append((["| argument | what it is | what it means |", "|---|---|---|"] + rows).joined(separator: "\n"))
    }
    let fields = signature.result?.fieldDescriptions ?? []
    if !fields.isEmpty {
      let rows = fields.map { "| \(code("." + $0.name)) | \(cell($0.text)) |" }
      parts.append((["| the result has | what it is |", "|---|---|"] + rows).joined(separator: "\n"))
    }
    if let formula = documentation.formula { parts.append("```text\n\(formula)\n```") }
    if let notes = documentation.notes {
      let lines = notes.lines.map { escaped(String($0)) }
      parts.append(lines.count == 1 ? lines[0] : lines.map { "- " + $0 }.joined(separator: "\n"))
    }
    parts.append(block(documentation.examples))
    if let source = documentation.source { parts.append("Source: \(escaped(source)).") }
    let aliases = documentation.aliases.map { code($0.name) }
    if !aliases.isEmpty { parts.append("Elsewhere: \(aliases.joined(separator: ", ")).") }
    let related = documentation.seeAlso.map { "[\($0)](#\(anchor($0)))" }
    if !related.isEmpty { parts.append("See also \(related.joined(separator: ", ")).") }
    return parts
  }

  /// The anchor of a heading as GitHub makes it; a name that is also a topic comes second.
  private func anchor(_ name: String) -> String {
    let plain = name.lowercased()
    return topics.contains(plain) || plain == "notation" ? plain + "-1" : plain
  }

  private func block(_ examples: [Example]) -> String {
    let lines = examples.flatMap { example in
      ["> " + example.input]
        + example.outputLines.map { line in
          line.hasPrefix("> ") || line.hasPrefix("| ") ? "\\" + line : String(line)
        }
    }
    return (["```gradus"] + lines + ["```"]).joined(separator: "\n")
  }

  private func code(_ text: String) -> String { text.contains("`") ? "`` \(text) ``" : "`\(text)`" }

  private func cell(_ text: String) -> String { escaped(text).split(separator: "|").joined(separator: "\\|") }

  /// The text with `*`, `_`, `[`, `<` and the like as themselves.
  private func escaped(_ text: String) -> String {
    String(text.flatMap { "\\`*_[]<>".contains($0) ? ["\\", $0] : [$0] })
  }
}
