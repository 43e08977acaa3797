import Platform

/// The folder for what is kept between runs.
enum StateFolder {
  /// Below `$XDG_STATE_HOME` or `~/.local/state`, made where it is not there yet; nil where there is no home.
  static var path: String? {
    let state = variable("XDG_STATE_HOME") ?? variable("HOME").map { $0 + "/.local/state" }
    guard let state else { return nil }
    let folder = (state.hasPrefix("/") ? state : "./" + state) + "/gradus"
    _ = Folder.make(folder, rights: 0o700)
    return folder
  }
}
