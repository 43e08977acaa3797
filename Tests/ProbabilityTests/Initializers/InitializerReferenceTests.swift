import Probability
import TestSupport
import Testing
import Vocabulary

/// Every initializer against what Keras draws from for the same shape.
@Suite struct InitializerReferenceTests {
  private static func rows() throws -> [(name: String, shape: [Int], distribution: String, parameters: [Double])] {
    try References.rows("initializers/initializers.csv").map { row in
      (
        row[0], row[1].split(separator: " ").compactMap { Int($0) }, row[2],
        row[3].split(separator: " ").map { References.double(String($0)) }
      )
    }
  }

  @Test func `every initializer has references`() throws {
    let others = try ["torch_initializers", "matrices"].flatMap { file in
      try References.text("initializers/\(file).csv").split(separator: "\n").map { String($0.prefix { $0 != ";" }) }
    }
    #expect(Set(try Self.rows().map(\.name)).union(others).isSuperset(of: initializers.names))
  }

  @Test func `the distributions are Keras's`() throws {
    for row in try Self.rows() where row.distribution != "std of draws" {
      let fans = try #require(Fans(shape: row.shape))
      let initializer = try #require(initializers[row.name]).makeDefault()
      let distribution = try initializer.distribution(fanIn: fans.fanIn, fanOut: fans.fanOut)
      #expect(distribution.name == row.distribution, "\(row.name)")
      let parameters = distribution.properties.compactMap(\.value.number)
      try #require(parameters.count == row.parameters.count)
      for (parameter, expected) in zip(parameters, row.parameters) {
        #expect((parameter - expected).magnitude <= expected.ulp, "\(row.name) \(row.shape): \(parameter), \(expected)")
      }
    }
  }

  /// Keras draws 4 million weights in single precision, so three digits of the standard deviation are sure.
  @Test func `the standard deviations are those of Keras's draws`() throws {
    for row in try Self.rows() where row.distribution == "std of draws" {
      let fans = try #require(Fans(shape: row.shape))
      let initializer = try #require(initializers[row.name]).makeDefault()
      let deviation = try initializer.distribution(fanIn: fans.fanIn, fanOut: fans.fanOut).standardDeviation
      #expect((deviation - row.parameters[0]).magnitude <= 0.002 * deviation, "\(row.name)")
    }
  }
}
