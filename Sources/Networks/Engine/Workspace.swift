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
  /// The weighted sums and the outputs of each layer; `activations[0]` is the input. Behind the rows of each lies one of
  /// ones, with which the biases are multiplied.
  private(set) var sums: [UnsafeMutablePointer<Double>] = []
  private(set) var activations: [UnsafeMutablePointer<Double>] = []
  /// ∂L/∂z of each layer.
  private(set) var deltas: [UnsafeMutablePointer<Double>] = []
  private var notes: [UnsafeMutablePointer<Double>] = []
  let weights: UnsafeMutableBufferPointer<Double>
  let gradients: UnsafeMutableBufferPointer<Double>
  let targets: UnsafeMutablePointer<Double>
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
    _ architecture: Architecture, weights initial: [Double], capacity: Int, kernels: Kernels = .best, threads: Int = 1
  ) throws(Failure) {
    let units = architecture.layers.reduce(Double(architecture.inputs)) { $0 + 4 * Double($1.units) }
    let bytes = 8 * units * Double(capacity)
    guard bytes <= Double(architecture.memory) else {
      throw Failure(
        .limit, "so many points at once would need \(Int64(bytes / 1e6)) MB", hint: "take fewer points or units")
    }
    self.architecture = architecture
    self.capacity = capacity
    self.kernels = kernels
    let pitch = (max(capacity, 1) + 7) / 8 * 8
    self.pitch = pitch
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
    _ = weights.update(fromContentsOf: initial)
    activations.append(rows(architecture.inputs))
    for layer in architecture.layers {
      sums.append(rows(layer.units))
      activations.append(rows(layer.units))
      deltas.append(rows(layer.units))
      notes.append(allocate(layer.units * layer.notesPerUnit).baseAddress.unsafelyUnwrapped)
    }
    team = Team(threads: threads)
    let widest = architecture.layers.reduce(pitch) { max($0, $1.units) }
    for _ in 0..<team.count {
      scratches.append(allocate(Kernels.productScratch(columns: widest)).baseAddress.unsafelyUnwrapped)
    }
    self.buffers = buffers
  }

  deinit { for buffer in buffers { buffer.deallocate() } }

  /// Copies the points at some rows of a data set in.
  func load(_ data: Dataset, rows: ArraySlice<Int>) {
    points = rows.count
    Self.load(data.features, rows, into: activations[0], pitch)
    Self.load(data.targets, rows, into: targets, pitch)
  }

  private static func load(
    _ matrix: Matrix, _ rows: ArraySlice<Int>, into target: UnsafeMutablePointer<Double>, _ pitch: Int
  ) {
    let columns = matrix.columns
    matrix.elements.withUnsafeBufferPointer { elements in
      guard let elements = elements.baseAddress else { return }
      rows.withUnsafeBufferPointer { rows in
        for place in rows.indices {
          let source = elements + rows[place] * columns
          for column in 0..<columns { target[column * pitch + place] = source[column] }
        }
      }
    }
  }

  /// The numbers of the loaded points in one of the buffers with a row for each unit.
  func values(in buffer: UnsafeMutablePointer<Double>, units: Int) -> [Double] {
    (0..<units).flatMap { unit in UnsafeBufferPointer(start: buffer + unit * pitch, count: points) }
  }

  func slot(_ index: Int) -> Slot {
    let offset = architecture.layers[index].offset
    return Slot(
      input: activations[index], sums: sums[index], output: activations[index + 1], deltas: deltas[index],
      deltasBefore: index > 0 ? deltas[index - 1] : nil, notes: notes[index],
      weights: weights.baseAddress.unsafelyUnwrapped + offset,
      gradients: gradients.baseAddress.unsafelyUnwrapped + offset, points: points,
      filledPoints: (points + 7) / 8 * 8, pitch: pitch, isTraining: isTraining, kernels: kernels)
  }

  /// Draws what is random in the next batch: which units are dropped.
  func prepare(using generator: inout PCG64) {
    for index in architecture.layers.indices { architecture.layers[index].prepare(slot(index), using: &generator) }
  }

  /// Computes all activations of the loaded points.
  func forward() {
    for index in architecture.layers.indices {
      run(.forward(index))
      architecture.layers[index].finishForward(slot(index))
    }
  }

  /// Computes ∂L/∂z of every layer and ∂L/∂w of every weight after `forward`.
  func backward(_ loss: any Loss) {
    let last = architecture.layers.count - 1
    let layer = architecture.layers[last]
    let share = share(of: loss)
    if loss.isFused(with: layer.activation) {
      loss.writeSumSlopes(slot(last), units: layer.units, targets: targets, share: share)
    } else {
      for unit in 0..<layer.units {
        let row = unit * pitch
        loss.writeSlopes(activations[last + 1] + row, targets + row, share, into: deltas[last] + row, points)
      }
      layer.turn(slot(last), rows: 0..<layer.units)
    }
    for index in stride(from: last, through: 0, by: -1) {
      run(.backward(index))
      if index > 0, architecture.layers[index - 1].turnsTogether {
        architecture.layers[index - 1].turn(slot(index - 1), rows: 0..<architecture.layers[index - 1].units)
      }
    }
  }

  /// The mean loss of the loaded points.
  func loss(_ loss: any Loss) -> Double {
    let output = activations[architecture.layers.count]
    var sum = 0.0
    for unit in 0..<architecture.outputs {
      sum += loss.total(output + unit * pitch, targets + unit * pitch, points)
    }
    return sum * share(of: loss)
  }

  /// What one output of one point counts in the mean.
  private func share(of loss: any Loss) -> Double {
    1 / Double(loss.isSummed ? points : points * architecture.outputs)
  }

  /// Moves the weights by one step.
  func update(with updater: Updater) {
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
      if !rows.isEmpty { layer.forward(slot(index), rows: rows, scratch: scratches[part]) }
    case .backward(let index):
      let layer = architecture.layers[index]
      let rows = Team.rows(of: layer.inputs + 1, part: part, parts: parts)
      guard !rows.isEmpty else { return }
      layer.passBack(slot(index), rows: rows, scratch: scratches[part])
      guard index > 0, !architecture.layers[index - 1].turnsTogether else { return }
      let before = rows.clamped(to: 0..<layer.inputs)
      if !before.isEmpty { architecture.layers[index - 1].turn(slot(index - 1), rows: before) }
    case .update:
      let range = Team.rows(of: weights.count, part: part, parts: parts)
      if !range.isEmpty { updater?.step(self, range) }
    }
  }
}
