import Vocabulary

extension TextSurface {
  func scatter(x: [Double], y: [Double], shape: Shape, size: PointSize, with ink: Ink) {
    let place = groups.firstIndex { $0.shape == shape && $0.ink == ink } ?? groups.endIndex
    if place == groups.endIndex {
      groups.append(
        Group(
          shape: shape, ink: ink, counts: [Int](repeating: 0, count: columns * rows),
          masks: [UInt8](repeating: 0, count: columns * rows)))
    }
    let (across, down) = symbols.dots
    for index in 0..<min(x.count, y.count) {
      let (right, up) = (plane.x(x[index]), plane.y(y[index]))
      guard (0...1).contains(right), (0...1).contains(up) else { continue }
      let (column, row) = (dot(right, dotColumns), dot(1 - up, dotRows))
      let cell = row / down * columns + column / across
      groups[place].total += 1
      groups[place].counts[cell] += 1
      groups[place].masks[cell] |= 1 << (row % down * across + column % across)
    }
  }

  func raster(_ matrix: Matrix, x: Bounds, y: Bounds, palette: HeatPalette, isPale: Bool) {
    guard !matrix.elements.isEmpty else { return }
    let levels = palette.levels(matrix.elements)
    let (left, right, low, high) = (plane.x(x.low), plane.x(x.high), plane.y(y.low), plane.y(y.high))
    for row in 0..<rows {
      let up = (1 - (Double(row) + 0.5) / Double(rows) - low) / (high - low)
      for column in 0..<columns {
        let across = ((Double(column) + 0.5) / Double(columns) - left) / (right - left)
        guard up >= 0, up < 1, across >= 0, across < 1 else { continue }
        let place = Int(up * Double(matrix.rows)) * matrix.columns + Int(across * Double(matrix.columns))
        ground[row * columns + column] =
          levels[place].map {
            TextCanvas.Cell(character: symbols.heat(palette, $0), role: .heat(palette, $0))
          } ?? TextCanvas.Cell(character: "?", role: .ink(.warning))
      }
    }
  }

  func write(_ text: String, x: Double, y: Double, _ alignment: TextAlignment, with ink: Ink) {
    let (right, up) = (plane.x.clamped(x), plane.y.clamped(y))
    guard !right.isNaN, !up.isNaN else { return }
    let text = TextPanel.printable(text, symbols)
    let (place, length) = (Int((right * Double(columns) - 1e-9).rounded(.up)), text.count)
    let column =
      switch alignment {
      case .leading: place + 1
      case .centered, .above: min(Int(right * Double(columns)), columns - 1) - length / 2
      case .trailing: place - length - 1
      }
    let row = dot(1 - up, rows) - (alignment == .above ? 1 : 0)
    words.append(
      Words(text: text, column: max(0, min(column, columns + margin - length)), row: max(0, row), ink: ink))
  }

  func writeInTheMiddle(_ text: String) {
    words.append(Words(text: text, column: max(0, (columns - text.count) / 2), row: rows / 2, ink: .guide))
  }

  /// Puts everything on the canvas, its upper left corner at a place.
  func draw(on canvas: inout TextCanvas, column: Int, row: Int) {
    let isCrowded = groups.count == 1 && groups[0].total > columns * rows / 4 && symbols != .ascii
    for index in 0..<columns * rows {
      guard var cell = cell(index) else { continue }
      if let group = isCrowded ? groups.first : nil, group.counts[index] > 0 {
        cell = TextCanvas.Cell(character: symbols.character(group.masks[index], group.ink), role: .ink(group.ink))
      } else if let group = greatestGroup(index) {
        cell = TextCanvas.Cell(character: symbols.sign(group.shape, isLarge: group.total <= 40), role: .ink(group.ink))
      }
      canvas[column + index % columns, row + index / columns] = cell
    }
    for word in words {
      canvas.write(word.text, column: column + word.column, row: row + word.row, role: .ink(word.ink))
    }
  }

  /// The group with the most points in a character, the first of several.
  private func greatestGroup(_ index: Int) -> Group? {
    var greatest: Group?
    for group in groups where group.counts[index] > (greatest?.counts[index] ?? 0) { greatest = group }
    return greatest
  }

  /// What is under the points.
  private func cell(_ index: Int) -> TextCanvas.Cell? {
    if lines[index].mask != 0 {
      return TextCanvas.Cell(
        character: symbols.character(lines[index].mask, lines[index].ink), role: .ink(lines[index].ink))
    }
    if let cell = symbols.area(areas[index].mask, areas[index].ink) { return cell }
    return ground[index] ?? TextCanvas.Cell()
  }
}
