import Language
import Vocabulary
import Workbench

extension Builtin {
  static let smallest = extreme(
    "min", "The smallest of some numbers.", ("min([3, 1, 2])", "1"), seeAlso: ["argmin", "minimum"],
    aliases: ["amin"],
    sign: "<", ofTwo: { $0.isNaN || !($1.isNaN || $1 < $0) ? $0 : $1 }
  ) { (elements) throws(Failure) in try place(in: elements, <) }

  static let largest = extreme(
    "max", "The largest of some numbers.", ("max(3, 4)", "4"), seeAlso: ["argmax", "maximum"], aliases: ["amax"],
    sign: ">", ofTwo: { $0.isNaN || !($1.isNaN || $1 > $0) ? $0 : $1 }
  ) { (elements) throws(Failure) in try place(in: elements, >) }

  private static func extreme(
    _ name: String, _ summary: String, _ example: (input: String, output: String), seeAlso: [String],
    aliases: [ForeignName], sign: String, ofTwo first: @escaping @Sendable (Double, Double) -> Double,
    _ place: @escaping @Sendable ([Double]) throws(Failure) -> Int
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
        try session.context.step(by: numbers.elements.count)
        return try numbers.reduced(along: axis) { (elements) throws(Failure) in elements[try place(elements)] }
      }
      guard try Kind<Value>.numbers.read(x.primal) != nil else {
        throw Failure(
          .argument, "x must be a vector, a matrix or several numbers, not \(x.brief)", about: .argument("x"))
      }
      return try session.reduce(x, along: axis) { (session, elements, line) throws(Failure) in
        let best = elements[try place(elements)]
        let equals = elements.indices.filter { elements[$0] == best || (best.isNaN && elements[$0].isNaN) }
        return try session.shared(line, among: equals)
      }
    }.on(
      // Equal numbers share the slope.
      numbers: NumericFunction(
        steps: 2,
        slopes: ["x", "y"].map { "if \($0) \(sign) \($0 == "x" ? "y" : "x") then 1 else if x == y then 0.5 else 0" },
        ofTwo: first))
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
