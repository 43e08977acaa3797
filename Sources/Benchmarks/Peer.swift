import Platform

/// The figures that a script of the peers prints.
enum Peer {
  /// By name; none where there is no Python or it lacks what the script imports.
  static func figures(of script: String) -> [String: String] {
    let folder = "\(#filePath)".split(separator: "/").dropLast().joined(separator: "/")
    guard let pipe = Pipe() else { return [:] }
    let output = OpenFile(adopting: pipe.reading)
    let end = OpenFile(adopting: pipe.writing)
    let process = try? ChildProcess(
      "python3", ["/\(folder)/Peers/\(script)"], output: .descriptor(end.descriptor), errors: .nothing)
    try? end.close()
    guard let process else { return [:] }
    defer { process.wait() }
    var figures: [String: String] = [:]
    let text = String(decoding: (try? output.rest()) ?? [], as: UTF8.self)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t").map(String.init)
      if parts.count == 2 { figures[parts[0]] = parts[1] }
    }
    return figures
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
