/// The marks of derivatives: `′`, `″`, `‴`, `‴′` …
enum Primes {
  static func text(_ order: Int) -> String {
    String(repeating: "‴", count: order / 3) + ["", "′", "″"][order % 3]
  }
}
