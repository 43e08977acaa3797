import Networks
import Testing
import Vocabulary

/// Against closed forms: on a × x² a step multiplies x by 1 - 2 a × learning_rate.
@Suite struct DescentTests {
  private func descent(_ rate: Double, _ steps: Int, from start: [Double] = [1]) throws -> Descent {
    try Descent(from: start, learningRate: rate, steps: steps) { (x) throws(Failure) in
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

  @Test func `what the function throws comes out`() {
    let failure = Failure(.argument, "no")
    #expect(throws: Failure.self) {
      try Descent(from: [1], learningRate: 1, steps: 1) { (_) throws(Failure) in
        1
      } gradient: { (_) throws(Failure) in
        throw failure
      }
    }
  }
}
