/// An address as a square of dark and light modules, for the cameras of phones.
///
/// A QR code of ISO/IEC 18004: bytes, error correction of level L, versions 1 to 5, which take texts of up to 106 bytes and need but
/// one block. Own code, since no library of this kind can be linked into a program that asks nothing of the machine.
public struct QRCode: Sendable, Equatable {
  /// Modules on a side: 21 to 37, without the quiet zone of four around them.
  public let size: Int
  /// Row by row, true where dark.
  public private(set) var modules: [Bool]
  /// Which modules are not of the data.
  private var isFixed: [Bool]

  /// Codewords of data and of error correction, by version.
  private static let codewords: [(data: Int, correction: Int)] = [(19, 7), (34, 10), (55, 15), (80, 20), (108, 26)]

  /// Nil where the text is too long.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    // Four bits of mode and eight of the length take a byte and a half.
    guard let version = Self.codewords.firstIndex(where: { bytes.count + 2 <= $0.data }) else { return nil }
    size = 21 + 4 * version
    modules = Array(repeating: false, count: size * size)
    isFixed = modules
    drawPatterns(hasAlignment: version > 0)
    place(Self.codewords(of: bytes, Self.codewords[version].data, Self.codewords[version].correction))
    let plain = self
    let masked = (0..<8).map { mask in
      var code = plain
      code.apply(mask)
      return code
    }
    modules = masked.min { $0.penalty < $1.penalty }?.modules ?? modules
  }

  public subscript(row: Int, column: Int) -> Bool { modules[row * size + column] }

  // MARK: Codewords

  private static func codewords(of bytes: [UInt8], _ count: Int, _ correction: Int) -> [UInt8] {
    // Mode 4, the length, the bytes, four bits of end: shifted by half a byte.
    var halves: [UInt8] = [4]
    for byte in [UInt8(bytes.count)] + bytes { halves += [byte >> 4, byte & 15] }
    halves.append(0)
    var words = stride(from: 0, to: halves.count, by: 2).map { halves[$0] << 4 | halves[$0 + 1] }
    for padding in 0..<count - words.count { words.append(padding % 2 == 0 ? 0xEC : 0x11) }
    return words + remainder(of: words, by: generator(correction))
  }

  /// The coefficients of ∏ (x - 2ⁱ) for i below the degree, without the leading 1.
  private static func generator(_ degree: Int) -> [UInt8] {
    var coefficients = [UInt8](repeating: 0, count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in coefficients.indices {
        coefficients[index] = product(coefficients[index], root)
        if index + 1 < degree { coefficients[index] ^= coefficients[index + 1] }
      }
      root = product(root, 2)
    }
    return coefficients
  }

  private static func remainder(of words: [UInt8], by divisor: [UInt8]) -> [UInt8] {
    var remainder = [UInt8](repeating: 0, count: divisor.count)
    for word in words {
      let factor = word ^ remainder.removeFirst()
      remainder.append(0)
      for index in divisor.indices { remainder[index] ^= product(divisor[index], factor) }
    }
    return remainder
  }

  /// In the field of 256 elements with x⁸ = x⁴ + x³ + x² + 1.
  private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var result: UInt8 = 0
    for bit in (0..<8).reversed() {
      result = result << 1 ^ (result >> 7 == 1 ? 0x1D : 0)
      if b >> bit & 1 == 1 { result ^= a }
    }
    return result
  }

  // MARK: Drawing

  private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard 0..<size ~= row, 0..<size ~= column else { return }
    modules[row * size + column] = isDark
    isFixed[row * size + column] = true
  }

  private mutating func drawPatterns(hasAlignment: Bool) {
    for place in 0..<size {
      fix(6, place, place % 2 == 0)
      fix(place, 6, place % 2 == 0)
    }
    // A finder with its light border in three corners.
    for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
      drawSquares(row, column, radius: 4) { $0 != 2 && $0 != 4 }
    }
    if hasAlignment { drawSquares(size - 7, size - 7, radius: 2) { $0 != 1 } }
    // Room for the format, which depends on the mask.
    drawFormat(mask: 0)
  }

  private mutating func drawSquares(_ row: Int, _ column: Int, radius: Int, isDark: (Int) -> Bool) {
    for y in -radius...radius {
      for x in -radius...radius { fix(row + y, column + x, isDark(max(abs(x), abs(y)))) }
    }
  }

  /// Level L and the mask, with ten bits that correct errors, twice.
  private mutating func drawFormat(mask: Int) {
    let data = 1 << 3 | mask
    var rest = data
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (data << 10 | rest) ^ 0x5412
    func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0...5 { fix(index, 8, bit(index)) }
    fix(7, 8, bit(6))
    fix(8, 8, bit(7))
    fix(8, 7, bit(8))
    for index in 9...14 { fix(8, 14 - index, bit(index)) }
    for index in 0...7 { fix(8, size - 1 - index, bit(index)) }
    for index in 8...14 { fix(size - 15 + index, 8, bit(index)) }
    fix(size - 8, 8, true)
  }

  /// Two columns at a time from the right, up and down in turn.
  private mutating func place(_ words: [UInt8]) {
    var index = 0
    for right in stride(from: size - 1, through: 1, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
      let isUpward = (right + 1) & 2 == 0
      for step in 0..<size {
        let row = isUpward ? size - 1 - step : step
        for column in [right, right - 1] where !isFixed[row * size + column] && index < words.count * 8 {
          modules[row * size + column] = words[index / 8] >> (7 - index % 8) & 1 == 1
          index += 1
        }
      }
    }
  }

  private mutating func apply(_ mask: Int) {
    for row in 0..<size {
      for column in 0..<size where !isFixed[row * size + column] && Self.inverts(mask, row, column) {
        modules[row * size + column].toggle()
      }
    }
    drawFormat(mask: mask)
  }

  private static func inverts(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
    switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: row * column % 2 + row * column % 3 == 0
    case 6: (row * column % 2 + row * column % 3) % 2 == 0
    default: ((row + column) % 2 + row * column % 3) % 2 == 0
    }
  }

  // MARK: Masks

  /// How hard it is to read, as the standard counts: runs, squares, what looks like a finder, too much of one colour.
  private var penalty: Int {
    let rows = (0..<size).map { row in Array(modules[row * size..<(row + 1) * size]) }
    let columns = (0..<size).map { column in (0..<size).map { self[$0, column] } }
    var sum = 0
    for line in rows + columns {
      sum += Self.runs(in: line).filter { $0 >= 5 }.reduce(0) { $0 + $1 - 2 }
      sum += 40 * Self.finders(in: line)
    }
    for row in 0..<size - 1 {
      for column in 0..<size - 1 {
        let isDark = self[row, column]
        if isDark == self[row, column + 1], isDark == self[row + 1, column], isDark == self[row + 1, column + 1] {
          sum += 3
        }
      }
    }
    let dark = modules.count { $0 }
    // In steps of five percent away from half.
    sum += 10 * (abs(20 * dark - 10 * size * size) / (size * size))
    return sum
  }

  private static func runs(in line: [Bool]) -> [Int] {
    var runs: [Int] = []
    for (index, module) in line.enumerated() {
      if index > 0, module == line[index - 1] { runs[runs.count - 1] += 1 } else { runs.append(1) }
    }
    return runs
  }

  /// How often 1011101 stands with four light modules on one side.
  private static func finders(in line: [Bool]) -> Int {
    let core = [true, false, true, true, true, false, true]
    let light = [Bool](repeating: false, count: 4)
    return (0...line.count - 11).count { start in
      let part = Array(line[start..<start + 11])
      return part == core + light || part == light + core
    }
  }
}

extension QRCode {
  /// Dark modules as blocks, two rows a line, in a light border of two modules; to be shown black on white.
  public var lines: [String] {
    func isDark(_ row: Int, _ column: Int) -> Bool {
      0..<size ~= row && 0..<size ~= column && self[row, column]
    }
    return stride(from: -2, to: size + 2, by: 2).map { row in
      (-2..<size + 2).map { column in
        switch (isDark(row, column), isDark(row + 1, column)) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
      }.joined()
    }
  }
}
