import Platform
import Vocabulary

/// What a short calculation costs from the start of a program to its end, beside the calculators that people have at hand.
///
/// The programs take turns, so that what else the machine does meets all of them. Wall time is from the call that starts the
/// program to its end. Memory is what GNU time reports, instructions are what callgrind counts (perf's where the processor
/// lets it); a dash where these are not installed, or where a program is not.
enum Start {
  fileprivate struct Contestant {
    let name: String
    let words: [String]

    /// Whether it can be run here and yields what it should.
    var isHere: Bool { Output(of: words)?.status == 0 }
  }

  private static let rounds = 100

  /// - Parameter gradus: the path of the program; nil for the one beside this.
  static func report(gradus: String?) {
    let gradus = gradus ?? Program.gradus.path
    let contestants = [
      Contestant(name: "gradus -e 0.1⁵×0.03", words: [gradus, "-e", "0.1⁵×0.03"]),
      Contestant(name: "gradus -e mean(normal(2, 1))", words: [gradus, "-e", "mean(normal(2, 1))"]),
      Contestant(name: "gradus -e, a misspelt word", words: [gradus, "--keep-going", "-e", "meen(normal(2, 1))"]),
      Contestant(name: "gradus --version", words: [gradus, "--version"]),
      Contestant(name: "/usr/bin/python3 -c", words: ["/usr/bin/python3", "-c", "print(0.1**5*0.03)"]),
      Contestant(name: "bc -l", words: ["sh", "-c", "echo '0.1^5*0.03' | bc -l"]),
      Contestant(name: "node -p", words: ["node", "-p", "0.1**5*0.03"]),
      Contestant(name: "julia -e", words: ["julia", "-e", "println(0.1^5*0.03)"]),
    ].filter { $0.words[0] == gradus || $0.isHere }
    let clock = ContinuousClock()
    var times = contestants.map { _ in [Duration]() }
    for _ in 0..<rounds {
      for (index, contestant) in contestants.enumerated() {
        times[index].append(clock.measure { contestant.run() })
      }
    }
    print("".padded(to: 32) + ["best ms", "median ms", "of python", "MB", "million instructions"].map(column).joined())
    let python = contestants.firstIndex { $0.words[0] == "/usr/bin/python3" }.flatMap { times[$0].min() }
    for (contestant, times) in zip(contestants, times.map({ $0.sorted() })) {
      let cells = [
        text(times[0] / .milliseconds(1)), text(times[times.count / 2] / .milliseconds(1)),
        python.map { text(times[0] / $0) }, contestant.megabytes.map(text), contestant.millionInstructions.map(text),
      ]
      print(contestant.name.padded(to: 32) + cells.map { column($0 ?? "-") }.joined())
    }
  }

  private static func text(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }

  private static func column(_ text: String) -> String { String(repeating: " ", count: max(1, 11 - text.count)) + text }
}

extension Start.Contestant {
  fileprivate func run() {
    _ = try? ChildProcess(words[0], Array(words.dropFirst()), output: .nothing, errors: .nothing).wait()
  }

  /// The most memory at once, in millions of bytes.
  ///
  /// A small program starts it: a process begins with the peak of the one that it comes from.
  fileprivate var megabytes: Double? {
    Output(of: ["time", "-f", "peak %M"] + words).flatMap { number(in: $0.text, after: "peak ") }.map {
      $0 * 1024 / 1e6
    }
  }

  fileprivate var millionInstructions: Double? {
    let counters = ["perf", "stat", "-x", ",", "-e", "instructions:u"] + words
    if let output = Output(of: counters), output.status == 0 {
      let line = output.text.split(separator: "\n").last { $0.contains(",instructions") } ?? ""
      if let count = Double(line.prefix { $0 != "," }) { return count / 1e6 }
    }
    let counted = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--trace-children=yes"] + words
    return Output(of: counted).flatMap { number(in: $0.text, after: "Collected : ") }.map { $0 / 1e6 }
  }

  /// The last number behind a word.
  private func number(in text: String, after word: String) -> Double? {
    text.split(separator: "\n").compactMap { line -> Double? in
      guard let range = line.firstRange(of: word) else { return nil }
      return Double(line[range.upperBound...].prefix { $0.isNumber })
    }.last
  }
}

/// All that a program writes, and how it ends.
private struct Output {
  let text: String
  let status: Int32

  /// Nil where it cannot be run.
  init?(of words: [String]) {
    guard let pipe = Pipe() else { return nil }
    let output = OpenFile(adopting: pipe.reading)
    let end = OpenFile(adopting: pipe.writing)
    let process = try? ChildProcess(
      words[0], Array(words.dropFirst()), output: .descriptor(end.descriptor), errors: .descriptor(end.descriptor))
    try? end.close()
    guard let process else { return nil }
    text = String(decoding: (try? output.rest()) ?? [], as: UTF8.self)
    status = process.wait().status ?? -1
  }
}
