import Vocabulary
import Workbench

/// Which columns of a table hold what.
struct DatasetColumns {
  let names: [String]
  var features: [Int]
  let targets: [Int]
  /// Whether the features were named; else they are all other columns.
  let areChosen: Bool

  var count: Int { names.count }

  /// - Parameters:
  ///   - targets: the columns that are to be learnt; none where only numbers are read.
  ///   - features: the columns to learn from; nil for all others.
  init(
    _ heading: SeparatedReader.Row, targets: [String], features: [String]?, in file: FileReader
  ) throws(Failure) {
    names = heading.cells.map { $0.text.visible() }
    if !names.contains(where: (targets + (features ?? [])).contains), heading.cells.allSatisfy({ $0.number != nil }) {
      throw file.failure("does not begin with a row of names")
    }
    let wanted = try Self.places(of: targets, among: names, "target", in: file)
    self.targets = wanted
    areChosen = features != nil
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

/// What the cells of one column are, as far as they are no numbers.
struct ColumnSurvey {
  private(set) var numbers = 0
  private(set) var missing = 0
  private(set) var words = 0
  private var dates = 0
  /// The first lines with a cell of each sort that is reported, and what stands there.
  private(set) var firstMissing: [(line: Int, text: String)] = []
  private(set) var firstWords: [(line: Int, text: String)] = []
  /// All lines with words, as long as those may be slips.
  private(set) var wordLines: [Int] = []

  /// The number in the cell, nan where there is none.
  mutating func add(_ cell: SeparatedReader.Cell, line: Int) -> Double {
    let isWord = cell.number == nil
    if cell.isMissing {
      missing += 1
      if firstMissing.count < RowProblems.shown { firstMissing.append((line, cell.text)) }
    } else if let number = cell.number, number.isFinite {
      numbers += 1
      return number
    } else {
      words += 1
      if isWord, cell.looksLikeDate { dates += 1 }
      if firstWords.count < RowProblems.shown { firstWords.append((line, cell.text)) }
      if wordLines.count < 10_000 { wordLines.append(line) }
    }
    return .nan
  }

  /// Whether most cells that are not missing are no numbers.
  var isText: Bool { 2 * words > numbers + words }
  var isEmpty: Bool { numbers + words == 0 }
  /// What such a column holds.
  var sort: String { 2 * dates > words ? "dates" : "text" }
}

/// Rows of a table that cannot be used.
struct RowProblems {
  /// How many a message names.
  static let shown = 3

  private var problems: [(line: Int, text: String)] = []
  private var lines: Set<Int> = []

  mutating func add(line: Int, _ text: String) {
    lines.insert(line)
    if problems.count < 1000 { problems.append((line, text)) }
  }

  /// Counts a row the problem of which need not be named.
  mutating func count(line: Int) { lines.insert(line) }

  mutating func add(line: Int, has text: String, for column: String) {
    let text = text.visible().count <= 40 ? text.visible() : text.visible().prefix(40) + "…"
    add(line: line, text.isEmpty ? "line \(line) has no \(column)" : "line \(line) has '\(text)' for \(column)")
  }

  func report(in file: FileReader, hint: String?) throws(Failure) {
    guard !lines.isEmpty else { return }
    // One for each row, in the order of the file.
    var named: Set<Int> = []
    let first = problems.sorted { $0.line < $1.line }.filter { named.insert($0.line).inserted }.prefix(Self.shown)
    throw file.failure(
      "has \(lines.count == 1 ? "a row" : "\(lines.count) rows") that cannot be used: "
        + first.map(\.text).joined(separator: "; ") + (lines.count > first.count ? "; …" : ""),
      hint: hint)
  }
}
