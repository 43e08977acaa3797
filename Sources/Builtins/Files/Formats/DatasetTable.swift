import Networks
import Vocabulary
import Workbench

/// A data set as a table: a row of names, then a point in each row, its features and its targets.
struct DatasetTable {
  /// The names of the columns that are to be learnt.
  let targets: [String]
  /// The names of the columns to learn from; nil: all others that hold numbers.
  let features: [String]?
  /// Whether these are classes; nil: as the cells look.
  let areClasses: Bool?
  let missing: MissingRule

  /// What a target that is a class is called, by us and by others.
  private static let classWords: Set<String> = ["class", "label"]

  /// Reads the whole file.
  ///
  /// Throws a failure of kind `file` that names the lines that are no points, `limit` where the content does not fit.
  func read(_ file: FileReader) throws(Failure) -> Dataset {
    var reader = SeparatedReader(try SeparatedFormat.text(of: file))
    guard let heading = try reader.next(in: file) else { throw file.failure("is empty") }
    var rows = Rows(try DatasetColumns(heading, targets: targets, features: features, in: file))
    while let row = try reader.next(in: file) {
      if row.number & 0x3FF == 0 { try file.checkInterruption() }
      rows.add(row)
      try file.limits.reserve(numbers: rows.size)
    }
    try reader.marks.check(in: file)
    guard !rows.lines.isEmpty else {
      try rows.problems.report(in: file, hint: nil)
      throw file.failure("has names, but no points below them")
    }
    let leftOut = try rows.leaveOutText(in: file)
    let hasClasses = isClass(rows)
    try rows.check(missing, hasClasses: hasClasses, in: file)
    return try dataset(rows, hasClasses: hasClasses, leftOut, in: file)
  }

  /// A single target whose cells are mostly no numbers, or that is called so, is a class.
  private func isClass(_ rows: Rows) -> Bool {
    if let areClasses { return areClasses }
    guard rows.columns.targets.count == 1 else { return false }
    return Self.classWords.contains(rows.columns.names[rows.columns.targets[0]].lowercased())
      || 2 * rows.labels.count { $0.number == nil } > rows.labels.count { !$0.isMissing }
  }

  private func dataset(
    _ rows: Rows, hasClasses: Bool, _ leftOut: [String], in file: FileReader
  ) throws(Failure) -> Dataset {
    let columns = rows.columns
    let featureNames = columns.features.map { columns.names[$0] }
    // A point without target is no point whatever the rule.
    let complete = (0..<rows.lines.count).filter { row in rows.labels(of: row).allSatisfy { !$0.isMissing } }
    let given = rows.matrix(of: complete)
    let (points, kept) = try missing.applied(to: given) { "column '\(featureNames[$0])'" }
    guard points.rows > 0 else {
      throw file.failure("has no row without missing cells", hint: "missing=\"mean\" puts in the mean of the column")
    }
    let labels = kept.flatMap { rows.labels(of: complete[$0]) }
    var remarks = ["features: " + shortened(featureNames)]
    if !leftOut.isEmpty { remarks.append("left out: " + shortened(leftOut)) }
    let skipped = rows.lines.count - points.rows
    if skipped > 0 { remarks.append("left out: \(counted(skipped, "row")) with missing cells") }
    let filled = given.elements.count(where: \.isNaN)
    if skipped == 0, filled > 0 {
      let filler =
        if case .number(let number) = missing { NumberStyle.standard.text(number) } else { "the column's mean" }
      remarks.append("\(counted(filled, "missing cell")) replaced by \(filler)")
    }
    var names = Dataset.Names(features: featureNames, targets: columns.targets.map { columns.names[$0] })
    guard hasClasses else {
      let numbers = labels.map { $0.number ?? .nan }
      let quantities = Matrix(rows: points.rows, columns: columns.targets.count, elements: numbers)
      return Dataset(
        name: file.path.stem, features: points, targets: quantities, classes: nil, names: names, remarks: remarks)
    }
    let known = ClassLabels(labels.map { $0.text.visible() })
    guard known.count > 1 else {
      let reason = skipped > 0 ? "\(counted(skipped, "row")) with missing cells are left out" : nil
      throw file.failure(
        "has the one class '\(labels[0].text.visible())' only, so there is nothing to tell apart", hint: reason)
    }
    names.classes = known.names
    return Dataset(
      name: file.path.stem, features: points,
      targets: Matrix(rows: points.rows, columns: 1, elements: known.numbers), classes: known.count, names: names,
      remarks: remarks)
  }

  private func shortened(_ words: [String]) -> String {
    words.prefix(8).joined(separator: ", ") + (words.count > 8 ? " …" : "")
  }
}

extension DatasetTable {
  /// The rows as they are read.
  private struct Rows {
    var columns: DatasetColumns
    private(set) var lines: [Int] = []
    /// The features row after row, nan where a cell is missing or no number.
    private var features: [Double] = []
    private(set) var labels: [SeparatedReader.Cell] = []
    /// One for each feature.
    private var surveys: [ColumnSurvey]
    private(set) var problems = RowProblems()

    init(_ columns: DatasetColumns) {
      self.columns = columns
      surveys = columns.features.map { _ in ColumnSurvey() }
    }

    /// In numbers.
    var size: Double { Double(features.count) + 3 * Double(labels.count) + Double(lines.count) }

    mutating func add(_ row: SeparatedReader.Row) {
      guard row.cells.count == columns.count else {
        problems.add(line: row.line, "line \(row.line) has \(counted(row.cells.count, "cell")), not \(columns.count)")
        return
      }
      for (place, column) in columns.features.enumerated() {
        features.append(surveys[place].add(row.cells[column], line: row.line))
      }
      for column in columns.targets { labels.append(row.cells[column]) }
      lines.append(row.line)
    }

    func labels(of row: Int) -> ArraySlice<SeparatedReader.Cell> {
      labels[row * columns.targets.count..<(row + 1) * columns.targets.count]
    }

    func matrix(of rows: [Int]) -> Matrix {
      let width = columns.features.count
      return Matrix(
        rows: rows.count, columns: width, elements: rows.flatMap { features[$0 * width..<($0 + 1) * width] })
    }

    /// Leaves out the columns that hold no numbers, unless they were chosen, and says which.
    mutating func leaveOutText(in file: FileReader) throws(Failure) -> [String] {
      let odd = surveys.indices.filter { surveys[$0].isText }
      guard let first = odd.first else { return [] }
      let name = { (place: Int, columns: DatasetColumns) in columns.names[columns.features[place]] }
      if columns.areChosen {
        throw file.failure(
          "has \(surveys[first].sort) in column '\(name(first, columns))', which can be no feature",
          hint: "leave it out of features")
      }
      let leftOut = odd.map { "\(name($0, columns)) (\(surveys[$0].sort))" }
      let kept = surveys.indices.filter { !odd.contains($0) }
      guard !kept.isEmpty else {
        throw file.failure("has no column of numbers to learn from", hint: "text must be made numbers first")
      }
      let width = surveys.count
      features = lines.indices.flatMap { row in kept.map { features[row * width + $0] } }
      columns.features = kept.map { columns.features[$0] }
      surveys = kept.map { surveys[$0] }
      return leftOut
    }

    /// Reports what cannot be used under a rule.
    mutating func check(_ rule: MissingRule, hasClasses: Bool, in file: FileReader) throws(Failure) {
      if let empty = surveys.firstIndex(where: \.isEmpty) {
        let name = columns.names[columns.features[empty]]
        let isOnly = surveys.allSatisfy(\.isEmpty)
        if case .number = rule {
        } else {
          throw file.failure(
            isOnly
              ? "has no numbers: all cells are missing" : "has no numbers in column '\(name)': all cells are missing",
            hint: isOnly ? nil : "features=[…] names the columns to learn from")
        }
      }
      var hint: String?
      for (place, survey) in surveys.enumerated() {
        let name = columns.names[columns.features[place]]
        for cell in survey.firstWords { problems.add(line: cell.line, has: cell.text, for: name) }
        for line in survey.wordLines { problems.count(line: line) }
        if rule == .error {
          for cell in survey.firstMissing { problems.add(line: cell.line, has: cell.text, for: name) }
        }
        if survey.words > 0 { hint = "features=[…] names the columns to learn from" }
      }
      if rule == .error, surveys.contains(where: { $0.missing > 0 }) {
        hint = hint ?? "missing=\"skip\" leaves such rows out, missing=\"mean\" puts in the mean of the column"
        for (row, line) in lines.enumerated() where matrix(of: [row]).elements.contains(where: \.isNaN) {
          problems.count(line: line)
        }
      }
      for (row, line) in lines.enumerated() {
        for (place, label) in labels(of: row).enumerated() {
          let name = columns.names[columns.targets[place]]
          if label.isMissing {
            guard rule != .skip else { continue }
            problems.add(line: line, has: label.text, for: name)
            hint = hint ?? "missing=\"skip\" leaves such rows out"
          } else if !hasClasses, label.number?.isFinite != true {
            problems.add(line: line, has: label.text, for: name)
          }
        }
      }
      try problems.report(in: file, hint: hint)
    }
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
