import Vocabulary

extension Figure {
  /// A matrix as colours, its first row at the top; numbers of both signs around 0.
  public static func matrix(_ matrix: Matrix, title: String? = nil, x: String = "column", y: String = "row") -> Figure {
    let hasBothSigns = matrix.elements.contains { $0 < 0 } && matrix.elements.contains { $0 > 0 }
    let map = HeatMark(matrix, palette: hasBothSigns ? .diverging(center: 0) : .sequential)
    return Figure(title, x: Axis(x, isCount: true), y: Axis(y, isCount: true, isReversed: true), marks: [map])
  }
}
