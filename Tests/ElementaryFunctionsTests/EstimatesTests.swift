import ElementaryFunctions
import Testing

@Suite struct EstimatesTests {
  @Test func `logarithms and exponentials to seven digits`() {
    for exponent in stride(from: -700.0, through: 700, by: 0.37) {
      let x = exp(exponent)
      #expect((estimatedLog(x) - log(x)).magnitude < 1e-7)
      #expect((estimatedExp(exponent) - x).magnitude < 1e-8 * x)
    }
    for x in stride(from: 0.5, to: 2, by: 0.0001) { #expect((estimatedLog(x) - log(x)).magnitude < 1e-7) }
  }

  @Test func `the nearest logarithm`() throws {
    let accuracy = try Accuracy(of: "log") { nearestLog($0.first) }
    #expect(accuracy.count >= 180)
    #expect(accuracy.worst <= 0.505)
    #expect(nearestLog(0) == -.infinity)
    #expect(nearestLog(.infinity) == .infinity)
    #expect(nearestLog(-1).isNaN)
    #expect(nearestLog(.nan).isNaN)
  }
}
