import Vocabulary

/// A panel between its axes, as part of a picture.
struct SVGPanel {
  let resolved: ResolvedPanel
  let style: NumberStyle
  let width: Double
  /// Whether the whole width is to be used, though scales that are equal in both directions may suffer.
  let isFilled: Bool
  /// Room for the labels at the left, where that of panels below each other is to be the same.
  var leastLeft = 0.0

  private var panel: Panel { resolved.panel }
  private var captions: [String] { panel.marks.flatMap(\.trailingWords) }
  private var hasFoot: Bool { panel.hasFoot }

  /// About how wide words are.
  static func width(_ text: String, size: Double = 12) -> Double { Double(text.count) * size * 0.56 }

  /// Lines of names, each name with the place of its sign.
  private var legend: [[(x: Double, entry: LegendEntry)]] {
    var lines: [[(Double, LegendEntry)]] = []
    var end = 0.0
    for entry in panel.legend {
      let length = Self.signWidth(entry.sign) + 6 + Self.width(entry.label)
      if lines.isEmpty || end + length > width {
        lines.append([])
        end = 0
      }
      lines[lines.count - 1].append((end, entry))
      end += length + 18
    }
    return lines
  }

  private static func signWidth(_ sign: LegendEntry.Sign) -> Double {
    switch sign {
    case .line, .heights: 28
    case .heat: 96
    case .patch, .bar, .point: 14
    case .ground, .region: 24
    }
  }

  /// What stands above and below the inside.
  private var above: Double {
    (panel.title == nil ? 0 : 20) + Double(legend.count) * 20 + (panel.heading != nil ? 20 : 4) + 6
  }
  private var below: Double { hasFoot ? 24 + (panel.x.label == nil ? 0 : 16) : 4 }

  func preferredHeight(isSmall: Bool) -> Double {
    if resolved.isEmpty { return above + below + 60 }
    if let categories = panel.y.categories { return above + below + Double(min(max(1, categories.count), 48)) * 20 }
    if let ratio = resolved.evenRatio {
      return above + below + min(isSmall ? 160 : isFilled ? 1200 : 340, max(100, (width - 50) / ratio))
    }
    if !panel.showsAxes, let lines = panel.marks.compactMap({ $0.lines(columns: Int(width / 7)) }).max() {
      return above + below + Double(lines) * 18
    }
    return isSmall ? max(150, above + below + 90) : 330
  }

  func draw(in markup: inout Markup, height: Double) {
    var y = 0.0
    if let title = panel.title {
      markup.add("text", ["class": "text heading", "x": "0", "y": Markup.number(y + 13)], text: title)
      y += 20
    }
    for line in legend {
      for (x, entry) in line { Self.draw(entry, in: &markup, x: x, y: y + 9) }
      y += 20
    }
    if let label = panel.heading {
      markup.add("text", ["class": "guide", "x": "0", "y": Markup.number(y + 13)], text: label)
    }
    let top = above
    let inner = max(20, height - top - below)
    let ticks = uprightTicks(inner)
    let left = max(leastLeft, left(ticks))
    let margin = captions.isEmpty ? 8 : min(width / 3, (captions.map { Self.width($0) }.max() ?? 0) + 12)
    let room = max(20, width - left - margin)
    let inside = (isFilled ? nil : resolved.evenRatio).map { min(room, $0 * inner) } ?? room
    markup.add("g", ["transform": "translate(\(Markup.number(left)) \(Markup.number(top)))"]) { markup in
      drawInside(in: &markup, width: inside, height: inner, ticks: ticks)
    }
  }

  private func uprightTicks(_ height: Double) -> [ResolvedPanel.Tick] {
    guard panel.showsAxes else { return [] }
    let count = panel.y.categories == nil ? max(3, min(6, Int(height / 45))) : max(1, Int(height / 14))
    return resolved.ticks(panel.y, resolved.plane.y, about: count, style: style)
  }

  private func left(_ ticks: [ResolvedPanel.Tick]) -> Double {
    panel.showsAxes ? min(width / 3, (ticks.map { Self.width($0.label) }.max() ?? 0) + 10) : 0
  }

  /// The room that the labels at the left take of a panel of such height.
  func left(height: Double) -> Double { left(uprightTicks(max(20, height - above - below))) }

  private func drawInside(in markup: inout Markup, width: Double, height: Double, ticks: [ResolvedPanel.Tick]) {
    if panel.showsAxes, panel.y.categories == nil, !ticks.isEmpty {
      let path = ticks.map { "M0 \(Markup.number((1 - $0.place) * height))H\(Markup.number(width))" }.joined()
      markup.add("path", ["class": "hair grid", "d": path])
    }
    for tick in ticks {
      let y = Markup.number((1 - tick.place) * height + 4)
      markup.add("text", ["class": "guide", "x": "-7", "y": y, "text-anchor": "end"], text: tick.label)
    }
    if resolved.isEmpty, panel.showsAxes {
      let (x, y) = (Markup.number(width / 2), Markup.number(height / 2))
      markup.add("text", ["class": "guide", "x": x, "y": y, "text-anchor": "middle"], text: "no values")
    } else {
      let surface = SVGSurface(plane: resolved.plane, width: width, height: height)
      for mark in panel.marks { mark.draw(on: surface) }
      markup.add(surface.finished())
    }
    guard panel.showsAxes else { return }
    if hasFoot {
      drawFoot(in: &markup, width: width, height: height)
    } else {
      markup.add("path", ["class": "hair guide", "d": "M0 0V\(Markup.number(height))"])
    }
  }

  private func drawFoot(in markup: inout Markup, width: Double, height: Double) {
    if resolved.isEmpty { return }
    let ticks = levelTicks(width)
    let marks = ticks.map { "M\(Markup.number($0.place * width)) \(Markup.number(height))v5" }.joined()
    markup.add(
      "path", ["class": "hair guide", "d": "M0 \(Markup.number(height))H\(Markup.number(width))" + marks])
    for tick in ticks {
      let (x, y) = (Markup.number(tick.place * width), Markup.number(height + 18))
      markup.add("text", ["class": "guide", "x": x, "y": y, "text-anchor": "middle"], text: tick.label)
    }
    if let label = panel.x.label {
      let (x, y) = (Markup.number(width / 2), Markup.number(height + 34))
      markup.add("text", ["class": "guide", "x": x, "y": y, "text-anchor": "middle"], text: label)
    }
  }

  /// As many as there is room for.
  private func levelTicks(_ width: Double) -> [ResolvedPanel.Tick] {
    let most = panel.x.categories?.count ?? max(3, min(8, Int(width / 70)))
    for count in stride(from: most, through: 1, by: -1) {
      let ticks = resolved.ticks(panel.x, resolved.plane.x, about: count, style: style).sorted { $0.place < $1.place }
      let isFree = zip(ticks, ticks.dropFirst()).allSatisfy { first, second in
        (second.place - first.place) * width > (Self.width(first.label) + Self.width(second.label)) / 2 + 8
      }
      if isFree { return ticks }
    }
    return []
  }

  private static func draw(_ entry: LegendEntry, in markup: inout Markup, x: Double, y: Double) {
    let place = "M\(Markup.number(x)) \(Markup.number(y))"
    switch entry.sign {
    case .line(let pen), .heights(let pen): markup.add("path", ["class": pen.classNames, "d": place + "h28"])
    case .patch(.warning):
      markup.add("path", ["class": "hatch warning", "d": place + "m0 6l12 -12m0 6l-6 6m-6 -6l6 -6m6 0v12h-12v-12z"])
    case .patch(let ink): markup.add("path", ["class": "area \(ink.className)", "d": place + "m0 -6h14v12h-14z"])
    case .bar(let ink): markup.add("path", ["class": "bar \(ink.className)", "d": place + "m0 -6h14v12h-14z"])
    case .point(let shape, let ink):
      let stroke = Markup.number(shape == .disc ? 8 : 2)
      markup.add("path", ["class": "point \(ink.className)", "stroke-width": stroke, "d": shape.path(x + 7, y, 4)])
    case .ground(let level):
      let classes = HeatPalette.classes.classNames(level)
      markup.add("path", ["class": classes + " pale", "d": place + "m0 -7h24v14h-24z"])
    case .region(let level, let shape, let ink):
      draw(LegendEntry("", .ground(level)), in: &markup, x: x, y: y)
      draw(LegendEntry("", .point(shape, ink)), in: &markup, x: x + 5, y: y)
    case .heat(let palette):
      for step in 0..<HeatPalette.steps {
        let start = "M\(Markup.number(x + Double(step) * 6)) \(Markup.number(y - 6))"
        markup.add("path", ["class": palette.classNames(step), "d": start + "h6v12h-6z"])
      }
    }
    if entry.label.isEmpty { return }
    let start = Markup.number(x + signWidth(entry.sign) + 6)
    markup.add("text", ["class": "text", "x": start, "y": Markup.number(y + 4)], text: entry.label)
  }
}
