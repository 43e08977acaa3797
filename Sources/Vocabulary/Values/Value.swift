/// Anything that an expression can yield.
public enum Value: Sendable {
  /// What a command yields that has nothing to show.
  case nothing
  case number(Double)
  case truth(Bool)
  /// A vector or a matrix of them.
  case truths(Truths)
  case text(String)
  case vector([Double])
  case matrix(Matrix)
  /// A bracketed row of things that are not numbers, such as `[zeros, he_normal]`.
  case list([Value])
  case function(any Function)
  case object(any Object)
}

extension Value {
  /// What the value is, as an error message says it: `a number`, `a vector of 3 numbers`.
  public var noun: String {
    switch self {
    case .nothing: "nothing"
    case .number: "a number"
    case .truth: "a truth value"
    case .truths(let truths):
      truths.rows.map { "a \($0)×\(truths.columns) matrix of truths" }
        ?? "a vector of \(counted(truths.columns, "truth"))"
    case .text: "a text"
    case .vector(let elements):
      elements.isEmpty ? "an empty vector" : "a vector of \(counted(elements.count, "number"))"
    case .matrix(let matrix): "a \(matrix.rows)×\(matrix.columns) matrix"
    case .list(let values): "a list of \(counted(values.count, "value"))"
    case .function(let function): "the function \(function.name)"
    case .object(let object): object.noun
    }
  }

  /// The value as an error message quotes it: in full where that is short, by its noun otherwise.
  public var brief: String {
    switch self {
    case .number(let number): NumberStyle.standard.text(number)
    case .truth(let truth): truth ? "true" : "false"
    case .text(let text) where text.utf8.count <= 40: "\"\(text)\""
    default: noun
    }
  }

  /// About how much memory it takes, in numbers of eight bytes; what stands in several places of a list counts in each.
  ///
  /// Lists share what they have in common, so that a small one may stand for more places than can be counted: counting
  /// ends at `most`.
  public func size(upTo most: Int = 1 << 32) -> Int {
    let box = 5
    switch self {
    case .nothing, .number, .truth: return box
    case .function(let function): return box + function.numberCount
    case .text(let text): return box + text.utf8.count / 8
    case .vector(let elements): return box + 4 + elements.count
    case .truths(let truths): return box + 4 + truths.elements.count / 8
    case .matrix(let matrix): return box + 4 + matrix.elements.count
    case .object(let object): return box + object.numberCount
    case .list(let values):
      var size = box + 4
      for value in values where size < most { size += value.size(upTo: most - size) }
      return size
    }
  }

  /// The word for the value's sort in machine-readable output: `number`, `vector`, `normal distribution` …
  public var kind: String {
    switch self {
    case .nothing: "nothing"
    case .number: "number"
    case .truth: "truth"
    case .truths: "truths"
    case .text: "text"
    case .vector: "vector"
    case .matrix: "matrix"
    case .list: "list"
    case .function: "function"
    case .object(let object): object.kind
    }
  }
}

extension Value {
  /// The number, nil where the value is no number.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The text, nil where the value is no text.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

/// `1 number`, `3 numbers`: a count with its noun, the regular plural added where it is due.
public func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
