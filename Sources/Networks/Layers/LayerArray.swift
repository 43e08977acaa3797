import Vocabulary

/// Some of a layer's parameters as an array.
public struct LayerArray: Sendable {
  public let keras: String
  let torch: String
  /// As Keras has it; PyTorch has a matrix with rows and columns exchanged.
  public let shape: [Int]
  /// Where the numbers lie among the layer's.
  public let range: Range<Int>

  public init(keras: String, torch: String, shape: [Int], range: Range<Int>) {
    self.keras = keras
    self.torch = torch
    self.shape = shape
    self.range = range
  }

  /// The array out of all parameters of a network, of a layer that begins at an offset: a matrix or a vector.
  public func value(of parameters: [Double], at offset: Int) -> Value {
    let numbers = Array(parameters[offset + range.lowerBound..<offset + range.upperBound])
    guard shape.count == 2 else { return .vector(numbers) }
    return .matrix(Matrix(rows: shape[0], columns: shape[1], elements: numbers))
  }

  /// What it is called here: `weights`, `biases`, `gamma`.
  public var name: String { ["kernel": "weights", "bias": "biases"][keras] ?? keras }

  /// `weights of 2×3`, `biases of 3 numbers`.
  public var description: String { "\(name) of \(Self.shown(shape))" }

  /// The numbers of a value of this shape.
  ///
  /// Throws a failure of kind `argument` that names both shapes where it has another.
  fileprivate func numbers(of value: Value, layer: String) throws(Failure) -> [Double] {
    switch value {
    case .matrix(let matrix) where shape == [matrix.rows, matrix.columns]: return matrix.elements
    case .vector(let numbers) where shape == [numbers.count]: return numbers
    default: break
    }
    let failure = Failure(
      .argument, "\(layer) has \(description), not \(value.noun)",
      about: .argument(name == "biases" ? "biases" : "weights"))
    switch value {
    case .matrix(let matrix) where shape == [matrix.columns, matrix.rows]:
      throw failure.hinting("transpose it: a row for each input, a column for each unit")
    case .vector(let numbers) where shape.reduce(1, *) == numbers.count && shape.count == 2:
      throw failure.hinting("write it as a matrix: reshape(…, [\(shape[0]), \(shape[1])])")
    case .number where shape == [1]: throw failure.hinting("write it as a vector: [\(value.brief)]")
    case .number where shape == [1, 1]: throw failure.hinting("write it as a matrix: [[\(value.brief)]]")
    default: throw failure
    }
  }

  private static func shown(_ shape: [Int]) -> String {
    shape.count == 1 ? counted(shape[0], "number") : shape.map(String.init).joined(separator: "×")
  }
}

extension Architecture {
  /// All parameters with others in the place of one of a layer's arrays.
  ///
  /// Throws a failure of kind `argument` where the value has another shape.
  public func replacing(
    _ array: LayerArray, ofLayer index: Int, by value: Value, in parameters: [Double]
  ) throws(Failure) -> [Double] {
    let layer = layers[index]
    var result = parameters
    result.replaceSubrange(
      layer.offset + array.range.lowerBound..<layer.offset + array.range.upperBound,
      with: try array.numbers(of: value, layer: "layer \(index + 1), \(layer.outline),"))
    return result
  }

  /// All parameters with others in the place of a layer's: its matrix of weights, or all its arrays in a list, as Keras's
  /// `set_weights` takes them.
  ///
  /// Throws a failure of kind `argument` where there are not as many arrays, or one has another shape.
  public func replacing(
    arraysOfLayer index: Int, by value: Value, in parameters: [Double]
  ) throws(Failure) -> [Double] {
    let layer = layers[index]
    let arrays = layer.arrays
    let given: [Value]
    switch value {
    case .list(let values): given = values
    // A list of vectors of one length is a matrix.
    case .matrix(let matrix) where layer.kernelCount == 0:
      given = (0..<matrix.rows).map { .vector(Array(matrix.row($0))) }
    default: given = [value]
    }
    guard given.count == arrays.count || given.count == 1 && layer.kernelCount > 0 else {
      throw Failure(
        .argument,
        "layer \(index + 1), \(layer.outline), has \(arrays.map(\.description).joined(separator: ", ")), not "
          + value.noun, about: .argument("weights"),
        hint: "give a list of \(arrays.count): [\(arrays.map(\.name).joined(separator: ", "))]")
    }
    var result = parameters
    for (array, value) in zip(arrays, given) {
      do {
        result = try replacing(array, ofLayer: index, by: value, in: result)
      } catch {
        throw error.about("weights")
      }
    }
    return result
  }
}
