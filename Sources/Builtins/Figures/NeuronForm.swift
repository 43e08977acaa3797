import Networks
import Plotting
import Probability
import Vocabulary
import Workbench

/// What `neuron` yields: the density of the weighted sum, and how far the neurons that were drawn spread.
struct NeuronForm: PlotForm {
  let noun = "neurons"
  let manner = "the density of the weighted sum, with the mean and spread of the neurons that were drawn"
  let options: Set<PlotOption> = [.cdf, .from, .to]

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let neuron = request.only(NeuronComparison.self) else { return nil }
    var ofSum = request
    ofSum.things = [Plotted(.object(RandomVariable(neuron.sum)), written: "the weighted sum")]
    guard var figure = try DistributionForm().figure(of: ofSum, in: &session) else { return nil }
    let (mean, deviation) = (neuron.sumMean.drawn, neuron.sumDeviation.drawn)
    let style = NumberStyle(digits: 3)
    figure.title = "weighted sum"
    if mean.isFinite, deviation.isFinite {
      figure.panels[0].marks.insert(
        RangeMark(.x(Bounds(mean - deviation, mean + deviation)), label: "drawn: one std to both sides", ink: .guide),
        at: 0)
      figure.notes.append(
        "\(counted(neuron.count, "neuron")) drawn: mean \(style.text(mean)), std \(style.text(deviation))")
    }
    return figure
  }
}
