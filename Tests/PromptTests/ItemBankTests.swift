import TestSupport
import Testing

/// A class of thirty, each with numbers of their own: handed out, filled in, handed in and graded by one key.
@Suite struct ItemBankTests {
  private static let lesson = """
    # Bank

    ```gradus exercise=width points=2
    > n = 256
    > s = ____
    ```

    <!-- gradus check=width
    variants n = 256, 100, 400, 625, 900, 1600
    s = √(1/n) ±0.1%
    wrong 1/n "The root of it."
    -->

    ```gradus solution=width
    > n = 256
    > s = √(1/n)
    ```

    ```gradus exercise=silent points=3
    > layers = 10
    > units = 3
    > p = ____
    ```

    <!-- gradus check=silent
    variants layers, units = [10, 3], [8, 2], [12, 3], [15, 4], [20, 4], [25, 5]
    p = 1 - (1 - 0.5^units)^layers ±0.0005
    -->

    ```gradus solution=silent
    > layers = 10
    > units = 3
    > p = 1 - (1 - 0.5^units)^layers
    ```

    """

  private static let answers = [
    "256": "0.0625", "100": "0.1", "400": "0.05", "625": "0.04", "900": "0.03333", "1600": "0.025",
    "10": "0.7369", "8": "0.8999", "12": "0.7986", "15": "0.6202", "20": "0.7249", "25": "0.5478",
  ]

  private static let names =
    """
    Ada Lovelace,Grace Hopper,Emmy Noether,Sofia Kowalewskaja,Mary Cartwright,Hedy Lamarr,Alan Turing,Kurt Gödel,John Neumann,\
    Claude Shannon,Leonhard Euler,Carl Gauss,Niels Abel,Srinivasa Ramanujan,Évariste Galois,Zoë Barnes,Jürgen Schmidhuber,\
    Noor Khan,Li Na,Wei Zhang,Fatima Alvi,Tomás García,Ingrid Larsen,Björn Ek,Chloé Dupont,Yusuf Demir,Maria Silva,José Pérez,\
    Ana Ruiz,Olu Ade
    """.split(separator: ",").map(String.init)

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.write("bank.md", Self.lesson)
    folder.write("class.csv", "name\n" + Self.names.map { $0 + "\n" }.joined())
    let release = try run("release", "--roster", "class.csv", "--output", "class")
    #expect(release.status == 0 && release.errors == "" && release.output == "")
  }

  private func run(_ command: String, _ rest: String..., after: [String] = []) throws -> Program.Outcome {
    try Program.run([Program.path, command, "bank.md"] + after + rest, in: folder.path)
  }

  private func copy(of name: String) throws -> String { try #require(folder.read("class/\(name)/bank.md")) }

  /// The numbers that a copy gives, of each exercise the first.
  private static func numbers(in copy: String) -> [String] {
    ["> n = ", "> layers = "].map { start in
      copy.split(separator: "\n").first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) } ?? ""
    }
  }

  /// Hands a copy in with what its numbers ask for.
  private func handIn(_ copy: String, as name: String) {
    let right = Self.numbers(in: copy).map { Self.answers[$0] ?? "" }
    folder.write(
      "in/\(name)/bank.md",
      copy.replacing("s = ____", with: "s = " + right[0]).replacing("p = ____", with: "p = " + right[1]))
  }

  private func grade(_ options: String...) throws -> Program.Outcome {
    try run("grade", "--roster", "class.csv", after: ["in"] + options)
  }

  @Test func `thirty copies differ, and one key gives all of them full points`() throws {
    let copies = try Self.names.map(copy)
    #expect(!copies.contains { $0.contains("variants") || $0.contains("solution") })
    #expect(Set(copies.map(Self.numbers)).count >= 18)
    for place in 0..<2 {
      let counts = Dictionary(grouping: copies.map { Self.numbers(in: $0)[place] }) { $0 }.mapValues(\.count)
      #expect(counts.count >= 5 && counts.values.max() ?? 0 <= 9, "\(counts)")
    }
    for (name, copy) in zip(Self.names, copies) { handIn(copy, as: name) }
    let outcome = try grade("--format", "csv")
    #expect(outcome.status == 0 && outcome.errors == "")
    let rows = outcome.output.split(separator: "\r\n").dropFirst()
    #expect(rows.count == 30)
    for row in rows { #expect(row.contains(",graded,5,5,2,right"), "\(row)") }
  }

  @Test func `a copy with another's numbers is noted, and graded all the same`() throws {
    let ada = try copy(of: "Ada Lovelace")
    let other = try #require(
      Self.names.first { name in
        let own = (try? copy(of: name)).map(Self.numbers) ?? []
        return Self.names.filter { (try? copy(of: $0)).map(Self.numbers) == own }.count == 1 && name != "Ada Lovelace"
      })
    handIn(try copy(of: other), as: "Ada Lovelace")
    handIn(ada.replacing("> n = ", with: "> n = 1"), as: "Kurt Gödel")
    let outcome = try grade("--format", "csv")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("look at in/Ada Lovelace/bank.md: the numbers are those of \(other)'s copy\n"))
    let rows = outcome.output.split(separator: "\r\n")
    #expect(rows.contains { $0.hasPrefix("Ada Lovelace,") && $0.contains(",graded,5,5,") })
    #expect(rows.contains { $0.hasPrefix("Kurt Gödel,") && $0.contains("to be looked at,no copy has n = 1") })
  }

  @Test func `where all have the numbers of the lesson, nobody has another's`() throws {
    let plain = try run("release").output
    for name in Self.names.prefix(5) { handIn(plain, as: name) }
    let outcome = try grade("--format", "csv")
    #expect(outcome.status == 0 && !outcome.errors.contains("look at"))
  }

  @Test func `an answer without its numbers is known by its value, or is for a person`() throws {
    for (name, answer) in [("Ada Lovelace", "0.025"), ("Kurt Gödel", "7")] {
      folder.write("in/\(name)/bank.md", "```gradus exercise=width\n> s = \(answer)\n```\n")
    }
    let rows = try grade("--format", "csv").output.split(separator: "\r\n")
    #expect(rows.contains { $0.hasPrefix("Ada Lovelace,") && $0.contains(",2,right,") })
    #expect(rows.contains { $0.hasPrefix("Kurt Gödel,") && $0.contains(",0,to be looked at,") })
  }

  @Test func `a student learns with the numbers of their copy`() throws {
    let numbers = Self.numbers(in: try copy(of: "Noor Khan"))
    let outcome = try Program.run(
      [Program.path, "learn", "bank.md", "--as", "khan, noor"], in: folder.path,
      input: Array("\(Self.answers[numbers[0]] ?? "")\n\(Self.answers[numbers[1]] ?? "")\n".utf8),
      environment: ["XDG_STATE_HOME=\(folder.path)/state"])
    #expect(outcome.output.contains("> n = \(numbers[0])\n"))
    #expect(outcome.output.contains("You have 5 of 5 points."))
    let list = try Program.run(
      [Program.path, "learn", "."], in: folder.path, environment: ["XDG_STATE_HOME=\(folder.path)/state"])
    #expect(list.output.contains("done, 5 of 5 points"))
  }

  @Test func `check proves as many variants as it is told to`() throws {
    folder.write("bank.md", Self.lesson.replacing("900, 1600", with: "900, nobody"))
    #expect(try run("check").output.contains("bank.md:9: the value nobody of a variant does not run"))
    #expect(try run("check", "--variants", "3").status == 0)
    #expect(try run("check", "--variants", "0").errors.contains("--variants must be at least 1, not 0"))
  }
}
