import Builtins
import Networks
import TestSupport
import Testing
import Vocabulary
import Workbench

@Suite struct TrainingCommandTests {
  private static let start = """
    data = circles(40, noise=0.1, factor=0.5, seed=3); \
    net = sequential(input(2), dense(6, tanh), dense(1, sigmoid), seed=2);
    """

  /// The bits of the first layer's weights after some commands.
  private func weights(_ commands: String...) throws -> [UInt64] {
    try value(commands + ["weights(net, 1)"]).parts.bits
  }

  private func value(_ commands: String...) throws -> Value { try value(commands) }

  private func value(_ commands: [String]) throws -> Value {
    var session = Session()
    for command in [Self.start] + commands {
      let transcript = session.run(command)
      if let failure = transcript.failure { Issue.record("\(command): \(failure.message)") }
    }
    return try #require(session.context.last)
  }

  private static let optimizers: [String] =
    Networks.optimizers.names + ["sgd(0.1, momentum=0.9)", "rmsprop(momentum=0.5)", "sgd(cosine_decay(0.5, 40))"]

  /// As in Keras, where an optimizer keeps its moments and its count of steps from one fit to the next.
  @Test(arguments: optimizers)
  func `training in two parts is training at once`(_ optimizer: String) throws {
    let rest = "optimizer=\(optimizer) shuffle=false batch_size=8;"
    let whole = try weights("train net data epochs=6 \(rest)")
    #expect(try weights("train net data epochs=2 \(rest)", "train net data epochs=4 \(rest)") == whole)
    #expect(
      try weights("train net data epochs=3 \(rest)", "rewind net;", "train net data epochs=6 \(rest)") == whole,
      "rewind forgets")
  }

  @Test func `a schedule goes on where it was left, another begins anew`() throws {
    let training = "epochs=1 batch_size=20 learning_rate=step_decay(0.1, steps=2, factor=0.5)"
    func lastRate(_ commands: String...) throws -> Double? { try value(commands + ["_.learning_rate[0]"]).number }
    #expect(try lastRate("train net data \(training)", "train net data \(training)") == 0.05)
    #expect(try lastRate("train net data", "train net data \(training)") == 0.1)
    #expect(try lastRate("train net data learning_rate=cosine_decay(1, 9)", "train net data \(training)") == 0.1)
  }

  /// Weights that are set, drawn or loaded are not those that it remembers the gradients of.
  @Test(arguments: [
    "set_weights net 1 weights(net)", "set_biases net 1 biases(net)", "initialize net data glorot_uniform seed=2",
    "rewind net", "save net \"n.safetensors\"; load_weights net \"n.safetensors\"",
  ])
  func `what an optimizer remembers is forgotten with the weights`(_ command: String) throws {
    let folder = try TemporaryFolder()
    var session = Session()
    session.files = .lesson(in: folder.path)
    let training = "data epochs=1 optimizer=adam(0.1) shuffle=false batch_size=8;"
    for command in [
      Self.start, "train net \(training) train net \(training)", command,
      "fresh = sequential(input(2), dense(6, tanh), dense(1, sigmoid), seed=9);",
      "set_weights fresh 1 [weights(net, 1), biases(net, 1)]; set_weights fresh 2 [weights(net, 2), biases(net, 2)];",
      "train net \(training) train fresh \(training)", "norm(weights(net) - weights(fresh))",
    ] {
      let failure = session.run(command).failure
      #expect(failure == nil, "\(command): \(failure?.message ?? "")")
    }
    #expect(session.context.last?.number == 0)
  }

  @Test func `the weights of the best epoch come back when they are asked for`() throws {
    let training = "train net data epochs=60 optimizer=adam(0.5) loss=mse batch_size=4 patience=5 seed=1"
    let last = try value(training)
    guard case .object(let history as History) = last, case .noLongerBetter(let epoch, let best) = history.ending else {
      Issue.record("\(last.display.printed().text)")
      return
    }
    let note =
      "stopped after epoch \(epoch) of 60: the loss was smallest after epoch \(best); the weights are those of "
    #expect(last.display.printed().text.hasSuffix(note + "epoch \(epoch)"))
    let restored = try value("\(training) restore_best=true")
    #expect(restored.display.printed().text.hasSuffix(note + "epoch \(best)"))
    #expect(
      try weights("\(training) restore_best=true;")
        == weights("train net data epochs=\(best) optimizer=adam(0.5) loss=mse batch_size=4 seed=1;"))
  }

  /// What runs by accident only, with the words that say so; nothing where all is well.
  @Test(arguments: [
    ("dense(1, softmax)", "circles(20)", "mse", "one unit of softmax puts out 1 for every point"),
    ("dense(1, softmax)", "circles(20)", "categorical_crossentropy", "one unit of softmax puts out 1 for every point"),
    ("dense(1, relu)", "circles(20)", "binary_crossentropy", "which relu puts out; end with sigmoid"),
    ("dense(1, tanh)", "circles(20)", "binary_crossentropy", "which tanh puts out; end with sigmoid"),
    ("dense(1)", "circles(20)", "binary_crossentropy", "which linear puts out; end with sigmoid"),
    ("dense(1, softplus)", "circles(20)", "binary_crossentropy", "which softplus puts out; end with sigmoid"),
    ("dense(2, softmax)", "circles(20)", "binary_crossentropy", "behind softmax belongs categorical_crossentropy"),
    ("dense(2, sigmoid)", "circles(20)", "categorical_crossentropy", "which those of sigmoid do not; end with softmax"),
    ("dense(2)", "circles(20)", "kl_divergence", "which those of linear do not; end with softmax"),
    (
      "dense(1, sigmoid)", "circles(20)", "categorical_crossentropy",
      "end with dense(1, sigmoid) and binary_crossentropy"
    ),
    ("dense(1, sigmoid)", "circles(20)", "hinge", "all outputs of sigmoid are above"),
    ("dense(1, sigmoid)", "dataset([[1, 2], [3, 4]], [-2, 7])", "mse", "targets go from -2 to 7"),
    ("dense(1, tanh)", "dataset([[1, 2], [3, 4]], [-2, 7])", "mse", "only from -1 to 1; end with a linear layer"),
    ("dense(1)", "dataset([[1, 2000], [2, 9000]], [1, 2])", "mse", "features are on unlike scales"),
    ("dense(1, sigmoid)", "circles(20)", "binary_crossentropy", ""), ("dense(1, sigmoid)", "circles(20)", "mse", ""),
    ("dense(2, softmax)", "circles(20)", "categorical_crossentropy", ""),
    ("dense(1, tanh)", "circles(20)", "hinge", ""),
    ("dense(1)", "circles(20)", "hinge", ""), ("dense(1)", "dataset([[1, 2], [3, 4]], [-2, 7])", "mse", ""),
    ("dense(2, softmax)", "circles(20)", "mse", ""),
    ("dense(1, hard_sigmoid)", "circles(20)", "binary_crossentropy", ""),
  ])
  func `what works by accident is said before the table`(
    _ layer: String, _ data: String, _ loss: String, _ words: String
  )
    throws
  {
    var session = Session()
    let shown = session.run("train sequential(input(2), \(layer)) \(data) loss=\(loss)").results.last?.printed.text
    let first = try #require(shown?.split(separator: "\n").first)
    #expect(first.hasPrefix("caution: ") == !words.isEmpty && (words.isEmpty || first.contains(words)), "\(first)")
  }

  /// The fix that a message offers runs and is fine.
  @Test(arguments: [
    ("dense(1)", "blobs(30, seed=1)", "the data have 3 classes, but the last layer has 1 unit", "dense(3, softmax)"),
    ("dense(2, softmax)", "blobs(30, seed=1)", "3 classes, but the last layer has 2 units", "dense(3, softmax)"),
    (
      "dense(3, softmax)", "circles(20)", "the data have 2 classes, but the last layer has 3 units", "dense(1, sigmoid)"
    ),
  ])
  func `classes that a network cannot name are refused`(
    _ layer: String, _ data: String, _ message: String, _ instead: String
  ) throws {
    for command in ["train", "accuracy", "evaluate", "inspect", "boundary"] {
      var session = Session()
      let failure = try #require(session.run("\(command) sequential(input(2), \(layer)) \(data)").failure, "\(command)")
      #expect(failure.message.contains(message) && failure.hint?.contains(instead) == true, "\(failure.message)")
      #expect(session.run("\(command) sequential(input(2), \(instead)) \(data)").failure == nil)
    }
  }

  @Test func `numbers in data that are not finite are named`() throws {
    var session = Session()
    #expect(
      session.run("dataset([[1, 2], [nan, 4], [5, 6]], [0, 1, 0], classes=2)").failure?.message
        == "row 1, column 0 of the features is nan")
    #expect(
      session.run("dataset([[1, 2], [3, 4]], [0, inf])").failure?.message == "row 1, column 0 of the targets is ∞")
  }

  @Test func `batch normalization that lags behind is told from a net that has not learnt`() throws {
    var session = Session()
    let net = "sequential(input(2), dense(20, tanh), batch_normalization(), dense(1, sigmoid), seed=1)"
    let training = "epochs=20 optimizer=adam(0.03) loss=binary_crossentropy"
    let lagging = session.run("d = circles(100, seed=1); n = \(net); train n d \(training); evaluate n d").results.last
    guard case .object(let evaluation as Evaluation)? = lagging?.value, let ofBatches = evaluation.ofBatches else {
      Issue.record("\(lagging?.printed.text ?? "")")
      return
    }
    #expect(ofBatches.loss < 0.5 * evaluation.loss)
    #expect(lagging?.printed.text.contains("\nwith the batches' own means: loss ") == true)
    let compared = session.run("compare [\(net)] d \(training) seeds=2").results.last?.printed.text ?? ""
    #expect(compared.contains("its batch normalization lags behind"), "\(compared)")
  }
}
