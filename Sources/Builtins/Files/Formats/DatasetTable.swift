import Networks
import Vocabulary
import Workbench

/// A data set as a table: a row of names, then a point in each row, its features and its targets.
struct DatasetTable {
  /// The names of the columns that are to be learnt.
  let targets: [String]
  /// The names of the columns to learn from; nil: all others.
  let features: [String]?
  /// Whether these are classes; nil: as the cells look.
  let areClasses: Bool?

  /// How many bad rows a message names.
  private static let shownProblems = 3
  /// What a target that is a class is called, by us and by others.
  private static let classWords: Set<String> = ["class", "label"]

  /// Reads the whole file.
  ///
  /// Throws a failure of kind `file` that names the lines that are no points, `limit` where the content does not fit.
  func read(_ file: FileReader) throws(Failure) -> Dataset {
    var reader = SeparatedReader(try SeparatedFormat.text(of: file))
    guard let heading = try reader.next(in: file) else { throw file.failure("is empty") }
    let columns = try Columns(heading, targets, features, in: file)
    var features: [Double] = []
    var labels: [String] = []
    var lines: [Int] = []
    var problems = Problems()
    while let row = try reader.next(in: file) {
      if row.number & 0x3FF == 0 { try file.checkInterruption() }
      guard row.cells.count == columns.count else {
        problems.add("line \(row.line) has \(counted(row.cells.count, "cell")), not \(columns.count)")
        continue
      }
      if let odd = columns.features.first(where: { row.cells[$0].number?.isFinite != true }) {
        problems.add(line: row.line, has: row.cells[odd].text, for: columns.names[odd])
        problems.hasWord = problems.hasWord || row.cells[odd].number == nil
        continue
      }
      if let empty = columns.targets.first(where: { row.cells[$0].text.isEmpty }) {
        problems.add(line: row.line, has: "", for: columns.names[empty])
        continue
      }
      for column in columns.features { features.append(row.cells[column].number ?? .nan) }
      for column in columns.targets { labels.append(row.cells[column].text.visible()) }
      lines.append(row.line)
      try file.limits.reserve(numbers: Double(features.count) + 2 * Double(labels.count) + Double(lines.count))
    }
    let numbers = labels.map { SeparatedReader.Cell(text: $0).number ?? .nan }
    let hasClasses = isClass(columns, numbers)
    if !hasClasses {
      for (index, number) in numbers.enumerated() where !number.isFinite {
        let place = columns.targets[index % columns.targets.count]
        problems.add(line: lines[index / columns.targets.count], has: labels[index], for: columns.names[place])
      }
    }
    try problems.report(in: file)
    guard !lines.isEmpty else { throw file.failure("has names, but no points below them") }
    let points = Matrix(rows: lines.count, columns: columns.features.count, elements: features)
    var names = Dataset.Names(
      features: columns.features.map { columns.names[$0] }, targets: columns.targets.map { columns.names[$0] })
    guard hasClasses else {
      let quantities = Matrix(rows: lines.count, columns: columns.targets.count, elements: numbers)
      return Dataset(name: file.path.stem, features: points, targets: quantities, classes: nil, names: names)
    }
    let known = ClassLabels(labels)
    guard known.count > 1 else {
      throw file.failure("has the one class '\(labels[0])' only, so there is nothing to tell apart")
    }
    names.classes = known.names
    return Dataset(
      name: file.path.stem, features: points,
      targets: Matrix(rows: lines.count, columns: 1, elements: known.numbers), classes: known.count, names: names)
  }

  /// A single target whose cells are mostly no numbers, or that is called so, is a class.
  private func isClass(_ columns: Columns, _ numbers: [Double]) -> Bool {
    if let areClasses { return areClasses }
    guard columns.targets.count == 1 else { return false }
    return Self.classWords.contains(columns.names[columns.targets[0]].lowercased())
      || 2 * numbers.count(where: \.isNaN) > numbers.count
  }

  /// Writes the points with a first row of names: their own, or `x1`, `x2` … and `class`, `y` or `y1`, `y2` …
  static func write(_ data: Dataset, to file: FileWriter) throws(Failure) {
    let width = data.features.columns
    var names = data.names.features.isEmpty ? (1...max(1, width)).prefix(width).map { "x\($0)" } : data.names.features
    let targets = data.classes == nil ? data.targets.columns : 1
    if !data.names.targets.isEmpty {
      names += data.names.targets
    } else if data.classes != nil {
      names.append("class")
    } else {
      names += targets == 1 ? ["y"] : (1...targets).map { "y\($0)" }
    }
    var text = names.map(\.cell).joined(separator: ",") + "\n"
    for row in 0..<data.count {
      for column in 0..<width { text += SeparatedFormat.spelling(of: data.features[row, column]) + "," }
      if let number = data.classNumber(of: row) {
        text += data.names.classes.isEmpty ? String(number) : data.names.classes[number].cell
      } else {
        text += (0..<data.targets.columns).map { SeparatedFormat.spelling(of: data.targets[row, $0]) }
          .joined(separator: ",")
      }
      text += "\n"
      if text.utf8.count > 1 << 16 {
        try file.write(Array(text.utf8))
        text = ""
      }
    }
    try file.write(Array(text.utf8))
  }
}

extension DatasetTable {
  /// Which columns hold what.
  private struct Columns {
    let names: [String]
    let features: [Int]
    let targets: [Int]

    var count: Int { names.count }

    init(
      _ heading: SeparatedReader.Row, _ targets: [String], _ features: [String]?, in file: FileReader
    ) throws(Failure) {
      names = heading.cells.map { $0.text.visible() }
      if !names.contains(where: targets.contains), heading.cells.allSatisfy({ $0.number != nil }) {
        throw file.failure("does not begin with a row of names")
      }
      let wanted = try Self.places(of: targets, among: names, "target", in: file)
      self.targets = wanted
      if let features {
        self.features = try Self.places(of: features, among: names, "features", in: file)
        if let both = self.features.first(where: wanted.contains) {
          throw Failure(.argument, "features and target both name '\(names[both])'", about: .argument("features"))
        }
      } else {
        self.features = names.indices.filter { !wanted.contains($0) }
      }
      guard !self.features.isEmpty else { throw file.failure("has no column besides those to be learnt") }
    }

    private static func places(
      of wanted: [String], among names: [String], _ argument: String, in file: FileReader
    ) throws(Failure) -> [Int] {
      var found: [Int] = []
      for name in wanted {
        let places = names.indices.filter { names[$0] == name }
        guard places.count <= 1 else { throw file.failure("has \(places.count) columns called '\(name)'") }
        guard let place = places.first else {
          let known = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " …" : "")
          throw file.failure(
            "has no column called '\(name)'",
            hint: Suggestion.hint(for: name, among: names) ?? "its columns are \(known)")
        }
        guard !found.contains(place) else { throw Failure(.argument, "\(argument) names '\(name)' twice") }
        found.append(place)
      }
      return found
    }
  }

  /// Rows that are no points.
  private struct Problems {
    private var shown: [String] = []
    private var count = 0
    /// Whether a feature was a word.
    var hasWord = false

    mutating func add(_ problem: String) {
      count += 1
      if shown.count < shownProblems { shown.append(problem) }
    }

    mutating func add(line: Int, has text: String, for column: String) {
      let text = text.visible().count <= 40 ? text.visible() : text.visible().prefix(40) + "…"
      add(text.isEmpty ? "line \(line) has no \(column)" : "line \(line) has '\(text)' for \(column)")
    }

    func report(in file: FileReader) throws(Failure) {
      guard count > 0 else { return }
      let rest = count > shown.count ? "; …" : ""
      throw file.failure(
        "has \(count == 1 ? "a row" : "\(count) rows") that cannot be used: " + shown.joined(separator: "; ") + rest,
        hint: hasWord ? "features=[…] names the columns to learn from" : nil)
    }
  }
}

extension String {
  /// As a cell: between quotation marks where it holds what would end or change the cell.
  fileprivate var cell: String {
    let special: Set<Unicode.Scalar> = [",", ";", "\t", "\"", "\n", "\r"]
    guard unicodeScalars.contains(where: special.contains) || first == " " || last == " " else { return self }
    return "\"" + replacing("\"", with: "\"\"") + "\""
  }
}

/// The classes that labels name, in order: of numbers by size, of other labels as texts compare.
private struct ClassLabels {
  /// What the classes are called; none where they are called 0, 1, 2 …
  let names: [String]
  let count: Int
  /// The class of each label, counted from 0.
  let numbers: [Double]

  init(_ labels: [String]) {
    let distinct = Set(labels)
    let values = distinct.compactMap { Double($0) }.filter(\.isFinite)
    if values.count == distinct.count {
      // 1 and 1.0 are one class.
      let classes = Set(values).sorted()
      let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, Double($0)) })
      numbers = labels.map { places[Double($0) ?? .nan] ?? .nan }
      count = classes.count
      let isPlain = classes.enumerated().allSatisfy { Double($0) == $1 }
      names = isPlain ? [] : classes.map { String(SeparatedFormat.spelling(of: $0)) }
    } else {
      let classes = distinct.sorted()
      let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, Double($0)) })
      numbers = labels.map { places[$0] ?? .nan }
      count = classes.count
      names = classes
    }
  }
}
