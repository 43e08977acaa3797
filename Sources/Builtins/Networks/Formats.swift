import Language
import Networks
import Vocabulary
import Workbench

extension Builtin {
  /// Every number format is a function that rounds to it; without x it is the format itself.
  static let formatWords: [Builtin] = formats.declarations.map { declaration in
    let x = Parameter<Value?>.optional("x", .value, "a number, or a vector or matrix to round")
    let signature = Signature(
      declaration.name, declaration.signature.summary, [x.description], declaration.signature.documentation)
    return Builtin(signature) { (arguments, session) throws(Failure) in
      let value = try x.take(from: &arguments)
      let format = try declaration.makeDefault()
      guard let value else { return .object(format) }
      return try session.apply(ElementaryFunction { format.rounding($0) }, to: value)
    }
  }
}
