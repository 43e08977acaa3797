import Platform
import Plotting
import TestSupport
import Testing
import Vocabulary
import Workbench

/// What the figures hold, against formulas and references from outside.
@Suite struct FiguresTests {
  private func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
    (a - b).magnitude <= tolerance * max(1e-300, b.magnitude)
  }

  private static func density(_ law: String, _ x: Double) -> Double {
    switch law {
    case "normal(1, 2)": return exp(-(x - 1) * (x - 1) / 8) / (2 * (2 * Double.pi).squareRoot())
    case "exponential(3)": return x < 0 ? 0 : 3 * exp(-3 * x)
    case "cauchy": return 1 / (Double.pi * (1 + x * x))
    case "laplace": return exp(-x.magnitude) / 2
    default:
      let share = 1 + exp(-x)
      return exp(-x) / (share * share)
    }
  }

  @Test(arguments: ["normal(1, 2)", "exponential(3)", "cauchy", "laplace", "logistic"])
  func `densities are exact`(_ law: String) throws {
    var probe = FigureProbe()
    let line = try #require(try probe.figure("plot \(law)").marks(LineMark.self).first)
    #expect(line.x.count >= 400)
    #expect(zip(line.x, line.x.dropFirst()).allSatisfy { $0 < $1 })
    for (x, y) in zip(line.x, line.y) { #expect(isClose(y, Self.density(law, x)), "\(law) at \(x)") }
  }

  @Test func `the curve of a density has the area 1, and its walls are upright`() throws {
    var probe = FigureProbe()
    let uniform = try #require(try probe.figure("plot uniform(-1, 3)").marks(LineMark.self).first)
    #expect(Set(uniform.y) == [0, 0.25])
    let jumps = zip(zip(uniform.x, uniform.x.dropFirst()), zip(uniform.y, uniform.y.dropFirst())).filter {
      $1.0 != $1.1
    }
    #expect(jumps.count == 2)
    for jump in jumps { #expect(jump.0.0.nextUp >= jump.0.1.nextDown) }
    let bell = try #require(try probe.figure("plot normal(0, 1)").marks(LineMark.self).first)
    let area = zip(zip(bell.x, bell.x.dropFirst()), zip(bell.y, bell.y.dropFirst())).reduce(0) {
      $0 + ($1.0.1 - $1.0.0) * ($1.1.0 + $1.1.1) / 2
    }
    #expect((area - 0.999).magnitude < 1e-5)
  }

  @Test(arguments: [
    ("poisson(3)", 0...10), ("binomial(10, 0.5)", 0...10), ("categorical([0.2, 0, 0.8])", 0...2),
    ("bernoulli(0.3)", 0...1),
  ])
  func `masses stand at every whole number`(_ law: String, _ values: ClosedRange<Int>) throws {
    var probe = FigureProbe()
    let bars = try #require(try probe.figure("plot \(law)").marks(BarMark.self).first)
    let middles = zip(bars.edges, bars.edges.dropFirst()).map { ($0 + $1) / 2 }
    #expect(middles.map { Int($0.rounded()) } == Array(values))
    #expect(bars.values.reduce(0, +) > 0.999)
    for (value, middle) in zip(bars.values, middles) {
      guard case .number(let p) = probe.session.run("pdf(\(law), \(middle))").results[0].value else { return }
      #expect(isClose(value, p))
    }
  }

  @Test func `a law of very many values is drawn in bounded time`() throws {
    var probe = FigureProbe()
    let bars = try #require(try probe.figure("plot binomial(1e9, 0.5)").marks(BarMark.self).first)
    #expect(bars.values.count <= 2001)
    #expect(bars.values.allSatisfy { $0 > 0 })
  }

  @Test func `cumulative probabilities end at 1`() throws {
    var probe = FigureProbe()
    let lines = try probe.figure("plot poisson(3) normal(0, 1) cdf=true").marks(LineMark.self)
    #expect(lines.map(\.label) == ["poisson(3)", "normal(0, 1)"])
    for line in lines {
      #expect(zip(line.y, line.y.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(isClose(line.y.last ?? 0, 1, 1e-3))
    }
  }

  @Test func `bins are NumPy's`() throws {
    let lines = try References.text("plotting/bins.tsv").split(separator: "\n").dropFirst()
    var compared = 0
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let numbers = cells[2].split(separator: " ").map { References.double(String($0)) }
      guard cells[0] != "many", !numbers.isEmpty, numbers.allSatisfy(\.isFinite) else { continue }
      var probe = FigureProbe()
      probe.session.context.variables["v"] = .vector(numbers)
      let command = cells[1] == "auto" || Int(cells[1]) == nil ? "hist v" : "hist v bins=\(cells[1])"
      let bars = try #require(try probe.figure(command).marks(BarMark.self).first)
      #expect(
        bars.edges == cells[3].split(separator: " ").map { References.double(String($0)) }, "\(cells[0]) \(cells[1])")
      #expect(bars.values == cells[4].split(separator: " ").compactMap { Double($0) }, "\(cells[0]) \(cells[1])")
      compared += 1
    }
    #expect(compared > 40)
  }

  @Test func `bars under a density have the area 1`() throws {
    var probe = FigureProbe()
    let figure = try probe.figure("hist sample(normal(0, 1), 1000, seed=1) density=normal(0, 1)")
    let bars = try #require(figure.marks(BarMark.self).first)
    let area = zip(bars.values, zip(bars.edges, bars.edges.dropFirst())).reduce(0) { $0 + $1.0 * ($1.1.1 - $1.1.0) }
    #expect(isClose(area, 1))
    let line = try #require(figure.marks(LineMark.self).first)
    for (x, y) in zip(line.x, line.y) { #expect(isClose(y, exp(-x * x / 2) / (2 * Double.pi).squareRoot())) }
  }

  /// To 12 digits: both sum in an order of their own.
  @Test(arguments: ["std", "sem", "range"]) func `bands and bars of runs are NumPy's and SciPy's`(_ measure: String)
    throws
  {
    for row in try References.rows("plotting/spread.csv") {
      func numbers(_ cell: Int) -> [Double] { row[cell].split(separator: " ").map { References.double(String($0)) } }
      let (rows, columns) = (try #require(Int(row[0])), try #require(Int(row[1])))
      var probe = FigureProbe()
      probe.session.context.variables["m"] = .matrix(Matrix(rows: rows, columns: columns, elements: numbers(2)))
      let mean = numbers(3)
      let (low, high): ([Double], [Double]) =
        switch measure {
        case "range": (numbers(6), numbers(7))
        case let name:
          (
            zip(mean, numbers(name == "std" ? 4 : 5)).map { $0 - $1 },
            zip(mean, numbers(name == "std" ? 4 : 5)).map { $0 + $1 }
          )
        }
      let figure = try probe.figure("plot(m, band=\(measure), errors=\"\(measure)\")")
      let area = try #require(figure.marks(AreaMark.self).first)
      let bars = try #require(figure.marks(ErrorMark.self).first)
      let line = try #require(figure.marks(LineMark.self).first)
      let size = numbers(2).map(\.magnitude).max() ?? 1
      func agree(_ ours: [Double], _ theirs: [Double]) -> Bool {
        ours.count == theirs.count && zip(ours, theirs).allSatisfy { ($0 - $1).magnitude <= 1e-12 * size }
      }
      #expect(agree(line.y, mean) && agree(area.low, low) && agree(area.high, high), "\(rows)×\(columns)")
      #expect(agree(bars.low, low) && agree(bars.high, high))
    }
  }

  @Test func `curves over equal factors stand at equal factors, their ends exact`() throws {
    var probe = FigureProbe()
    let line = try #require(try probe.figure("plot sqrt log_x=true from=0.001 to=1000").marks(LineMark.self).first)
    #expect(line.x.first == 0.001 && line.x.last == 1000)
    for (place, x) in line.x.enumerated() {
      #expect(isClose(x, pow(10, -3 + 6 * Double(place) / 400), 1e-13))
      #expect(line.y[place] == x.squareRoot())
    }
  }

  @Test func `the edges of a graph are the operands of the steps`() throws {
    var probe = FigureProbe()
    let graph = try #require(
      try probe.figure("L(w, b) = (tanh(w × 2 + b) - w)²", "plot(backprop(L(0.5, 0.1)))").marks(GraphMark.self).first)
    let names = graph.nodes.map(\.label)
    #expect(names == ["w", "b", "w × 2", "… + b", "tanh(…)", "… - w", "(…)²"])
    #expect(graph.nodes.map(\.sources) == [[], [], [0], [2, 1], [3], [4, 0], [5]])
    #expect(graph.nodes.last?.slope == "1")
  }

  @Test func `a flow is drawn with its own numbers`() throws {
    var probe = FigureProbe()
    let figure = try probe.figure("w = flow(he_normal, tanh, layers=7, units=20, seed=3)", "plot w")
    func field(_ name: String) throws -> [Double] {
      guard case .vector(let numbers)? = probe.session.run("w.\(name)").results.first?.value else {
        throw FigureProbe.NoFigure()
      }
      return numbers
    }
    let fields = try ["predicted", "measured", "predicted_delta", "measured_delta"].map(field)
    #expect(figure.marks(LineMark.self).map(\.y) == [fields[0], fields[2]])
    #expect(figure.marks(PointMark.self).map(\.y) == [fields[1], fields[3]])
    #expect(
      figure.panels.allSatisfy {
        $0.y.scale == .logarithmic
          && $0.marks.allSatisfy { mark in
            (mark as? LineMark)?.x == [1, 2, 3, 4, 5, 6, 7] || mark is PointMark
          }
      })
  }

  @Test func `points, curves and groups hold what was given`() throws {
    var probe = FigureProbe()
    let figure = try probe.figure(
      "x = [3, 1, 2]", "y = [9, 1, 4]", "f(t) = t²", "scatter(x, y, f, groups=[1, 0, 1], errors=[0.1, 0.2, 0.3])")
    #expect(figure.marks(PointMark.self).map(\.label) == ["group 1", "group 0"])
    #expect(figure.marks(PointMark.self).map(\.x) == [[3, 2], [1]])
    let curve = try #require(figure.marks(LineMark.self).first)
    #expect(curve.x.first.map { $0 <= 1 } == true && curve.x.last.map { $0 >= 3 } == true)
    #expect(zip(curve.x, curve.y).allSatisfy { $0 * $0 == $1 })
  }

  @Test func `a function is drawn with its exact derivative`() throws {
    var probe = FigureProbe()
    let lines = try probe.figure("f(x) = x³ - x", "plot f derivative=true from=-2 to=2").marks(LineMark.self)
    #expect(lines.map(\.label) == ["f", "f′"])
    for (x, y) in zip(lines[0].x, lines[0].y) { #expect((y - (x * x * x - x)).magnitude < 1e-14) }
    for (x, y) in zip(lines[1].x, lines[1].y) { #expect((y - (3 * x * x - 1)).magnitude < 1e-14) }
    #expect(lines[0].x.first == -2 && lines[0].x.last == 2)
  }

  @Test func `decision regions are what the network predicts`() throws {
    var probe = FigureProbe()
    let figure = try probe.figure(
      "data = circles(100, seed=1)",
      "net = sequential(input(2), dense(6, tanh), dense(1, sigmoid), seed=1)",
      "train net data epochs=20 learning_rate=1 seed=1", "plot net data")
    let map = try #require(figure.marks(HeatMark.self).first)
    #expect(Set(map.matrix.elements) == [0, 1])
    for (row, column) in [(0, 0), (10, 20), (32, 48), (63, 95), (40, 70)] {
      let x = map.x.low + (map.x.high - map.x.low) * (Double(column) + 0.5) / Double(map.matrix.columns)
      let y = map.y.low + (map.y.high - map.y.low) * (Double(row) + 0.5) / Double(map.matrix.rows)
      guard case .vector(let output) = probe.session.run("predict(net, [\(x), \(y)])").results[0].value else {
        throw FigureProbe.NoFigure()
      }
      #expect(map.matrix[row, column] == (output[0] > 0.5 ? 1 : 0))
    }
    #expect(figure.marks(PointMark.self).map(\.x.count) == [50, 50])
    #expect(try probe.figure("boundary net data") == figure)
  }

  @Test func `the steps of a descent are those it took`() throws {
    var probe = FigureProbe()
    let figure = try probe.figure("f(x) = (x - 3)²", "plot descend(f, from=0, learning_rate=0.1, steps=3)")
    let points = try #require(figure.marks(PointMark.self).first)
    for (x, wanted) in zip(points.x, [0, 0.6, 1.08, 1.464]) { #expect(isClose(x, wanted)) }
    for (x, y) in zip(points.x, points.y) { #expect(isClose(y, (x - 3) * (x - 3))) }
    #expect(points.x.count == 4)
  }

  @Test func `the band of a comparison reaches from the least to the greatest seed`() throws {
    var probe = FigureProbe()
    let figure = try probe.figure(
      "c = compare [sgd, adam] sequential(input(2), dense(3, tanh), dense(1, sigmoid)) circles(20, seed=1) epochs=4 seeds=3",
      "plot c")
    guard case .object(let object) = probe.session.run("c").results[0].value,
      case .list(let rows)? = object.properties.first(where: { $0.name == "curves" })?.value
    else { throw FigureProbe.NoFigure() }
    let (areas, lines) = (figure.marks(AreaMark.self), figure.marks(LineMark.self))
    #expect(areas.count == 2 && lines.map(\.label) == ["sgd", "adam"])
    for (index, row) in rows.enumerated() {
      guard case .matrix(let runs) = row else { continue }
      let curves = (0..<runs.rows).map { runs.row($0) }
      #expect(curves.count == 3)
      for epoch in 0..<4 {
        let losses = curves.map { $0[epoch] }
        #expect(areas[index].low[epoch] == losses.min() && areas[index].high[epoch] == losses.max())
        #expect(isClose(lines[index].y[epoch], losses.reduce(0, +) / 3))
      }
    }
  }

  @Test func `saturation is marked where the activation is near its bounds`() throws {
    var probe = FigureProbe()
    let figure = try probe.figure("plot sigmoid input=normal(0, 15.8114)")
    #expect(figure.title == "sigmoid of normal(0, 15.8114): 77.1% saturated")
    let places = figure.marks(RangeMark.self).map(\.place)
    #expect(places.count == 4)
    guard case .x(let low) = places[0], case .x(let high) = places[1] else { throw FigureProbe.NoFigure() }
    #expect(isClose(low.high, -log(99), 1e-9) && isClose(high.low, log(99), 1e-9))
  }
}
