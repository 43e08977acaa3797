import Lessons
import Platform
import TestSupport
import Testing

/// Something that students and researchers do: in gradus, as a transcript, and in Python.
struct LearnersTask: CustomTestStringConvertible, Sendable {
  /// Of both files, without what follows the point.
  let name: String
  let document: Document
  let python: String

  static let folder = Project.path("Tests/Transcripts/tasks")

  /// Those of the folder, in the order of their numbers.
  static let all: [LearnersTask] = {
    let paths = (try? LessonFiles.find([folder])) ?? []
    return paths.sorted().compactMap { path in try? LearnersTask(path) }
  }()

  private init(_ path: String) throws {
    name = String(path.dropFirst(Self.folder.count + 1).dropLast(".md".count))
    document = try Document(References.file(path))
    python = try References.file(Self.folder + "/" + name + ".py")
  }

  var testDescription: String { name }
  var path: String { "\(Self.folder)/\(name).md" }
  var pythonPath: String { "\(Self.folder)/\(name).py" }

  /// What is typed, line by line.
  var commandLines: Int {
    let commands = document.blocks.filter { $0.isRun && !$0.isHidden }.flatMap(\.commands)
    return commands.reduce(0) { $0 + Self.count($1.source.split(separator: "\n")) }
  }

  /// Those that do the task, above the mark; below it is printed what is compared.
  var pythonLines: Int { Self.count(python.split(separator: "\n").prefix { $0 != "# numbers" }) }

  /// Of the lines, those that are neither blank nor comments.
  private static func count(_ lines: some Sequence<Substring>) -> Int {
    lines.count { line in
      let bare = line.drop { $0 == " " }
      return !bare.isEmpty && !bare.hasPrefix("#")
    }
  }

  /// The modules that the program needs.
  var modules: [String] {
    let imports = python.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard words.count > 1, words[0] == "import" || words[0] == "from", !line.hasPrefix(" ") else { return nil }
      return words[1].split(separator: ".").first.map(String.init)
    }
    return Set(imports + ["numpy"]).subtracting(["same"]).sorted()
  }
}

/// What Python says that an expression of gradus must be.
struct TaskNumbers: Sendable {
  let expression: String
  let numbers: [Double]
  /// How far off, as a share of the largest number of the line.
  let tolerance: Double

  /// From a line such as `std(z)⇥0.996` or, where less is promised, `test.p⇥within 1e-06: why⇥0.015`.
  init?(_ line: Substring) {
    var cells = line.split(separator: "\t").map(String.init)
    guard cells.count > 1 else { return nil }
    expression = cells.removeFirst()
    var tolerance = 1e-9
    if cells[0].hasPrefix("within ") {
      let words = cells.removeFirst().split(separator: " ", maxSplits: 2)
      guard words.count == 3, words[1].hasSuffix(":"), let share = Double(words[1].dropLast()) else { return nil }
      tolerance = share
    }
    self.tolerance = tolerance
    numbers = cells.compactMap { Double($0) }
    guard !cells.isEmpty, numbers.count == cells.count else { return nil }
  }

  func agree(with others: [Double]) -> Bool {
    guard others.count == numbers.count else { return false }
    let scale = numbers.reduce(0) { max($0, $1.isFinite ? $1.magnitude : 0) }
    return zip(numbers, others).allSatisfy { theirs, ours in
      theirs == ours || (theirs.isNaN && ours.isNaN) || (theirs - ours).magnitude <= tolerance * scale
    }
  }
}
