import Networks
import Probability
import Testing
import Vocabulary

/// Against closed forms.
@Suite struct PushedMomentsTests {
  private func pushed(_ distribution: any Distribution, _ activation: String) throws -> PushedMoments {
    let activation = try #require(activations[activation]).makeDefault()
    return try PushedMoments(of: distribution, through: activation, Interruption())
  }

  /// mean 1/√(2π), mean square 1/2.
  @Test func `relu of a standard normal`() throws {
    let found = try pushed(Normal(mean: 0, stddev: 1), "relu")
    let mean = 1 / (2 * Double.pi).squareRoot()
    #expect((found.mean - mean).magnitude < 1e-14)
    #expect((found.variance - (0.5 - mean * mean)).magnitude < 1e-13)
    #expect((found.meanSquare - 0.5).magnitude < 1e-13)
  }

  @Test func `halves that cancel leave no noise`() throws {
    #expect(try pushed(Normal(mean: 0, stddev: 3), "tanh").mean == 0)
  }

  /// A sum of three draws of 0 or 1, each with a probability of a quarter: binomial, mean 3/4, variance 9/16.
  @Test func `a neuron's sum`() throws {
    let neuron = try RandomNeuron(inputs: 3, x: 2, weights: Bernoulli(p: 0.25), bias: 1)
    #expect((neuron.sum.mean - 2.5).magnitude < 1e-14 && (neuron.sum.variance - 2.25).magnitude < 1e-14)
    var generator = PCG64(seed: 1)
    let drawn = try neuron.draw(1000, using: &generator)
    #expect(Set(drawn) == [1, 3, 5, 7])
    #expect((Moments(of: drawn).mean - 2.5).magnitude < 5 * 1.5 / 1000.0.squareRoot())
  }
}
