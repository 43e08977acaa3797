import ElementaryFunctions
import Vocabulary

/// Bars whose lengths tell orders of magnitude.
public enum MagnitudeBars {
  private static let longest = 20

  /// From 1 to 20 by the order of magnitude; none for 0 and nan, the longest for ∞.
  public static func lengths(_ numbers: [Double]) -> [Int] {
    let sizes = numbers.map { log10($0.magnitude) }
    let finite = sizes.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return sizes.map { $0 == .infinity ? longest : 0 } }
    return sizes.map { size in
      if size.isNaN || size == -.infinity { return 0 }
      if size == .infinity || most == least { return longest }
      return 1 + Int((Double(longest - 1) * (size - least) / (most - least)).rounded())
    }
  }

  public static func bars(_ numbers: [Double]) -> [Display] {
    lengths(numbers).map { Display(String(repeating: "█", count: $0)) }
  }
}
