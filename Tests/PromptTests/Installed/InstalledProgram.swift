import Platform
import TestSupport

/// gradus as it is installed, under a prefix of its own, with two lessons and a folder to work in.
struct InstalledProgram {
  let folder: TemporaryFolder
  /// Without links, as the program tells it.
  let root: String
  var path: String { root + "/usr/bin/gradus" }
  var lessons: String { root + "/usr/share/gradus/lessons" }
  /// The folder to work in.
  var desk: String { root + "/desk" }

  init() throws {
    folder = try TemporaryFolder()
    root = resolvedPath(folder.path) ?? folder.path
    try Folder.make(root + "/usr/bin")
    try Folder.make(desk)
    // A link leads to where the program was built; another name of the same file does not.
    if link(Program.path, path) != 0 {
      folder.write("usr/bin/gradus", bytes: try OpenFile(reading: Program.path).rest())
      chmod(path, 0o755)
    }
    folder.write("usr/share/gradus/lessons/01-coins.md", Self.coins)
    folder.write("usr/share/gradus/lessons/02-dice.md", "# Dice\n\n```gradus\n> load(\"data/dice.csv\")\n...\n```\n")
    folder.write("usr/share/gradus/lessons/data/dice.csv", "x,y\n1,2\n3,4\n5,6\n")
    write(version: "0.1.0", to: "usr/share/gradus/lessons")
  }

  private static let coins = """
    # Coins

    ```gradus
    > var(bernoulli(0.3))
    0.21
    ```

    ```gradus exercise=sd points=2
    > s = ____
    ```

    <!-- gradus check=sd
    s = 0.458 ±0.001
    -->

    ```gradus solution=sd
    > s = √0.21
    ```

    """

  /// Lets a folder of lessons say which version it is of.
  func write(version: String, to lessons: String) {
    folder.write(lessons + "/reference.md", "# Reference\n\nAll of gradus \(version), heading by heading\n")
  }

  /// Runs it where somebody works, without a home unless one is given.
  func run(_ arguments: String..., input: String = "", environment: [String] = []) throws -> Program.Outcome {
    try Program.run([path] + arguments, in: desk, input: Array(input.utf8), environment: environment)
  }

  /// Without the folder's own path.
  func plain(_ text: String) -> String { text.replacing(root, with: "") }
}
