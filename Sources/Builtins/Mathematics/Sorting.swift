import Vocabulary
import Workbench

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
