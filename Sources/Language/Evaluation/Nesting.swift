import Vocabulary

/// How many lists and functions are kept inside each other.
///
/// A loop that wraps its own result again and again would else build what nobody could take apart any more.
struct Nesting {
  /// More are refused.
  static let deepest = 1000

  /// Lists that were looked at, by where their elements lie: lists share what they have in common.
  private var known: [UnsafeRawPointer: Int] = [:]

  /// 0 of what keeps nothing.
  mutating func depth(of value: Value) -> Int {
    switch value {
    case .function(let function): return (function as? UserFunction)?.nesting ?? 0
    case .list(let values):
      let place = values.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) }
      if let place, let depth = known[place] { return depth }
      var deepest = 0
      for value in values { deepest = max(deepest, depth(of: value)) }
      if let place { known[place] = deepest + 1 }
      return deepest + 1
    default: return 0
    }
  }

  /// Throws a failure of kind `limit` where a value is nested too deep.
  static func check(_ value: Value) throws(Failure) {
    switch value {
    case .list, .function:
      var nesting = Nesting()
      try check(nesting.depth(of: value))
    default: return
    }
  }

  static func check(_ depth: Int) throws(Failure) {
    guard depth <= deepest else {
      throw Failure(
        .limit, "lists or functions would be kept inside each other more than \(deepest) deep",
        hint: "carry numbers or vectors along instead")
    }
  }
}
