import Probability
import Vocabulary

/// A layer that silences some units of each batch, other ones every time.
public struct DropoutLayer: Layer {
  public let rate: Double

  static let declaration = Declaration<any Layer>(
    "dropout", "Silences some values of each batch in training, so that no unit relies on another.",
    Parameter("rate", .decay, "the share of values that become 0"),
    documentation: Documentation(
      formula: "in training: 0 with probability rate, else x / (1 - rate); else x",
      source: "N. Srivastava and others, Dropout, 2014; as in Keras",
      notes: "What is dropped is drawn by the generator that also shuffles.",
      examples: [Example("dropout(0.5)", gives: "dropout(0.5)")],
      seeAlso: ["dense", "sequential"],
      aliases: ["Dropout"])
  ) { rate in DropoutLayer(rate: rate) }

  public var display: Display { "dropout(" + Display(rate) + ")" }

  public func placed(at place: Architecture.Place) throws(Failure) -> any PlacedLayer {
    PlacedDropout(inputs: place.inputs, offset: place.offset, rate: rate)
  }
}

/// Dropout among its neighbours. The sums hold what each value was multiplied by.
struct PlacedDropout: PlacedLayer {
  let inputs: Int
  let offset: Int
  let rate: Double

  var units: Int { inputs }
  var parameterCount: Int { 0 }
  var variables: [Range<Int>] { [] }
  var outline: String { "dropout \(NumberStyle.standard.text(rate))" }

  func draw(into weights: inout [Double], using generator: inout PCG64) {}

  func prepare(_ slot: Slot, using generator: inout PCG64) {
    let kept = 1 / (1 - rate)
    for unit in 0..<units {
      for place in unit * slot.pitch..<unit * slot.pitch + slot.points {
        slot.sums[place] = generator.nextUniform() < rate ? 0 : kept
      }
    }
  }

  func forward(_ slot: Slot, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    for place in rows.lowerBound * slot.pitch..<rows.upperBound * slot.pitch {
      slot.output[place] = slot.isTraining ? slot.input[place] * slot.sums[place] : slot.input[place]
    }
  }

  func turn(_ slot: Slot, rows: Range<Int>) {
    guard slot.isTraining else { return }
    for place in rows.lowerBound * slot.pitch..<rows.upperBound * slot.pitch { slot.deltas[place] *= slot.sums[place] }
  }

  func passBack(_ slot: Slot, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    let sources = rows.clamped(to: 0..<inputs)
    guard let before = slot.deltasBefore, !sources.isEmpty else { return }
    (before + sources.lowerBound * slot.pitch).update(
      from: slot.deltas + sources.lowerBound * slot.pitch, count: sources.count * slot.pitch)
  }
}
