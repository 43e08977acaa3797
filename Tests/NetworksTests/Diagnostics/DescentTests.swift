import Networks
import TestSupport
import Testing
import Vocabulary

/// Against closed forms: on a × x² a step multiplies x by 1 - 2 a × learning_rate.
@Suite struct DescentTests {
  private func descent(_ rate: Double, _ steps: Int, from start: [Double] = [1]) throws -> Descent {
    try Descent(from: start, optimizer: try Fixtures.optimizer("sgd", "learning_rate=\(rate)"), steps: steps) {
      (x) throws(Failure) in
      x.map { $0 * $0 }.reduce(0, +)
    } gradient: { (x) throws(Failure) in
      x.map { 2 * $0 }
    }
  }

  @Test func `each step multiplies the point of a parabola`() throws {
    let found = try descent(0.25, 5, from: [1, -8])
    #expect(found.path == [[1, -8], [0.5, -4], [0.25, -2], [0.125, -1], [0.0625, -0.5], [0.03125, -0.25]])
    #expect(found.values == [65, 16.25, 4.0625, 1.015625, 0.25390625, 0.0634765625])
    #expect(found.verdict == .stillMoving)
  }

  @Test func `verdicts of factors that are known`() throws {
    #expect(try descent(0.25, 0).verdict == .stillMoving)
    #expect(try descent(0.25, 40).verdict == .converged)
    #expect(try descent(0.5, 3).verdict == .converged)
    // To and fro between 1 and -1.
    #expect(try descent(1, 7).verdict == .oscillating)
    // x is multiplied by -2, the function and its increases by 4.
    #expect(try descent(1.5, 10).verdict == .diverging(growth: 4))
  }

  @Test func `a function that is not finite any more ends the walk`() throws {
    // 4ⁿ is beyond all doubles from n = 512 on.
    let found = try descent(1.5, 10_000)
    #expect(found.path.count == 513 && found.values.last == .infinity)
    #expect(found.verdict == .diverging(growth: 4))
  }

  private static func rosenbrock(_ p: [Double]) -> (value: Double, gradient: [Double]) {
    let (a, b) = (1 - p[0], p[1] - p[0] * p[0])
    return (a * a + 100 * b * b, [-2 * a - 400 * p[0] * b, 200 * b])
  }

  private static func ravine(_ p: [Double]) -> (value: Double, gradient: [Double]) {
    (p[0] * p[0] / 2 + 50 * p[1] * p[1], [p[0], 100 * p[1]])
  }

  /// 200 steps on Rosenbrock's valley and in a ravine, looked at five times.
  @Test func `every optimizer walks as PyTorch's`() throws {
    let rows = try References.rows("networks/descents.csv")
    #expect(Set(rows.map { $0[1] }) == Set(optimizers.names))
    for row in rows {
      let function = row[0] == "ravine" ? Self.ravine : Self.rosenbrock
      var optimizer = try Fixtures.optimizer(row[1], row[2])
      if !row[3].isEmpty { optimizer.learningRate = try Fixtures.schedule(row[3]) }
      let steps = try #require(Int(row[4]))
      let walk = try Descent(from: row[0] == "ravine" ? [10, 1] : [-1.2, 1], optimizer: optimizer, steps: steps) {
        (p) throws(Failure) in
        function(p).value
      } gradient: { (p) throws(Failure) in
        function(p).gradient
      }
      let expected = row[5...].map(References.double)
      #expect(walk.path.count == steps + 1 && expected.count == 10)
      for (index, number) in expected.enumerated() {
        let place = walk.path[(index / 2 + 1) * steps / 5][index % 2]
        #expect((place - number).magnitude <= 1e-12 * max(1, number.magnitude), "\(row[0...3]) \(place) \(number)")
      }
    }
  }

  @Test func `what the function throws comes out`() throws {
    let failure = Failure(.argument, "no")
    let optimizer = StochasticGradientDescent.standard
    #expect(throws: Failure.self) {
      try Descent(from: [1], optimizer: optimizer, steps: 1) { (_) throws(Failure) in
        1
      } gradient: { (_) throws(Failure) in
        throw failure
      }
    }
  }
}
