import Probability
import TestSupport
import Testing

/// Long streams, long enough to meet every layer of the ziggurats and their tails often.
///
/// A draw out of a tail passes through a logarithm, so it may differ from NumPy's in the last place or two; all
/// others are the same bits, which a checksum of them shows.
@Suite struct MillionDrawsTests {
  @Test func `uniforms`() throws {
    try Stream.check("random checksum") { stream in
      var generator = PCG64(entropy: stream.entropy)
      return [Stream.checksum((0..<stream.count).lazy.map { _ in generator.nextUniform().bitPattern })]
    }
  }

  @Test func `normals`() throws {
    try check("normal", edge: 3.6541528853610088) { $0.standardNormal() }
  }

  @Test func `exponentials`() throws {
    try check("exponential", edge: 7.69711747013104972) { $0.standardExponential() }
  }

  private func check(_ kind: String, edge: Double, draw: (inout PCG64) -> Double) throws {
    let tails = try Stream.all("\(kind) tail")
    for (stream, tail) in zip(try Stream.all("\(kind) checksum"), tails) {
      var generator = PCG64(entropy: stream.entropy)
      let values = (0..<stream.count).map { _ in draw(&generator) }
      #expect(Stream.checksum(values.lazy.filter { $0.magnitude <= edge }.map(\.bitPattern)) == stream.values[0])
      let found = values.indices.filter { values[$0].magnitude > edge }
      let expected = tail.values.map { $0.split(separator: ":") }
      try #require(found == expected.compactMap { Int($0[0]) })
      for (position, entry) in zip(found, expected) {
        let value = References.double(String(entry[1]))
        #expect((values[position] - value).magnitude <= 2 * value.ulp, "draw \(position) of \(stream.entropy)")
      }
    }
    #expect(!tails.isEmpty)
  }
}
