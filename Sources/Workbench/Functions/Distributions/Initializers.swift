import Probability
import Vocabulary

extension Builtin {
  /// Every initializer takes the fans as well; with them it is the distribution that it draws from.
  static let initializerWords: [Builtin] = initializers.declarations.map { declaration in
    let fanIn = Parameter<Int?>.optional("fan_in", .positiveCount, "inputs of a unit; gives the distribution itself")
    let fanOut = Parameter<Int?>.optional("fan_out", .positiveCount, "units that an input feeds")
    let signature = Signature(
      declaration.name, declaration.signature.summary,
      declaration.signature.parameters + [fanIn.description, fanOut.description], declaration.signature.documentation)
    return Builtin(signature) { (arguments, _) throws(Failure) in
      let initializer = try declaration.make(taking: &arguments)
      let inputs = try fanIn.take(from: &arguments)
      let outputs = try fanOut.take(from: &arguments)
      guard inputs != nil || outputs != nil else { return .object(initializer) }
      guard let inputs else {
        throw Failure(.argument, "fan_out alone is not enough", hint: "give fan_in too")
      }
      return .object(try initializer.distribution(fanIn: inputs, fanOut: outputs ?? inputs))
    }
  }
}
