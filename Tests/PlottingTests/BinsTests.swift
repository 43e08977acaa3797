import Plotting
import TestSupport
import Testing

@Suite struct BinsTests {
  private static func row(_ bits: String) -> [Double] {
    bits.split(separator: " ").map { References.double(String($0)) }
  }

  @Test func `edges and counts are NumPy's`() throws {
    let lines = try References.text("plotting/bins.tsv").split(separator: "\n").dropFirst()
    #expect(lines.count > 80)
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let numbers = cells[0] == "many" ? Gallery.draws(5000) : Self.row(cells[2])
      let bins = Bins(of: numbers, count: Int(cells[1]))
      #expect(bins.edges == Self.row(cells[3]), "\(cells[0]), bins=\(cells[1])")
      #expect(bins.counts == cells[4].split(separator: " ").compactMap { Int($0) }, "\(cells[0]), bins=\(cells[1])")
    }
  }

  @Test func `numbers that are not finite are in no bin`() {
    let bins = Bins(of: [1, .nan, 2, .infinity, 3, -.infinity], count: 2)
    #expect(bins.counts == [1, 2])
    #expect(bins.notFinite == 3)
  }

  @Test(arguments: [Double.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1e300, 0, .leastNonzeroMagnitude])
  func `one number at the edge of all numbers has a bin`(_ number: Double) {
    for count in [1, 2, 10_000] {
      let bins = Bins(of: [number, number], count: count)
      #expect(bins.counts.reduce(0, +) == 2 && bins.edges.allSatisfy(\.isFinite))
    }
  }

  @Test(arguments: [
    [-1e308, 1e308], [0, .leastNonzeroMagnitude], [1e308, 1.7e308], [1, 1.0000000000000002],
    [-.greatestFiniteMagnitude, .greatestFiniteMagnitude],
    [.nan], [],
  ])
  func `no number is lost, however far or near they are`(_ numbers: [Double]) {
    for count in [nil, 1, 10, 1000] {
      let bins = Bins(of: numbers, count: count)
      #expect(bins.counts.reduce(0, +) + bins.notFinite == numbers.count)
      #expect(bins.edges.count == bins.counts.count + 1)
      #expect(bins.edges.allSatisfy { $0.isFinite })
      #expect(zip(bins.edges, bins.edges.dropFirst()).allSatisfy { $0 < $1 })
      #expect(bins.densities.allSatisfy { $0 >= 0 })
    }
  }

  @Test func `densities have the area 1`() {
    let bins = Bins(of: Gallery.draws(3000))
    let area = bins.densities.indices.reduce(0) { $0 + bins.densities[$1] * (bins.edges[$1 + 1] - bins.edges[$1]) }
    #expect(abs(area - 1) < 1e-12)
  }

  @Test func `order statistics are those of the sorted row`() {
    let draws = Gallery.draws(20_000)
    let rows = [draws, draws.map { $0 * $0 * $0 * 1e-200 }, draws.map { ($0 * 3).rounded() }, draws.map { $0 - 1e9 }]
    for row in rows {
      let sorted = row.sorted()
      let places = [0, 1, 4999, 5000, 10_000, 15_000, 19_999]
      #expect(OrderStatistics.select(places, of: row) == places.map { sorted[$0] })
    }
  }
}
