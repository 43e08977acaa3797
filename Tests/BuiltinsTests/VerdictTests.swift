import Builtins
import Networks
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Sick and healthy networks, with what an experienced practitioner says of each and why.
@Suite struct VerdictTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let data: String
    let network: String
    /// A command to run before, or the learning rate for which steps are judged, as `rate=10`.
    let preparation: String
    let verdict: String
    var testDescription: String { name }

    var rate: String? { preparation.hasPrefix("rate=") ? String(preparation.dropFirst(5)) : nil }

    static let all: [Case] = {
      let lines = (try? References.text("networks/verdicts.tsv").split(separator: "\n").dropFirst()) ?? []
      return lines.map { line in
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return Case(name: parts[0], data: parts[1], network: parts[2], preparation: parts[3], verdict: parts[4])
      }
    }()
  }

  @Test func `there are more than forty, of every condition`() {
    #expect(Case.all.count > 40)
    #expect(Set(Case.all.map(\.verdict)) == Set(Diagnosis.Condition.allCases.map(\.rawValue)))
  }

  /// And flow and chain, which look at the same network, use the same word.
  @Test(arguments: Case.all)
  func `inspect, flow and chain say it`(_ net: Case) throws {
    var session = Session()
    for command in ["data = \(net.data)", "net = \(net.network)"] + (net.rate == nil ? [net.preparation] : []) {
      #expect(session.run(command).failure == nil, "\(command)")
    }
    let rate = net.rate.map { " learning_rate=\($0)" } ?? ""
    let inspection = session.run("inspect net data\(rate)")
    guard case .object(let found as Inspection) = inspection.results.last?.value else {
      Issue.record("\(inspection.failure?.message ?? "nothing")")
      return
    }
    let text = found.display.printed().text
    #expect(found.diagnoses.first?.condition.rawValue == net.verdict, "\(text)")
    #expect(text.split(separator: "\n").last?.hasPrefix(net.verdict + ": ") == true)
    guard net.rate == nil, found.rows.count(where: { $0.delta != nil }) > 1 else { return }
    for instrument in ["flow", "chain"] {
      let shown = session.run("\(instrument) net data").results.last?.printed.text ?? ""
      #expect(shown.contains("\n\(net.verdict): "), "\(instrument)\n\(shown)")
    }
  }
}
