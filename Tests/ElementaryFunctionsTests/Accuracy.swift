import TestSupport

/// How far a function's values are from the exact ones, over the rows of the reference for it.
struct Accuracy {
  struct Row {
    let first: Double
    let second: Double?
    /// The double nearest to the exact result, and how far off that is, in units in its last place.
    let nearest: Double
    let distance: Double
  }

  /// The largest error in units in the last place, and where it occurs.
  private(set) var worst = 0.0
  private(set) var place: Row?
  /// How many values are not the nearest double.
  private(set) var misses = 0
  private(set) var count = 0

  init(of name: String, _ function: (Row) -> Double) throws {
    for fields in try References.rows("elementary/elementary.csv") where fields[0] == name {
      let row = Row(
        first: References.double(fields[1]), second: fields[2].isEmpty ? nil : References.double(fields[2]),
        nearest: References.double(fields[3]), distance: Double(fields[4]) ?? .nan)
      let value = function(row)
      let error =
        value == row.nearest
        ? row.distance.magnitude : ((value - row.nearest) / row.nearest.ulp - row.distance).magnitude
      count += 1
      if value != row.nearest { misses += 1 }
      // A nan counts as the worst of errors.
      if !(error <= worst) { (worst, place) = (error.isNaN ? .infinity : error, row) }
    }
  }
}
