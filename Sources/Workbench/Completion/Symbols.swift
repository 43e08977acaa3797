import Vocabulary

/// Characters that keyboards lack, and the names from which Tab makes them: `\sigma` for σ, `\^-7` for ⁻⁷, `\_1` for ₁.
public enum Symbols {
  /// A character with its LaTeX name, without the backslash, and what may be typed in its place.
  struct Entry {
    let name: String
    let character: String
    let substitute: String?
  }

  static let entries: [Entry] = greek + operators

  private static let greek: [Entry] = [
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"), ("zeta", "ζ"), ("eta", "η"),
    ("theta", "θ"), ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"),
    ("omicron", "ο"), ("pi", "π"), ("rho", "ρ"), ("sigma", "σ"), ("varsigma", "ς"), ("tau", "τ"), ("upsilon", "υ"),
    ("phi", "φ"), ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"), ("Alpha", "Α"), ("Beta", "Β"), ("Gamma", "Γ"),
    ("Delta", "Δ"), ("Epsilon", "Ε"), ("Zeta", "Ζ"), ("Eta", "Η"), ("Theta", "Θ"), ("Iota", "Ι"), ("Kappa", "Κ"),
    ("Lambda", "Λ"), ("Mu", "Μ"), ("Nu", "Ν"), ("Xi", "Ξ"), ("Omicron", "Ο"), ("Pi", "Π"), ("Rho", "Ρ"),
    ("Sigma", "Σ"), ("Tau", "Τ"), ("Upsilon", "Υ"), ("Phi", "Φ"), ("Chi", "Χ"), ("Psi", "Ψ"), ("Omega", "Ω"),
  ].map { Entry(name: $0.0, character: $0.1, substitute: $0.0 == "pi" ? "pi" : nil) }

  private static let operators: [Entry] = [
    ("times", "×", "*"), ("cdot", "·", "*"), ("div", "÷", "/"), ("minus", "−", "-"), ("pm", "±", nil),
    ("sqrt", "√", "sqrt"), ("le", "≤", "<="), ("leq", "≤", "<="), ("ge", "≥", ">="), ("geq", "≥", ">="),
    ("ne", "≠", "!="), ("neq", "≠", "!="), ("infty", "∞", "inf"), ("prime", "′", "'"), ("pprime", "″", "''"),
    ("partial", "∂", nil), ("nabla", "∇", nil), ("ldots", "…", nil),
  ].map { Entry(name: $0.0, character: $0.1, substitute: $0.2) }

  private static let lowered: [(plain: Unicode.Scalar, low: Unicode.Scalar)] = [
    ("0", "₀"), ("1", "₁"), ("2", "₂"), ("3", "₃"), ("4", "₄"), ("5", "₅"), ("6", "₆"), ("7", "₇"), ("8", "₈"),
    ("9", "₉"), ("i", "ᵢ"), ("j", "ⱼ"), ("k", "ₖ"), ("m", "ₘ"), ("n", "ₙ"), ("t", "ₜ"),
  ]

  private static let raised: [(plain: Unicode.Scalar, high: Unicode.Scalar)] = [
    ("0", "⁰"), ("1", "¹"), ("2", "²"), ("3", "³"), ("4", "⁴"), ("5", "⁵"), ("6", "⁶"), ("7", "⁷"), ("8", "⁸"),
    ("9", "⁹"), ("-", "⁻"), ("+", "⁺"), ("n", "ⁿ"),
  ]

  /// How a character, or a run of raised or lowered ones, is typed: `\^5 Tab, or ^5`; nil where the keyboard has it.
  public static func howToType(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    guard !scalars.isEmpty else { return nil }
    if let plain = run(scalars, { scalar in raised.first { $0.high == scalar }?.plain }) {
      return "\\^\(plain) Tab, or ^\(plain)"
    }
    if let plain = run(scalars, { scalar in lowered.first { $0.low == scalar }?.plain }) { return "\\_\(plain) Tab" }
    guard let entry = entries.first(where: { $0.character == text }) else { return nil }
    return "\\\(entry.name) Tab" + (entry.substitute.map { ", or \($0)" } ?? "")
  }

  /// The text in ASCII: what may be typed in the place of each character, or its name.
  public static func ascii(_ text: String) -> String {
    if let plain = run(text.unicodeScalars, { scalar in lowered.first { $0.low == scalar }?.plain }) {
      return "_" + plain
    }
    if let entry = entries.first(where: { $0.character == text }) { return entry.substitute ?? entry.name }
    return text.asciiForm
  }

  /// What a name that ends a text could become: the part of the text that it takes, in UTF-8 offsets, and the
  /// characters. Nil where the text does not end in a backslash and a name.
  static func completions(endOf text: String) -> Completions? {
    let tail = text.unicodeScalars.reversed().prefix { $0 != "\\" && $0 != " " && $0 != "\n" }
    let typed = String(String.UnicodeScalarView(tail.reversed()))
    let end = text.utf8.count
    let start = end - typed.utf8.count - 1
    guard start >= 0, text.utf8.dropFirst(start).first == UInt8(ascii: "\\") else { return nil }
    return Completions(range: start..<end, candidates: candidates(for: typed))
  }

  private static func candidates(for typed: String) -> [Candidate] {
    switch typed.first {
    case "^": return script(typed, "high") { scalar in raised.first { $0.plain == scalar }?.high }
    case "_": return script(typed, "low") { scalar in lowered.first { $0.plain == scalar }?.low }
    default: break
    }
    let named = entries.filter { $0.name.hasPrefix(typed) }
    return (named.first { $0.name == typed }.map { [$0] } ?? named).map {
      Candidate(text: $0.character, summary: "\\" + $0.name)
    }
  }

  private static func script(
    _ typed: String, _ place: String, _ form: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> [Candidate] {
    run(typed.unicodeScalars.dropFirst(), form).map { [Candidate(text: $0, summary: "written \(place)")] } ?? []
  }

  /// All scalars in another form; nil where one has none, or there are none.
  private static func run(
    _ scalars: some Sequence<Unicode.Scalar>, _ form: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      guard let other = form(scalar) else { return nil }
      result.append(other)
    }
    return result.isEmpty ? nil : String(result)
  }
}
