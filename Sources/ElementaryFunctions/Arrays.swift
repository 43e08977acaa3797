/// `exp` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func exp(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  Kernels.best.exp(values, into: result)
}

/// `tanh` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func tanh(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  Kernels.best.tanh(values, into: result)
}

/// `sigmoid` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func sigmoid(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  Kernels.best.sigmoid(values, into: result)
}

/// `log` of every value; the same bits as one at a time. The result must be as long as the values, and may be them.
public func log(_ values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
  Kernels.best.log(values, into: result)
}
