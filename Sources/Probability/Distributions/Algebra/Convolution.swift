import Synchronization
import Vocabulary

/// The probabilities of a sum of independent random variables, worked out when they are first asked for.
///
/// Discrete terms are added value by value. One continuous term is averaged over those; two are integrated over what one
/// of them contributes; from three on their characteristic functions are multiplied. A mixture is taken apart: a sum with
/// it is a mixture of sums.
final class Convolution: Sendable {
  enum Continuous: Sendable {
    case none
    case one(any Distribution)
    case two(PairSum)
    case many(Spectrum)
  }

  /// One of the ways in which the sum comes about: values with their masses, and continuous terms added to them.
  private struct Piece: Sendable {
    let weight: Double
    let table: MassTable
    let continuous: Continuous
  }

  private enum State: Sendable {
    case unknown
    case known([Piece]?)
  }

  /// The most ways that mixtures are taken apart into.
  private static let mostPieces = 64

  private let terms: [IndependentSum.Term]
  private let state = Mutex(State.unknown)
  private let densities = Mutex([DensityTable?]?.none)

  init(_ terms: [IndependentSum.Term]) { self.terms = terms }

  private var pieces: [Piece]? {
    state.withLock { state in
      if case .known(let pieces) = state { return pieces }
      let pieces = Self.pieces(of: terms)
      state = .known(pieces)
      return pieces
    }
  }

  private static func pieces(of terms: [IndependentSum.Term]) -> [Piece]? {
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
    if smooth.isEmpty { return [Piece(weight: 1, table: table, continuous: .none)] }
    guard table.values.count <= 10_000 else { return nil }
    if smooth.reduce(0.0, { $0 + Double($1.count) }) > 2 {
      // Points among continuous numbers are added value by value or not at all.
      guard !smooth.contains(where: { ($0.distribution as? Mixture)?.hasPoints == true }) else { return nil }
      return Spectrum(of: smooth).map { [Piece(weight: 1, table: table, continuous: .many($0))] }
    }
    var pieces: [Piece] = []
    let ways = ways(of: smooth)
    guard ways.count <= mostPieces else { return nil }
    for way in ways {
      var masses = table
      for part in way.parts where part.isDiscrete {
        guard let sum = MassTable(part).flatMap({ masses.adding($0) }), sum.values.count <= 10_000 else { return nil }
        masses = sum
      }
      guard let continuous = continuous(way.parts.filter { !$0.isDiscrete }) else { return nil }
      pieces.append(Piece(weight: way.weight, table: masses, continuous: continuous))
    }
    return pieces
  }

  /// Which components of mixtures can come together, one for each draw.
  private static func ways(of terms: [IndependentSum.Term]) -> [(weight: Double, parts: [any Distribution])] {
    let own = terms.map { components(of: $0.distribution) }
    guard terms.count == 1 else {
      return own[0].flatMap { first in
        own[1].map { (first.weight * $0.weight, [first.distribution, $0.distribution]) }
      }
    }
    guard terms[0].count == 2 else { return own[0].map { ($0.weight, [$0.distribution]) } }
    return own[0].indices.flatMap { first in
      (first..<own[0].count).map { second in
        let weight = own[0][first].weight * own[0][second].weight * (first == second ? 1 : 2)
        return (weight, [own[0][first].distribution, own[0][second].distribution])
      }
    }
  }

  private static func components(
    of distribution: any Distribution
  ) -> [(weight: Double, distribution: any Distribution)] {
    guard let mixture = distribution as? Mixture else { return [(1, distribution)] }
    return zip(mixture.components, mixture.probabilities).filter { $0.1 > 0 }.flatMap { component, weight in
      components(of: component).map { (weight * $0.weight, $0.distribution) }
    }
  }

  /// Of at most two terms.
  private static func continuous(_ terms: [any Distribution]) -> Continuous? {
    if terms.isEmpty { return Continuous.none }
    if terms.count == 1 { return .one(terms[0]) }
    if let sum = try? terms[0].closedSum(with: terms[1]) { return .one(sum) }
    return PairSum(terms[0], terms[1]).map { .two($0) }
  }

  var isPossible: Bool { pieces != nil }

  /// The values, where there are only such.
  var table: MassTable? {
    guard let pieces, pieces.count == 1, case .none = pieces[0].continuous else { return nil }
    return pieces[0].table
  }

  /// Whether some single values of a continuous sum have a probability.
  var hasPoints: Bool {
    table == nil && pieces?.contains { if case .none = $0.continuous { true } else { false } } == true
  }

  /// The probability of a single value.
  func pointMass(_ x: Double) -> Double {
    (pieces ?? []).reduce(0) { sum, piece in
      if case .none = piece.continuous { return sum + piece.weight * piece.table.mass(x) }
      return sum
    }
  }

  func density(_ x: Double) -> Double { hasPoints && pointMass(x) > 0 ? .infinity : evaluate(x, .density) }
  func cumulative(_ x: Double) -> Double { evaluate(x, .cumulative) }
  func survival(_ x: Double) -> Double { evaluate(x, .survival) }

  enum Query { case density, cumulative, survival }

  private func evaluate(_ x: Double, _ query: Query) -> Double {
    guard let pieces else { return .nan }
    if x.isNaN { return x }
    let isDiscrete = table != nil
    var sum = 0.0
    for piece in pieces {
      if case .none = piece.continuous {
        switch query {
        case .density: sum += isDiscrete ? piece.table.mass(x) : 0
        case .cumulative: sum += piece.weight * piece.table.cumulative(x)
        case .survival: sum += piece.weight * piece.table.survival(x)
        }
        continue
      }
      for (value, mass) in zip(piece.table.values, piece.table.masses) {
        sum += piece.weight * mass * Self.evaluate(piece.continuous, x - value, query)
      }
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

// MARK: Tables, for integrals

extension Convolution {
  /// Tables of the densities of the continuous parts, piece by piece; nil where there is none to be made.
  private func tables(_ interruption: Interruption) throws(Failure) -> [DensityTable?]? {
    guard let pieces else { return nil }
    if let known = densities.withLock({ $0 }) { return known }
    var tables: [DensityTable?] = []
    for piece in pieces {
      var table: DensityTable?
      switch piece.continuous {
      case .none: break
      case .one(let distribution):
        guard let panelled = PanelledDistribution(distribution) else { return nil }
        table = try DensityTable(
          landmarks: panelled.landmarks, edges: panelled.edges, lumps: panelled.lumps, of: panelled.surroundings,
          interruption
        ) { distribution.density($0) }
      case .two(let pair):
        table = try DensityTable(
          landmarks: pair.landmarks, edges: pair.edges, lumps: pair.lumps, of: pair.surroundings, interruption
        ) { pair.evaluate($0, .density) }
      case .many(let spectrum):
        table = try DensityTable(
          landmarks: spectrum.landmarks, edges: edges, lumps: [], of: spectrum.surroundings, interruption
        ) { spectrum.evaluate($0, .density) }
      }
      if let table, !table.isWhole { return nil }
      tables.append(table)
    }
    let made = tables
    densities.withLock { $0 = made }
    return made
  }

  /// Where the density of a sum of some few terms may not be smooth.
  private var edges: [Double] {
    var sums: Set<Double> = [0]
    for term in terms where !term.distribution.isDiscrete {
      let support = term.distribution.support
      let edges = (term.distribution.kinks + [support.lowerBound, support.upperBound]).filter(\.isFinite)
      for _ in 0..<min(term.count, 7) where !edges.isEmpty {
        sums = Set(sums.flatMap { sum in edges.map { sum + $0 } })
        // Of many terms the density is smooth enough.
        if sums.count > 64 || term.count > 6 { return [] }
      }
    }
    return sums.sorted()
  }

  /// The mean of a function of the sum; nil where the density cannot be tabulated.
  func expectation(
    breaks: [Double], _ interruption: Interruption, of function: (Double) -> Double
  ) throws(Failure) -> Double? {
    guard let tables = try tables(interruption), let pieces else { return nil }
    var sum = CompensatedSum()
    for (piece, table) in zip(pieces, tables) {
      for (value, mass) in zip(piece.table.values, piece.table.masses) where mass > 1e-18 {
        try interruption.check()
        let part = table?.expectation(breaks: breaks.map { $0 - value }) { function(value + $0) } ?? function(value)
        sum.add(piece.weight * mass * part)
      }
    }
    return sum.value
  }

  /// The distribution function out of tables, good to 10⁻¹¹; nil where the density cannot be tabulated.
  func tabulatedCumulative(_ interruption: Interruption) throws(Failure) -> ((Double) -> Double)? {
    guard let tables = try tables(interruption), let pieces else { return nil }
    return { x in
      zip(pieces, tables).reduce(0) { sum, part in
        let (piece, table) = part
        guard let table else { return sum + piece.weight * piece.table.cumulative(x) }
        return zip(piece.table.values, piece.table.masses).reduce(sum) {
          $0 + piece.weight * $1.1 * table.cumulative(x - $1.0)
        }
      }
    }
  }
}
