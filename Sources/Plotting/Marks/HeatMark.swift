import Vocabulary

/// A matrix as colours over a rectangle: weights, a loss over two parameters, a network's answer over the plane.
public struct HeatMark: Mark {
  /// A row for each place up, the first at the low end; a column for each place across.
  public var matrix: Matrix
  public var x: Bounds
  public var y: Bounds
  public var palette: HeatPalette
  /// How the numbers are spread over the colours.
  public var scale = Scale.linear
  public var label: String?
  /// What the whole numbers of a map of classes stand for.
  public var names: [String]
  /// Whether the colours are pale, for points to be seen on them.
  public var isPale: Bool

  public init(
    _ matrix: Matrix, x: Bounds, y: Bounds, palette: HeatPalette = .sequential, label: String? = nil,
    names: [String] = [], isPale: Bool = false
  ) {
    self.matrix = matrix
    self.x = x
    self.y = y
    self.palette = palette
    self.label = label
    self.names = names
    self.isPale = isPale
  }

  /// Cells around the places 0, 1, 2 …, as of a matrix of weights.
  public init(_ matrix: Matrix, palette: HeatPalette = .diverging(center: 0), label: String? = nil) {
    self.init(
      matrix, x: Bounds(-0.5, Double(matrix.columns) - 0.5), y: Bounds(-0.5, Double(matrix.rows) - 0.5),
      palette: palette,
      label: label)
  }

  public var kind: String { "heat" }

  public var legend: [LegendEntry] {
    if palette == .classes {
      let met = Set(matrix.elements)
      return names.indices.filter { met.contains(Double($0)) }.map { LegendEntry(names[$0], .ground($0)) }
    }
    guard let bounds = palette.range(matrix.elements.filter(scale.accepts)) else { return [] }
    let name = label.map { "\($0) " } ?? ""
    if bounds.low == bounds.high {
      return [LegendEntry("\(name)\(Wording.number(bounds.low)) everywhere", .heat(palette))]
    }
    let manner = scale == .logarithmic ? " (log)" : ""
    return [LegendEntry("\(name)\(Wording.range(bounds))\(manner)", .heat(palette))]
  }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    guard !matrix.elements.isEmpty else { return extent }
    for edge in [x.low, x.high] { extent.include(x: edge, on: scales.x) }
    for edge in [y.low, y.high] { extent.include(y: edge, on: scales.y) }
    extent.firmX = [x.low, x.high]
    extent.firmY = [y.low, y.high]
    for number in matrix.elements where !scale.accepts(number) {
      if number.isFinite { extent.notPositive += 1 } else { extent.notFinite += 1 }
    }
    return extent
  }

  public func draw(on surface: any Surface) {
    let levels = palette.levels(matrix.elements.map { scale.accepts($0) ? scale.ruled($0) : .nan })
    surface.raster(matrix, levels: levels, x: x, y: y, palette: palette, isPale: isPale)
  }

  public var summary: String {
    let name = label.map { " of \($0)" } ?? ""
    let size = "a \(matrix.rows)×\(matrix.columns) map\(name)"
    if palette == .classes, !names.isEmpty {
      let shares = names.indices.map { number in matrix.elements.count { $0 == Double(number) } }
      let parts = names.indices.filter { shares[$0] > 0 }.map {
        "\(names[$0]) on \(Wording.number(100 * Double(shares[$0]) / Double(matrix.elements.count)))%"
      }
      return "regions: " + parts.joined(separator: ", ")
    }
    guard let bounds = Wording.bounds(matrix.elements) else { return size }
    return size + " \(Wording.range(bounds))"
  }

  public var properties: [Property] {
    Wording.property("label", label) + [
      Property("x", .vector([x.low, x.high])), Property("y", .vector([y.low, y.high])),
      Property("values", .matrix(matrix)),
    ]
  }
}

/// Which numbers of a heat map look alike.
public enum HeatPalette: Sendable, Hashable {
  /// From the least to the greatest.
  case sequential
  /// To both sides of a middle, as far as the number that is farthest from it.
  case diverging(center: Double)
  /// Whole numbers from 0 on, low to high: the stretches between contour lines.
  case heights
  /// Whole numbers that name classes, each with its own ink.
  case classes

  /// How many steps there are from one end to the other; even, so that no step straddles the middle.
  package static let steps = 16

  /// The numbers on the first and the last step; nil of nothing finite.
  func range(_ numbers: [Double]) -> Bounds? {
    guard let bounds = Wording.bounds(numbers) else { return nil }
    guard case .diverging(let center) = self else { return bounds }
    let reach = max(bounds.high - center, center - bounds.low)
    return Bounds(center - reach, center + reach)
  }

  /// Which step each number is on, nil for one that is not finite.
  func levels(_ numbers: [Double]) -> [Int?] {
    guard let bounds = Wording.bounds(numbers) else { return numbers.map { _ in nil } }
    let projection: Projection
    switch self {
    case .classes, .heights: return numbers.map { $0.isFinite ? Int(min(max($0, 0), 1e6)) : nil }
    case .sequential: projection = Projection(scale: .linear, domain: Domain.widened(bounds, scale: .linear))
    case .diverging(let center):
      let reach = max(bounds.high / 2 - center / 2, center / 2 - bounds.low / 2)
      guard reach > 0, reach < .greatestFiniteMagnitude / 4 else {
        return numbers.map { $0.isFinite ? ($0 < center ? 0 : $0 > center ? Self.steps - 1 : Self.steps / 2) : nil }
      }
      projection = Projection(scale: .linear, domain: center - 2 * reach...center + 2 * reach)
    }
    return numbers.map { number in
      number.isFinite ? Int(min(max(projection(number) * Double(Self.steps), 0), Double(Self.steps - 1))) : nil
    }
  }
}
