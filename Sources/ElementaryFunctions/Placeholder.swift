import Glibc
public func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
public func log(_ x: Double) -> Double { Glibc.log(x) }
public func exp(_ x: Double) -> Double { Glibc.exp(x) }
public func tanh(_ x: Double) -> Double { Glibc.tanh(x) }
