import ArgumentParser

/// What the commands of `gradus class` are told.
public enum ClassOptions {
  public struct Export: ParsableArguments {
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
    @Argument(help: "A file that 'gradus class export' wrote.", completion: .file())
    public var file: String

    @Option(help: ArgumentHelp("What the class is to be called, where its name is taken.", valueName: "name"))
    public var name: String?

    @OptionGroup public var store: StoreOption
    public init() {}
  }

  public struct Delete: ParsableArguments {
    @Argument(help: ArgumentHelp("The class.", valueName: "class"))
    public var name: String

    @Flag(help: "Delete without asking.")
    public var yes = false

    @OptionGroup public var store: StoreOption
    public init() {}
  }
}
