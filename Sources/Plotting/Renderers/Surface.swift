import Vocabulary

/// What marks are drawn on: the inside of a panel, in the numbers of its axes.
///
/// Numbers without a place on the axes are left out, as is what lies outside.
public protocol Surface: AnyObject {
  var plane: Plane { get }

  /// How many places side by side can be told apart.
  var columns: Int { get }

  /// How many places one above the other can be told apart.
  var rows: Int { get }

  /// Whether it is made of characters, too coarse for thin strokes side by side.
  var isText: Bool { get }

  /// A line through points; a number without a place breaks it.
  func stroke(x: [Double], y: [Double], with pen: Pen)

  /// The area between two curves.
  func fill(x: [Double], from low: [Double], to high: [Double], with ink: Ink)

  /// A full rectangle that grows from its foot, upwards or to the right, or the other way where the value is less.
  func bar(_ direction: BarMark.Direction, across side: Bounds, from foot: Double, to value: Double, with ink: Ink)

  /// A rectangle that leaves visible what is under it.
  func shade(x: Bounds, y: Bounds, with ink: Ink)

  /// A sign at each point.
  func scatter(x: [Double], y: [Double], shape: Shape, size: PointSize, with ink: Ink)

  /// The numbers of a matrix as colours, a step of the palette for each, over a rectangle, its first row at the rectangle's low end; pale ones where points
  /// are to be seen on it. Its cells are equally large, on a logarithmic axis too.
  func raster(_ matrix: Matrix, levels: [Int?], x: Bounds, y: Bounds, palette: HeatPalette, isPale: Bool)

  /// Words beside a point.
  func write(_ text: String, x: Double, y: Double, _ alignment: TextAlignment, with ink: Ink)
}

/// How large the signs of points are.
public enum PointSize: Sendable, Hashable {
  /// The fewer points, the larger.
  case automatic
  /// As large as the unit of a network.
  case large
}

/// Where words stand to the point that they belong to.
public enum TextAlignment: Sendable, Hashable {
  /// They begin right of it.
  case leading
  case centered
  /// They end left of it.
  case trailing
  /// Centered over it.
  case above
}
