import Workbench

/// The classes that labels name, in order: of numbers by size, of other labels as texts compare.
struct ClassLabels {
  /// What the classes are called; none where they are called 0, 1, 2 …
  let names: [String]
  let count: Int
  /// The class of each label, counted from 0.
  let numbers: [Double]

  init(_ labels: [String]) {
    let distinct = Set(labels)
    let values = distinct.compactMap { Double($0) }.filter(\.isFinite)
    if values.count == distinct.count {
      // 1 and 1.0 are one class.
      let classes = Set(values).sorted()
      let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, Double($0)) })
      numbers = labels.map { places[Double($0) ?? .nan] ?? .nan }
      count = classes.count
      let isPlain = classes.enumerated().allSatisfy { Double($0) == $1 }
      names = isPlain ? [] : classes.map { String(SeparatedFormat.spelling(of: $0)) }
    } else {
      let classes = distinct.sorted()
      let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, Double($0)) })
      numbers = labels.map { places[$0] ?? .nan }
      count = classes.count
      names = classes
    }
  }
}
