import LinearAlgebra
import TestSupport
import Testing
import Vocabulary

/// Decompositions of matrices of all sorts beside NumPy's, and beside exact fractions where there are such.
@Suite struct LinearAlgebraTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let function: String
    let tolerance: Double
    let matrix: Matrix
    let expected: [Double]

    var testDescription: String { "\(function) of \(name)" }
  }

  static let cases: [Case] = {
    let lines = (try? References.text("linear_algebra/linear_algebra.tsv"))?.split(separator: "\n").dropFirst() ?? []
    return lines.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let rows = Int(cells[3]) ?? 0
      let numbers = cells[4].split(separator: " ").map { References.double(String($0)) }
      return Case(
        name: cells[0], function: cells[1], tolerance: Double(cells[2]) ?? .nan,
        matrix: Matrix(rows: rows, columns: numbers.count / max(1, rows), elements: numbers),
        expected: cells[5].split(separator: " ").map { References.double(String($0)) })
    }
  }()

  static let none = Interruption()

  static func result(of function: String, _ matrix: Matrix) throws -> [Double] {
    let right = Matrix(rows: matrix.rows, columns: 1, elements: (0..<matrix.rows).map { Double($0 + 1) })
    switch function {
    case "singular_values": return try SingularValues.of(matrix, none)
    case "condition_number":
      let values = try SingularValues.of(matrix, none)
      return [values[0] / values[values.count - 1]]
    case "rank":
      let values = try SingularValues.of(matrix, none)
      let bound = values[0] * Double(max(matrix.rows, matrix.columns)) * 0x1p-52
      return [Double(values.count { $0 > bound })]
    case "qr q": return try QRFactorization(matrix, none).q.elements
    case "qr r": return try QRFactorization(matrix, none).r.elements
    case "least_squares":
      let factors = try QRFactorization(matrix, none)
      return try LUFactorization(factors.r, none).solve(factors.q.transposed.product(right), none).elements
    case "eigenvalues":
      if matrix.isSymmetric { return try SymmetricEigenvalues(of: matrix, withVectors: false, none).values }
      let values = try GeneralEigenvalues.of(matrix, none)
      return values.contains { $0.imaginary != 0 } ? values.flatMap { [$0.real, $0.imaginary] } : values.map(\.real)
    case "determinant": return [try LUFactorization(matrix, none).determinant]
    case "solve": return try LUFactorization(matrix, none).solve(right, none).elements
    case "inverse": return try LUFactorization(matrix, none).inverse(none).elements
    default: return []
    }
  }

  @Test func `there are cases of every sort`() {
    #expect(Self.cases.count > 300)
    #expect(Set(Self.cases.map(\.function)).count == 10)
  }

  @Test(arguments: cases)
  func `agrees with NumPy`(_ test: Case) throws {
    let found = try Self.result(of: test.function, test.matrix)
    #expect(found.count == test.expected.count)
    for (found, expected) in zip(found, test.expected) where !((found - expected).magnitude <= test.tolerance) {
      Issue.record("\(found), not \(expected); off by more than \(test.tolerance)")
    }
  }

  /// A matrix of numbers from -1 to 1 that look random.
  static func matrix(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var word = seed
    let elements = (0..<rows * columns).map { _ in
      word = word &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
      return Double(Int64(bitPattern: word) >> 11) * 0x1p-52
    }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }

  static func largest(_ a: Matrix, less b: Matrix) -> Double {
    zip(a.elements, b.elements).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
  }

  @Test(arguments: [1, 2, 7, 60, 130])
  func `factors multiply to the matrix and columns are orthonormal`(_ size: Int) throws {
    for matrix in [
      Self.matrix(size, size, seed: 1), Self.matrix(size + 9, size, seed: 2), Self.matrix(size, size + 5, seed: 3),
    ] {
      let factors = try QRFactorization(matrix, Self.none)
      let bound = 8 * Double(size + 9) * 0x1p-52
      #expect(Self.largest(try factors.q.product(factors.r), less: matrix) < bound)
      let columns = factors.q.columns
      #expect(Self.largest(try factors.q.transposed.product(factors.q), less: .identity(columns)) < bound)
    }
  }

  @Test(arguments: [1, 2, 7, 60, 130])
  func `eigenvectors are stretched by their eigenvalues`(_ size: Int) throws {
    let random = Self.matrix(size, size, seed: 4)
    var matrix = random
    for row in 0..<size { for column in 0..<size { matrix[row, column] = random[row, column] + random[column, row] } }
    let found = try SymmetricEigenvalues(of: matrix, withVectors: true, Self.none)
    let vectors = try #require(found.vectors)
    let bound = 8 * Double(size) * 0x1p-52 * Double(size)
    let stretched = try vectors.product(.diagonal(found.values))
    #expect(Self.largest(try matrix.product(vectors), less: stretched) < bound)
    #expect(Self.largest(try vectors.transposed.product(vectors), less: .identity(size)) < bound)
    #expect(try SymmetricEigenvalues(of: matrix, withVectors: false, Self.none).values == found.values)
  }

  @Test(arguments: [3, 40, 130])
  func `solutions leave nothing over`(_ size: Int) throws {
    let matrix = Self.matrix(size, size, seed: 5)
    let right = Self.matrix(size, 3, seed: 6)
    let x = try LUFactorization(matrix, Self.none).solve(right, Self.none)
    let scale = x.elements.reduce(0) { max($0, $1.magnitude) } * Double(size)
    #expect(Self.largest(try matrix.product(x), less: right) < 8 * Double(size) * 0x1p-52 * scale)
  }

  @Test func `all of it can be stopped`() {
    let matrix = Self.matrix(50, 50, seed: 7)
    let stopped = Interruption()
    stopped.request()
    #expect(throws: Failure.self) { try LUFactorization(matrix, stopped) }
    #expect(throws: Failure.self) { try QRFactorization(matrix, stopped) }
    #expect(throws: Failure.self) { try SingularValues.of(matrix, stopped) }
    #expect(throws: Failure.self) { try SymmetricEigenvalues(of: matrix, withVectors: true, stopped) }
    #expect(throws: Failure.self) { try GeneralEigenvalues.of(matrix, stopped) }
  }

  @Test func `empty matrices have empty results`() throws {
    let empty = Matrix(rows: 0, columns: 0, elements: [])
    #expect(try SingularValues.of(empty, Self.none).isEmpty)
    #expect(try GeneralEigenvalues.of(empty, Self.none).isEmpty)
    #expect(try SymmetricEigenvalues(of: empty, withVectors: true, Self.none).values.isEmpty)
    #expect(try LUFactorization(empty, Self.none).determinant == 1)
    #expect(try QRFactorization(Matrix(rows: 0, columns: 3, elements: []), Self.none).r.columns == 3)
  }
}
