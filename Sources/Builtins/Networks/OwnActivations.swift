import Language
import Networks
import Vocabulary
import Workbench

extension Builtin {
  /// The same, where an activation may also be a function of the learner's, if it takes activations and no functions.
  var takingFunctionsAsActivations: Builtin {
    guard signature.parameters.contains(where: Self.takesActivations) else { return self }
    let body = body
    return Builtin(signature) { (arguments, session) throws(Failure) in
      var adapted = try session.withActivations(in: arguments)
      return try body(&adapted, &session)
    }
  }

  fileprivate static func takesActivations(_ parameter: ParameterDescription) -> Bool {
    let parts = parameter.domain.parts
    return parameter.passing == .value && parts.contains(.object("activation")) && !parts.contains(.function)
  }
}

extension Session {
  /// A function of the learner's, or a built-in that is no activation of itself, as an activation; any other value as it is.
  ///
  /// Throws a failure of kind `argument` where it is no function of one number that can be differentiated.
  mutating func activation(from value: Value) throws(Failure) -> Value {
    guard case .function(let function) = value, activations[function.name] == nil || !(function is BuiltinFunction)
    else {
      return value
    }
    guard let numbers = numberFunction(of: function) else {
      throw Failure(
        .argument, "\(function.name) cannot be an activation: gradus has no program of it as a function of one number",
        hint: "an activation is arithmetic, conditions and functions of one number, such as swish(x) = x × sigmoid(2x)")
    }
    return .object(
      FunctionActivation(
        name: function.name, definition: function.display.printed().text,
        mentioned: Mentioned(by: function, in: self).lines,
        function: { numbers.values(at: $0, into: $1) }, slope: { numbers.slopes(at: $0, into: $1) },
        python: PythonFormula.activation(function, in: self)))
  }

  /// The arguments with such functions as activations, where activations are wanted.
  fileprivate mutating func withActivations(in arguments: Arguments) throws(Failure) -> Arguments {
    var groups = arguments.groups
    for (index, parameter) in arguments.signature.parameters.enumerated() where Builtin.takesActivations(parameter) {
      for (place, argument) in groups[index].enumerated() {
        do throws(Failure) {
          groups[index][place] = Argument(
            try activation(from: argument.value), at: argument.span, label: argument.label)
        } catch {
          throw error.at(argument.span)
        }
      }
    }
    return Arguments(groups, for: arguments.signature, callee: arguments.callee)
  }
}
