import ArgumentParser

/// The commands of `gradus class`: what they are for and what they are told. `gradus` shows them, `gradus-serve` does them.
public enum ClassOptions {
  /// Of `gradus class` itself.
  public static func configuration(_ subcommands: [any ParsableCommand.Type]) -> CommandConfiguration {
    CommandConfiguration(
      commandName: "class", abstract: "List, export, import or delete the classes that 'gradus serve' keeps.",
      subcommands: subcommands)
  }

  public struct List: ParsableArguments {
    public static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the classes that are kept, with their codes and how much was done.")

    @OptionGroup public var store: StoreOption
    public init() {}
  }

  public struct Export: ParsableArguments {
    public static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write all that is kept of a class, as JSON.",
      discussion: "'gradus class import' takes it over elsewhere; private links go on leading to it.")

    @Argument(help: ArgumentHelp("The class.", valueName: "class"))
    public var name: String

    @Option(
      name: .shortAndLong, help: ArgumentHelp("The file to write; printed where left out.", valueName: "file"),
      completion: .file())
    public var output: String?

    @OptionGroup public var store: StoreOption
    public init() {}
  }

  public struct Import: ParsableArguments {
    public static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Take over a class that was exported.",
      discussion: "No server may use the folder meanwhile.")

    @Argument(help: "A file that 'gradus class export' wrote.", completion: .file())
    public var file: String

    @Option(help: ArgumentHelp("What the class is to be called, where its name is taken.", valueName: "name"))
    public var name: String?

    @OptionGroup public var store: StoreOption
    public init() {}
  }

  public struct Delete: ParsableArguments {
    public static let configuration = CommandConfiguration(
      commandName: "delete", abstract: "Delete a class with all that its students did, for ever.",
      discussion: "It asks first. No server may use the folder meanwhile.")

    @Argument(help: ArgumentHelp("The class.", valueName: "class"))
    public var name: String

    @Flag(help: "Delete without asking.")
    public var yes = false

    @OptionGroup public var store: StoreOption
    public init() {}
  }
}
