import Vocabulary

/// A line of output, with the numbers in it.
struct OutputLine {
  /// A number: where it begins and ends in the characters, and its unrounded value.
  struct Number {
    let range: Range<Int>
    let value: Double
  }

  let characters: [Character]
  /// By the place where they begin.
  let numbers: [Int: Number]

  var text: String { String(characters) }

  init(_ text: String) {
    characters = Array(text)
    numbers = [:]
  }

  init(characters: [Character], numbers: [Int: Number]) {
    self.characters = characters
    self.numbers = numbers
  }

  /// The lines of a printed text, of its first bytes if so many are given.
  static func lines(of printed: Printed, first most: Int = .max) -> [OutputLine] {
    guard !printed.text.isEmpty else { return [] }
    var lines: [OutputLine] = []
    var characters: [Character] = []
    var numbers: [Int: Number] = [:]
    var pending = printed.numbers[...]
    var offset = 0
    var start: (place: Int, number: Printed.Number)?
    for character in printed.text {
      if offset >= most { break }
      if let number = pending.first, number.range.lowerBound == offset {
        start = (characters.count, number)
        pending = pending.dropFirst()
      }
      offset += character.utf8.count
      if character == "\n" {
        lines.append(OutputLine(characters: characters, numbers: numbers))
        characters = []
        numbers = [:]
      } else {
        characters.append(character)
      }
      if let (place, number) = start, number.range.upperBound <= offset {
        numbers[place] = Number(range: place..<characters.count, value: number.value)
        start = nil
      }
    }
    lines.append(OutputLine(characters: characters, numbers: numbers))
    return lines
  }
}

/// A number as a lesson writes it, with how precisely it is meant.
struct WrittenNumber: Equatable {
  let value: Double
  /// How far off a value may be, besides 10⁻⁹ of its size; nil where it must print as written.
  let tolerance: Double?
  /// Whether the lesson says how far off, as in `24 ±10`.
  let hasMargin: Bool
  /// How many characters it takes.
  let length: Int

  /// Reads the number at the beginning of some characters: `15.8`, `-3×10⁻⁷`, `3e-07`, `10⁻⁵`, `∞`, `nan`, each also with
  /// `±0.3` or `±2%`.
  init?(_ characters: ArraySlice<Character>, readsMargin: Bool = true) {
    guard let bare = Self.bare(characters) else { return nil }
    if readsMargin, let margin = Self.margin(characters.dropFirst(bare.length), of: bare.value) {
      (value, tolerance, hasMargin) = (bare.value, margin.size, true)
      length = bare.length + margin.length
    } else {
      (value, tolerance, hasMargin) = (bare.value, bare.unit.map { $0 / 2 }, false)
      length = bare.length
    }
  }

  /// Whether a value that was printed as some text is what the lesson says.
  func accepts(_ actual: Double, printedAs text: ArraySlice<Character>) -> Bool {
    if value.isNaN || actual.isNaN { return value.isNaN && actual.isNaN }
    if value.isInfinite || actual.isInfinite { return value == actual }
    let slack = 1e-9 * max(value.magnitude, actual.magnitude)
    if let tolerance { return (actual - value).magnitude <= tolerance + slack }
    return Self.bare(text)?.value == value || (actual - value).magnitude <= slack
  }

  // MARK: Reading

  /// The value and, where a point or an exponent is written, the unit of the last digit.
  private static func bare(_ characters: ArraySlice<Character>) -> (value: Double, unit: Double?, length: Int)? {
    var rest = characters
    let isNegative = rest.first.map { "-−".contains($0) } ?? false
    if isNegative { rest = rest.dropFirst() }
    for (word, value) in [("∞", Double.infinity), ("inf", .infinity), ("nan", .nan)] where rest.starts(with: word) {
      return (isNegative ? -value : value, 0, characters.count - rest.count + word.count)
    }
    let whole = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(whole.count)
    var decimals = 0
    var mantissa = String(whole)
    if rest.first == ".", rest.dropFirst().first?.isDigit == true {
      let fraction = rest.dropFirst().prefix(while: \.isDigit)
      rest = rest.dropFirst(fraction.count + 1)
      mantissa += "." + String(fraction)
      decimals = fraction.count
    }
    guard !mantissa.isEmpty else { return nil }
    var exponent = 0
    var isScientific = false
    if let power = tenfold(rest) {
      (exponent, isScientific) = (power.exponent, true)
      rest = rest.dropFirst(power.length)
    } else if mantissa == "10", let power = superscript(rest) {
      (mantissa, exponent, isScientific) = ("1", power.exponent, true)
      rest = rest.dropFirst(power.length)
    }
    let text = (mantissa.hasPrefix(".") ? "0" : "") + mantissa + "e\(exponent)"
    guard let size = Double(text) else { return nil }
    let isExact = decimals == 0 && !isScientific
    let unit = isExact ? nil : Double("1e\(exponent - decimals)")
    return (isNegative ? -size : size, unit, characters.count - rest.count)
  }

  /// `e-07` or `×10⁻⁷`.
  private static func tenfold(_ characters: ArraySlice<Character>) -> (exponent: Int, length: Int)? {
    if let first = characters.first, "eE".contains(first) {
      var digits = characters.dropFirst()
      let sign = digits.first.flatMap { "+-−".contains($0) ? $0 : nil }
      if sign != nil { digits = digits.dropFirst() }
      let run = digits.prefix(while: \.isDigit)
      guard let size = Int(String(run)), size < 10_000 else { return nil }
      return (sign == nil || sign == "+" ? size : -size, 1 + (sign == nil ? 0 : 1) + run.count)
    }
    guard characters.starts(with: "×10"), let power = superscript(characters.dropFirst(3)) else { return nil }
    return (power.exponent, power.length + 3)
  }

  private static func superscript(_ characters: ArraySlice<Character>) -> (exponent: Int, length: Int)? {
    let run = characters.prefix {
      $0.unicodeScalars.count == 1 && Superscript.baseline($0.unicodeScalars[$0.unicodeScalars.startIndex]) != nil
    }
    let baseline = String(String.UnicodeScalarView(run.flatMap(\.unicodeScalars).compactMap(Superscript.baseline)))
    guard let exponent = Int(baseline), exponent.magnitude < 10_000 else { return nil }
    return (exponent, run.count)
  }

  /// ` ±0.3`, `±2%`, `+-0.3`.
  private static func margin(
    _ characters: ArraySlice<Character>, of value: Double
  ) -> (size: Double, length: Int)? {
    var rest = characters.drop { $0 == " " }
    if rest.first == "±" {
      rest = rest.dropFirst()
    } else if rest.starts(with: "+-") {
      rest = rest.dropFirst(2)
    } else {
      return nil
    }
    rest = rest.drop { $0 == " " }
    guard let size = bare(rest), size.value >= 0 else { return nil }
    rest = rest.dropFirst(size.length)
    let isShare = rest.first == "%"
    return (
      isShare ? size.value / 100 * value.magnitude : size.value, characters.count - rest.count + (isShare ? 1 : 0)
    )
  }
}

extension Character {
  fileprivate var isDigit: Bool { "0" <= self && self <= "9" && isASCII }
}
