import Vocabulary

/// The columns of some points in numbers, and how many points each class has.
public struct Survey: Record {
  private struct Column: Sendable {
    let name: String
    let moments: Moments
    let least: Double
    let most: Double

    init(_ name: String, _ numbers: [Double]) {
      self.name = name
      moments = Moments(of: numbers)
      // One nan is all that can be said.
      let odd = numbers.first(where: \.isNaN)
      least = odd ?? numbers.min() ?? .nan
      most = odd ?? numbers.max() ?? .nan
    }
  }

  private let columns: [Column]
  private let classes: [(name: String, count: Int)]
  private let head: Display

  /// Of a data set: its features, then its targets where they are quantities.
  public init(of data: Dataset) {
    let names = data.names
    var columns = Self.columns(of: data.features, named: names.features, else: "feature")
    if data.classes == nil { columns += Self.columns(of: data.targets, named: names.targets, else: "target") }
    self.columns = columns
    var counts = [Int](repeating: 0, count: data.classes ?? 0)
    for point in 0..<data.count {
      if let number = data.classNumber(of: point) { counts[number] += 1 }
    }
    classes = counts.enumerated().map { number, count in
      (names.classes.indices.contains(number) ? names.classes[number] : "\(number)", count)
    }
    head = data.display
  }

  /// Of a matrix, column by column.
  public init(of matrix: Matrix) {
    columns = Self.columns(of: matrix, named: [], else: "column")
    classes = []
    head = "\(counted(matrix.rows, "row")) × \(counted(matrix.columns, "column"))"
  }

  private static func columns(of matrix: Matrix, named names: [String], else noun: String) -> [Column] {
    (0..<matrix.columns).map { column in
      let numbers = (0..<matrix.rows).map { matrix[$0, column] }
      return Column(names.indices.contains(column) ? names[column] : "\(noun) \(column + 1)", numbers)
    }
  }

  public var kind: String { "survey" }

  public static let fields: [Field<Survey>] = [
    Field("column", "what the columns are called; those without a name are counted from 1") { $0.columns.map(\.name) },
    Field("mean", "their means", as: .digits(4)) { $0.columns.map(\.moments.mean) },
    Field("std", "their standard deviations", as: .digits(4)) { $0.columns.map(\.moments.standardDeviation) },
    Field("min", "their smallest numbers", as: .digits(4)) { $0.columns.map(\.least) },
    Field("max", "their largest numbers", as: .digits(4)) { $0.columns.map(\.most) },
    Field("class", "what the classes are called, else their numbers", only: "of classes") {
      $0.classes.isEmpty ? nil : $0.classes.map(\.name)
    },
    Field("points", "how many points each class has", only: "of classes") {
      $0.classes.isEmpty ? nil : $0.classes.map(\.count)
    },
  ]

  public var display: Display {
    let columns = head + "\n" + Display(table(["column", "mean", "std", "min", "max"]))
    return classes.isEmpty ? columns : columns + "\n" + Display(table(["class", "points"]))
  }
}
