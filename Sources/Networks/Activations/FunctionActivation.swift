import Vocabulary

/// An activation that is a function of the learner's.
///
/// Where it stops and where it bends is not known.
public struct FunctionActivation: Activation {
  /// Writes what a function makes of some numbers into a buffer of their count, which may be theirs.
  public typealias OfMany = @Sendable (UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void

  public let name: String
  /// The function as it is defined: `swish2(x) = x × sigmoid(2 × x)`.
  public let definition: String
  /// Lines that define what else of the session it mentions, those that others mention first: `k = 2`; a failure where
  /// something cannot be defined so.
  public let mentioned: Result<[String], Failure>
  private let function: OfMany
  private let slope: OfMany
  private let counterpart: Result<PythonActivation, Failure>

  public init(
    name: String, definition: String, mentioned: Result<[String], Failure>, function: @escaping OfMany,
    slope: @escaping OfMany,
    python: Result<PythonActivation, Failure>
  ) {
    self.name = name
    self.definition = definition
    self.mentioned = mentioned
    self.function = function
    self.slope = slope
    counterpart = python
  }

  public var python: PythonActivation { get throws(Failure) { try counterpart.get() } }
  public var kinks: [Double] { [] }
  public var derivativeFormula: String? { nil }
  public var knowsBounds: Bool { false }
  public var canDie: Bool { true }

  public func value(_ z: Double) -> Double { Self.apply(function, to: z) }
  public func derivative(at z: Double, value y: Double) -> Double { Self.apply(slope, to: z) }

  public func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) { function(z, y) }

  public func multiply(
    _ deltas: UnsafeMutableBufferPointer<Double>, byDerivativesAt z: UnsafeBufferPointer<Double>,
    values y: UnsafeBufferPointer<Double>
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: z.count) { slopes in
      slope(z, slopes)
      for index in deltas.indices { deltas[index] *= slopes[index] }
    }
  }

  private static func apply(_ function: OfMany, to number: Double) -> Double {
    var (number, result) = (number, 0.0)
    withUnsafePointer(to: &number) { number in
      withUnsafeMutablePointer(to: &result) { result in
        function(UnsafeBufferPointer(start: number, count: 1), UnsafeMutableBufferPointer(start: result, count: 1))
      }
    }
    return result
  }
}
