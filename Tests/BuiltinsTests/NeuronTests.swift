import Builtins
import TestSupport
import Testing
import Vocabulary
import Workbench

/// What activations and layers do to random signals.
@Suite struct NeuronTests {
  private func properties(_ command: String) throws -> [String: Value] {
    var session = Session()
    let transcript = session.run(command)
    if let failure = transcript.failure { throw failure }
    guard case .object(let object)? = transcript.results.last?.value else { return [:] }
    return Dictionary(uniqueKeysWithValues: object.properties.map { ($0.name, $0.value) })
  }

  @Test func `moments behind an activation are mpmath's`() throws {
    let rows = try References.text("neurons/push.csv").split(separator: "\n").dropFirst().map { line in
      line.split(separator: ";").map(String.init)
    }
    #expect(rows.count == 36)
    for row in rows {
      let found = try properties("push(\(row[1]), \(row[0]))")
      let (mean, variance) = (References.double(row[2]), References.double(row[3]))
      let scale = variance.squareRoot()
      #expect(((found["mean"]?.number ?? .nan) - mean).magnitude <= 1e-11 * scale, "\(row)")
      #expect(((found["variance"]?.number ?? .nan) - variance).magnitude <= 1e-10 * variance, "\(row)")
    }
  }

  @Test(arguments: ["he_normal, relu", "glorot_uniform, tanh", "orthogonal, linear", "random_normal(stddev=1), tanh"])
  func `measured signals flow as predicted`(_ rule: String) throws {
    let found = try properties("flow(\(rule), layers=6, units=300, points=200, seed=3)")
    for (predicted, measured) in [("predicted", "measured"), ("predicted_delta", "measured_delta")] {
      guard case .vector(let a)? = found[predicted], case .vector(let b)? = found[measured] else {
        Issue.record("\(rule): nothing came")
        return
      }
      for (a, b) in zip(a, b) { #expect((b / a - 1).magnitude < 0.15, "\(rule): \(predicted) \(a), \(b)") }
    }
  }

  @Test func `sampled neurons agree with the exact law`() throws {
    let found = try properties("neuron inputs=250 weights=normal(0, 1) activation=sigmoid n=20000 seed=1")
    for (name, value) in found where found[name + "_drawn"] != nil {
      let drawn = found[name + "_drawn"]?.number ?? .nan
      #expect((drawn - (value.number ?? .nan)).magnitude < 0.3, "\(name)")
    }
    #expect(((found["saturated"]?.number ?? 0) - 0.771341).magnitude < 1e-6)
  }
}
