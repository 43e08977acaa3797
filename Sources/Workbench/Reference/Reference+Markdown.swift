import Language
import Vocabulary

extension Reference {
  /// The whole reference as a lesson: everything that help says, its examples in blocks that are run and checked.
  public var markdown: String {
    var parts = [
      Self.opening + Version.current
        + ", heading by heading, printed by `gradus reference`; every example on this page is run by `gradus check`.",
      "- [notation](#notation)\n"
        + (pages.isEmpty
          ? "" : "- [pages](#pages): \(pages.map { "[\($0.name)](#\(anchor(of: $0)))" }.joined(separator: ", "))\n")
        + topics.map { topic in
          "- [\(topic)](#\(topic)): "
            + signatures(under: topic).map { "[\($0.name)](#\(anchor($0.name)))" }.joined(separator: ", ")
        }.joined(separator: "\n"),
      "## notation", notation,
    ]
    if !pages.isEmpty { parts += ["## pages", "<!-- gradus\nclear\n-->"] + pages.flatMap(sections) }
    for topic in topics {
      parts += ["## \(topic)", "<!-- gradus\nclear\n-->"] + signatures(under: topic).flatMap(sections)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let opening = "# Reference\n\nAll of gradus "

  /// The version of gradus that has printed a page, by its first lines; nil where the page is no reference or does not say.
  public static func version(ofPage page: some StringProtocol) -> String? {
    guard page.hasPrefix(opening) else { return nil }
    let version = page.dropFirst(opening.count).prefix { $0 != "," && !$0.isWhitespace }
    return version.isEmpty ? nil : String(version)
  }

  private var notation: String {
    Notation.entries.map { entry in
      let signs = entry.signs.map { code($0) }.joined(separator: " ")
      return "\(signs): \(escaped(entry.summary)).\n\n" + block([entry.example])
    }.joined(separator: "\n\n")
  }

  private func sections(of page: HelpTopic) -> [String] {
    var parts = ["### \(page.name)", "About \(escaped(page.summary))."] + page.paragraphs.map(escaped)
    if !page.examples.isEmpty { parts.append(block(page.examples)) }
    return parts
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
    let fields = signature.resultFields
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

  /// The anchor of a page's heading; one that is also a heading of built-ins comes first.
  private func anchor(of page: HelpTopic) -> String { page.name.replacing(" ", with: "-") }

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
