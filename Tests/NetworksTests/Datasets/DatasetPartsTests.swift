import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

/// Data taken apart and brought to one scale.
@Suite struct DatasetPartsTests {
  @Test func `split and standardization are NumPy's`() throws {
    let rows = try References.rows("datasets/parts.csv")
    let points: [Double] = (0..<23).flatMap { (index: Int) -> [Double] in
      [Double(index * index) / 7, 7, Double(index).squareRoot()]
    }
    let data = Dataset(
      name: "points", features: Matrix(rows: 23, columns: 3, elements: points),
      targets: Matrix(rows: 23, columns: 1, elements: (0..<23).map { Double($0) }), classes: nil)
    var generator = PCG64(seed: 5)
    let parts = try data.split(test: 0.3, using: &generator)
    let standardization = try Standardization(of: parts.train.features)
    for (name, part) in [("train", parts.train), ("test", parts.test)] {
      let wanted = rows.filter { $0[0] == name }
      let before = wanted.flatMap { Self.numbers($0[1]) }
      let after = wanted.flatMap { Self.numbers($0[2]) }
      #expect(part.features.elements == before)
      // The third feature is the root of the point's number.
      #expect(zip(part.features.column(2), part.targets.elements).allSatisfy { $0 == $1.squareRoot() })
      let standardized = try standardization(part.features)
      for (made, wanted) in zip(standardized.elements, after) {
        #expect((made - wanted).magnitude <= 2e-15 * max(1, wanted.magnitude))
      }
      #expect(standardized.column(1).allSatisfy { $0 == 0 })
    }
  }

  @Test func `parts are disjoint and whole`() throws {
    var generator = PCG64(seed: 1)
    let data = try Circles.make(101, noise: 0.1, factor: 0.8, using: &generator)
    for share in [0.001, 0.2, 0.5, 0.99] {
      let parts = try data.split(test: share, using: &generator)
      #expect(parts.train.count + parts.test.count == 101)
      let all = (0..<101).map { data.features.row($0) }
      let taken =
        (0..<parts.train.count).map { parts.train.features.row($0) }
        + (0..<parts.test.count).map { parts.test.features.row($0) }
      #expect(Set(taken) == Set(all))
    }
    #expect(throws: Failure.self) { try data.split(test: 0, using: &generator) }
    #expect(throws: Failure.self) { try data.split(test: 1, using: &generator) }
    #expect(throws: Failure.self) { try data.split(test: .nan, using: &generator) }
  }

  @Test func `a target for each class`() throws {
    let (features, numbers) = (Matrix(rows: 3, columns: 1, elements: [5, 6, 7]), [0.0, 2, 1])
    let data = Dataset(
      name: "three", features: features, targets: Matrix(rows: 3, columns: 1, elements: numbers), classes: 3)
    let wide = data.withTargetPerClass
    #expect(wide.targets.elements == [1, 0, 0, 0, 0, 1, 0, 1, 0])
    #expect(wide.hasTargetPerClass && !data.hasTargetPerClass)
    #expect((0..<3).map { wide.classNumber(of: $0) } == [0, 2, 1])
    #expect(wide.withTargetPerClass.targets == wide.targets)
    #expect([0, 3.0].oneHot(classes: 3) == nil)
    #expect([0.5].oneHot(classes: 3) == nil)
    #expect([Double.nan].oneHot(classes: 3) == nil)
  }

  private static func numbers(_ bits: String) -> [Double] {
    bits.split(separator: " ").map { References.double(String($0)) }
  }
}
