import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

/// What one file and one line add does all that the others do: it learns, is checked, exported, saved and read.
@Suite struct ExtensionTests {
  private let activation: any Activation
  private let loss: any Loss
  private let optimizer: any Optimizer
  private let net: Architecture
  private let weights: [Double]
  private let data: Dataset

  init() throws {
    activation = try #require(Extended.activations["bent_identity"]).makeDefault()
    loss = try #require(Extended.losses["quartic"]).makeDefault()
    optimizer = try #require(Extended.optimizers["sign_descent"]).makeDefault()
    let scale = try #require(Extended.layers["scale"]).makeDefault()
    let arcsine = FixedInitializer(fixed: try #require(Extended.distributions["arcsine"]).makeDefault())
    let none = FixedInitializer(fixed: Constant(0))
    net = try Architecture(
      [
        InputLayer(size: 1), DenseLayer(units: 5, activation: activation, initializer: arcsine, bias: none), scale,
        DenseLayer(units: 1, activation: Linear(), initializer: arcsine, bias: none),
      ], initializer: VarianceScaling.standard, memory: 1_000_000)
    var generator = PCG64(seed: 1)
    weights = try net.drawWeights(using: &generator)
    let stairs = try #require(Extended.datasets["stairs"])
    let groups: [[Argument]] = [[Argument(.number(40))], [Argument(.number(0.05))], []]
    data = try stairs.make(Arguments(groups, for: stairs.signature)).dataset(
      using: &generator, interruption: Interruption())
  }

  @Test func `their declarations say what help shows`() {
    let signatures = [
      Arcsine.declaration.signature, BentIdentity.declaration.signature, QuarticError.declaration.signature,
      SignDescent.declaration.signature, ScaleLayer.declaration.signature, Stairs.declaration.signature,
    ]
    for signature in signatures {
      #expect(signature.summary.hasSuffix(".") && !signature.documentation.examples.isEmpty, "\(signature.name)")
      #expect(signature.usage.hasPrefix(signature.name + "("), "\(signature.name)")
    }
    #expect(SignDescent.declaration.signature.documentation.examples[0].output == optimizer.display.printed().text)
    #expect(data.display.printed().text == "stairs: 40 points × 1 feature, 1 target")
  }

  @Test func `the distribution has the laws of one`() {
    let arcsine = Arcsine()
    for p in stride(from: 0.01, to: 1, by: 0.01) {
      let x = arcsine.quantile(p)
      #expect((arcsine.cumulative(x) - p).magnitude < 1e-14 && (arcsine.survival(x) + p - 1).magnitude < 1e-14)
      let slope = (arcsine.cumulative(x + 1e-7) - arcsine.cumulative(x - 1e-7)) / 2e-7
      #expect((slope / arcsine.density(x) - 1).magnitude < 1e-5)
    }
    var generator = PCG64(seed: 2)
    let draws = (0..<4000).map { _ in arcsine.sample(using: &generator) }
    #expect((draws.reduce(0, +) / 4000 - arcsine.mean).magnitude < 0.02)
    #expect(draws.count { $0 < 0.25 } > 1200 && draws.count { $0 < 0.25 } < 1470, "a third")
  }

  @Test func `activation and loss have the derivatives that they say`() {
    for z in stride(from: -6.0, to: 6, by: 0.25) {
      let ofActivation = (activation.value(z + 1e-6) - activation.value(z - 1e-6)) / 2e-6
      #expect((ofActivation - activation.derivative(at: z, value: activation.value(z))).magnitude < 1e-8)
      let ofLoss = (loss.value(z + 1e-5, 0.5) - loss.value(z - 1e-5, 0.5)) / 2e-5
      #expect((ofLoss - loss.derivative(z, 0.5)).magnitude < 1e-6 * max(1, ofLoss.magnitude))
    }
  }

  @Test func `a network of them has right gradients and is inspected`() throws {
    let check = try net.checkGradient(weights, on: data, loss: loss)
    #expect(check.agrees && check.rows.map(\.checked) == [10, 5, 6])
    let inspection = try net.inspect(weights, on: data, loss: loss, learningRate: 0.01)
    #expect(inspection.rows.map(\.outline) == ["5 bent_identity", "scale", "1 linear"])
    let flow = try net.flow(weights, on: data, loss: loss)
    #expect(flow.condition == inspection.diagnoses.first?.condition)
  }

  @Test func `it learns, in one training as in two`() throws {
    var training = Training(epochs: 30, batchSize: 8, loss: loss, optimizer: optimizer, shuffles: false)
    func train(_ weights: inout [Double], _ state: inout OptimizerState?) throws -> History {
      var generator = PCG64(seed: 0)
      return try training.run(
        net, &weights, &state, on: data, using: &generator, interruption: Interruption(), progress: nil)
    }
    var (whole, parts) = (weights, weights)
    var (ofWhole, ofParts): (OptimizerState?, OptimizerState?) = (nil, nil)
    let history = try train(&whole, &ofWhole)
    #expect(try #require(history.losses.last) < 0.1 * history.losses[0])
    for epochs in [10, 20] {
      training.epochs = epochs
      _ = try train(&parts, &ofParts)
    }
    #expect(whole == parts)
  }

  @Test(arguments: TensorLayout.allCases)
  func `its weights are saved and read`(_ layout: TensorLayout) throws {
    let bytes = try TensorFile.bytes(net.tensors(weights, layout: layout), metadata: [])
    #expect(try net.weights(from: TensorFile(bytes)) == weights)
    #expect(
      net.definition.contains("dense(5, bent_identity, initializer=arcsine()") && net.definition.contains("scale()"))
  }

  @Test func `it is Python`() throws {
    let trained = Training(
      epochs: 1, batchSize: 8, loss: loss, optimizer: StochasticGradientDescent.standard, shuffles: false)
    // Neither library draws from this distribution.
    let drawn = net.replacing(initializer: VarianceScaling.standard)
    let folder = try TemporaryFolder()
    let compiling = "import sys\nfor path in sys.argv[1:]: compile(open(path).read(), path, 'exec')"
    for (library, write) in [("keras", PythonSource.keras), ("torch", PythonSource.torch)] {
      let source = try write(drawn, trained)
      #expect(source.contains("Scale(") && source.lowercased().contains("bent"))
      folder.write("\(library).py", source)
      let path = "\(folder.path)/\(library).py"
      if let status = Python.run(compiling, arguments: [path]) { #expect(status == 0, "\(source)") }
      if Python.has(library) {
        #expect(Python.run("import runpy, sys\nrunpy.run_path(sys.argv[1])", arguments: [path]) == 0, "\(source)")
      }
      #expect(throws: Failure.self) { try write(net, nil) }
      var unknown = trained
      unknown.optimizer = optimizer
      #expect(throws: Failure.self) { try write(drawn, unknown) }
    }
  }
}
