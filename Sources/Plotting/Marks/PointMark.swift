import Vocabulary

/// Points that are not joined: the cases of one class.
public struct PointMark: Mark {
  public var x: [Double]
  public var y: [Double]
  public var label: String?
  public var ink: Ink
  public var shape: Shape

  public init(x: [Double], y: [Double], label: String? = nil, ink: Ink = .series(0), shape: Shape? = nil) {
    self.x = x
    self.y = y
    self.label = label
    self.ink = ink
    self.shape = shape ?? Shape(for: ink)
  }

  /// Whether the points are those that a line goes through.
  func areOn(_ line: LineMark) -> Bool {
    func same(_ first: [Double], _ second: [Double]) -> Bool {
      first.count == second.count && zip(first, second).allSatisfy { $0.bitPattern == $1.bitPattern }
    }
    return same(x, line.x) && same(y, line.y)
  }

  public var kind: String { "points" }
  public var legend: [LegendEntry] { label.map { [LegendEntry($0, .point(shape, ink))] } ?? [] }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    extent.include(x: x, y: y, on: scales)
    return extent
  }

  public func draw(on surface: any Surface) { surface.scatter(x: x, y: y, shape: shape, size: .automatic, with: ink) }

  public var summary: String {
    let name = label.map { " '\($0)'" } ?? ""
    guard let across = Wording.bounds(x), let up = Wording.bounds(y) else { return "no points\(name)" }
    return "\(counted(min(x.count, y.count), "point"))\(name), x \(Wording.range(across)), y \(Wording.range(up))"
  }

  public var properties: [Property] {
    Wording.property("label", label) + [Property("x", .vector(x)), Property("y", .vector(y))]
  }
}
