/// `exp` of every lane; the same bits as one at a time.
public func exp(_ x: SIMD4<Double>) -> SIMD4<Double> { exponential(x) }

/// `exp` of every lane; the same bits as one at a time.
public func exp(_ x: SIMD8<Double>) -> SIMD8<Double> { exponential(x) }

/// `log` of every lane; the same bits as one at a time.
public func log(_ x: SIMD4<Double>) -> SIMD4<Double> { naturalLogarithm(x) }

/// `log` of every lane; the same bits as one at a time.
public func log(_ x: SIMD8<Double>) -> SIMD8<Double> { naturalLogarithm(x) }

/// `tanh` of every lane; the same bits as one at a time.
public func tanh(_ x: SIMD4<Double>) -> SIMD4<Double> { hyperbolicTangent(x) }

/// `tanh` of every lane; the same bits as one at a time.
public func tanh(_ x: SIMD8<Double>) -> SIMD8<Double> { hyperbolicTangent(x) }

/// `sigmoid` of every lane; the same bits as one at a time.
public func sigmoid(_ x: SIMD4<Double>) -> SIMD4<Double> { logistic(x) }

/// `sigmoid` of every lane; the same bits as one at a time.
public func sigmoid(_ x: SIMD8<Double>) -> SIMD8<Double> { logistic(x) }
