import Language
import Plotting
import Probability
import Vocabulary
import Workbench

/// How far numbers spread around a line, as `band=` and `errors=` have it: a measure of the rows of a matrix, or numbers.
enum Spread {
  case measured(Measure)
  case given(Value)

  /// What is taken of the numbers in one column of a matrix whose rows are runs.
  enum Measure: String, CaseIterable {
    /// Divided by the count, as `std` has it.
    case std
    /// The standard error of the mean: the sample's standard deviation over √n.
    case sem
    /// From the least to the greatest.
    case range

    /// What stands around the mean.
    var words: String {
      switch self {
      case .std: "one standard deviation to both sides"
      case .sem: "one standard error of the mean to both sides"
      case .range: "from the least to the greatest"
      }
    }

    func ends(of numbers: [Double], around moments: Moments) -> (low: Double, high: Double) {
      let deviation: Double
      switch self {
      case .range: return (numbers.min() ?? .nan, numbers.max() ?? .nan)
      case .std: deviation = moments.standardDeviation
      case .sem: deviation = moments.standardDeviation(timesRootOf: 1 / Double(max(1, numbers.count - 1)))
      }
      return (moments.mean - deviation, moments.mean + deviation)
    }
  }

  /// The words are read bare, in quotation marks, or as the function `std`; `true` stands for it.
  init(_ value: Value, _ session: inout Session) throws(Failure) {
    if case .object(let quotation as Quotation) = value, let measure = Measure(rawValue: quotation.expression.source) {
      self = .measured(measure)
      return
    }
    let value = try session.evaluate(plotted: value).value
    switch value {
    case .truth(true): self = .measured(.std)
    case .function(let function): self = Measure(rawValue: function.name).map { .measured($0) } ?? .given(value)
    case .text(let text): self = Measure(rawValue: text).map { .measured($0) } ?? .given(value)
    default: self = .given(value)
    }
  }

  /// The spread of the rows of a matrix, and their mean.
  func ofRuns(_ runs: Matrix, named name: String) throws(Failure) -> (mean: [Double], spread: Series.Spread) {
    var (means, low, high): ([Double], [Double], [Double]) = ([], [], [])
    for column in 0..<runs.columns {
      let numbers = runs.column(column)
      let moments = Moments(of: numbers)
      means.append(moments.mean)
      if case .measured(let measure) = self {
        let ends = measure.ends(of: numbers, around: moments)
        low.append(ends.low)
        high.append(ends.high)
      }
    }
    if case .measured = self { return (means, Series.Spread(low: low, high: high)) }
    return (means, try around(means, named: name))
  }

  /// The spread around numbers, as it is given: a number or numbers to both sides, or two rows, from and to.
  func around(_ y: [Double], named name: String) throws(Failure) -> Series.Spread {
    guard case .given(let value) = self else {
      throw Failure(
        .argument, "\(name)= needs a matrix with a run in each row for this, or the numbers themselves",
        about: .argument(name), hint: "write \(name)=0.1, or a vector as long as the numbers")
    }
    switch value {
    case .number(let number): return try Self.sides(y, [Double](repeating: number, count: y.count), name)
    case .vector(let numbers) where numbers.count == y.count: return try Self.sides(y, numbers, name)
    case .matrix(let matrix) where matrix.rows == 2 && matrix.columns == y.count:
      return Series.Spread(
        low: zip(matrix.row(0), matrix.row(1)).map(min), high: zip(matrix.row(0), matrix.row(1)).map(max))
    default:
      throw Failure(
        .argument,
        "\(name) must be a number, \(counted(y.count, "number")), or two rows [from, to] of so many, not \(value.brief)",
        about: .argument(name))
    }
  }

  private static func sides(_ y: [Double], _ distances: [Double], _ name: String) throws(Failure) -> Series.Spread {
    if let negative = distances.first(where: { $0 < 0 }) {
      throw Failure(
        .argument, "\(name) must have no negative number, such as \(NumberStyle.standard.text(negative))",
        about: .argument(name))
    }
    return Series.Spread(low: zip(y, distances).map { $0 - $1 }, high: zip(y, distances).map { $0 + $1 })
  }

  /// The spread of some of so many points.
  func picking(_ places: [Int], of count: Int) -> Spread {
    guard case .given(let value) = self else { return self }
    switch value {
    case .vector(let numbers) where numbers.count == count: return .given(.vector(places.map { numbers[$0] }))
    case .matrix(let matrix) where matrix.rows == 2 && matrix.columns == count:
      let elements = (0..<2).flatMap { row in places.map { matrix[row, $0] } }
      return .given(.matrix(Matrix(rows: 2, columns: places.count, elements: elements)))
    default: return self
    }
  }

  /// The spread of one of several lines.
  func part(_ index: Int, of count: Int) -> Spread {
    guard count > 1, case .given(let value) = self else { return self }
    switch value {
    case .matrix(let matrix) where matrix.rows == count: return .given(.vector(matrix.row(index)))
    case .list(let values) where values.count == count: return .given(values[index])
    default: return self
    }
  }
}
