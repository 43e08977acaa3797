import ElementaryFunctions
import Plotting
import Vocabulary

/// One figure of each sort, made of plain formulas.
enum Gallery {
  static let figures: [(name: String, figure: Figure)] = [
    ("densities", densities), ("losses", losses), ("histogram", histogram), ("chain", chain), ("regions", regions),
    ("weights", weights), ("network", network), ("layers", layers), ("saturation", saturation), ("function", function),
    ("descent", descent), ("empty", Figure("nothing", marks: [LineMark([])])),
    ("spread", spread), ("map", map), ("classes", classes), ("graph", graph), ("flow", flow), ("means", means),
    ("errors", errors), ("factors", factors), ("contours", contours),
    ("constant", Figure("constant", marks: [LineMark([Double](repeating: 3, count: 10))])),
  ]

  fileprivate static func steps(_ low: Double, _ high: Double, _ count: Int = 200) -> [Double] {
    (0...count).map { low + (high - low) * Double($0) / Double(count) }
  }

  private static func bell(_ x: Double, _ width: Double) -> Double {
    exp(-x * x / (2 * width * width)) / (width * 2.5066282746310002)
  }

  static var densities: Figure {
    let x = steps(-4, 4)
    return Figure(
      "Two normal densities", x: Axis("x"), y: Axis("density"),
      marks: [
        LineMark(x: x, y: x.map { bell($0, 1) }, label: "normal(0, 1)"),
        LineMark(x: x, y: x.map { bell($0, 0.5) }, label: "normal(0, 0.5)", pen: Pen(.series(1))),
        LineMark(x: x, y: x.map { $0 > -2 && $0 < 2 ? 0.25 : 0 }, label: "uniform(-2, 2)", pen: Pen(.series(2))),
      ])
  }

  static var losses: Figure {
    let epochs = (1...100).map { Double($0) }
    let mean = epochs.map { 0.5 * exp(-$0 / 20) + 0.001 }
    return Figure(
      "loss over 5 seeds", x: Axis("epoch", isCount: true), y: Axis("loss", scale: .logarithmic),
      marks: [
        AreaMark(x: epochs, low: mean.map { $0 * 0.6 }, high: mean.map { $0 * 1.5 }),
        LineMark(x: epochs, y: mean, label: "glorot_uniform"),
        LineMark(x: epochs, y: epochs.map { _ in 0.25 }, label: "zeros", pen: Pen(.series(1))),
      ])
  }

  static let sample = draws(2000)

  /// Nearly normal numbers: sums of twelve remainders of a linear congruential generator.
  static func draws(_ count: Int) -> [Double] {
    var state: UInt64 = 1
    func share() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    return (0..<count).map { _ in (0..<12).reduce(-6) { sum, _ in sum + share() } }
  }

  static var histogram: Figure {
    let bins = Bins(of: sample)
    let x = steps(-4, 4)
    return Figure(
      "2000 draws", x: Axis("value"), y: Axis("density"),
      marks: [
        BarMark(edges: bins.edges, heights: bins.densities, label: "sample"),
        LineMark(x: x, y: x.map { bell($0, 1) }, label: "normal(0, 1)", pen: Pen(.series(1), dash: .solid)),
      ])
  }

  static var chain: Figure {
    let factors = [0.03, 3e-3, 3e-4, 3e-5, 3e-6, 3e-7]
    return Figure(
      "gradient, layer by layer", x: Axis("gradient", scale: .logarithmic),
      y: Axis("layer", categories: ["output", "5", "4", "3", "2", "1"], isReversed: true),
      marks: [BarMark(factors, captions: factors.map { NumberStyle.standard.text($0) })])
  }

  static var regions: Figure {
    var elements: [Double] = []
    for row in 0..<60 {
      for column in 0..<60 {
        let (x, y) = (Double(column) / 59 * 3 - 1.5, Double(row) / 59 * 3 - 1.5)
        elements.append(1 / (1 + exp(12 * ((x * x + y * y).squareRoot() - 0.9))))
      }
    }
    let angles = steps(0, 6.283, 60)
    return Figure(
      "decision regions", x: Axis("x1"), y: Axis("x2"), isEven: true,
      marks: [
        HeatMark(
          Matrix(rows: 60, columns: 60, elements: elements), x: Bounds(-1.5, 1.5), y: Bounds(-1.5, 1.5),
          palette: .diverging(center: 0.5), label: "P(class 1)", isPale: true),
        PointMark(x: angles.map { cos($0) * 1.2 }, y: angles.map { sin($0) * 1.2 }, label: "class 0"),
        PointMark(x: angles.map { cos($0) * 0.6 }, y: angles.map { sin($0) * 0.6 }, label: "class 1", ink: .series(1)),
      ])
  }

  static var weights: Figure {
    let elements = (0..<50).map { sin(Double($0) * 1.7) }
    return Figure(
      "weights of layer 2", x: Axis("unit", isCount: true), y: Axis("input", isCount: true, isReversed: true),
      marks: [HeatMark(Matrix(rows: 5, columns: 10, elements: elements))])
  }

  static var network: Figure {
    func matrix(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { sin(Double($0) * 2.3) })
    }
    let layers = [
      NetworkMark.Layer(units: 2, label: "2 inputs"), .init(units: 5, label: "5 tanh", weights: matrix(2, 5)),
      .init(units: 10, label: "10 tanh", weights: matrix(5, 10)),
      .init(units: 2, label: "2 tanh", weights: matrix(10, 2)),
      .init(units: 1, label: "1 sigmoid", weights: matrix(2, 1)),
    ]
    return Figure("a network", panels: [Panel(showsAxes: false, marks: [NetworkMark(layers)])])
  }

  static var layers: Figure {
    Figure(
      "activations",
      panels: (1...4).map { layer in
        let bins = Bins(of: sample.map { tanh($0 * Double(layer)) }, count: 20)
        return Panel("layer \(layer)", marks: [BarMark(edges: bins.edges, heights: bins.densities)])
      })
  }

  static var saturation: Figure {
    let x = steps(-45, 45)
    return Figure(
      "sigmoid under a sum of 250 inputs", x: Axis("z"),
      marks: [
        RangeMark(.x(Bounds(-45, -4.6)), label: "saturated"), RangeMark(.x(Bounds(4.6, 45))),
        AreaMark(x: x, under: x.map { bell($0, 15.8) * 30 }, label: "normal(0, 15.8), scaled", ink: .series(1)),
        LineMark(x: x, y: x.map { 1 / (1 + exp(-$0)) }, label: "sigmoid"),
      ])
  }

  static var function: Figure {
    let x = steps(-3, 3)
    return Figure(
      "x³ - 3x and its derivative", x: Axis("x"),
      marks: [
        RuleMark(.y(0)), LineMark(x: x, y: x.map { $0 * $0 * $0 - 3 * $0 }, label: "f(x)"),
        LineMark(x: x, y: x.map { 3 * $0 * $0 - 3 }, label: "f′(x)", pen: Pen(.series(1))),
      ])
  }

  static var descent: Figure {
    let x = steps(-1, 6)
    let path = (0...8).map { step -> Double in
      let distance = 2.5 * exp(-0.5 * Double(step))
      return step % 2 == 0 ? 3 + distance : 3 - distance
    }
    return Figure(
      "descent", x: Axis("x"), y: Axis("f(x)"),
      marks: [
        LineMark(x: x, y: x.map { ($0 - 3) * ($0 - 3) }, label: "f(x) = (x - 3)²"),
        LineMark(x: path, y: path.map { ($0 - 3) * ($0 - 3) }, pen: Pen(.series(1), dash: .dotted)),
        PointMark(x: path, y: path.map { ($0 - 3) * ($0 - 3) }, label: "steps", ink: .series(1), shape: .disc),
        TextMark("start", x: path[0], y: 6.25, .leading),
      ])
  }

  static var contours: Figure {
    let places = steps(-2, 2, 40)
    let elements = places.flatMap { y in places.map { x in x * x + 4 * y * y - x * y } }
    var path = [(x: -1.8, y: 1.5)]
    for _ in 0..<12 {
      let (x, y) = path[path.count - 1]
      path.append((x - 0.11 * (2 * x - y), y - 0.11 * (8 * y - x)))
    }
    return Figure(
      "descent on contours", x: Axis("w"), y: Axis("b"), isEven: true,
      marks: [
        ContourMark(
          Matrix(rows: 41, columns: 41, elements: elements), x: Bounds(-2, 2), y: Bounds(-2, 2),
          at: [0.1, 0.5, 1, 2, 4, 8, 16], label: "loss"),
        LineMark(x: path.map(\.x), y: path.map(\.y), pen: Pen(.series(1), dash: .solid)),
        PointMark(x: path.map(\.x), y: path.map(\.y), label: "steps", ink: .series(1), shape: .disc),
      ])
  }
}

/// Several things in one figure, and results of instruments.
extension Gallery {
  fileprivate static var spread: Figure {
    let epochs = (1...20).map(Double.init)
    let falling = epochs.map { 1 / $0 + 0.1 }
    let rising = epochs.map { 0.05 * $0 }
    return Figure.series(
      [
        Series(
          "with a band", x: epochs, y: falling,
          band: Series.Spread(low: falling.map { $0 * 0.7 }, high: falling.map { $0 * 1.2 })),
        Series(
          "with bars", x: epochs, y: rising,
          errors: Series.Spread(low: rising.map { $0 - 0.1 }, high: rising.map { $0 + 0.1 })),
      ], x: Axis("epoch", isCount: true), y: Axis("loss"))
  }

  fileprivate static var map: Figure {
    let rates = [0.001, 0.01, 0.1, 1]
    let elements = (0..<12).map { [0.5, 0.4, 0.2, 0.9][$0 % 4] * Double($0 / 4 + 1) }
    return Figure.matrix(
      Matrix(rows: 3, columns: 4, elements: elements), title: "loss",
      x: Figure.Side(rates, label: "learning rate", scale: .logarithmic),
      y: .named(["sgd", "momentum", "adam"], label: nil))
  }

  fileprivate static var classes: Figure {
    let elements = (0..<48 * 48).map { place -> Double in
      let (x, y) = (Double(place % 48) / 24 - 1, Double(place / 48) / 24 - 1)
      return x * x + y * y < 0.4 ? 1 : x > y ? 2 : 0
    }
    let angles = steps(0, 6.283, 24)
    return Figure.regions(
      Matrix(rows: 48, columns: 48, elements: elements), x: Axis("x1"), y: Axis("x2"), across: Bounds(-1, 1),
      up: Bounds(-1, 1), classes: ["apple", "pear", "plum"],
      points: [
        PointGroup("pear", x: angles.map { cos($0) * 0.4 }, y: angles.map { sin($0) * 0.4 }, number: 1),
        PointGroup("plum", x: angles.map { 0.7 + cos($0) * 0.1 }, y: angles.map { -0.6 + sin($0) * 0.2 }, number: 2),
      ])
  }

  fileprivate static var graph: Figure {
    let nodes = [
      GraphMark.Node("w", value: "0.5", slope: "-0.287", from: []),
      GraphMark.Node("b", value: "0.1", slope: "-0.143", from: []),
      GraphMark.Node("w × 2", value: "1", slope: "-0.143", from: [0]),
      GraphMark.Node("… + b", value: "1.1", slope: "-0.143", from: [2, 1]),
      GraphMark.Node("w × …", value: "0.55", slope: "1", from: [0, 3]),
    ]
    return Figure("a computation", panels: [Panel(showsAxes: false, marks: [GraphMark(nodes)])])
  }

  fileprivate static var flow: Figure {
    let layers = (1...10).map(Double.init)
    let sizes = Throughflow.Sizes(predicted: layers.map { exp(-$0 / 2) }, measured: layers.map { exp(-$0 / 2.2) })
    let back = Throughflow.Sizes(predicted: layers.map { exp($0 / 3) }, measured: layers.map { exp($0 / 2.8) })
    return Figure.flow([Throughflow("narrow", layers: layers, signals: sizes, gradients: back)])
  }

  fileprivate static var means: Figure {
    Figure.means(
      [Runs("zeros", [[0.5, 0.5, 0.5]]), Runs("he_normal", [[0.9, 0.95, 0.99]]), Runs("lost", [[]])], x: .accuracy)
  }

  fileprivate static var errors: Figure {
    Figure.errors([2e-9, 0, 3e-4], names: ["1: 4 tanh", "2: 4 relu", "3: 1 sigmoid"], tolerance: 1e-5)
  }

  fileprivate static var factors: Figure {
    let x = steps(-1, 3).map { pow(10, $0) }
    return Figure(
      "equal factors", x: Axis("rate", scale: .logarithmic), y: Axis("loss", scale: .logarithmic),
      marks: [
        PointMark(x: [0, 0.1, 1, 10, 100, 500], y: [1, 2, 0.6, 0.1, -1, 0.02], label: "measured"),
        LineMark(x: x, y: x.map { 1 / (1 + $0) }, label: "1 / (1 + x)", pen: Pen(.series(1))),
      ])
  }
}
