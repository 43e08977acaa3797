import Language
import Vocabulary

extension Builtin {
  static let smallest = extreme(
    "min", "The smallest of some numbers.", ("min([3, 1, 2])", "1"), seeAlso: ["argmin", "minimum"], aliases: ["amin"]
  ) { (elements) throws(Failure) in try place(in: elements, <) }

  static let largest = extreme(
    "max", "The largest of some numbers.", ("max(3, 4)", "4"), seeAlso: ["argmax", "maximum"], aliases: ["amax"]
  ) { (elements) throws(Failure) in try place(in: elements, >) }

  private static func extreme(
    _ name: String, _ summary: String, _ example: (input: String, output: String), seeAlso: [String],
    aliases: [ForeignName], _ place: @escaping @Sendable ([Double]) throws(Failure) -> Int
  ) -> Builtin {
    Builtin(
      name, summary, .rest("x", .value, "a vector or a matrix, or several numbers", atLeast: 1), .axis,
      documentation: Documentation(
        notes: "A nan among the numbers counts as smallest and as largest, as in NumPy.",
        examples: [Example(example.input, gives: example.output)],
        seeAlso: seeAlso,
        aliases: aliases),
      derivative: .own
    ) { (session: inout Session, parts, axis) throws(Failure) in
      var row = Row()
      for part in parts { row.append(part) }
      let x = parts.count == 1 ? parts[0] : try row.value()
      if let numbers = try Kind<Value>.numbers.read(x) {
        try session.machine.step(by: numbers.elements.count)
        return try numbers.reduced(along: axis) { (elements) throws(Failure) in elements[try place(elements)] }
      }
      guard case .vector(let elements) = x.primal, axis == nil else {
        throw Failure(
          .argument, "x must be a vector, a matrix or several numbers, not \(x.brief)", about: .argument("x"))
      }
      return Row.element(try place(elements), of: x)
    }
  }

  /// The place of the first element that no other precedes; of the first nan where there is one.
  static func place(in elements: [Double], _ precedes: (Double, Double) -> Bool) throws(Failure) -> Int {
    guard var best = elements.first else {
      throw Failure(.argument, "an empty vector has no smallest or largest element")
    }
    var place = 0
    for (index, element) in elements.enumerated() {
      if element.isNaN { return index }
      if precedes(element, best) { (best, place) = (element, index) }
    }
    return place
  }
}
