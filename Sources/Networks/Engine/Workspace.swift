import CKernels
import ElementaryFunctions
import Probability
import Vocabulary

/// All numbers that training touches, allocated once.
///
/// A value for each unit and point of a batch, unit after unit, so that the points of a batch lie side by side, in rows
/// that are filled up to whole vectors. Sums run in a fixed order, whatever the number of threads and the width of vectors.
final class Workspace {
  let architecture: Architecture
  let capacity: Int
  /// From one row to the next.
  let pitch: Int
  let kernels: Kernels
  private let format: NumberFormat?
  /// The pre-activations and the outputs of each layer; `activations[0]` is the input. Behind the rows of each lies one of
  /// ones, with which the biases are multiplied.
  private(set) var preActivations: [UnsafeMutablePointer<Double>] = []
  private(set) var activations: [UnsafeMutablePointer<Double>] = []
  /// ∂L/∂z of each layer.
  private(set) var deltas: [UnsafeMutablePointer<Double>] = []
  private var savedState: [UnsafeMutablePointer<Double>] = []
  /// Of each layer, those that take its input for their second.
  private let joins: [[Int]]
  let weights: UnsafeMutableBufferPointer<Double>
  let gradients: UnsafeMutableBufferPointer<Double>
  let targets: UnsafeMutablePointer<Double>
  /// How much each of the loaded points counts in the loss.
  private let pointWeights: UnsafeMutablePointer<Double>
  private var isWeighted = false
  private var scratches: [UnsafeMutablePointer<Double>] = []
  private var buffers: [UnsafeMutableBufferPointer<Double>] = []
  private let team: Team
  private var phase = Phase.forward(0)

  /// The points of the batch that is loaded.
  private(set) var points = 0
  /// Whether layers behave as in training.
  var isTraining = false
  private var updater: Updater?

  /// What the threads are to do.
  private enum Phase {
    case forward(Int)
    case backward(Int)
    case update
  }

  /// Throws a failure of kind `limit` where so many points at once would not fit into the architecture's memory.
  init(
    _ architecture: Architecture, weights initial: [Double], capacity: Int, kernels: Kernels = .best, threads: Int = 1,
    format: NumberFormat? = nil
  ) throws(Failure) {
    let units = architecture.layers.reduce(Double(architecture.inputs)) { $0 + 4 * Double($1.units) }
    let bytes = 8 * units * Double(capacity)
    guard bytes <= Double(architecture.memory) else {
      throw Failure(
        .limit, "so many points at once would need \(Architecture.megabytes(bytes))", hint: "take fewer points or units"
      )
    }
    self.architecture = architecture
    self.capacity = capacity
    self.kernels = kernels
    self.format = format
    let pitch = (max(capacity, 1) + 7) / 8 * 8
    self.pitch = pitch
    var joins = [[Int]](repeating: [], count: architecture.layers.count)
    for (index, layer) in architecture.layers.enumerated() {
      if let start = layer.secondInput { joins[start].append(index) }
    }
    self.joins = joins
    var buffers: [UnsafeMutableBufferPointer<Double>] = []
    func allocate(_ count: Int, _ value: Double = 0) -> UnsafeMutableBufferPointer<Double> {
      let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 8 * max(count, 1), alignment: 64)
      let buffer = memory.bindMemory(to: Double.self)
      buffer.initialize(repeating: value)
      buffers.append(buffer)
      return buffer
    }
    func rows(_ count: Int) -> UnsafeMutablePointer<Double> {
      let buffer = allocate((count + 1) * pitch)
      buffer[(count * pitch)...].update(repeating: 1)
      return buffer.baseAddress.unsafelyUnwrapped
    }
    weights = allocate(architecture.parameterCount)
    gradients = allocate(architecture.parameterCount)
    targets = rows(architecture.outputs)
    pointWeights = rows(0)
    _ = weights.update(fromContentsOf: initial)
    activations.append(rows(architecture.inputs))
    for layer in architecture.layers {
      preActivations.append(rows(layer.units))
      activations.append(rows(layer.units))
      deltas.append(rows(layer.units))
      let saved = layer.units * layer.savedStatePerUnit + pitch * layer.savedStatePerPoint
      savedState.append(allocate(saved).baseAddress.unsafelyUnwrapped)
    }
    team = Team(threads: threads)
    let widest = architecture.layers.reduce(pitch) { max($0, $1.units) }
    for _ in 0..<team.count {
      scratches.append(allocate(Kernels.productScratch(columns: widest)).baseAddress.unsafelyUnwrapped)
    }
    self.buffers = buffers
    round(weights)
  }

  deinit { for buffer in buffers { buffer.deallocate() } }

  /// Copies the points at some rows of a data set in.
  func load(_ data: Dataset, rows: ArraySlice<Int>) {
    points = rows.count
    Self.load(data.features, rows, into: activations[0], pitch)
    Self.load(data.targets, rows, into: targets, pitch)
    isWeighted = data.pointWeights != nil
    if let weights = data.pointWeights {
      for (point, row) in rows.enumerated() { pointWeights[point] = weights[row] }
    }
    round(UnsafeMutableBufferPointer(start: activations[0], count: architecture.inputs * pitch))
  }

  /// Rounds numbers to the format, where there is one.
  private func round(_ values: UnsafeMutableBufferPointer<Double>) {
    guard var format, let first = values.baseAddress else { return }
    kernels.table.pointee.round_values(first, values.count, &format)
  }

  private static func load(
    _ matrix: Matrix, _ rows: ArraySlice<Int>, into target: UnsafeMutablePointer<Double>, _ pitch: Int
  ) {
    let columns = matrix.columns
    matrix.elements.withUnsafeBufferPointer { elements in
      guard let elements = elements.baseAddress else { return }
      rows.withUnsafeBufferPointer { rows in
        for point in rows.indices {
          let source = elements + rows[point] * columns
          for column in 0..<columns { target[column * pitch + point] = source[column] }
        }
      }
    }
  }

  /// The numbers of the loaded points in one of the buffers with a row for each unit.
  func values(in buffer: UnsafeMutablePointer<Double>, units: Int) -> [Double] {
    (0..<units).flatMap { unit in UnsafeBufferPointer(start: buffer + unit * pitch, count: points) }
  }

  func buffers(_ index: Int) -> LayerBuffers {
    let (offset, second) = (architecture.layers[index].offset, architecture.layers[index].secondInput)
    return LayerBuffers(
      input: activations[index], preActivations: preActivations[index], output: activations[index + 1],
      deltas: deltas[index],
      inputDeltas: index > 0 ? deltas[index - 1] : nil, secondInput: second.map { activations[$0] },
      secondInputDeltas: second.flatMap { $0 > 0 ? deltas[$0 - 1] : nil }, savedState: savedState[index],
      weights: weights.baseAddress.unsafelyUnwrapped + offset,
      gradients: gradients.baseAddress.unsafelyUnwrapped + offset, points: points,
      filledPoints: (points + 7) / 8 * 8, pitch: pitch, isTraining: isTraining, kernels: kernels, format: format)
  }

  /// Draws what is random in the next batch: which units are dropped.
  func prepare(using generator: inout PCG64) {
    for index in architecture.layers.indices { architecture.layers[index].prepare(buffers(index), using: &generator) }
  }

  /// Computes all activations of the loaded points.
  func forward() {
    for index in architecture.layers.indices {
      run(.forward(index))
      let buffers = buffers(index)
      architecture.layers[index].finishForward(buffers)
      buffers.round(buffers.output, 0..<architecture.layers[index].units)
    }
  }

  /// Computes ∂L/∂z of every layer and ∂L/∂w of every weight after `forward`, times a scale.
  func backward(_ loss: any Loss, scale: Double = 1) {
    let last = architecture.layers.count - 1
    let layer = architecture.layers[last]
    let share = share(of: loss) * scale
    if loss.isFused(with: layer.activation) {
      loss.writeFusedDeltas(buffers(last), units: layer.units, targets: targets, share: share)
      weigh(deltas[last], units: layer.units)
    } else {
      for unit in 0..<layer.units {
        let row = unit * pitch
        loss.writeDerivatives(activations[last + 1] + row, targets + row, share, into: deltas[last] + row, points)
      }
      weigh(deltas[last], units: layer.units)
      buffers(last).round(deltas[last], 0..<layer.units)
      layer.backwardActivation(buffers(last), rows: 0..<layer.units)
    }
    buffers(last).round(deltas[last], 0..<layer.units)
    for index in stride(from: last, through: 0, by: -1) {
      run(.backward(index))
      if index > 0, architecture.layers[index - 1].needsWholeBatch {
        architecture.layers[index - 1].backwardActivation(
          buffers(index - 1), rows: 0..<architecture.layers[index - 1].units)
        buffers(index - 1).round(deltas[index - 1], 0..<architecture.layers[index - 1].units)
      }
    }
  }

  /// Multiplies what belongs to each point by how much that counts.
  private func weigh(_ rows: UnsafeMutablePointer<Double>, units: Int) {
    guard isWeighted else { return }
    for unit in 0..<units {
      for point in 0..<points { rows[unit * pitch + point] *= pointWeights[point] }
    }
  }

  /// The mean loss of the loaded points, each times how much it counts.
  func loss(_ loss: any Loss) -> Double {
    let output = activations[architecture.layers.count]
    var sum = 0.0
    for unit in 0..<architecture.outputs {
      let (output, targets) = (output + unit * pitch, targets + unit * pitch)
      if isWeighted {
        for point in 0..<points { sum += pointWeights[point] * loss.value(output[point], targets[point]) }
      } else {
        sum += loss.total(output, targets, points)
      }
    }
    return sum * share(of: loss)
  }

  /// What one output of one point counts in the mean.
  private func share(of loss: any Loss) -> Double {
    1 / Double(loss.isSummed ? points : points * architecture.outputs)
  }

  /// Moves the weights by one step; the gradients are those of so many times the loss.
  func update(with updater: Updater, scale: Double = 1) {
    if scale != 1 { for index in gradients.indices { gradients[index] /= scale } }
    updater.begin(gradients)
    self.updater = updater
    run(.update)
  }

  private func run(_ phase: Phase) {
    self.phase = phase
    team.run(
      { context, part, parts in
        Unmanaged<Workspace>.fromOpaque(context).takeUnretainedValue().perform(part, parts)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func perform(_ part: Int, _ parts: Int) {
    switch phase {
    case .forward(let index):
      let layer = architecture.layers[index]
      let rows = Team.rows(of: layer.units, part: part, parts: parts)
      if !rows.isEmpty { layer.forward(buffers(index), rows: rows, scratch: scratches[part]) }
    case .backward(let index):
      let layer = architecture.layers[index]
      let rows = Team.rows(of: layer.inputs + 1, part: part, parts: parts)
      guard !rows.isEmpty else { return }
      layer.backwardInput(buffers(index), rows: rows, scratch: scratches[part])
      let before = rows.clamped(to: 0..<layer.inputs)
      guard index > 0, !before.isEmpty else { return }
      for join in joins[index] {
        architecture.layers[join].addToSecondInput(buffers(join), rows: before)
        buffers(join).round(deltas[index - 1], before)
      }
      guard !architecture.layers[index - 1].needsWholeBatch else { return }
      architecture.layers[index - 1].backwardActivation(buffers(index - 1), rows: before)
      buffers(index - 1).round(deltas[index - 1], before)
    case .update:
      let range = Team.rows(of: weights.count, part: part, parts: parts)
      guard !range.isEmpty else { return }
      updater?.step(weights, gradients, range, kernels)
      round(UnsafeMutableBufferPointer(rebasing: weights[range]))
    }
  }
}

/// Threads that share out the rows of a batch.
final class Team {
  private let pointer: OpaquePointer?

  /// The caller's thread is one of them.
  init(threads: Int) { pointer = threads > 1 ? team_create(threads) : nil }

  deinit { if let pointer { team_destroy(pointer) } }

  var count: Int { pointer.map { team_parts($0) } ?? 1 }

  /// Does all parts of a task; returns when the last is done.
  func run(_ task: @convention(c) (UnsafeMutableRawPointer, Int, Int) -> Void, _ context: UnsafeMutableRawPointer) {
    if let pointer { team_run(pointer, task, context) } else { task(context, 0, 1) }
  }

  /// The rows of a part, in whole tiles of matrix products.
  static func rows(of count: Int, part: Int, parts: Int) -> Range<Int> {
    let tile = 8
    let share = ((count + parts - 1) / parts + tile - 1) / tile * tile
    return min(part * share, count)..<min((part + 1) * share, count)
  }
}
