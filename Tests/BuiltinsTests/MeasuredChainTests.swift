import Builtins
import Testing
import Vocabulary
import Workbench

@Suite struct MeasuredChainTests {
  @Test(arguments: [
    "repeat(6, dense(9, tanh)), dense(1, sigmoid)",
    "dense(9, relu), batch_normalization(), dense(4, tanh), dropout(0.2), dense(1)",
    "dense(1)",
  ])
  func `factors lead from each layer's pull to that of the layer before`(_ layers: String) throws {
    var session = Session()
    func properties(_ command: String) throws -> [String: Value] {
      let transcript = session.run(command)
      if let failure = transcript.failure { throw failure }
      guard case .object(let object)? = transcript.results.last?.value else { return [:] }
      return Dictionary(uniqueKeysWithValues: object.properties.map { ($0.name, $0.value) })
    }
    _ = session.run("data = circles(50, noise=0.1, seed=2); net = sequential(input(2), \(layers), seed=3)")
    let (chain, inspection) = (try properties("chain net data"), try properties("inspect net data"))
    guard case .vector(let gradients)? = chain["gradient"], case .vector(let factors)? = chain["factor"],
      case .vector(let pulls)? = inspection["delta"]
    else {
      Issue.record("no vectors")
      return
    }
    let expected = pulls.filter { !$0.isNaN }.reversed()
    #expect(gradients.count == expected.count && factors.count == expected.count)
    for (gradient, pull) in zip(gradients, expected) { #expect((gradient - pull).magnitude <= 1e-14 * pull) }
    for (factor, pair) in zip(factors.dropFirst(), zip(expected, expected.dropFirst())) {
      #expect(factor == pair.1 / pair.0)
    }
  }
}
