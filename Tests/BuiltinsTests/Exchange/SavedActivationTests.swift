import Builtins
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Networks whose activations are functions of the learner's, in files: read back they are the same networks, or not read.
@Suite struct SavedActivationTests {
  private static let layers = "sequential(input(1), dense(2, f), dense(1), seed=1)"
  private static let same = "all(predict(net, [[-1], [0.5], [2]]) == predict(back, [[-1], [0.5], [2]]))"

  @Test(arguments: [
    "f(x) = x × sigmoid(2x)", "k = 2.1; f(x) = k × x", "k = 1/3; g(x) = k × x; f(x) = g(x)²",
    "on = true; f(x) = if on then x² else x", "g(x) = x²; h = g; f(x) = h(x) + 1", "k = -2; f(x, c=k) = c × x²",
    "make(a) = (f(x) = a × x²; f); f = make(3)", "k = 2; f(x) = 3 × x", "w = tanh; f(x) = w(x)",
  ])
  func `come back`(_ definition: String) throws {
    var files = try FileSession()
    let same = try files.value(
      "\(definition); net = \(Self.layers); save net \"%/a.safetensors\"; back = load \"%/a.safetensors\"; \(Self.same)"
    )
    guard case .truth(true) = same else {
      Issue.record("\(definition): \(same.noun)")
      return
    }
  }

  /// What the function mentions has become another thing since, or was never there.
  @Test(arguments: [
    ("k = 2; f(x) = k × x", "k = 3", "was made with k = 2; here it is k = 3", "k = 2"),
    (
      "k = 1/3; f(x) = k × x", "k = 0.333333", "was made with k = 0.3333333333333333; here it is k = 0.333333",
      "k = 1/3"
    ),
    ("g(x) = x²; f(x) = g(x)", "g(x) = x³", "was made with g(x) = x²; here it is g(x) = x³", "g(x) = x²"),
    ("k = 2; g(x) = k × x; f(x) = g(x)", "k = 1", "was made with k = 2; here it is k = 1", "k = 2"),
    ("k = 2; f(x) = k × x", "clear k", "was made with k = 2, which is not defined here", "k = 2"),
  ])
  func `another meaning is refused`(_ definition: String, _ change: String, _ words: String, _ mending: String) throws {
    var files = try FileSession()
    _ = try files.value("\(definition); net = \(Self.layers); save net \"%/a.safetensors\"")
    _ = files.run(change)
    let failure = try files.failure("back = load \"%/a.safetensors\"")
    #expect(failure.message.contains(words), "\(failure.message)")
    // What the advice says works.
    let same = try files.value("\(mending); back = load \"%/a.safetensors\"; \(Self.same)")
    #expect(same.display.printed().text == "true")
  }

  /// The values that count are those of when the network was made.
  @Test func `a name that was changed before it was saved`() throws {
    var files = try FileSession()
    _ = try files.value("k = 2; f(x) = k × x; net = \(Self.layers); k = 5; save net \"%/a.safetensors\"")
    #expect(try files.failure("load \"%/a.safetensors\"").message.contains("was made with k = 2; here it is k = 5"))
  }

  @Test(arguments: [
    ("f = (x -> x²)", "net = \(layers)", "has no name to be found by"),
    (
      "h = train(sequential(input(2), dense(1), seed=1), xor(), epochs=2); f(x) = h.final_loss × x", "net = \(layers)",
      "mentions h.final_loss"
    ),
    (
      "k = 2; f(x) = k × x; first = dense(2, f); k = 3", "net = sequential(input(1), first, dense(2, f))",
      "was made with k = 2 and with k = 3"
    ),
  ])
  func `what no file can keep is not saved`(_ definition: String, _ network: String, _ words: String) throws {
    var files = try FileSession()
    _ = try files.value("\(definition); \(network)")
    let failure = try files.failure("save net \"%/a.safetensors\"")
    #expect(failure.message.contains(words), "\(failure.message)")
  }
}
