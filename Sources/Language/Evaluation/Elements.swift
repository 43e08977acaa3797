import Vocabulary

/// One subscript, evaluated.
enum Place {
  case index(Int)
  case slice(Int?, Int?, step: Int)
  /// The positions of a vector of whole numbers, in its order.
  case several([Int])
  /// Those at which a truth is true.
  case mask([Bool])

  var keepsAxis: Bool {
    if case .index = self { false } else { true }
  }

  /// The positions that it selects of so many, counted from the end where negative, as NumPy does.
  func positions(of count: Int, in noun: String) throws(Failure) -> [Int] {
    switch self {
    case .index(let index):
      return [try Self.position(index, of: count, in: noun)]
    case .several(let indices):
      var positions = indices
      for place in indices.indices {
        let index = indices[place]
        positions[place] =
          index >= 0 && index < count ? index : try Self.position(index, of: count, in: noun)
      }
      return positions
    case .mask(let truths):
      guard truths.count == count else {
        throw Failure(
          .type, "\(counted(truths.count, "truth")) cannot choose among \(noun)",
          hint: "one truth is needed for each of the \(count)")
      }
      return truths.indices.filter { truths[$0] }
    case .slice(let first, let end, let step) where step > 0:
      let start = Self.clip(first ?? 0, of: count, to: 0...count)
      return Array(stride(from: start, to: max(start, Self.clip(end ?? count, of: count, to: 0...count)), by: step))
    case .slice(let first, let end, let step):
      let start = first.map { Self.clip($0, of: count, to: -1...count - 1) } ?? count - 1
      let stop = end.map { Self.clip($0, of: count, to: -1...count - 1) } ?? -1
      return Array(stride(from: start, to: min(start, stop), by: max(step, -1 << 53)))
    }
  }

  private static func position(_ index: Int, of count: Int, in noun: String) throws(Failure) -> Int {
    guard (-count..<count).contains(index) else {
      let allowed = count == 0 ? "it has none" : "indices go from 0 to \(count - 1), or -\(count) to -1"
      throw Failure(.type, "index \(index) is outside \(noun)", hint: allowed)
    }
    return index < 0 ? index + count : index
  }

  /// A position counted from the end where it is negative, brought between bounds.
  private static func clip(_ index: Int, of count: Int, to bounds: ClosedRange<Int>) -> Int {
    let limited = min(max(index, -1 << 53), 1 << 53)
    return min(max(limited < 0 ? limited + count : limited, bounds.lowerBound), bounds.upperBound)
  }
}

/// What stands between the brackets behind a value.
enum Subscripts {
  case places([Place])
  /// A matrix of truths, which chooses among the elements of a matrix of its shape.
  case matrixMask(Truths)
}

/// Reading parts of vectors, matrices and lists.
enum Elements {
  static func read(_ value: Value, _ subscripts: Subscripts, _ limits: Limits) throws(Failure) -> Value {
    if case .object(let dual as Dual) = value {
      return .object(
        Dual(
          value: try read(dual.value, subscripts, limits), slope: try read(dual.slope, subscripts, limits),
          level: dual.level))
    }
    switch subscripts {
    case .matrixMask(let mask): return try read(value, where: mask)
    case .places(let places): return try read(value, places, limits)
    }
  }

  private static func read(_ value: Value, _ places: [Place], _ limits: Limits) throws(Failure) -> Value {
    switch value {
    case .vector(let elements):
      let place = try only(places, of: value)
      if case .mask(let truths) = place, truths.count == elements.count {
        return .vector(Self.elements(elements, where: truths))
      }
      let positions = try place.positions(of: elements.count, in: value.noun)
      return place.keepsAxis ? .vector(positions.map { elements[$0] }) : .number(elements[positions[0]])
    case .list(let values):
      let place = try only(places, of: value)
      let positions = try place.positions(of: values.count, in: value.noun)
      return place.keepsAxis ? .list(positions.map { values[$0] }) : values[positions[0]]
    case .matrix(let matrix):
      let elements = try table(matrix.elements, matrix.rows, matrix.columns, places, value.noun, limits)
      return elements.value(vector: { .vector($0) }, one: { .number($0) }) {
        .matrix(Matrix(rows: $0, columns: $1, elements: $2))
      }
    case .truths(let truths):
      guard let rows = truths.rows else {
        let place = try only(places, of: value)
        let positions = try place.positions(of: truths.columns, in: value.noun)
        return place.keepsAxis
          ? .truths(Truths(positions.map { truths.elements[$0] })) : .truth(truths.elements[positions[0]])
      }
      let elements = try table(truths.elements, rows, truths.columns, places, value.noun, limits)
      return elements.value(vector: { .truths(Truths($0)) }, one: { .truth($0) }) {
        .truths(Truths(rows: $0, columns: $1, elements: $2))
      }
    default:
      throw Failure(.type, "\(value.noun) has no elements to choose from")
    }
  }

  private static func only(_ places: [Place], of value: Value) throws(Failure) -> Place {
    guard places.count == 1 else { throw Failure(.type, "\(value.noun) takes one index, not \(places.count)") }
    return places[0]
  }

  // MARK: By truths

  /// Those at which a truth is true, without a branch for each.
  private static func elements(_ elements: [Double], where truths: [Bool]) -> [Double] {
    let count = Truths(truths).count
    return [Double](unsafeUninitializedCapacity: count + 1) { chosen, filled in
      elements.withUnsafeBufferPointer { elements in
        truths.withUnsafeBufferPointer { truths in
          var next = 0
          for index in elements.indices {
            chosen[next] = elements[index]
            next &+= truths[index] ? 1 : 0
          }
        }
      }
      filled = count
    }
  }

  /// The elements of a matrix at which another of truths is true, row after row.
  private static func read(_ value: Value, where mask: Truths) throws(Failure) -> Value {
    switch value {
    case .matrix(let matrix) where matrix.rows == mask.rows && matrix.columns == mask.columns:
      return .vector(elements(matrix.elements, where: mask.elements))
    case .truths(let truths) where truths.rows == mask.rows && truths.columns == mask.columns:
      return .truths(Truths(zip(truths.elements, mask.elements).filter(\.1).map(\.0)))
    case .vector, .matrix, .truths, .list:
      throw Failure(
        .type, "\(Value.truths(mask).noun) cannot choose among the elements of \(value.noun)",
        hint: "the shapes must be the same; rows are chosen by a vector of truths")
    default:
      throw Failure(.type, "\(value.noun) has no elements to choose from")
    }
  }

  // MARK: Of a matrix

  /// Some rows and columns; an axis is not kept where an index chose one of it.
  private struct Part<Element> {
    let rows: Int
    let columns: Int
    let keepsRows: Bool
    let keepsColumns: Bool
    let elements: [Element]

    func value(
      vector: ([Element]) -> Value, one: (Element) -> Value, matrix: (Int, Int, [Element]) -> Value
    ) -> Value {
      switch (keepsRows, keepsColumns) {
      case (true, true): matrix(rows, columns, elements)
      case (false, false): one(elements[0])
      default: vector(elements)
      }
    }
  }

  private static func table<Element>(
    _ elements: [Element], _ rowCount: Int, _ columnCount: Int, _ places: [Place], _ noun: String, _ limits: Limits
  ) throws(Failure) -> Part<Element> {
    guard places.count <= 2 else { throw Failure(.type, "\(noun) takes at most two indices, not \(places.count)") }
    let column = places.count == 2 ? places[1] : .slice(nil, nil, step: 1)
    let rows = try places[0].positions(of: rowCount, in: "the rows of \(noun)")
    let columns = try column.positions(of: columnCount, in: "the columns of \(noun)")
    try limits.reserve(rows: rows.count, columns: columns.count)
    var chosen: [Element] = []
    chosen.reserveCapacity(rows.count * columns.count)
    for row in rows {
      try limits.interruption.check()
      for column in columns { chosen.append(elements[row * columnCount + column]) }
    }
    return Part(
      rows: rows.count, columns: columns.count, keepsRows: places[0].keepsAxis, keepsColumns: column.keepsAxis,
      elements: chosen)
  }
}
