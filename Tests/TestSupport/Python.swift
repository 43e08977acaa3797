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
    let ending = process.wait()
    return ending.status ?? ending.signal
  }
}
