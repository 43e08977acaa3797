/// The characters that a text figure is drawn with.
public enum SymbolSet: String, Sendable, CaseIterable {
  /// Eight dots a character: the finest.
  case braille
  /// Quarters and eighths of a character.
  case blocks
  /// Nothing beyond ASCII.
  case ascii
}

extension SymbolSet {
  /// Dots in a character, across and down.
  var dots: (across: Int, down: Int) {
    switch self {
    case .braille: (2, 4)
    case .blocks: (2, 2)
    case .ascii: (1, 3)
    }
  }

  /// The character with such dots; bit `row × across + column`, rows from the top.
  func character(_ mask: UInt8, _ ink: Ink) -> Character {
    switch self {
    case .braille:
      let pattern = Self.brailleBits.enumerated().reduce(0) { $0 | (mask >> $1.offset & 1 == 1 ? $1.element : 0) }
      return Character(Unicode.Scalar(UInt32(0x2800 + pattern)) ?? " ")
    case .blocks: return Self.quadrants[Int(mask & 15)]
    case .ascii:
      switch ink {
      case .series(let number) where number > 0: return Self.signs[number.magnitudeModulo(Self.signs.count)]
      case .guide: return ":"
      case .warning: return "!"
      default: return Self.strokes[Int(mask & 7)]
      }
    }
  }

  /// Unicode's bits for the dots of a braille character, row after row.
  private static let brailleBits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
  /// Bit 0 upper left, 1 upper right, 2 lower left, 3 lower right.
  private static let quadrants: [Character] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]
  /// Bit 0 high, 1 in the middle, 2 low.
  private static let strokes: [Character] = [" ", "'", "-", "'", ".", "|", ".", "|"]
  private static let signs: [Character] = ["-", "*", "+", "o", "x", "#", "@"]

  /// A character filled from below by eighths, 1 to 8.
  func filledUp(_ eighths: Int) -> Character {
    if self == .ascii { return eighths >= 6 ? "#" : eighths >= 3 ? ":" : "." }
    return Array("▁▂▃▄▅▆▇█")[min(max(eighths, 1), 8) - 1]
  }

  /// A character filled from above by eighths, 1 to 8, as near as there is one.
  func filledDown(_ eighths: Int) -> Character {
    if self == .ascii { return eighths >= 6 ? "#" : eighths >= 3 ? ":" : "'" }
    return eighths >= 7 ? "█" : eighths >= 3 ? "▀" : "▔"
  }

  /// A character filled from the left by eighths, 1 to 8.
  func filledRight(_ eighths: Int) -> Character {
    if self == .ascii { return eighths >= 5 ? "#" : "|" }
    return Array("▏▎▍▌▋▊▉█")[min(max(eighths, 1), 8) - 1]
  }

  /// Whether the dot is set in an area of such ink.
  func textures(_ ink: Ink, column: Int, row: Int) -> Bool {
    switch ink {
    case .series(let number):
      switch number % 3 {
      case 0: (column + row) % 2 == 0
      case 1: row % 2 == 0
      default: column % 2 == 0
      }
    case .guide, .warning: column % 2 == 0 && row % 4 == 1
    case .positive, .negative, .foreground: (column + row) % 4 == 0
    }
  }

  /// A whole character of an area of such ink, where dots are too coarse for a texture.
  func texture(_ ink: Ink) -> Character {
    let characters: [Character] = self == .ascii ? [":", "%", "=", "."] : ["░", "▒", "▓", "░"]
    if case .series(let number) = ink { return characters[number.magnitudeModulo(3)] }
    return characters[3]
  }

  func sign(_ shape: Shape, isLarge: Bool) -> Character {
    switch shape {
    case .disc: self == .ascii ? "o" : isLarge ? "●" : "•"
    case .cross: self == .ascii ? "x" : "×"
    case .triangle: self == .ascii ? "^" : "▲"
    case .square: self == .ascii ? "#" : "■"
    case .plus: "+"
    case .diamond: self == .ascii ? "*" : "◆"
    }
  }

  /// A step of a heat map; both sides of a middle look different.
  func heat(_ palette: HeatPalette, _ level: Int) -> Character {
    let first: Character = self == .ascii ? "." : self == .blocks ? "·" : "⠄"
    let classes: [Character] =
      self == .ascii ? [first, ":", "%", "=", "~", "#"] : [first, "░", "▒", "▓", "╱", "╲"]
    let rising: [Character] = self == .ascii ? [" ", ".", "+", "*", "#"] : [" ", "░", "▒", "▓", "█"]
    let falling: [Character] =
      switch self {
      case .ascii: [" ", ",", "-", "="]
      case .blocks: [" ", "·", "-", "="]
      case .braille: [" ", "⠂", "⠒", "⠶"]
      }
    switch palette {
    case .heights:
      let signs: [Character] = self == .ascii ? [" ", ".", ":", "=", "%"] : [" ", first, "░", "▒", "▓"]
      return signs[min(max(level, 0), signs.count - 1)]
    case .classes: return classes[level.magnitudeModulo(classes.count)]
    case .sequential: return rising[level * rising.count / HeatPalette.steps]
    case .diverging:
      let half = HeatPalette.steps / 2
      return level < half ? falling[(half - 1 - level) / 2] : rising[(level - half) / 2]
    }
  }

  /// The lines of the axes.
  var upright: Character { self == .ascii ? "|" : "│" }
  var uprightTick: Character { self == .ascii ? "+" : "┤" }
  var level: Character { self == .ascii ? "-" : "─" }
  var levelTick: Character { self == .ascii ? "+" : "┬" }
  var corner: Character { self == .ascii ? "+" : "└" }

  /// Some characters of what the entry explains.
  func sample(_ sign: LegendEntry.Sign) -> [TextCanvas.Cell] {
    switch sign {
    case .patch(let ink):
      return [TextCanvas.Cell](repeating: area(.max, ink) ?? TextCanvas.Cell(), count: 2)
    case .bar(let ink):
      return [TextCanvas.Cell](repeating: TextCanvas.Cell(character: filledUp(8), role: .ink(ink)), count: 2)
    case .point(let shape, let ink):
      return [TextCanvas.Cell(character: self.sign(shape, isLarge: false), role: .ink(ink))]
    case .line(let pen): return lineSample(pen)
    case .ground(let level):
      return [TextCanvas.Cell](
        repeating: TextCanvas.Cell(character: heat(.classes, level), role: .heat(.classes, level)), count: 2)
    case .heights:
      return (0..<ContourMark.bands).map {
        TextCanvas.Cell(character: heat(.heights, $0), role: .heat(.heights, $0))
      }
    case .region(let level, let shape, let ink): return sample(.point(shape, ink)) + sample(.ground(level))
    case .heat(let palette):
      return stride(from: 0, to: HeatPalette.steps, by: 2).map {
        TextCanvas.Cell(character: heat(palette, $0), role: .heat(palette, $0))
      }
    }
  }

  /// A character of an area that covers such dots; nil where there is nothing to see.
  func area(_ mask: UInt8, _ ink: Ink) -> TextCanvas.Cell? {
    if self == .braille {
      let texture = (0..<8).reduce(UInt8(0)) { $0 | (textures(ink, column: $1 % 2, row: $1 / 2) ? 1 << $1 : 0) }
      return mask & texture == 0 ? nil : TextCanvas.Cell(character: character(mask & texture, ink), role: .ink(ink))
    }
    let isCovered = mask.nonzeroBitCount * 2 >= dots.across * dots.down
    return isCovered ? TextCanvas.Cell(character: texture(ink), role: .ink(ink)) : nil
  }

  private func lineSample(_ pen: Pen) -> [TextCanvas.Cell] {
    let (across, down) = dots
    let row = down / 2
    return (0..<4).map { column in
      let mask = (0..<across).reduce(UInt8(0)) {
        $0 | (pen.dash.covers(column * across + $1, in: self) ? 1 << (row * across + $1) : 0)
      }
      return TextCanvas.Cell(character: mask == 0 ? " " : character(mask, pen.ink), role: .ink(pen.ink))
    }
  }
}

extension Dash {
  /// Whether the dot so far along a line is drawn.
  func covers(_ dot: Int, in symbols: SymbolSet) -> Bool {
    // In ASCII each ink has a sign of its own.
    if symbols == .ascii { return true }
    switch self {
    case .solid: return true
    case .dashed: return dot % 6 < 4
    case .dotted: return dot % 2 == 0
    case .dashDotted: return dot % 8 < 4 || dot % 8 == 6
    }
  }
}
