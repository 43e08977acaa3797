import Platform
import Vocabulary
import Workbench

/// The manual page of a command, in section 1.
struct ManualPage {
  /// `gradus-check`, also the name of the file but for its ending.
  let name: String
  /// In mdoc(7).
  let text: String

  private static let section = "1"
  var fileName: String { "\(name).\(Self.section)" }

  /// The pages of the program and of all its subcommands.
  static func all(on date: CivilDate) -> [ManualPage] {
    let program = CommandDescription.program
    return pages(of: program, on: date, names: names(of: program).sorted()).sorted { $0.name < $1.name }
  }

  private static func pages(of command: CommandDescription, on date: CivilDate, names: [String]) -> [ManualPage] {
    [ManualPage(command, on: date, among: names)]
      + command.subcommands.flatMap { pages(of: $0, on: date, names: names) }
  }

  private static func names(of command: CommandDescription) -> [String] {
    [command.pageName] + command.subcommands.flatMap(names)
  }

  private init(_ command: CommandDescription, on date: CivilDate, among names: [String]) {
    name = command.pageName
    var page = Mdoc()
    page.macro("\\\" Made by gradus \(Version.current) from the declarations of its commands.")
    page.macro("Dd \(date.monthName) \(date.day), \(date.year)")
    page.macro("Dt \(name.uppercased()) \(Self.section)")
    page.macro("Os")
    page.macro("Sh NAME")
    page.macro("Nm \(name)")
    page.macro("Nd \(Mdoc.escaped(command.summary.lowercasedFirst))")
    page.add(synopsisOf: command)
    page.macro("Sh DESCRIPTION")
    page.add([command.summary + "."] + command.paragraphs)
    page.add(subcommandsOf: command)
    page.add(argumentsOf: command)
    if let notes = command.notes { page.add(notes) }
    page.macro("Sh SEE ALSO")
    let others = names.filter { $0 != command.pageName }
    for other in others { page.macro("Xr \(other) \(Self.section)" + (other == others.last ? "" : " ,")) }
    text = page.text
  }
}

extension CommandDescription {
  var pageName: String { words.joined(separator: "-") }
}

extension Mdoc {
  fileprivate mutating func add(synopsisOf command: CommandDescription) {
    macro("Sh SYNOPSIS")
    // What needs a subcommand has no other arguments than those that all have.
    if command.subcommands.isEmpty || command.words.count == 1 {
      macro("Nm \"\(command.words.joined(separator: " "))\"")
      for argument in command.arguments.filter({ !$0.names.isEmpty }) + command.arguments.filter({ $0.names.isEmpty }) {
        let words = argument.markup(named: argument.names.first) + (argument.isRepeated ? " ..." : "")
        macro(argument.isOptional ? "Op " + words : words)
      }
    }
    if !command.subcommands.isEmpty {
      macro("Nm \"\(command.words.joined(separator: " "))\"")
      macro("Ar subcommand")
      macro("Op Ar argument ...")
    }
  }

  fileprivate mutating func add(_ paragraphs: [String]) {
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { macro("Pp") }
      prose(paragraph)
    }
  }

  fileprivate mutating func add(subcommandsOf command: CommandDescription) {
    guard !command.subcommands.isEmpty else { return }
    list(command.subcommands, "SUBCOMMANDS") { page, command in
      page.macro("It Xr \(command.pageName) 1")
      page.prose(command.summary + ".")
    }
  }

  fileprivate mutating func add(argumentsOf command: CommandDescription) {
    list(command.arguments, "OPTIONS") { page, argument in
      let names = argument.names.map { argument.markup(named: $0) }
      page.macro("It " + (names.isEmpty ? argument.markup(named: nil) : names.joined(separator: " , ")))
      page.prose(argument.summary)
      let isNamed = argument.choices.allSatisfy { argument.summary.contains($0) }
      if !argument.choices.isEmpty, !isNamed { page.prose("One of \(argument.choices.joined(separator: ", ")).") }
      if let standard = argument.standard {
        page.prose("The default is \(standard.hasSuffix(".0") ? String(standard.dropLast(2)) : standard).")
      }
    }
  }

  fileprivate mutating func add(_ notes: ManualNotes) {
    let groups = notes.environment.reduce(into: [[EnvironmentVariable]]()) { groups, variable in
      if groups.last?.last?.meaning == variable.meaning {
        groups[groups.count - 1].append(variable)
      } else {
        groups.append([variable])
      }
    }
    list(groups, "ENVIRONMENT") { page, group in
      page.macro("It Ev " + group.map(\.name).joined(separator: " , "))
      page.prose(group[0].meaning)
    }
    list(notes.files, "FILES") { page, file in
      page.macro("It Pa \(Mdoc.escaped(file.path))")
      page.prose(file.meaning)
    }
    list(notes.endings.meanings, "EXIT STATUS") { page, ending in
      page.macro("It \(ending.status.rawValue)")
      page.prose(ending.clause.prefix(1).uppercased() + ending.clause.dropFirst() + ".")
    }
    if !notes.examples.isEmpty { macro("Sh EXAMPLES") }
    for (index, example) in notes.examples.enumerated() {
      if index > 0 { macro("Pp") }
      prose(example.summary)
      let lines = example.command.split(separator: "\n")
      // A command goes on behind a backslash.
      let commands = lines.indices.map { index in
        index > 0 && lines[index - 1].hasSuffix("\\") ? String(lines[index]) : "$ " + lines[index]
      }
      literal((commands + (example.output.map { [$0] } ?? [])).joined(separator: "\n"))
    }
  }

  /// A section that is a list; nothing where there is nothing to list.
  private mutating func list<Item>(_ items: [Item], _ title: String, _ body: (inout Mdoc, Item) -> Void) {
    guard !items.isEmpty else { return }
    macro("Sh \(title)")
    macro("Bl -tag -width Ds")
    for item in items { body(&self, item) }
    macro("El")
  }
}

extension CommandDescription.Argument {
  /// `Fl \-output Ar file`.
  fileprivate func markup(named name: String?) -> String {
    let flag = name.map { "Fl " + Mdoc.escaped(String($0.dropFirst())) }
    return [flag, value.map { "Ar " + Mdoc.escaped($0) }].compactMap { $0 }.joined(separator: " ")
  }
}

extension String {
  /// A sentence as a part of another one.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
