import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  /// All sorts of made data, each with a `seed=`.
  static let madeData: [Builtin] = datasets.declarations.map { declaration in
    let seed = Parameter<UInt64?>.seed
    let signature = Signature(
      declaration.name, declaration.signature.summary, declaration.signature.parameters + [seed.description],
      declaration.signature.documentation)
    return Builtin(signature) { (arguments, session) throws(Failure) in
      let recipe = try declaration.make(taking: &arguments)
      let seed = try seed.take(from: &arguments)
      try session.context.limits.reserve(numbers: recipe.numbersPerPoint * Double(recipe.count))
      let interruption = session.interruption
      return .object(
        try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
          try recipe.dataset(using: &generator, interruption: interruption)
        })
    }.yielding(Dataset.self)
  }
}
