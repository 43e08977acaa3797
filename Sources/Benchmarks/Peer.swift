#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The figures that a script of the peers prints.
enum Peer {
  /// By name; none where there is no Python or it lacks what the script imports.
  static func figures(of script: String) -> [String: String] {
    let folder = "\(#filePath)".split(separator: "/").dropLast().joined(separator: "/")
    guard let pipe = popen("python3 '/\(folder)/Peers/\(script)' 2>/dev/null", "r") else { return [:] }
    defer { pclose(pipe) }
    var figures: [String: String] = [:]
    var line = [CChar](repeating: 0, count: 200)
    while fgets(&line, Int32(line.count), pipe) != nil {
      let text = String(decoding: line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let parts = text.split(separator: "\t").map(String.init)
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
