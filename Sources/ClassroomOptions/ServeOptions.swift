import ArgumentParser
import Platform

/// What `gradus serve` is told: declared once, for gradus itself, its help, its manual pages and Tab, and for `gradus-serve`, which does it.
public struct ServeOptions: ParsableArguments, Sendable {
  @Argument(
    help: "Lessons, folders of them, or their numbers or names; where left out, those at hand.", completion: .file())
  public var lessons: [String] = []

  @Option(
    name: .customLong("class"), parsing: .singleValue,
    help: ArgumentHelp(
      "A class by its name, made or continued; several may be given. Where left out, it is named 'Class'.",
      valueName: "name"))
  public var classes: [String] = []

  @Option(
    help: ArgumentHelp(
      "The port; \(ServeOptions.standardPort) where left out, or the next of \(ServeOptions.portsTried) that is free.",
      valueName: "port"))
  public var port: Int?

  @Option(
    help: ArgumentHelp(
      "The address to listen at; where left out, only this machine can reach it. The word '\(ServeOptions.room)' means all addresses.",
      valueName: "address"))
  public var listen: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A name by which browsers reach this server; several may be given.", valueName: "name"))
  public var hostName: [String] = []

  @OptionGroup public var store: StoreOption

  @Option(
    help: ArgumentHelp(
      "How many processes run what students type; as many as processors where left out.", valueName: "n"))
  public var workers: Int?

  @Option(help: ArgumentHelp("What stands before every path, such as /gradus, behind a proxy.", valueName: "path"))
  public var basePath: String = ""

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "The address of a proxy whose X-Forwarded- lines are believed; several may be given.", valueName: "address"))
  public var trust: [String] = []

  @Option(
    help: ArgumentHelp("The certificate for https, in PEM; with its key.", valueName: "file"), completion: .file())
  public var certificate: String?

  @Option(help: ArgumentHelp("The key of the certificate, in PEM.", valueName: "file"), completion: .file())
  public var key: String?

  public static let standardPort = 8080
  /// How many ports are tried where none is asked for.
  public static let portsTried = 20
  /// Opens the server to every address.
  public static let room = "room"

  public init() {}

  public func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError("--port must be 0 to 65535; 0 takes any that is free")
    }
    if let workers, !(1...256).contains(workers) { throw ValidationError("--workers must be 1 to 256") }
    if (certificate == nil) != (key == nil) { throw ValidationError("--certificate and --key go together") }
    guard basePath.isEmpty || basePath.first == "/" && basePath.last != "/" && basePath.allSatisfy(Self.belongsInPath)
    else {
      throw ValidationError("--base-path begins with /, as in --base-path /gradus, and has letters, digits, - and _")
    }
    for name in classes where name.isEmpty || name.count > 80 || name.contains(where: \.isNewline) {
      throw ValidationError("the name of a class has 1 to 80 characters")
    }
    if Set(classes).count != classes.count { throw ValidationError("a class is named twice") }
    if classes.count > Self.mostClasses { throw ValidationError("a server has at most \(Self.mostClasses) classes") }
  }

  private static let mostClasses = 100

  private static func belongsInPath(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "/-_".contains(character))
  }
}

/// Where classes are kept.
public struct StoreOption: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "The folder that classes are kept in; ~/.local/state/gradus/classes where left out.", valueName: "folder"),
    completion: .directory)
  public var data: String?

  public init() {}

  public static let stateFolder = EnvironmentVariable(
    "XDG_STATE_HOME",
    "The folder in which the folder gradus keeps what lasts between runs, in the place of ~/.local/state.")

  /// The folder; nil where none is named and there is no home.
  public var folder: String? {
    if let data { return data }
    return (Self.stateFolder.value ?? environmentVariable("HOME").map { $0 + "/.local/state" }).map {
      $0 + "/gradus/classes"
    }
  }
}
