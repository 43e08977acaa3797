#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder for what is kept between runs.
enum StateFolder {
  /// Below `$XDG_STATE_HOME` or `~/.local/state`, made where it is not there yet; nil where there is no home.
  static var path: String? {
    let state = Terminal.variable("XDG_STATE_HOME") ?? Terminal.variable("HOME").map { $0 + "/.local/state" }
    guard let state else { return nil }
    var folder = state.hasPrefix("/") ? "" : "."
    for part in (state + "/gradus").split(separator: "/") {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    return folder
  }
}
