import ArgumentParser
import Fuzzing
import Platform
import Workbench

/// Tries inputs that nobody would type, for as long as wanted.
@main
struct GradusFuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus-fuzz", abstract: "Tries the language with inputs that nobody would type.",
    discussion: """
      Each input depends on the seed and its number alone. The file last-input.txt in the folder that is named at the \
      start holds the number and the text of the input at work; after a crash, --input NUMBER repeats it.
      """)

  @Option(help: "Where the inputs come from.") var seed: UInt64 = 1
  @Option(help: "How long to go on.") var minutes = 1.0
  @Option(help: "The number of the first input.") var from: UInt64 = 0
  @Option(help: "Runs this input only and shows it.") var input: UInt64?
  @Option(help: "Stops an input after so many milliseconds and measures how long that takes.") var patience = 300
  @Flag(help: "Calls every built-in in turn with extreme values instead.") var calls = false
  @Flag(help: "Sends a kernel what no front end would instead.") var wire = false
  @Option(help: "Ends after so many inputs, if the time is not over before.") var most: UInt64 = .max
  @Option(help: "Megabytes that a call may take.") var megabytes = 64
  @Option(help: "Lessons whose lines are spoilt.") var corpus = ["Tests/Transcripts", "lessons"]

  func run() throws {
    if wire {
      return WireCampaign(WireFuzzer(seed: seed)).run(from: input ?? from, most: input == nil ? most : 1, minutes)
    }
    let lines: [String]
    do { lines = try Corpus.lines(of: corpus) } catch { throw ValidationError(error.message) }
    let folder = try Scratch()
    let fuzzer =
      calls
      ? Fuzzer(callingEverything: seed, memory: megabytes * 1_000_000, steps: 2_000_000, allowsFiles: true)
      : Fuzzer(seed: seed, corpus: lines, allowsFiles: true)
    let campaign = Campaign(fuzzer, record: folder.record, patience: .milliseconds(patience))
    if let input {
      print(fuzzer.input(input))
      campaign.repeatInput(input)
    } else {
      print("last input: \(folder.record)")
      campaign.run(from: from, for: .seconds(60 * minutes), most: most)
    }
  }
}

/// A folder of its own, so that what inputs write goes nowhere else.
struct Scratch {
  let record: String

  init() throws {
    guard let path = try? TemporaryFolder.make("gradus-fuzz-") else { throw ValidationError("no temporary folder") }
    record = path + "/last-input.txt"
    mkdir(path + "/work", 0o700)
    guard chdir(path + "/work") == 0 else { throw ValidationError("no temporary folder") }
  }
}
