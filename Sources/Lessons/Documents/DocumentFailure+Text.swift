extension DocumentFailure {
  /// `path:line: message (hint)`.
  public func text(in path: String?) -> String {
    let place = [path, line.map { String($0) }].compactMap { $0 }.joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + message + (hint.map { " (\($0))" } ?? "")
  }
}
