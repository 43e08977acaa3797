/// `exp` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func exp(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  map(values, into: result, { exponential($0) }, { exponential($0) })
}

/// `tanh` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func tanh(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  map(values, into: result, { hyperbolicTangent($0) }, { hyperbolicTangent($0) })
}

/// `sigmoid` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func sigmoid(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  map(values, into: result, { logistic($0) }, { logistic($0) })
}

/// `log` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func log(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  map(values, into: result, { naturalLogarithm($0) }, { naturalLogarithm($0) })
}

/// Several lanes at a time, and one by one what is left over at the end.
@inline(__always)
private func map(
  _ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>,
  _ vector: (SIMD8<Double>) -> SIMD8<Double>, _ scalar: (Double) -> Double
) {
  precondition(values.count == result.count, "the result must be as long as the values")
  guard let source = values.baseAddress, let target = result.baseAddress else { return }
  let lanes = SIMD8<Double>.scalarCount
  let whole = values.count / lanes * lanes
  for start in stride(from: 0, to: whole, by: lanes) {
    let block = UnsafeRawPointer(source + start).loadUnaligned(as: SIMD8<Double>.self)
    UnsafeMutableRawPointer(target + start).storeBytes(of: vector(block), as: SIMD8<Double>.self)
  }
  for index in whole..<values.count { target[index] = scalar(source[index]) }
}
