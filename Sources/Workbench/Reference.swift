import Vocabulary

/// Help texts, all made from the declarations.
public enum Reference {
  /// The headings, in their order.
  static var topics: [String] {
    var seen: [String] = []
    for signature in Builtins.lexicon.signatures where !seen.contains(signature.documentation.topic) {
      seen.append(signature.documentation.topic)
    }
    return seen
  }

  /// All headings with their words.
  static var overview: Display {
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    for topic in topics {
      let names = signatures(under: topic).map(\.name)
      for (number, line) in wrapped(names, width: 56).enumerated() {
        table.add([Display(number == 0 ? topic : ""), Display(line)])
      }
    }
    return Display(table) + "\nhelp NAME explains one of them, help HEADING lists what each does"
  }

  /// The words under a heading with their summaries, nil where there is no such heading.
  static func section(_ topic: String) -> Display? {
    let signatures = signatures(under: topic)
    guard !signatures.isEmpty else { return nil }
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    for signature in signatures { table.add([Display(signature.name), Display(signature.summary)]) }
    return Display(table)
  }

  /// Everything about one word.
  static func entry(_ signature: Signature) -> Display {
    let documentation = signature.documentation
    var lines: [Display] = [Display(signature.usage), Display(signature.summary)]
    if !signature.parameters.isEmpty {
      var table = Table([Table.Column("", .left), Table.Column("", .left), Table.Column("", .left)])
      for parameter in signature.parameters {
        table.add([Display(parameter.name), Display(parameter.noun), Display(parameter.meaning)])
      }
      lines.append(Display(table))
    }
    if let formula = documentation.formula { lines.append(Display(formula)) }
    if let notes = documentation.notes { lines.append(Display(notes)) }
    if let source = documentation.source { lines.append(Display("source: \(source)")) }
    for example in documentation.examples {
      lines.append(Display("> " + example.input))
      if !example.output.isEmpty { lines.append(Display(example.output)) }
    }
    if !documentation.seeAlso.isEmpty {
      lines.append(Display("see also: \(documentation.seeAlso.joined(separator: ", "))"))
    }
    return lines.joined(separator: "\n")
  }

  private static func signatures(under topic: String) -> [Signature] {
    Builtins.lexicon.signatures.filter { $0.documentation.topic == topic }
  }

  /// Words in lines of at most so many characters.
  private static func wrapped(_ words: [String], width: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
