import Probability
import TestSupport
import Testing

/// The streams of numpy.random.default_rng, draw for draw.
@Suite struct RandomStreamTests {
  @Test func `seeds spread as SeedSequence spreads them`() throws {
    try Stream.check("state") { stream in
      SeedSequence(entropy: stream.entropy).generateState(5).map(Stream.hexadecimal)
    }
  }

  @Test func `words`() throws {
    try Stream.check("word") { stream in stream.draw { Stream.hexadecimal($0.next()) } }
  }

  @Test func `uniforms bit for bit`() throws {
    try Stream.check("random") { stream in stream.draw { Stream.hexadecimal($0.nextUniform()) } }
    try Stream.check("uniform") { stream in stream.draw { Stream.hexadecimal($0.uniform(-0.3, 7.1)) } }
  }

  @Test func `normals and exponentials bit for bit`() throws {
    try Stream.check("standard_normal") { stream in stream.draw { Stream.hexadecimal($0.standardNormal()) } }
    try Stream.check("standard_exponential") { stream in
      stream.draw { Stream.hexadecimal($0.standardExponential()) }
    }
  }

  @Test func `integers`() throws {
    try Stream.check("integers") { stream in
      let bounds = stream.parameter.split(separator: " ").compactMap { Int($0) }
      return stream.draw { String($0.integer(bounds[0], bounds[1])) }
    }
  }

  @Test func `permutations and shuffles`() throws {
    try Stream.check("permutation") { stream in
      var generator = PCG64(entropy: stream.entropy)
      return generator.permutation(Int(stream.parameter) ?? -1).map { String($0) }
    }
    try Stream.check("shuffle") { stream in
      var generator = PCG64(entropy: stream.entropy)
      var values = (0..<(Int(stream.parameter) ?? 0)).map { String($0) }
      generator.shuffle(&values)
      return values
    }
    try Stream.check("permutation checksum") { stream in
      var generator = PCG64(entropy: stream.entropy)
      let order = generator.permutation(Int(stream.parameter) ?? 0)
      return [Stream.checksum(order.lazy.map { UInt64($0) })]
    }
  }

  /// A spare 32-bit half survives draws of whole words between the two.
  @Test func `draws of different kinds in turn`() throws {
    try Stream.check("mixed") { stream in
      var generator = PCG64(entropy: stream.entropy)
      return (0..<6).flatMap { _ in
        [
          UInt64(generator.integer(0, 10)), generator.nextUniform().bitPattern,
          UInt64(generator.integer(0, 1 << 40)), generator.standardNormal().bitPattern,
          UInt64(generator.integer(0, 1000)), UInt64(generator.permutation(4)[0]),
        ].map(Stream.hexadecimal)
      }
    }
  }

  @Test func `buffers fill with the draws of single calls`() {
    var (one, many) = (PCG64(seed: 9), PCG64(seed: 9))
    var values = [Double](repeating: 0, count: 1003)
    values.withUnsafeMutableBufferPointer { many.fillUniform($0) }
    #expect(values.allSatisfy { $0 == one.nextUniform() })
    values.withUnsafeMutableBufferPointer { many.fillUniform($0, -2, 5) }
    #expect(values.allSatisfy { $0 == one.uniform(-2, 5) })
    values.withUnsafeMutableBufferPointer { many.fillNormal($0) }
    #expect(values.allSatisfy { $0 == one.standardNormal() })
    values.withUnsafeMutableBufferPointer { many.fillExponential($0) }
    #expect(values.allSatisfy { $0 == one.standardExponential() })
    #expect(one.next() == many.next())
  }

  @Test func `fingerprints are FNV-1a`() {
    #expect(Fingerprint.of("") == 0xcbf2_9ce4_8422_2325)
    #expect(Fingerprint.of("a") == 0xaf63_dc4c_8601_ec8c)
    #expect(Fingerprint.of("foobar") == 0x8594_4171_f739_67e8)
  }
}
