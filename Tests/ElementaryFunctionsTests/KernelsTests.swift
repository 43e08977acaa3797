import ElementaryFunctions
import SameBits
import TestSupport
import Testing

/// One at a time and over arrays, on every path that this processor has, the functions give the same bits.
@Suite struct KernelsTests {
  struct Family: Sendable {
    let name: String
    let scalar: @Sendable (Double) -> Double
    let array: @Sendable (Kernels, UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void
  }

  static let families = [
    Family(name: "exp", scalar: { exp($0) }, array: { $0.exp($1, into: $2) }),
    Family(name: "log", scalar: { log($0) }, array: { $0.log($1, into: $2) }),
    Family(name: "tanh", scalar: { tanh($0) }, array: { $0.tanh($1, into: $2) }),
    Family(name: "sigmoid", scalar: { sigmoid($0) }, array: { $0.sigmoid($1, into: $2) }),
  ]

  /// A million and some.
  static let arguments = Inputs.edges + Inputs.mixed(1_000_000)

  @Test func `the portable path is everywhere and the best is one of all`() {
    #expect(Kernels.Path.allSupported.first == .portable)
    #expect(Kernels.Path.allSupported.contains(Kernels.best.path))
  }

  @Test(arguments: Kernels.Path.allSupported, families.indices)
  func `arrays have the bits of single numbers`(_ path: Kernels.Path, _ index: Int) throws {
    let family = Self.families[index]
    let kernels = try #require(Kernels(path))
    let numbers = Self.arguments
    var result = [Double](repeating: 0, count: numbers.count)
    numbers.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { family.array(kernels, source, $0) }
    }
    let odd = numbers.indices.first { !Self.isSame(result[$0], family.scalar(numbers[$0])) }
    #expect(odd == nil, "\(family.name)(\(odd.map { numbers[$0] } ?? 0)) is \(odd.map { result[$0] } ?? 0)")
  }

  @Test(arguments: Kernels.Path.allSupported)
  func `operations on arrays have the bits of single ones, also in place`(_ path: Kernels.Path) throws {
    let kernels = try #require(Kernels(path))
    let operations: [(Kernels.Operation, (Double, Double) -> Double)] = [
      (.add, { $0 + $1 }), (.subtract, { $0 - $1 }), (.multiply, { $0 * $1 }), (.divide, { $0 / $1 }),
    ]
    for (operation, scalar) in operations {
      for count in [0, 1, 7, 8, 9, 31, 100_003] {
        let a = Array(Self.arguments.prefix(count))
        let b = Array(Self.arguments.suffix(count))
        var result = a
        b.withUnsafeBufferPointer { b in
          result.withUnsafeMutableBufferPointer { kernels.combine(operation, UnsafeBufferPointer($0), b, into: $0) }
        }
        #expect(zip(zip(a, b), result).allSatisfy { Self.isSame(scalar($0.0, $0.1), $1) }, "\(operation), \(count)")
      }
    }
  }

  @Test(arguments: Kernels.Path.allSupported, families.indices)
  func `arrays of any length, also in place`(_ path: Kernels.Path, _ index: Int) throws {
    let family = Self.families[index]
    let kernels = try #require(Kernels(path))
    for count in 0...35 {
      var numbers = Array(Self.arguments.suffix(count)) + [1234]
      let expected = numbers.prefix(count).map(family.scalar)
      numbers.withUnsafeMutableBufferPointer {
        let places = UnsafeMutableBufferPointer(rebasing: $0[..<count])
        family.array(kernels, UnsafeBufferPointer(places), places)
      }
      #expect(zip(numbers, expected).allSatisfy(Self.isSame), "\(family.name) of \(count)")
      #expect(numbers[count] == 1234, "\(family.name) of \(count) writes beyond the end")
    }
  }

  @Test(arguments: Kernels.Path.allSupported)
  func `sums have the bits of a loop`(_ path: Kernels.Path) throws {
    let kernels = try #require(Kernels(path))
    for count in stride(from: 0, through: 4000, by: 40) {
      let numbers: [Double] = (0..<count).map { index in
        let scale: Double = index % 3 == 0 ? 1e12 : -1e-3
        return scale * Double(index * index % 1009)
      }
      let (sums, lost) = kernels.compensatedSums(numbers)
      for lane in 0..<8 {
        var (sum, error) = (0.0, 0.0)
        for index in stride(from: lane, to: count, by: 8) {
          let number: Double = numbers[index]
          let next: Double = sum + number
          let added: Double = next - sum
          error += (sum - (next - added)) + (number - added)
          sum = next
        }
        #expect(sums[lane].bitPattern == sum.bitPattern && lost[lane].bitPattern == error.bitPattern)
      }
    }
  }

  private static func isSame(_ a: Double, _ b: Double) -> Bool {
    a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
  }
}
