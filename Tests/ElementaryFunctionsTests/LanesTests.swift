import ElementaryFunctions
import Testing

/// One at a time, in lanes and over arrays the functions give the same bits.
@Suite struct LanesTests {
  struct Family: Sendable {
    let name: String
    let scalar: @Sendable (Double) -> Double
    let four: @Sendable (SIMD4<Double>) -> SIMD4<Double>
    let eight: @Sendable (SIMD8<Double>) -> SIMD8<Double>
    let array: @Sendable (UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void
  }

  static let families = [
    Family(name: "exp", scalar: { exp($0) }, four: { exp($0) }, eight: { exp($0) }, array: { exp($0, into: $1) }),
    Family(name: "log", scalar: { log($0) }, four: { log($0) }, eight: { log($0) }, array: { log($0, into: $1) }),
    Family(name: "tanh", scalar: { tanh($0) }, four: { tanh($0) }, eight: { tanh($0) }, array: { tanh($0, into: $1) }),
    Family(
      name: "sigmoid", scalar: { sigmoid($0) }, four: { sigmoid($0) }, eight: { sigmoid($0) },
      array: { sigmoid($0, into: $1) }),
  ]

  /// Bit patterns from all over, numbers of ordinary size, and the special ones.
  static let arguments: [Double] = {
    var word: UInt64 = 0x9E37_79B9_7F4A_7C15
    var numbers: [Double] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, 0x1p-1074, -0x1p-1074, 0x1p-1022, 709.8, -745.2, 22, -22,
    ]
    for index in 0..<40_000 {
      word = word &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
      let scale = [1.0, 30, 800, 1e-6][index / 2 & 3]
      numbers.append(
        index & 1 == 0 ? Double(bitPattern: word) : scale * (Double(word >> 11) * 0x1p-52 - 1))
    }
    return numbers
  }()

  @Test(arguments: families.indices)
  func `lanes and arrays`(_ index: Int) {
    let family = Self.families[index]
    let numbers = Self.arguments
    let expected = numbers.map(family.scalar)
    var result = [Double](repeating: 0, count: numbers.count)
    numbers.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { family.array(source, $0) }
    }
    #expect(zip(result, expected).allSatisfy(Self.isSame))
    for start in stride(from: 0, to: numbers.count - 8, by: 8) {
      let four = family.four(SIMD4(numbers[start..<start + 4]))
      let eight = family.eight(SIMD8(numbers[start..<start + 8]))
      #expect(four.indices.allSatisfy { Self.isSame(four[$0], expected[start + $0]) }, "\(family.name)")
      #expect(eight.indices.allSatisfy { Self.isSame(eight[$0], expected[start + $0]) }, "\(family.name)")
    }
  }

  @Test(arguments: families.indices)
  func `arrays of any length, also in place`(_ index: Int) {
    let family = Self.families[index]
    for count in 0...19 {
      var numbers = Array(Self.arguments.suffix(count))
      let expected = numbers.map(family.scalar)
      numbers.withUnsafeMutableBufferPointer { family.array(UnsafeBufferPointer($0), $0) }
      #expect(zip(numbers, expected).allSatisfy(Self.isSame), "\(family.name) of \(count)")
    }
  }

  private static func isSame(_ a: Double, _ b: Double) -> Bool {
    a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
  }
}
