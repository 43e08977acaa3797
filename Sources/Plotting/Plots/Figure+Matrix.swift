import ElementaryFunctions
import Vocabulary

extension Figure {
  /// What the columns or the rows of a map stand for.
  public enum Side: Sendable, Equatable {
    /// Their numbers from 0 on.
    case numbered(String)
    /// Numbers at equal distances on their scale.
    case even([Double], scale: Scale, label: String?)
    /// Names, or numbers at unequal distances.
    case named([String], label: String?)

    /// Of more columns round numbers are named, not theirs.
    private static let mostNamed = 12

    /// Numbers, one for each column or row.
    public init(_ numbers: [Double], label: String?, scale: Scale = .linear) {
      let ruled = numbers.map(scale.ruled)
      guard let first = numbers.first, let last = numbers.last, numbers.count > 1, numbers.allSatisfy(scale.accepts),
        first != last
      else {
        self = .named(numbers.map { NumberStyle(digits: 4).text($0) }, label: label)
        return
      }
      let step = (ruled[ruled.count - 1] - ruled[0]) / Double(ruled.count - 1)
      let isEven = ruled.indices.allSatisfy {
        (ruled[$0] - (ruled[0] + step * Double($0))).magnitude <= step.magnitude * 1e-6
      }
      self =
        isEven && step.isFinite
        ? .even(numbers, scale: scale, label: label)
        : .named(numbers.map { NumberStyle(digits: 4).text($0) }, label: label)
    }

    /// Whether the first is the greatest.
    fileprivate var isFalling: Bool {
      if case .even(let numbers, _, _) = self { numbers[0] > numbers[numbers.count - 1] } else { false }
    }

    /// From the rim of the first cell to that of the last.
    fileprivate func bounds(_ count: Int) -> Bounds {
      guard case .even(let numbers, let scale, _) = self else { return Bounds(-0.5, Double(count) - 0.5) }
      let (first, last) = (numbers[0], numbers[count - 1])
      let (low, high) = (min(first, last), max(first, last))
      switch scale {
      case .linear:
        let half = (high / 2 - low / 2) / Double(count - 1)
        return Bounds(low - half, high + half)
      case .logarithmic:
        let half = exp((log(high) - log(low)) / Double(count - 1) / 2)
        return Bounds(max(low / half, .leastNonzeroMagnitude), min(high * half, .greatestFiniteMagnitude))
      }
    }

    fileprivate func axis(isReversed: Bool) -> Axis {
      switch self {
      case .numbered(let label): return Axis(label, isCount: true, isReversed: isReversed)
      case .even(let numbers, let scale, let label):
        var axis = Axis(label, scale: scale)
        axis.places = numbers.count <= Self.mostNamed ? numbers.sorted() : nil
        return axis
      case .named(let names, let label): return Axis(label, categories: names, isReversed: isReversed)
      }
    }
  }

  /// A matrix as colours; numbers of both signs around 0. Its first row stands at the top, but where rows stand for rising
  /// numbers these rise upwards.
  public static func matrix(
    _ matrix: Matrix, title: String? = nil, x: Side = .numbered("column"), y: Side = .numbered("row")
  ) -> Figure {
    var matrix = matrix
    if x.isFalling {
      matrix.elements = (0..<matrix.rows).flatMap { matrix.row($0).reversed() }
    }
    if y.isFalling {
      matrix.elements = (0..<matrix.rows).reversed().flatMap { matrix.row($0) }
    }
    let hasBothSigns = matrix.elements.contains { $0 < 0 } && matrix.elements.contains { $0 > 0 }
    let map = HeatMark(
      matrix, x: x.bounds(matrix.columns), y: y.bounds(matrix.rows),
      palette: hasBothSigns ? .diverging(center: 0) : .sequential)
    return Figure(title, x: x.axis(isReversed: false), y: y.axis(isReversed: true), marks: [map])
  }
}
