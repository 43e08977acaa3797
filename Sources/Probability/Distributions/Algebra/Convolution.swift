import Synchronization

/// The probabilities of a sum of independent numbers, worked out when they are first asked for.
///
/// Discrete terms are added value by value. One continuous term is averaged over those; two are integrated over the
/// probabilities of the narrower one; from three on their characteristic functions are multiplied.
final class Convolution: Sendable {
  private enum Continuous: Sendable {
    case none
    case one(any Distribution)
    case two(PairSum)
    case many(Spectrum)
  }

  private struct Parts: Sendable {
    let table: MassTable
    let continuous: Continuous
  }

  private enum State: Sendable {
    case unknown
    case known(Parts?)
  }

  private let terms: [IndependentSum.Term]
  private let state = Mutex(State.unknown)

  init(_ terms: [IndependentSum.Term]) { self.terms = terms }

  private var parts: Parts? {
    state.withLock { state in
      if case .known(let parts) = state { return parts }
      let parts = Self.parts(of: terms)
      state = .known(parts)
      return parts
    }
  }

  private static func parts(of terms: [IndependentSum.Term]) -> Parts? {
    var table = MassTable(values: [0], masses: [1])
    var smooth: [IndependentSum.Term] = []
    for term in terms {
      if term.distribution.isDiscrete {
        guard let sum = MassTable(term.distribution)?.sum(ofDraws: term.count), let next = table.adding(sum) else {
          return nil
        }
        table = next
      } else {
        smooth.append(term)
      }
    }
    // Points among continuous numbers are added value by value or not at all.
    let isMixed = smooth.contains { ($0.distribution as? Mixture)?.hasPoints == true }
    let count = smooth.reduce(0.0) { $0 + Double($1.count) }
    if count == 0 { return Parts(table: table, continuous: .none) }
    guard table.values.count <= 10_000, !isMixed || count == 1 else { return nil }
    if count == 1 { return Parts(table: table, continuous: .one(smooth[0].distribution)) }
    if count == 2 {
      let pair =
        smooth.count == 2
        ? (smooth[0].distribution, smooth[1].distribution) : (smooth[0].distribution, smooth[0].distribution)
      return PairSum(pair.0, pair.1).map { Parts(table: table, continuous: .two($0)) }
    }
    return Spectrum(of: smooth).map { Parts(table: table, continuous: .many($0)) }
  }

  var isPossible: Bool { parts != nil }

  /// The values, where there are only such.
  var table: MassTable? {
    guard let parts, case .none = parts.continuous else { return nil }
    return parts.table
  }

  func density(_ x: Double) -> Double { evaluate(x, .density) }
  func cumulative(_ x: Double) -> Double { evaluate(x, .cumulative) }
  func survival(_ x: Double) -> Double { evaluate(x, .survival) }

  enum Query { case density, cumulative, survival }

  private func evaluate(_ x: Double, _ query: Query) -> Double {
    guard let parts else { return .nan }
    if x.isNaN { return x }
    if case .none = parts.continuous {
      switch query {
      case .density: return parts.table.mass(x)
      case .cumulative: return parts.table.cumulative(x)
      case .survival: return parts.table.survival(x)
      }
    }
    var sum = 0.0
    for (value, mass) in zip(parts.table.values, parts.table.masses) {
      sum += mass * Self.evaluate(parts.continuous, x - value, query)
    }
    return query == .density ? sum : min(1, sum)
  }

  private static func evaluate(_ continuous: Continuous, _ x: Double, _ query: Query) -> Double {
    switch continuous {
    case .none: 0
    case .one(let distribution):
      switch query {
      case .density: distribution.density(x)
      case .cumulative: distribution.cumulative(x)
      case .survival: distribution.survival(x)
      }
    case .two(let pair): pair.evaluate(x, query)
    case .many(let spectrum): spectrum.evaluate(x, query)
    }
  }
}
