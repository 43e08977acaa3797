import ArgumentParser
import Vocabulary

/// What the declaration of a command says, read back from the parser that it was handed to.
struct CommandDescription {
  /// How it is called: `gradus`, `check`.
  let words: [String]
  /// What it does, without a full stop.
  let summary: String
  let paragraphs: [String]
  /// Those that are shown.
  private(set) var arguments: [Argument]
  /// Those that are shown.
  let subcommands: [CommandDescription]
  let notes: ManualNotes?

  struct Argument {
    /// `-o`, `--output`; none where it is known by its place.
    let names: [String]
    /// What stands for its value; nil of a flag.
    let value: String?
    let summary: String
    let choices: [String]
    let standard: String?
    let isOptional: Bool
    let isRepeated: Bool
  }

  /// The program and all below it. It takes what it does where no subcommand is named for its own.
  static var program: CommandDescription {
    var program = CommandDescription(Gradus.self, below: [])
    let standard = Gradus.configuration.defaultSubcommand?.configuration.commandName
    let inner = program.subcommands.first { $0.words.last == standard }?.arguments ?? []
    program.arguments =
      inner.filter { argument in !program.arguments.contains { $0.names == argument.names } } + program.arguments
    return program
  }

  private init(_ command: any ParsableCommand.Type, below parents: [String]) {
    let configuration = command.configuration
    let words = parents + [configuration.commandName ?? ""]
    self.words = words
    summary = configuration.abstract.hasSuffix(".") ? String(configuration.abstract.dropLast()) : configuration.abstract
    let notes = (command as? any ManualSubject.Type)?.notes
    self.notes = notes
    // Exit statuses have a section of their own.
    let discussion = notes.map { configuration.discussion.replacing($0.endings.sentence, with: "") }
    paragraphs = (discussion ?? configuration.discussion).split(separator: "\n\n").map { String($0) }.filter { text in
      !text.allSatisfy(\.isWhitespace)
    }
    arguments = Self.arguments(of: command)
    subcommands = configuration.subcommands.compactMap { subcommand in
      subcommand.configuration.shouldDisplay ? CommandDescription(subcommand, below: words) : nil
    }
  }

  /// The parser describes its commands as JSON, for tools that make manuals.
  private static func arguments(of command: any ParsableCommand.Type) -> [Argument] {
    guard let item = JSONReader.item(in: Array(command._dumpHelp().utf8)[...]),
      case .array(let items)? = item["command"]?["arguments"]
    else { return [] }
    return items.filter { $0["shouldDisplay"] == .truth(true) }.map(Argument.init)
  }
}

extension CommandDescription.Argument {
  fileprivate init(_ item: JSONReader.Item) {
    let found = item["names"]?.items.compactMap { name -> String? in
      guard let word = name["name"]?.text else { return nil }
      return (name["kind"] == .text("short") ? "-" : "--") + word
    }
    names = (found ?? []).sorted { $0.utf8.count < $1.utf8.count }
    value = item["kind"] == .text("flag") ? nil : item["valueName"]?.text
    summary = item["abstract"]?.text ?? ""
    choices = item["allValues"]?.items.compactMap(\.text) ?? []
    standard = item["defaultValue"]?.text
    isOptional = item["isOptional"] == .truth(true)
    isRepeated = item["isRepeating"] == .truth(true)
  }
}

extension JSONReader.Item {
  /// Of an object the member of that name.
  fileprivate subscript(_ name: String) -> JSONReader.Item? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  fileprivate var items: [JSONReader.Item] { if case .array(let items) = self { items } else { [] } }
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
