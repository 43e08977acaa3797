/// The number of inputs and of outputs of a unit, from the shape of a kernel as Keras counts them.
public struct Fans: Sendable, Equatable {
  public let fanIn: Int
  public let fanOut: Int

  /// `[in, out]`, or `[height, width, …, in, out]` of a convolution; one number counts as both. Nil of an empty shape
  /// or where the product overflows.
  public init?(shape: [Int]) {
    guard let last = shape.last else { return nil }
    let receptive = shape.dropLast(2).reduce((value: 1, overflow: false)) { product, size in
      let (value, overflow) = product.value.multipliedReportingOverflow(by: size)
      return (value, product.overflow || overflow)
    }
    let incoming = shape.count == 1 ? last : shape[shape.count - 2]
    let (fanIn, first) = receptive.value.multipliedReportingOverflow(by: incoming)
    let (fanOut, second) = receptive.value.multipliedReportingOverflow(by: last)
    if receptive.overflow || first || second { return nil }
    self.fanIn = fanIn
    self.fanOut = fanOut
  }
}
