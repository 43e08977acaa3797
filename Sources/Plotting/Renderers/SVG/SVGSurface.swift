import Vocabulary

/// The inside of a panel of a picture.
final class SVGSurface: Surface {
  let plane: Plane
  let width: Double
  let height: Double
  let isText = false
  private(set) var markup = Markup()
  /// Bars of one ink become one path.
  private var bars: (ink: Ink, path: String)?
  private var hasRaster = false

  init(plane: Plane, width: Double, height: Double) {
    self.plane = plane
    self.width = width
    self.height = height
  }

  var columns: Int { max(1, Int(width)) }
  var rows: Int { max(1, Int(height)) }

  /// Everything drawn so far.
  func finished() -> Markup {
    flushBars()
    return markup
  }

  private func place(_ point: UnitPoint) -> String {
    "\(Markup.number(point.x * width)) \(Markup.number((1 - point.y) * height))"
  }

  func stroke(x: [Double], y: [Double], with pen: Pen) {
    flushBars()
    let pieces = Polyline.pieces(x: x, y: y, on: plane, columns: columns)
    let path = pieces.map { piece in
      var places = piece.map(place)
      places = places.indices.filter { $0 == 0 || places[$0] != places[$0 - 1] }.map { places[$0] }
      return "M" + (places.count == 1 ? "\(places[0])h0" : places.joined(separator: "L"))
    }.joined()
    if !path.isEmpty { markup.add("path", ["class": pen.classNames, "d": path]) }
  }

  func fill(x: [Double], from low: [Double], to high: [Double], with ink: Ink) {
    flushBars()
    let pieces = Ribbon.pieces(x: x, from: low, to: high, on: plane, columns: columns)
    let path = pieces.map { piece in
      let there = piece.map { place(UnitPoint(x: $0.x, y: $0.high)) }
      let back = piece.reversed().map { place(UnitPoint(x: $0.x, y: $0.low)) }
      return "M" + (there + back).joined(separator: "L") + "Z"
    }.joined()
    if !path.isEmpty { markup.add("path", ["class": "area \(ink.className)", "d": path]) }
  }

  private struct Box {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    var path: String {
      let (left, right) = (Markup.number(left), Markup.number(right))
      return "M\(left) \(Markup.number(top))H\(right)V\(Markup.number(bottom))H\(left)Z"
    }
  }

  private func box(_ x: Bounds, _ y: Bounds) -> Box? {
    let (first, second) = (plane.x.clamped(x.low) * width, plane.x.clamped(x.high) * width)
    let (third, fourth) = ((1 - plane.y.clamped(y.low)) * height, (1 - plane.y.clamped(y.high)) * height)
    guard !first.isNaN, !second.isNaN, !third.isNaN, !fourth.isNaN else { return nil }
    return Box(left: min(first, second), right: max(first, second), top: min(third, fourth), bottom: max(third, fourth))
  }

  func bar(_ direction: BarMark.Direction, across side: Bounds, from foot: Double, to value: Double, with ink: Ink) {
    let length = Bounds(foot, value)
    guard foot != value, let box = direction == .up ? box(side, length) : box(length, side) else { return }
    if bars?.ink != ink { flushBars() }
    bars = (ink, (bars?.path ?? "") + visible(box, direction).path)
  }

  /// At least a pixel each way, and a gap to the next bar where there is room for one.
  private func visible(_ box: Box, _ direction: BarMark.Direction) -> Box {
    let gap = direction == .up && box.right - box.left > 5 ? 1.0 : 0
    return Box(
      left: box.left, right: max(box.right - gap, box.left + 1), top: min(box.top, box.bottom - 1), bottom: box.bottom)
  }

  private func flushBars() {
    guard let (ink, path) = bars else { return }
    markup.add("path", ["class": "bar \(ink.className)", "d": path])
    bars = nil
  }

  func shade(x: Bounds, y: Bounds, with ink: Ink) {
    flushBars()
    guard let box = box(x, y), box.right > box.left, box.bottom > box.top else { return }
    // Lines from lower left to upper right, eight pixels apart.
    var path = ""
    var offset = ((box.left + box.top) / 8).rounded(.up) * 8
    while offset < box.right + box.bottom {
      let (left, right) = (max(box.left, offset - box.bottom), min(box.right, offset - box.top))
      if left < right {
        path += "M\(Markup.number(left)) \(Markup.number(offset - left))"
        path += "L\(Markup.number(right)) \(Markup.number(offset - right))"
      }
      offset += 8
    }
    markup.add("path", ["class": "hatch \(ink.className)", "d": path])
  }

  func scatter(x: [Double], y: [Double], shape: Shape, size: PointSize, with ink: Ink) {
    flushBars()
    let count = min(x.count, y.count)
    let radius = size == .large ? 9 : count <= 60 ? 4.5 : count <= 600 ? 3.5 : count <= 4000 ? 2.5 : 1.5
    // Of very many points, one to each few pixels is all that can be told apart.
    let grain = count <= 4000 ? 0 : 3.0
    var taken = Set<Int>()
    var path = ""
    for index in 0..<count {
      let (right, up) = (plane.x(x[index]), plane.y(y[index]))
      guard (0...1).contains(right), (0...1).contains(up) else { continue }
      let (across, down) = (right * width, (1 - up) * height)
      if grain > 0, !taken.insert(Int(down / grain) * 100_000 + Int(across / grain)).inserted { continue }
      path += shape.path(across, down, radius)
    }
    guard !path.isEmpty else { return }
    let stroke = shape == .disc ? radius * 2 : 2
    if hasRaster {
      markup.add("path", ["class": "point ground", "stroke-width": Markup.number(stroke + 2.5), "d": path])
    }
    markup.add("path", ["class": "point \(ink.className)", "stroke-width": Markup.number(stroke), "d": path])
  }

  func raster(_ matrix: Matrix, levels: [Int?], x: Bounds, y: Bounds, palette: HeatPalette, isPale: Bool) {
    flushBars()
    guard matrix.rows > 0, matrix.columns > 0, let whole = box(x, y) else { return }
    hasRaster = true
    // No finer than two pixels.
    let (rows, columns) = (min(matrix.rows, max(1, self.rows / 2)), min(matrix.columns, max(1, self.columns / 2)))
    var paths: [Int: String] = [:]
    let cell = (width: (whole.right - whole.left) / Double(columns), height: (whole.bottom - whole.top) / Double(rows))
    for row in 0..<rows {
      let source = (plane.y.isReversed ? row : rows - 1 - row) * matrix.rows / rows * matrix.columns
      func level(_ column: Int) -> Int? {
        levels[source + (plane.x.isReversed ? columns - 1 - column : column) * matrix.columns / columns]
      }
      var column = 0
      while column < columns {
        let start = column
        let step = level(start)
        while column < columns, level(column) == step { column += 1 }
        guard let step else { continue }
        let box = Box(
          left: whole.left + Double(start) * cell.width, right: whole.left + Double(column) * cell.width,
          top: whole.top + Double(row) * cell.height, bottom: whole.top + Double(row + 1) * cell.height)
        paths[step, default: ""] += box.path
      }
    }
    for (step, path) in paths.sorted(by: { $0.key < $1.key }) {
      markup.add(
        "path", ["class": palette.classNames(step) + (isPale || palette == .classes ? " pale" : ""), "d": path])
    }
    if !isPale, palette != .classes, cell.width >= 38, cell.height >= 17, rows == matrix.rows, columns == matrix.columns
    {
      writeNumbers(matrix, whole, levels, palette)
    }
  }

  /// The numbers in their cells, where there is room for them.
  private func writeNumbers(_ matrix: Matrix, _ whole: Box, _ levels: [Int?], _ palette: HeatPalette) {
    let (width, height) = (whole.right - whole.left, whole.bottom - whole.top)
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns {
        let right = (Double(plane.x.isReversed ? matrix.columns - 1 - column : column) + 0.5) / Double(matrix.columns)
        let down = (Double(plane.y.isReversed ? row : matrix.rows - 1 - row) + 0.5) / Double(matrix.rows)
        let isDeep = levels[row * matrix.columns + column].map(palette.isDeep) ?? false
        let text = NumberStyle(digits: 2, notation: .e).text(matrix[row, column])
        markup.add(
          "text",
          [
            "class": isDeep ? "ground" : "text", "x": Markup.number(whole.left + right * width),
            "y": Markup.number(whole.top + down * height + 4), "text-anchor": "middle",
          ], text: text)
      }
    }
  }

  func write(_ text: String, x: Double, y: Double, _ alignment: TextAlignment, with ink: Ink) {
    flushBars()
    let (right, up) = (plane.x.clamped(x), plane.y.clamped(y))
    guard !right.isNaN, !up.isNaN else { return }
    let (across, down) = (right * width, (1 - up) * height)
    let place: (x: Double, y: Double, anchor: String) =
      switch alignment {
      case .leading: (across + 6, down + 4, "")
      case .centered: (across, down + 4, "middle")
      case .trailing: (across - 6, down + 4, "end")
      case .above: (across, down - 5, "middle")
      }
    markup.add(
      "text",
      ["class": ink.className, "x": Markup.number(place.x), "y": Markup.number(place.y), "text-anchor": place.anchor],
      text: text)
  }
}

extension Shape {
  /// The outline around a place; a disc is a line without length and with round ends.
  func path(_ x: Double, _ y: Double, _ radius: Double) -> String {
    func at(_ dx: Double, _ dy: Double) -> String { "\(Markup.number(x + dx)) \(Markup.number(y + dy))" }
    let (r, n) = (radius, radius * 0.8)
    return switch self {
    case .disc: "M\(at(0, 0))h0"
    case .cross: "M\(at(-n, -n))L\(at(n, n))M\(at(-n, n))L\(at(n, -n))"
    case .triangle: "M\(at(0, -r))L\(at(r, n))L\(at(-r, n))Z"
    case .square: "M\(at(-n, -n))H\(Markup.number(x + n))V\(Markup.number(y + n))H\(Markup.number(x - n))Z"
    case .plus: "M\(at(-r, 0))H\(Markup.number(x + r))M\(at(0, -r))V\(Markup.number(y + r))"
    case .diamond: "M\(at(0, -r))L\(at(r, 0))L\(at(0, r))L\(at(-r, 0))Z"
    }
  }
}
