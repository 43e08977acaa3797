import Vocabulary

/// How often points of each class were put into each class.
public struct ConfusionMatrix: Record {
  /// A row for each true class, a column for each that they were put into.
  public let counts: Matrix
  /// What the classes are called.
  public let classes: [String]

  /// Of true and predicted classes, counted from 0; as many of the one as of the other.
  ///
  /// - Parameter names: what the classes are called; their numbers where nothing is given.
  public init(truth: [Int], predicted: [Int], classes: Int, names: [String] = []) {
    precondition(truth.count == predicted.count && (names.isEmpty || names.count == classes))
    var counts = Matrix(rows: classes, columns: classes, elements: [Double](repeating: 0, count: classes * classes))
    for (row, column) in zip(truth, predicted) { counts[row, column] += 1 }
    self.counts = counts
    self.classes = names.isEmpty ? (0..<classes).map { String($0) } : names
  }

  private var places: Range<Int> { classes.indices }
  private var right: [Double] { places.map { counts[$0, $0] } }
  private func share(_ part: Double, of whole: Double) -> Double { part / whole }

  public var accuracy: Double { right.reduce(0, +) / counts.elements.reduce(0, +) }
  /// Of the points of each class, the share that was put into it; nan of none.
  public var recall: [Double] { places.map { right[$0] / counts.row($0).reduce(0, +) } }
  /// Of the points that were put into each class, the share that belongs there; nan of none.
  public var precision: [Double] { places.map { right[$0] / counts.column($0).reduce(0, +) } }
  /// The harmonic mean of the two; 0 where no point is right.
  public var f1: [Double] {
    places.map { 2 * right[$0] / (counts.row($0).reduce(0, +) + counts.column($0).reduce(0, +)) }
  }

  public static let fields: [Field<ConfusionMatrix>] = [
    Field("class", "what the classes are called") { $0.classes },
    Field("counts", "a row for each true class, a column for each that its points were put into") { $0.counts },
    Field("recall", "of each class, the share that was put into it", as: .percent, aliases: ["sensitivity"]) {
      $0.recall
    },
    Field("precision", "of what was put into each class, the share that belongs there", as: .percent) { $0.precision },
    Field("f1", "the harmonic mean of recall and precision", as: .digits(3), aliases: ["f1_score"]) { $0.f1 },
    Field("accuracy", "the share of all points that are put into their class") { $0.accuracy },
  ]

  private static let shown = 12

  public var kind: String { "confusion matrix" }
  public var numberCount: Int { counts.elements.count }
  /// Classes as rows and columns; of many only what is right of each.
  public var display: Display {
    let isWide = classes.count > Self.shown
    let names = classes.map { $0.count <= 14 ? $0 : String($0.prefix(13)) + "…" }
    var table = Table(
      [Table.Column("class", .left)] + (isWide ? [] : names.map { Table.Column($0) })
        + ["recall", "precision"].map { Table.Column($0) })
    let percent = { (share: Double) -> Display in share.isNaN ? "-" : Display(100 * share, digits: 3) + "%" }
    for row in places {
      table.add(
        [Display(names[row])] + (isWide ? [] : counts.row(row).map { Display($0) })
          + [percent(recall[row]), percent(precision[row])])
    }
    return Display(table) + "\naccuracy \(accuracy); rows are true classes, columns what they were taken for"
  }
}

extension Architecture {
  /// How a network puts points of classes into classes, as `evaluate` counts them.
  ///
  /// Throws a failure of kind `argument` where the data are of no classes or do not fit, and when it is interrupted.
  public func confusion(
    _ weights: [Double], on data: Dataset, loss: any Loss, interruption: Interruption = Interruption()
  ) throws(Failure) -> ConfusionMatrix {
    guard let classes = data.classes else {
      throw Failure(
        .argument, "data must be of classes; quantities are not taken for each other", about: .argument("data"),
        hint: "r_squared(network, data) tells how much of their variance is explained")
    }
    let fitted = try fitted(data, loss: loss)
    let outputs = try predict(fitted.features, weights: weights, interruption: interruption)
    let predicted = (0..<outputs.rows).map { row -> Int in
      let values = outputs.row(row)
      if values.count == 1 { return values[0] > loss.boundary ? 1 : 0 }
      return values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
    }
    return ConfusionMatrix(
      truth: (0..<data.count).map { data.classNumber(of: $0) ?? 0 }, predicted: predicted, classes: max(classes, 2),
      names: data.names.classes.count == max(classes, 2) ? data.names.classes : [])
  }
}
