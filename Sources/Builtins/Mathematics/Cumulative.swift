import Language
import Vocabulary
import Workbench

extension Builtin {
  /// Vectors into vectors, in the order of their elements.
  static let cumulative: [Builtin] = [
    sequence(
      "cumsum", "The running sum: of the first element, of the first two, and so on.",
      ("cumsum([1, 2, 3])", "[1, 3, 6]"),
      .linear
    ) { elements, _ in
      var sum = CompensatedSum()
      return elements.map { element in
        sum.add(element)
        return sum.value
      }
    },
    sequence(
      "cumprod", "The running product: of the first element, of the first two, and so on.",
      ("cumprod([1, 2, 3, 4])", "[1, 2, 6, 24]"), .formula("[prod(x[:n]) for n in 1..length(x)]")
    ) { elements, _ in
      var product = 1.0
      return elements.map { element in
        product *= element
        return product
      }
    },
    sequence(
      "diff", "How much each element exceeds the one before it.", ("diff([1, 4, 9, 16])", "[3, 5, 7]"), .linear
    ) { elements, _ in zip(elements.dropFirst(), elements).map { $0 - $1 } },
    sequence(
      "cummax", "The largest element so far.", ("cummax([1, 3, 2, 5, 4])", "[1, 3, 3, 5, 5]"),
      .formula("[max(x[:n]) for n in 1..length(x)]")
    ) { elements, _ in running(elements) { $0 < $1 } },
    sequence(
      "cummin", "The smallest element so far: of a history of losses, the best until then.",
      ("cummin([3, 1, 2, 0.5, 4])", "[3, 1, 1, 0.5, 0.5]"), .formula("[min(x[:n]) for n in 1..length(x)]")
    ) { elements, _ in running(elements) { $0 > $1 } },
    ordering(
      "sort", "The elements from the smallest to the largest, nan last.",
      ("sort([3, 1, 2]); sort([3, 1, 2], descending=true)", "[1, 2, 3]\n[3, 2, 1]"),
      .formula("[x[place] for place in argsort(x, descending=descending)]")
    ) { (elements, isDescending, interruption) throws(Failure) in
      let sorted = try Sorting.sorted(elements, interruption)
      let numbers = sorted.prefix { !$0.isNaN }
      return isDescending ? numbers.reversed() + sorted.dropFirst(numbers.count) : sorted
    },
    ordering(
      "argsort", "The places of the elements from the smallest to the largest, nan last.",
      (
        "final = [0.4, 0.1, 0.3]; names = [\"sgd\", \"adam\", \"rmsprop\"]; [names[i] for i in argsort(final)]",
        "[0.4, 0.1, 0.3]\n[\"sgd\", \"adam\", \"rmsprop\"]\n[\"adam\", \"rmsprop\", \"sgd\"]"
      ),
      .constant
    ) { (elements, isDescending, interruption) throws(Failure) in
      // Of the negated numbers: equal ones keep their order both ways.
      try Sorting.order(of: isDescending ? elements.map { -$0 } : elements, interruption).map { Double($0) }
    },
    sequence(
      "reverse", "The elements from the last to the first.", ("reverse(1..3)", "[3, 2, 1]"), .linear,
      aliases: ["flip"]
    ) { elements, _ in elements.reversed() },
  ]

  private static func sequence(
    _ name: String, _ summary: String, _ example: (input: String, output: String), _ derivative: Derivative,
    aliases: [ForeignName] = [],
    _ body: @escaping @Sendable ([Double], Interruption) throws(Failure) -> [Double]
  ) -> Builtin {
    Builtin(
      name, summary, Parameter("x", .numbers, "a vector; of a matrix, each row"),
      .optional("axis", .axis, "of a matrix: 0 goes down its columns, 1 along its rows"),
      documentation: Documentation(
        examples: [Example(example.input, gives: example.output)],
        aliases: aliases), derivative: derivative
    ) { (session: inout Session, x, axis) throws(Failure) in
      try session.context.step(by: x.elements.count)
      let interruption = session.interruption
      return try x.transformed(along: axis) { (elements) throws(Failure) in try body(elements, interruption) }
    }
  }

  /// The same with a choice of the direction.
  private static func ordering(
    _ name: String, _ summary: String, _ example: (input: String, output: String), _ derivative: Derivative,
    _ body: @escaping @Sendable ([Double], Bool, Interruption) throws(Failure) -> [Double]
  ) -> Builtin {
    Builtin(
      name, summary, Parameter("x", .numbers, "a vector; of a matrix, each row"),
      .optional("axis", .axis, "of a matrix: 0 goes down its columns, 1 along its rows"),
      Parameter("descending", .truth, "whether the largest comes first", default: false, aliases: ["reverse"]),
      documentation: Documentation(
        examples: [Example(example.input, gives: example.output)],
        seeAlso: ["sort", "argsort", "reverse"]
          .filter { $0 != name }), derivative: derivative
    ) { (session: inout Session, x, axis, isDescending) throws(Failure) in
      try session.context.step(by: x.elements.count)
      let interruption = session.interruption
      return try x.transformed(along: axis) { (elements) throws(Failure) in
        try body(elements, isDescending, interruption)
      }
    }
  }

  /// The first of the elements so far that no other exceeds; nan from the first nan on.
  private static func running(_ elements: [Double], _ isExceeded: (Double, Double) -> Bool) -> [Double] {
    var best: Double?
    return elements.map { element in
      guard let so = best else { best = element; return element }
      if !so.isNaN, element.isNaN || isExceeded(so, element) { best = element }
      return best ?? element
    }
  }

  static let unique = Builtin(
    "unique", "The different elements, from the smallest to the largest.", Parameter("x", .numbers, "the numbers"),
    documentation: Documentation(
      examples: [Example("unique([2, 1, 2, 3, 1])", gives: "[1, 2, 3]")],
      seeAlso: ["frequencies", "sort"])
  ) { (session: inout Session, x) throws(Failure) in
    var different: [Double] = []
    for element in try Sorting.sorted(x.elements, session.interruption) where different.last != element {
      if different.last?.isNaN != true { different.append(element) }
    }
    return .vector(different)
  }
}

/// Sorting that can be stopped: short runs first, then two neighbours into one as often as needed.
enum Sorting {
  private static let run = 1 << 15

  /// The numbers from the smallest to the largest, nan last. Throws a failure of kind `interrupted`.
  static func sorted(_ numbers: [Double], _ interruption: Interruption) throws(Failure) -> [Double] {
    try sorted(numbers, interruption) { $0 < $1 || (!$0.isNaN && $1.isNaN) }
  }

  /// The places of the numbers from the smallest to the largest; equal ones keep their order, nan comes last.
  static func order(of numbers: [Double], _ interruption: Interruption) throws(Failure) -> [Int] {
    try sorted(Array(numbers.indices), interruption) { first, second in
      let (a, b) = (numbers[first], numbers[second])
      if a < b { return true }
      if a > b { return false }
      return a.isNaN == b.isNaN ? first < second : b.isNaN
    }
  }

  private static func sorted<Element>(
    _ elements: [Element], _ interruption: Interruption, by precedes: (Element, Element) -> Bool
  ) throws(Failure) -> [Element] {
    var (source, target) = (elements, elements)
    for start in stride(from: 0, to: source.count, by: run) {
      try interruption.check()
      source[start..<min(start + run, source.count)].sort(by: precedes)
    }
    var width = run
    while width < source.count {
      for start in stride(from: 0, to: source.count, by: 2 * width) {
        let middle = min(start + width, source.count)
        var (left, right) = (start, middle)
        let end = min(start + 2 * width, source.count)
        for place in start..<end {
          if place & 0xFFFF == 0 { try interruption.check() }
          let takesRight = left == middle || (right < end && precedes(source[right], source[left]))
          target[place] = source[takesRight ? right : left]
          if takesRight { right += 1 } else { left += 1 }
        }
      }
      swap(&source, &target)
      width *= 2
    }
    return source
  }
}
