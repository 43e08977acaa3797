import Platform

/// The Python of the machine, where there is one.
public enum Python {
  /// Whether modules can be imported; with none, whether there is a Python at all.
  public static func has(_ modules: String...) -> Bool {
    run((["pass"] + modules.map { "import \($0)" }).joined(separator: "\n")) == 0
  }

  /// The exit status of a program; nil where there is no Python.
  public static func run(_ program: String, arguments: [String] = []) -> Int32? {
    guard let process = try? ChildProcess("python3", ["-c", program] + arguments, errors: .nothing) else { return nil }
    return status(of: process)
  }

  /// How a program in a file went.
  public struct Outcome: Sendable {
    public let status: Int32
    public let output: String
    public let errors: String
  }

  /// Runs a program in a file, which finds what it imports beside itself and works in a folder of its own, with figures
  /// that nobody sees; nil where there is no Python.
  public static func run(file: String) throws -> Outcome? {
    let folder = try TemporaryFolder()
    let streams = (output: folder.path + "/.output", errors: folder.path + "/.errors")
    // One thread, so that sums are added in one order.
    let settings = ["MPLBACKEND=Agg", "MPLCONFIGDIR=\(folder.path)", "OMP_NUM_THREADS=1", "PYTHONDONTWRITEBYTECODE=1"]
    let process = try? ChildProcess(
      "python3", ["-c", running, file, folder.path], output: .file(streams.output), errors: .file(streams.errors),
      environment: settings + environmentVariables)
    guard let process else { return nil }
    let ended = status(of: process)
    return Outcome(
      status: ended, output: folder.read(".output") ?? "", errors: folder.read(".errors") ?? "")
  }

  private static let running = """
    import os, runpy, sys
    file, folder = sys.argv[1:]
    sys.path[0] = os.path.dirname(file)
    os.chdir(folder)
    runpy.run_path(file, run_name="__main__")
    """

  private static func status(of process: ChildProcess) -> Int32 {
    let ending = process.wait()
    return ending.status ?? ending.signal ?? -1
  }
}
