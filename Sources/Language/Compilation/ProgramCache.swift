import Vocabulary

/// Programs of the learner's functions, made when a function is called for the second time.
struct ProgramCache: Sendable {
  private struct Entry: Sendable {
    /// Kept, so that no other function gets the same identity.
    let function: UserFunction
    /// nil where the function is more than arithmetic of numbers.
    var plain: NumericProgram??
    var differentiated: NumericProgram??
  }

  private var entries: [ObjectIdentifier: Entry] = [:]
  /// False once a program gave up: what it met is found in the slow way, without trying again at every call.
  var isUsed = true

  enum Finding {
    case unknown, none
    case program(NumericProgram)
  }

  /// What is known of a function; the first question only takes note of it.
  mutating func find(_ function: UserFunction, isDifferentiated: Bool) -> Finding {
    guard isUsed else { return .none }
    guard let entry = entries[ObjectIdentifier(function.identity)] else {
      entries[ObjectIdentifier(function.identity)] = Entry(function: function)
      return .none
    }
    switch isDifferentiated ? entry.differentiated : entry.plain {
    case .none: return .unknown
    case .some(.none): return .none
    case .some(.some(let program)): return .program(program)
    }
  }

  mutating func keep(_ program: NumericProgram?, of function: UserFunction, isDifferentiated: Bool) {
    let key = ObjectIdentifier(function.identity)
    if isDifferentiated {
      entries[key]?.differentiated = .some(program)
    } else {
      entries[key]?.plain = .some(program)
    }
  }
}
